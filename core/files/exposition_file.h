#pragma once

#include "core/files/sample_collector.h"
#include "core/sources/exposition_parser.h"

#include <QIODevice>

#include <functional>

namespace lepto {

/// Reads a dump of metrics, however large: Prometheus text 0.0.4 (timestamps in ms) or OpenMetrics (in seconds). Samples without a
/// timestamp get the time `at`. Lines that are wrong are counted and passed over.
struct ExpositionCounts {
    std::int64_t samples = 0, ownTimes = 0, badLines = 0;
    QString firstBad; ///< "line 17: REASON"
};

/// `step` is asked after each piece with the bytes read so far; false stops. Errors: Unavailable, Cancelled, Exhausted (a line beyond
/// 16 MiB, more than a million series).
Result<ExpositionCounts> readExpositionFile(QIODevice &in, ExpositionFormat format, TimeMs at, SampleCollector &collector,
                                            const std::function<bool(qint64)> &step);

} // namespace lepto
