#pragma once

#include "core/base/job_runner.h"
#include "core/detect/signal_loop.h"
#include "core/models/live_scorer.h"
#include "core/sources/source.h"
#include "core/store/retention_policy.h"
#include "core/store/write_queue.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace lepto {

class AlertService;
class ChangeIntake;
class Correlator;
class LogIntake;
class GapWatch;
class SecretStore;
class SelfMetrics;
class Services;
class SourceManager;

/// The collecting half of the house, wired: sources -> store -> signals -> detectors -> incidents -> suggestions, and the active models
/// beside the always-on detector. Lives in the thread of `services`, which outlives it.
class Collector : public QObject {
    Q_OBJECT
public:
    Collector(Services &services, Store &store);
    ~Collector() override;

    void start();                       ///< twice is once
    void stop();

    SourceManager &sources() { return *m_sources; }
    AlertService &alerts() { return *m_alerts; }
    /// Builds this source anew, e.g. after its secret changed.
    void restart(const QString &source);
    /// Of everything that is asked: what brings samples, then the Alertmanagers.
    std::vector<SourceState> sourceStates() const;
    SecretStore &secrets() { return *m_secrets; }
    LogIntake &logs() { return *m_logs; }
    ChangeIntake &changes() { return *m_changes; }
    GapWatch &gaps() { return *m_gaps; }
    SelfMetrics &metrics() { return *m_metrics; }
    const HealthSnapshot &health() const { return m_loop->health(); }
    double samplesPerSecond() const { return m_rate; }
    double scoringLagMs() const { return double(m_loop->lastRoundMs()); }
    const QString &problem() const { return m_problem; } ///< what is wrong with the store right now; empty: nothing

Q_SIGNALS:
    void judged(const lepto::HealthSnapshot &health);
    void ingested();
    void problemChanged(const QString &problem);
    void noticed(const QString &sentence);   ///< something the user should know, once

private:
    void wireDetection();
    void wireActions();
    void wireMetrics();
    void wireAlerts();
    void take(const Scrape &scrape);
    void keep(WriteQueue::Batch batch, const Scrape &receipt);
    void written(const Scrape &receipt, qint64 size, const Result<void> &stored);
    RetentionPolicy retention() const;
    void limitSeries();
    void setProblem(const QString &problem);
    void reload();
    void upkeep();

    Services &m_services;
    Store &m_store;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<SelfMetrics> m_metrics;
    std::unique_ptr<SourceManager> m_sources;
    std::unique_ptr<AlertService> m_alerts;
    std::unique_ptr<LogIntake> m_logs;
    std::unique_ptr<ChangeIntake> m_changes;
    std::unique_ptr<GapWatch> m_gaps;
    std::unique_ptr<DetectionService> m_detection;
    std::unique_ptr<SignalLoop> m_loop;
    std::unique_ptr<Correlator> m_correlator;
    std::unique_ptr<LiveScorer> m_scorer;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<WriteQueue> m_queue;       ///< the last: what it still has to say finds the others alive
    std::map<qint64, std::size_t> m_suggested; ///< by incident: how many anomalies are worth the next look
    QTimer m_second, m_reload, m_minute;
    qint64 m_taken = 0;
    double m_rate = 0;
    QString m_problem, m_reloadProblem;
    bool m_started = false;
};

} // namespace lepto
