#include "core/promql/window_functions.h"

#include "core/promql/kahan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto::promql {

namespace {

double sumOf(const Window &window)
{
    KahanSum sum;
    for (const Sample &sample : window.samples)
        sum.add(sample.v);
    return sum.value();
}

double averageOf(const Window &window)
{
    const double n = double(window.samples.size());
    KahanSum sum;
    bool infinite = false;
    for (const Sample &sample : window.samples) {
        sum.add(sample.v);
        infinite = infinite || std::isinf(sample.v);
    }
    if (!std::isinf(sum.sum) || infinite)
        return sum.sum / n + (std::isinf(sum.sum) ? 0 : sum.compensation / n);
    KahanSum mean; // the sum does not fit a double, the mean does
    for (const Sample &sample : window.samples)
        mean.add(sample.v / n);
    return mean.value();
}

double varianceOf(const Window &window)
{
    double count = 0;
    KahanSum mean, squares;
    for (const Sample &sample : window.samples) {
        ++count;
        const double delta = sample.v - mean.value();
        mean.add(delta / count);
        squares.add(delta * (sample.v - mean.value()));
    }
    return squares.value() / count;
}

/// The sample with the largest value (sign 1) or the smallest (sign -1); NaN only where there is nothing else.
const Sample &extreme(const Window &window, double sign, bool lastOfEqual = false)
{
    const Sample *best = &window.samples.front();
    for (const Sample &sample : window.samples) {
        const double ahead = sign * (sample.v - best->v);
        if (ahead > 0 || (lastOfEqual && sample.v == best->v) || std::isnan(best->v))
            best = &sample;
    }
    return *best;
}

double changesOf(const Window &window)
{
    double count = 0;
    for (std::size_t i = 1; i < window.samples.size(); ++i) {
        const double before = window.samples[i - 1].v, v = window.samples[i].v;
        count += v != before && !(std::isnan(v) && std::isnan(before)) ? 1 : 0;
    }
    return count;
}

double resetsOf(const Window &window)
{
    double count = 0;
    for (std::size_t i = 1; i < window.samples.size(); ++i)
        count += window.samples[i].v < window.samples[i - 1].v ? 1 : 0;
    return count;
}

std::vector<double> valuesOf(const Window &window)
{
    std::vector<double> values;
    values.reserve(window.samples.size());
    for (const Sample &sample : window.samples)
        values.push_back(sample.v);
    return values;
}

double windowQuantile(const Window &window)
{
    std::vector<double> values = valuesOf(window);
    return quantileOf(values, window.params[0]);
}

double medianDeviation(const Window &window)
{
    std::vector<double> values = valuesOf(window);
    const double median = quantileOf(values, 0.5);
    for (double &v : values)
        v = std::abs(v - median);
    return quantileOf(values, 0.5);
}

double secondsOf(const Sample &sample)
{
    return double(sample.t) / 1000.0;
}

constexpr WindowFunctionInfo kFunctions[] = {
    { "rate", rateOf, true },
    { "increase", increaseOf, true },
    { "delta", deltaOf },
    { "irate", instantRateOf },
    { "idelta", instantDeltaOf },
    { "deriv", slopeOf },
    { "predict_linear", predictionOf },
    { "double_exponential_smoothing", smoothedOf },
    { "holt_winters", smoothedOf },
    { "sum_over_time", sumOf },
    { "avg_over_time", averageOf },
    { "min_over_time", [](const Window &w) { return extreme(w, -1).v; } },
    { "max_over_time", [](const Window &w) { return extreme(w, 1).v; } },
    { "count_over_time", [](const Window &w) { return double(w.samples.size()); } },
    { "present_over_time", [](const Window &) { return 1.0; } },
    { "stdvar_over_time", varianceOf },
    { "stddev_over_time", [](const Window &w) { return std::sqrt(varianceOf(w)); } },
    { "quantile_over_time", windowQuantile },
    { "mad_over_time", medianDeviation },
    { "last_over_time", [](const Window &w) { return w.samples.back().v; }, false, true },
    { "first_over_time", [](const Window &w) { return w.samples.front().v; }, false, true },
    { "changes", changesOf },
    { "resets", resetsOf },
    { "ts_of_min_over_time", [](const Window &w) { return secondsOf(extreme(w, -1, true)); } },
    { "ts_of_max_over_time", [](const Window &w) { return secondsOf(extreme(w, 1, true)); } },
    { "ts_of_first_over_time", [](const Window &w) { return secondsOf(w.samples.front()); } },
    { "ts_of_last_over_time", [](const Window &w) { return secondsOf(w.samples.back()); } },
};

} // namespace

const WindowFunctionInfo &windowFunction(std::string_view name)
{
    const auto found = std::find_if(
        std::begin(kFunctions), std::end(kFunctions), [&](const WindowFunctionInfo &info) { return info.name == name; });
    if (found == std::end(kFunctions))
        fail("function " + std::string(name) + " is not evaluated here");
    return *found;
}

double quantileOf(std::vector<double> &values, double q)
{
    if (values.empty() || std::isnan(q))
        return std::numeric_limits<double>::quiet_NaN();
    if (q < 0 || q > 1)
        return q < 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    std::sort(values.begin(), values.end(), [](double a, double b) { return std::isnan(a) ? !std::isnan(b) : a < b; });
    const double rank = q * double(values.size() - 1);
    const std::size_t lower = std::size_t(std::max(0.0, std::floor(rank)));
    const std::size_t upper = std::min(values.size() - 1, lower + 1);
    const double weight = rank - std::floor(rank);
    return values[lower] * (1 - weight) + values[upper] * weight;
}

} // namespace lepto::promql
