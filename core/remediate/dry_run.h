#pragma once

#include "core/base/clock.h"
#include "core/remediate/local_command.h"
#include "core/remediate/run.h"

#include <QObject>

namespace lepto {

/// What a plan would do, without doing it: for each step its read-only `check`, else its `probe`, else only the words of the
/// command. Deletes itself after `finished`. Lives in the engine's thread.
class DryRun : public QObject {
    Q_OBJECT
public:
    DryRun(const Plan &plan, const QString &folder, const Clock &clock, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    /// One record a step; `good` is false when a check failed.
    void finished(const std::vector<lepto::StepRecord> &records, bool good);

private:
    void next();
    void take(const CommandResult &result);

    Plan m_plan;
    QString m_folder;
    const Clock &m_clock;
    std::vector<StepRecord> m_records;
    bool m_good = true;
};

} // namespace lepto
