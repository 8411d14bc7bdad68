#include "core/logs/log_source.h"

#include <QDateTime>

namespace lepto {

void LogSource::give(LogBatch batch)
{
    if (batch.lines.empty() && batch.positions.empty())
        return;
    batch.source = config().name;
    batch.at = QDateTime::currentMSecsSinceEpoch();
    Q_EMIT linesRead(batch);
}

} // namespace lepto
