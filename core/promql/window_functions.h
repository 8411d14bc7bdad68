#pragma once

#include "core/promql/eval_block.h"

#include <array>
#include <span>
#include <string_view>

namespace lepto::promql {

/// What a function over a range sees at one step: the samples in (start, end], never none.
struct Window {
    std::span<const Sample> samples;
    const double *resets = nullptr; ///< per sample: sum of all counter drops up to it; only for counter functions
    TimeMs start = 0, end = 0; ///< shifted by offset and @
    TimeMs now = 0; ///< the step's own time
    std::array<double, 2> params {}; ///< scalar arguments at this step
};

/// Answers absent() where the window has no result.
using WindowFunction = double (*)(const Window &);

struct WindowFunctionInfo {
    std::string_view name;
    WindowFunction run;
    bool counter = false; ///< wants Window::resets
    bool keepsName = false;
};

const WindowFunctionInfo &windowFunction(std::string_view name);

/// Sum of all counter drops up to each sample, so that any window's correction is one subtraction.
std::vector<double> cumulativeResets(const std::vector<Sample> &samples);

// The rate family: extrapolation as in Prometheus' documentation of rate().
double rateOf(const Window &window);
double increaseOf(const Window &window);
double deltaOf(const Window &window);
double instantRateOf(const Window &window);
double instantDeltaOf(const Window &window);
// Trends: least squares over the window, double exponential smoothing.
double slopeOf(const Window &window);
double predictionOf(const Window &window);
double smoothedOf(const Window &window);

/// Quantile by linear interpolation between ranks, NaN smallest; reorders `values`.
double quantileOf(std::vector<double> &values, double q);

} // namespace lepto::promql
