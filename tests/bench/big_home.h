#pragma once

#include "ml/base/result.h"
#include "ml/base/series.h"

#include <QStringList>

namespace lepto::bench {

/// A data folder as a month of watching a fleet leaves it: hosts with node exporter's names that the shipped rules know, and as many
/// further gauges and counters as make `series` in all, a sample a minute up to now.
struct BigHome {
    int series = 5000, days = 30;
    qint64 logLines = 0;              ///< in logs.db, a hundred a second up to now
};

Result<void> writeBigHome(const QString &home, const BigHome &what, TimeMs now);

/// Makes the exporters at `urls` the sources of the data folder.
Result<void> writeSources(const QString &home, const QStringList &urls, int intervalMs);

/// A page in the text format with `series` gauges of one moment, for a source that is polled while something is measured.
/// `padding` bytes of a label make it as large as wanted.
QByteArray fleetPage(int series, int tick, int padding = 0);

} // namespace lepto::bench
