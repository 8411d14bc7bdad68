#pragma once

#include <cstddef>
#include <span>

namespace lepto::ml {

/// Four statistics of each trailing window [i - window + 1, i], clipped at the start of its series.
struct RollingSpans {
    std::span<float> mean, deviation, minimum, maximum; ///< as long as the input; deviation: population, never negative
};

/// Rolling statistics of `series` series of equal length that lie one after another; NaN is not allowed in. The CPU twin of rollingCuda:
/// same results within rounding, the same tests run over both. O(n) a series, numerically stable (a window is re-summed every 1024 values).
void rollingCpu(std::span<const float> values, std::size_t series, std::size_t window, const RollingSpans &out);

} // namespace lepto::ml
