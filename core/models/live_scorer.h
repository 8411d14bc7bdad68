#pragma once

#include "core/base/clock.h"
#include "core/detect/anomaly.h"
#include "core/models/model_registry.h"
#include "core/store/store.h"
#include "core/worker/worker_client.h"

#include <QTimer>

#include <map>

namespace lepto {

/// What an active model thinks of the newest rows.
struct ModelScore {
    QString model;                    ///< "model:NAME@VERSION"
    TimeMs at = 0;
    double score = 0;                 ///< 0..1, 0.5 at the model's threshold
    bool anomalous = false;
    std::vector<std::pair<Labels, double>> shares; ///< part of each series in the error, in the model's order
};

/// Has a worker score the newest window of every active model each few seconds, and turns alarms into anomalies of the series with the
/// largest share (two alarms in a row open one). A model whose series are not in the store, or whose file is refused, is skipped and
/// named once in `problem`. Lives in the engine's thread; everything it is given outlives it.
class LiveScorer : public QObject {
    Q_OBJECT
public:
    LiveScorer(const Store &store, ModelRegistry &registry, const Clock &clock, QStringList workerCommand, QObject *parent = nullptr);
    ~LiveScorer() override;

    void start(int intervalMs = 5000);  ///< twice is once
    void stop();
    void scoreNow();

Q_SIGNALS:
    void scored(const lepto::ModelScore &score);
    void anomalyOpened(const lepto::Anomaly &anomaly);
    void anomalyGrew(const lepto::Anomaly &anomaly);
    void anomalyEnded(const lepto::Anomaly &anomaly);
    void problem(const QString &model, const QString &reason);

private:
    struct Watch;
    void reload();
    void ask(Watch &watch);
    void take(Watch &watch, const QJsonObject &body);
    void track(Watch &watch, const ModelScore &score, const std::vector<double> &expected);
    void report(Watch &watch, const QString &reason);
    Watch *watchOf(const QString &request);

    const Store &m_store;
    ModelRegistry &m_registry;
    const Clock &m_clock;
    WorkerClient m_worker;
    QTimer m_timer;
    std::map<QString, std::unique_ptr<Watch>> m_watches; ///< by "model:NAME@VERSION"
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::ModelScore)
