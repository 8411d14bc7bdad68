#pragma once

#include "core/base/clock.h"
#include "core/base/job_runner.h"
#include "core/incidents/incident.h"
#include "core/models/model_registry.h"
#include "core/models/training_jobs.h"
#include "core/models/training_spec.h"
#include "core/store/store.h"
#include "core/worker/worker_client.h"

#include <QTimer>

#include <functional>

namespace lepto {

/// Runs training jobs one after another: exports the series to a regular grid in `jobsFolder`/ID (labelled regions marked, never learnt
/// from), has the worker train and evaluate, registers the result. Jobs are kept in ops.db: one whose process was killed comes
/// back as Interrupted and `resume` continues it from its checkpoint, without registering anything twice.
/// Lives in the engine's thread; everything it is given outlives it.
class TrainingService : public QObject {
    Q_OBJECT
public:
    struct Parts {
        const Store *store = nullptr; ///< null: resume and list only
        OpsDatabase &db;
        ModelRegistry &registry;
        const Clock &clock;
        QString jobsFolder;
        QStringList workerCommand;
        /// Regions of one series that touch [from, to]; asked when a job is exported.
        std::function<std::vector<LabelRegion>(const Labels &, TimeMs, TimeMs)> labels;
    };
    explicit TrainingService(Parts parts, QObject *parent = nullptr);
    ~TrainingService() override;

    /// Reads the jobs; those whose process is gone become Interrupted.
    Result<void> load();
    const std::vector<TrainingJob> &jobs() const { return m_jobs; }   ///< newest first
    std::optional<TrainingJob> job(const QString &id) const;

    /// Answers the job's id at once. Errors: BadInput (name, no series, empty range), Unavailable (no store), those of ops.db.
    Result<QString> start(const TrainingSpec &spec);
    /// Errors: NotFound, Conflict where it is over.
    Result<void> cancel(const QString &id);
    /// Of an Interrupted, Cancelled or Failed job. Errors: NotFound, Conflict where it runs or is done.
    Result<void> resume(const QString &id);

Q_SIGNALS:
    void jobChanged(const lepto::TrainingJob &job);
    void modelRegistered(const lepto::ModelVersion &model);

private:
    TrainingJob *find(const QString &id);
    void runNext();
    void runLater();
    void exportData(const QString &id);
    void train(const QString &id);
    void evaluate(const QString &id);
    void complete(const QString &id, const QJsonObject &metrics);
    void progress(const QString &request, const QJsonObject &body);
    void answered(const QString &request, const QJsonObject &body);
    void refused(const QString &request, const Error &error);
    void beat();
    void settle(const QString &id, TrainingJob::State state, const QString &reason);
    void change(TrainingJob &job);
    QString fileOf(const QString &id, const char *name) const;

    Parts m_parts;
    TrainingJobs m_table;
    WorkerClient m_worker;
    JobRunner m_runner;
    QTimer m_heartbeat;
    std::vector<TrainingJob> m_jobs;
    QString m_current;                ///< id of the job that runs; empty: none
    QString m_request;                ///< of the worker for that job
    QFutureWatcherBase *m_export = nullptr;
};

} // namespace lepto
