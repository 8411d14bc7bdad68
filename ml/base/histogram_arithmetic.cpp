#include "ml/base/histogram_arithmetic.h"

#include "ml/base/histogram_buckets.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace lepto::ml {

namespace {

using Reset = NativeHistogram::Reset;

/// A histogram as it is combined: its buckets by index.
struct Parts {
    explicit Parts(const NativeHistogram &histogram)
        : schema(histogram.schema)
        , zeroThreshold(histogram.zeroThreshold)
        , zeroCount(histogram.zeroCount)
        , positive(bucketCounts(histogram.positiveSpans, histogram.positiveCounts))
        , negative(bucketCounts(histogram.negativeSpans, histogram.negativeCounts))
        , bounds(histogram.customBounds)
    { }

    std::int32_t schema;
    double zeroThreshold, zeroCount;
    BucketCounts positive, negative;
    std::vector<double> bounds;
};

/// Buckets under new indices, those that meet added up. The mapping never changes the order.
template <typename Map>
BucketCounts remapped(const BucketCounts &buckets, Map map)
{
    BucketCounts result;
    for (const IndexedCount &bucket : buckets) {
        const std::int64_t index = map(bucket.index);
        if (!result.empty() && result.back().index == index)
            result.back().count += bucket.count;
        else
            result.push_back({ index, bucket.count });
    }
    return result;
}

void coarsen(Parts &parts, std::int32_t schema)
{
    if (schema >= parts.schema)
        return;
    const int shift = parts.schema - schema;
    const auto target = [&](std::int64_t index) { return ((index - 1) >> shift) + 1; };
    parts.positive = remapped(parts.positive, target);
    parts.negative = remapped(parts.negative, target);
    parts.schema = schema;
}

void useBounds(Parts &parts, const std::vector<double> &bounds)
{
    if (parts.bounds == bounds)
        return;
    parts.positive = remapped(parts.positive, [&](std::int64_t index) {
        if (index < 0 || std::size_t(index) >= parts.bounds.size())
            return std::int64_t(bounds.size());
        return std::int64_t(std::lower_bound(bounds.begin(), bounds.end(), parts.bounds[std::size_t(index)]) - bounds.begin());
    });
    parts.bounds = bounds;
}

/// The smallest threshold from `wanted` on at which the zero bucket cuts no populated bucket.
double uncutThreshold(const Parts &parts, double wanted)
{
    if (parts.zeroThreshold >= wanted)
        return parts.zeroThreshold;
    for (bool moved = true; moved;) {
        moved = false;
        for (const BucketCounts *side : { &parts.positive, &parts.negative }) {
            for (const IndexedCount &bucket : *side) {
                if (exponentialBound(parts.schema, bucket.index - 1) >= wanted)
                    break;
                if (const double upper = exponentialBound(parts.schema, bucket.index); upper > wanted) {
                    wanted = upper;
                    moved = true;
                }
            }
        }
    }
    return wanted;
}

void widenZero(Parts &parts, double threshold)
{
    if (threshold <= parts.zeroThreshold)
        return;
    for (BucketCounts *side : { &parts.positive, &parts.negative }) {
        std::erase_if(*side, [&](const IndexedCount &bucket) {
            const bool inside = exponentialBound(parts.schema, bucket.index) <= threshold;
            parts.zeroCount += inside ? bucket.count : 0;
            return inside;
        });
    }
    parts.zeroThreshold = threshold;
}

/// Gives both the same boundaries. True where custom ones had to go.
bool align(Parts &a, Parts &b)
{
    if (a.schema == NativeHistogram::customSchema) {
        if (a.bounds == b.bounds)
            return false;
        std::vector<double> common;
        std::set_intersection(a.bounds.begin(), a.bounds.end(), b.bounds.begin(), b.bounds.end(), std::back_inserter(common));
        useBounds(a, common);
        useBounds(b, common);
        return true;
    }
    double wanted = std::max(a.zeroThreshold, b.zeroThreshold);
    for (double before = -1; a.zeroThreshold != b.zeroThreshold && wanted > before;) {
        before = wanted;
        widenZero(a, uncutThreshold(a, wanted));
        widenZero(b, uncutThreshold(b, wanted));
        wanted = std::max(a.zeroThreshold, b.zeroThreshold);
    }
    const std::int32_t schema = std::min(a.schema, b.schema);
    coarsen(a, schema);
    coarsen(b, schema);
    return false;
}

BucketCounts combined(const BucketCounts &a, const BucketCounts &b, double sign)
{
    BucketCounts result;
    result.reserve(a.size() + b.size());
    auto left = a.begin(), right = b.begin();
    const auto keep = [&](std::int64_t index, double count) {
        if (count != 0)
            result.push_back({ index, count });
    };
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->index < right->index)) {
            keep(left->index, left->count);
            ++left;
        } else if (left == a.end() || right->index < left->index) {
            keep(right->index, sign * right->count);
            ++right;
        } else {
            keep(left->index, left->count + sign * right->count);
            ++left;
            ++right;
        }
    }
    return result;
}

