#pragma once

#include "core/base/clock.h"
#include "core/detect/detection_service.h"
#include "core/health/health_evaluator.h"
#include "core/promql/store_provider.h"

#include <QObject>
#include <QTimer>

#include <set>

namespace lepto {

/// The beat of the console: every few seconds the rules are read over the store, the signals go back into it as series, the
/// detectors score them, and health is judged. One round after the other, in the engine's thread; a round that is late is left out.
class SignalLoop : public QObject {
    Q_OBJECT
public:
    /// All references outlive the loop. `store` must be open for writing.
    SignalLoop(Store &store, DetectionService &detection, const Clock &clock, std::vector<Rule> rules, const QString &language, QObject *parent = nullptr);

    /// Twice is once. Health is known at once, from what is stored; the first round follows after `intervalMs`.
    void start(int intervalMs);
    void stop();
    void round();                ///< one round now
    const HealthSnapshot &health() const { return m_health; }
    qint64 lastRoundMs() const { return m_lastRoundMs; } ///< what the last round cost

Q_SIGNALS:
    void judged(const lepto::HealthSnapshot &health);
    void problem(const lepto::Error &error); ///< once per rule and sentence

private:
    void look();
    void report(const Error &error);

    Store &m_store;
    DetectionService &m_detection;
    const Clock &m_clock;
    promql::StoreProvider m_provider;
    SignalEvaluator m_reader;
    HealthEvaluator m_judge;
    HealthSnapshot m_health;
    QTimer m_timer;
    std::set<std::string> m_reported;
    qint64 m_lastRoundMs = 0;
};

} // namespace lepto
