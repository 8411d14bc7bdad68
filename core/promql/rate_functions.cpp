#include "core/promql/window_functions.h"

#include "core/promql/extrapolation.h"
#include "core/promql/kahan.h"

#include <algorithm>
#include <cmath>

namespace lepto::promql {

namespace {

double extrapolated(const Window &window, bool counter, bool perSecond)
{
    const auto samples = window.samples;
    if (samples.size() < 2)
        return absent();
    const Sample &first = samples.front(), &last = samples.back();
    double change = last.v - first.v;
    if (counter)
        change += window.resets[samples.size() - 1] - window.resets[0];
    const Covered covered { window.start, window.end, first.t, last.t, samples.size() };
    const double zeroAt = counter && change > 0 && first.v >= 0 ? first.v / change : HUGE_VAL;
    return change * extrapolation(covered, zeroAt, perSecond);
}

struct Trend {
    double slope = 0, intercept = 0;
};

/// Least squares through the samples; the intercept is at `origin`.
Trend leastSquares(std::span<const Sample> samples, TimeMs origin)
{
    KahanSum sumX, sumY, sumXY, sumXX;
    bool constant = true;
    for (const Sample &sample : samples) {
        const double x = double(sample.t - origin) / 1000.0;
        constant = constant && sample.v == samples.front().v;
        sumX.add(x);
        sumY.add(sample.v);
        sumXY.add(x * sample.v);
        sumXX.add(x * x);
    }
    if (constant)
        return std::isinf(samples.front().v) ? Trend { NAN, NAN } : Trend { 0, samples.front().v };
    const double n = double(samples.size());
    const double covariance = sumXY.value() - sumX.value() * sumY.value() / n;
    const double variance = sumXX.value() - sumX.value() * sumX.value() / n;
    const double slope = covariance / variance;
    return { slope, sumY.value() / n - slope * sumX.value() / n };
}

} // namespace

std::vector<double> cumulativeResets(const std::vector<Sample> &samples)
{
    std::vector<double> resets(samples.size());
    double total = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (samples[i].v < samples[i - 1].v)
            total += samples[i - 1].v;
        resets[i] = total;
    }
    return resets;
}

double rateOf(const Window &window)
{
    return extrapolated(window, true, true);
}
double increaseOf(const Window &window)
{
    return extrapolated(window, true, false);
}
double deltaOf(const Window &window)
{
    return extrapolated(window, false, false);
}

double instantRateOf(const Window &window)
{
    if (window.samples.size() < 2)
        return absent();
    const Sample &last = window.samples.back(), &before = window.samples[window.samples.size() - 2];
    const double change = last.v < before.v ? last.v : last.v - before.v;
    return last.t == before.t ? absent() : change / (double(last.t - before.t) / 1000.0);
}

double instantDeltaOf(const Window &window)
{
    if (window.samples.size() < 2)
        return absent();
    return window.samples.back().v - window.samples[window.samples.size() - 2].v;
}

double slopeOf(const Window &window)
{
    return window.samples.size() < 2 ? absent() : leastSquares(window.samples, window.samples.front().t).slope;
}

double predictionOf(const Window &window)
{
    if (window.samples.size() < 2)
        return absent();
    const Trend trend = leastSquares(window.samples, window.now);
    return trend.slope * window.params[0] + trend.intercept;
}

double smoothedOf(const Window &window)
{
    const auto samples = window.samples;
    const double smoothing = window.params[0], trending = window.params[1];
    if (samples.size() < 2)
        return absent();
    double before = 0, level = samples[0].v, trend = samples[1].v - samples[0].v;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (i > 1)
            trend = trending * (level - before) + (1 - trending) * trend;
        const double next = smoothing * samples[i].v + (1 - smoothing) * (level + trend);
        before = level;
        level = next;
    }
    return level;
}

} // namespace lepto::promql
