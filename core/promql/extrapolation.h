#pragma once

#include "ml/base/series.h"

#include <algorithm>

namespace lepto::promql {

/// The part of a window that its samples cover.
struct Covered {
    TimeMs start = 0, end = 0; ///< of the window
    TimeMs first = 0, last = 0; ///< of the samples
    std::size_t samples = 0; ///< at least 2
};

/// By what a first-to-last change is stretched to the edges of the window: fully where the edge is within 1.1 of the average
/// sample spacing, else by half a spacing. A counter does not go below its zero, which is `zeroAt` covered lengths before the
/// first sample (infinite for a gauge). Source: Prometheus' documentation of rate().
inline double extrapolation(const Covered &window, double zeroAt, bool perSecond)
{
    double toStart = double(window.first - window.start) / 1000.0;
    double toEnd = double(window.end - window.last) / 1000.0;
    const double covered = double(window.last - window.first) / 1000.0;
    const double spacing = covered / double(window.samples - 1);
    const double threshold = spacing * 1.1;
    if (toStart >= threshold)
        toStart = spacing / 2;
    toStart = std::min(toStart, covered * zeroAt);
    if (toEnd >= threshold)
        toEnd = spacing / 2;
    const double factor = (covered + toStart + toEnd) / covered;
    return perSecond ? factor / (double(window.end - window.start) / 1000.0) : factor;
}

} // namespace lepto::promql
