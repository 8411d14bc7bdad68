#pragma once

#include "core/models/model.h"
#include "core/store/ops_database.h"

#include <QJsonObject>

namespace lepto {

/// The table of training jobs in ops.db. Thread: the database's.
class TrainingJobs {
public:
    explicit TrainingJobs(OpsDatabase &db) : m_db(db) {}

    Result<std::vector<TrainingJob>> all();                            ///< newest first
    Result<QJsonObject> request(const QString &id);                    ///< what was asked for. Errors: NotFound
    Result<void> insert(const TrainingJob &job, const QJsonObject &request);
    Result<void> update(const TrainingJob &job);
    /// Takes a job over for this process, if no living process has it. Errors: Conflict.
    Result<void> claim(const QString &id);
    /// Marks the unfinished jobs whose process is gone as Interrupted.
    Result<void> markInterrupted();

private:
    OpsDatabase &m_db;
};

/// "HOST:PID:START" of this process, and whether the process of such a text still lives (always true for another host within a minute
/// of `heartbeat`).
QString thisProcess();
bool processLives(const QString &owner, TimeMs heartbeat, TimeMs now);

} // namespace lepto