Reset combinedHint(Reset a, Reset b, bool &conflict)
{
    if (a == b)
        return a;
    if (a == Reset::Gauge || b == Reset::Gauge)
        return Reset::Gauge;
    conflict = a != Reset::Unknown && b != Reset::Unknown;
    return Reset::Unknown;
}

HistogramCombination combine(NativeHistogram &into, const NativeHistogram &other, double sign)
{
    HistogramCombination result;
    if (hasCustomBounds(into) != hasCustomBounds(other)) {
        result.compatible = false;
        return result;
    }
    Parts a(into), b(other);
    result.boundsReconciled = align(a, b);
    into.reset = combinedHint(into.reset, other.reset, result.resetsConflict);
    into.schema = a.schema;
    into.zeroThreshold = a.zeroThreshold;
    into.zeroCount = a.zeroCount + sign * b.zeroCount;
    into.count += sign * other.count;
    into.sum += sign * other.sum;
    into.customBounds = std::move(a.bounds);
    setBucketCounts(combined(a.positive, b.positive, sign), into.positiveSpans, into.positiveCounts);
    setBucketCounts(combined(a.negative, b.negative, sign), into.negativeSpans, into.negativeCounts);
    return result;
}

template <typename Apply>
void applyToAll(NativeHistogram &histogram, Apply apply)
{
    histogram.zeroCount = apply(histogram.zeroCount);
    histogram.count = apply(histogram.count);
    histogram.sum = apply(histogram.sum);
    for (std::vector<double> *counts : { &histogram.positiveCounts, &histogram.negativeCounts }) {
        for (double &count : *counts)
            count = apply(count);
    }
}

/// Whether some bucket of `before` has more than the same bucket of `now`.
bool fell(const BucketCounts &now, const BucketCounts &before)
{
    auto current = now.begin();
    for (const IndexedCount &bucket : before) {
        while (current != now.end() && current->index < bucket.index)
            ++current;
        const double count = current != now.end() && current->index == bucket.index ? current->count : 0;
        if (count < bucket.count)
            return true;
    }
    return false;
}

bool sameBits(double a, double b)
{
    return a == b || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

} // namespace

HistogramCombination add(NativeHistogram &into, const NativeHistogram &other)
{
    return combine(into, other, 1);
}

HistogramCombination subtract(NativeHistogram &from, const NativeHistogram &other)
{
    return combine(from, other, -1);
}

void multiply(NativeHistogram &histogram, double factor)
{
    applyToAll(histogram, [&](double v) { return v * factor; });
    if (factor < 0)
        histogram.reset = Reset::Gauge;
}

void divide(NativeHistogram &histogram, double divisor)
{
    applyToAll(histogram, [&](double v) { return v / divisor; });
    if (divisor < 0)
        histogram.reset = Reset::Gauge;
    if (divisor != 0)
        return;
    setBucketCounts({}, histogram.positiveSpans, histogram.positiveCounts);
    setBucketCounts({}, histogram.negativeSpans, histogram.negativeCounts);
}

NativeHistogram atSchema(NativeHistogram histogram, std::int32_t schema)
{
    if (hasCustomBounds(histogram) || schema >= histogram.schema)
        return histogram;
    Parts parts(histogram);
    coarsen(parts, schema);
    histogram.schema = schema;
    setBucketCounts(parts.positive, histogram.positiveSpans, histogram.positiveCounts);
    setBucketCounts(parts.negative, histogram.negativeSpans, histogram.negativeCounts);
    return histogram;
}

bool isReset(const NativeHistogram &now, const NativeHistogram &before)
{
    if (now.reset == Reset::Yes || now.reset == Reset::No)
        return now.reset == Reset::Yes;
    if (now.count < before.count || hasCustomBounds(now) != hasCustomBounds(before))
        return true;
    Parts current(now), previous(before);
    if (hasCustomBounds(now)) {
        align(current, previous);
    } else {
        if (now.schema > before.schema || now.zeroThreshold < before.zeroThreshold)
            return true; // a finer resolution needs a new start
        if (uncutThreshold(previous, now.zeroThreshold) != now.zeroThreshold)
            return true;
        widenZero(previous, now.zeroThreshold);
        coarsen(previous, now.schema);
    }
    return current.zeroCount < previous.zeroCount || fell(current.positive, previous.positive)
        || fell(current.negative, previous.negative);
}

bool isSameHistogram(const NativeHistogram &a, const NativeHistogram &b)
{
    NativeHistogram left = compacted(a), right = compacted(b);
    if (!sameBits(a.count, b.count) || !sameBits(a.sum, b.sum))
        return false;
    left.reset = right.reset;
    left.count = right.count = left.sum = right.sum = 0; // NaN is not equal to itself, its bits are
    return left == right;
}

} // namespace lepto::ml
