#include "core/remediate/track_record.h"

#include "core/remediate/run_names.h"

#include <QCoreApplication>

namespace lepto {

QString TrackRecord::words() const
{
    if (ended == 0)
        return QCoreApplication::translate("TrackRecord", "never run here");
    return QCoreApplication::translate("TrackRecord", "%1 of %2 earlier runs succeeded").arg(good).arg(ended);
}

TrackRecord trackRecordOf(const std::vector<Run> &runs, const QString &runbook)
{
    TrackRecord record;
    for (const Run &run : runs) {
        if (run.plan.runbook != runbook || run.startedAt == 0 || isActive(run.state))
            continue;
        ++record.ended;
        record.good += run.state == RunState::Succeeded ? 1 : 0;
    }
    return record;
}

} // namespace lepto
