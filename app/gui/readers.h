#pragma once

#include "core/detect/detection_service.h"
#include "core/forecast/forecast_service.h"
#include "ui/console.h"

#include <atomic>

namespace lepto {

/// The past that a page asks about: the live history, or that of an open bundle. Thread-safe parts only, so reads run in a pool.
struct History {
    const Store &store;
    ForecastService &forecasts;
    DetectionService::Factory detector;
    TimeMs now = 0;
};

/// The reading side of ui/console.h. Labels are not filled in: they belong to the engine's thread.
Result<ChartAnswer> readChart(const History &history, const ChartRequest &request);
Result<std::vector<SeriesInfo>> readSeries(const History &history, const QString &text, int limit);
/// `cancelled` may be set from any thread: the query then ends with Cancelled.
Result<std::vector<std::pair<Labels, Columns>>> readQuery(const History &history, const QString &expr, TimeMs from, TimeMs to, int columns,
                                                             const std::atomic<bool> &cancelled);

} // namespace lepto
