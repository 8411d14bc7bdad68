#pragma once

#include "core/files/series_source.h"
#include "core/store/store.h"

#include <QIODevice>

#include <functional>
#include <optional>

namespace lepto {

/// csv: rows timestamp,series,value with RFC 3339 times. openmetrics: text that `promtool tsdb create-blocks-from openmetrics` and our own
/// import read back to the same samples. json: one answer of the shape that Prometheus gives to a range query.
enum class ExportFormat { Csv, OpenMetrics, Json };
std::optional<ExportFormat> exportFormatOf(const QString &name);

struct ExportCounts {
    std::int64_t series = 0, samples = 0;
    std::int64_t markers = 0;  ///< stale markers: no format has a word for them
    std::int64_t histograms = 0; ///< native histograms, neither
    std::int64_t unnamed = 0;  ///< series without a metric name, which OpenMetrics cannot say
};

/// Writes the samples of all series that match, exactly: values in the shortest form that reads back to the same double. Series by series,
/// so memory holds one at a time. Errors: those of the store, Exhausted where the device cannot take it, Cancelled when `goesOn` says so.
Result<ExportCounts> exportSeries(const Store &store, std::span<const Matcher> match, TimeSpan range, ExportFormat format, QIODevice &out,
                                  const std::function<bool(double)> &goesOn = {});

/// Seconds with three decimals, and more of them where a reader that multiplies a float and cuts would get one millisecond less.
std::string openMetricsTime(TimeMs t);

} // namespace lepto
