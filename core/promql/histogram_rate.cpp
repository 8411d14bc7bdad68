#include "core/promql/extrapolation.h"
#include "core/promql/histogram_points.h"
#include "core/promql/mixed_window.h"
#include "core/promql/remarks.h"
#include "ml/base/histogram_arithmetic.h"
#include "ml/base/histogram_buckets.h"

#include <cmath>

namespace lepto::promql {

namespace {

using Reset = NativeHistogram::Reset;

/// Remarks about a window whose histograms are not of the kind that the function is for.
void remarkKind(const MixedWindow &window, const RemarkSink &remarks, bool counter)
{
    const bool edgesAreGauges
        = window.histograms.front().value->reset == Reset::Gauge && window.histograms.back().value->reset == Reset::Gauge;
    if (!counter && !edgesAreGauges)
        remarks.warn(notAGauge(remarks.metric));
    for (const HistogramPoint &point : window.histograms) {
        if (counter && point.value->reset == Reset::Gauge)
            return remarks.warn(notACounter(remarks.metric));
    }
}

/// Adds or subtracts with the remarks that belong to it. False where the two do not mix.
bool combine(NativeHistogram &into, const NativeHistogram &other, const RemarkSink &remarks, bool subtraction)
{
    const auto combination = subtraction ? ml::subtract(into, other) : ml::add(into, other);
    if (!combination.compatible)
        remarks.warn(mixedSchemas(remarks.metric));
    else if (combination.boundsReconciled)
        remarks.inform(reconciledBounds(subtraction ? "subtraction" : "addition"));
    return combination.compatible;
}

NativeHistogram emptyLike(const NativeHistogram &histogram)
{
    NativeHistogram empty;
    empty.schema = histogram.schema;
    empty.customBounds = histogram.customBounds;
    return empty;
}

/// Last minus first, plus what was lost at each counter reset.
std::optional<NativeHistogram> change(std::span<const HistogramPoint> points, const RemarkSink &remarks, bool counter)
{
    // After a reset right behind the first histogram, its boundaries do not matter any more.
    const bool startsAnew = counter && ml::isReset(*points[1].value, *points[0].value);
    const NativeHistogram empty = startsAnew ? emptyLike(*points[1].value) : NativeHistogram();
    const NativeHistogram *before = startsAnew ? &empty : points[0].value.get();
    const bool custom = ml::hasCustomBounds(*before);
    for (const HistogramPoint &point : points.subspan(1)) {
        const bool used = counter || &point == &points.back();
        if (used && ml::hasCustomBounds(*point.value) != custom) {
            remarks.warn(mixedSchemas(remarks.metric));
            return std::nullopt;
        }
    }
    NativeHistogram result = *points.back().value;
    if (!combine(result, *before, remarks, true))
        return std::nullopt;
    for (const HistogramPoint &point : points.subspan(1)) {
        if (counter && ml::isReset(*point.value, *before) && !combine(result, *before, remarks, false))
            return std::nullopt;
        before = point.value.get();
    }
    return result;
}

} // namespace

Element histogramRate(const MixedWindow &window, const RemarkSink &remarks, bool counter, bool perSecond)
{
    const auto points = window.histograms;
    if (window.isMixed()) {
        remarks.warn(mixedInRange(remarks.metric));
        return {};
    }
    if (points.size() < 2)
        return {};
    remarkKind(window, remarks, counter);
    auto result = change(points, remarks, counter);
    if (!result)
        return {};
    const double first = points.front().value->count;
    const double zeroAt = counter && result->count > 0 && first >= 0 ? first / result->count : HUGE_VAL;
    const Covered covered { window.start, window.end, points.front().t, points.back().t, points.size() };
    ml::multiply(*result, extrapolation(covered, zeroAt, perSecond));
    result->reset = Reset::Gauge;
    return { absent(), shared(ml::compacted(std::move(*result))) };
}

Element histogramInstantRate(const MixedWindow &window, const RemarkSink &remarks, bool counter)
{
    const auto points = window.histograms;
    if (window.isMixed()) {
        // Only the last two count: floats alone, histograms alone, or no result.
        const TimeMs lastFloat = window.samples.back().t, lastHistogram = points.back().t;
        const bool floats = window.samples.size() > 1 && window.samples[window.samples.size() - 2].t > lastHistogram;
        const bool histograms = points.size() > 1 && points[points.size() - 2].t > lastFloat;
        if (floats) {
            const Window last { window.samples };
            return { counter ? instantRateOf(last) : instantDeltaOf(last) };
        }
        if (!histograms) {
            remarks.warn(mixedInRange(remarks.metric));
            return {};
        }
    }
    if (points.size() < 2)
        return {};
    const HistogramPoint &last = points.back(), &before = points[points.size() - 2];
    const MixedWindow pair { {}, points.last(2), window.start, window.end };
    remarkKind(pair, remarks, counter);
    NativeHistogram result = *last.value;
    const bool reset = counter && ml::isReset(result, *before.value);
    if (!reset && !combine(result, *before.value, remarks, true))
        return {};
    if (counter)
        ml::divide(result, double(last.t - before.t) / 1000.0);
    result.reset = Reset::Gauge;
    return { absent(), shared(ml::compacted(std::move(result))) };
}

Element histogramTotal(const MixedWindow &window, const RemarkSink &remarks, bool average)
{
    if (window.isMixed()) {
        remarks.warn(mixedInRange(remarks.metric));
        return {};
    }
    NativeHistogram total = *window.histograms.front().value;
    for (const HistogramPoint &point : window.histograms.subspan(1)) {
        const auto combination = ml::add(total, *point.value);
        if (!combination.compatible) {
            remarks.warn(mixedSchemas(remarks.metric));
            return {};
        }
        if (combination.boundsReconciled)
            remarks.inform(reconciledBounds("aggregation"));
        if (combination.resetsConflict)
            remarks.warn(conflictingResets("aggregation"));
    }
    if (average)
        ml::divide(total, double(window.histograms.size()));
    return { absent(), shared(std::move(total)) };
}

} // namespace lepto::promql
