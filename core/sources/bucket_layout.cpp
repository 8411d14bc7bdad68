#include "core/sources/bucket_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace lepto {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Magnitudes of a bucket's bounds, the inner one first.
std::pair<double, double> magnitudes(const PlainBucket &bucket)
{
    return bucket.upper > 0 ? std::pair(bucket.lower, bucket.upper) : std::pair(-bucket.upper, -bucket.lower);
}

bool isZeroBucket(const PlainBucket &bucket)
{
    return bucket.rule == PlainBucket::Rule::Closed && bucket.lower <= 0 && bucket.upper >= 0 && std::isfinite(bucket.lower);
}

/// Index of the bucket in the schema, or nothing when its bounds are not the schema's.
std::optional<std::int32_t> indexIn(int schema, const PlainBucket &bucket)
{
    constexpr double close = 1e-6;
    const auto [inner, outer] = magnitudes(bucket);
    if (!(inner > 0) || !(outer > inner))
        return std::nullopt;
    const double scale = std::ldexp(1.0, schema), low = std::log2(inner) * scale, high = std::log2(outer) * scale;
    const double whole = std::round(low);
    const bool last = std::isinf(outer) || outer == std::numeric_limits<double>::max(); // what overflows lies in one bucket
    if (std::abs(low - whole) > close * scale || (!last && std::abs(high - whole - 1) > close * scale))
        return std::nullopt;
    return std::int32_t(whole) + 1;
}

std::optional<int> schemaOf(std::span<const PlainBucket> buckets)
{
    constexpr int finest = 8, coarsest = -4;
    int guess = 0;
    for (const PlainBucket &bucket : buckets) {
        const auto [inner, outer] = magnitudes(bucket);
        if (inner > 0 && std::isfinite(outer) && !isZeroBucket(bucket)) {
            guess = int(std::lround(-std::log2(std::log2(outer / inner))));
            break;
        }
    }
    if (guess > finest || guess < coarsest)
        return std::nullopt;
    const bool fits = std::all_of(buckets.begin(), buckets.end(), [&](const PlainBucket &b) { return isZeroBucket(b) || indexIn(guess, b); });
    return fits ? std::optional(guess) : std::nullopt;
}

void layOut(const std::map<std::int32_t, double> &byIndex, std::vector<BucketSpan> &spans, std::vector<double> &counts)
{
    std::int64_t next = 0;
    for (const auto &[index, count] : byIndex) {
        if (spans.empty() || index != next)
            spans.push_back({ std::int32_t(index - next), 0 });
        ++spans.back().length;
        counts.push_back(count);
        next = std::int64_t(index) + 1;
    }
}

void useSchema(std::span<const PlainBucket> buckets, NativeHistogram &out)
{
    std::map<std::int32_t, double> positive, negative;
    for (const PlainBucket &bucket : buckets) {
        if (isZeroBucket(bucket)) {
            out.zeroThreshold = bucket.upper;
            out.zeroCount += bucket.count;
        } else {
            (bucket.upper > 0 ? positive : negative)[*indexIn(out.schema, bucket)] += bucket.count;
        }
    }
    layOut(positive, out.positiveSpans, out.positiveCounts);
    layOut(negative, out.negativeSpans, out.negativeCounts);
}

void useBounds(std::span<const PlainBucket> buckets, NativeHistogram &out)
{
    out.schema = NativeHistogram::customSchema;
    for (const PlainBucket &bucket : buckets) {
        for (const double bound : { bucket.lower, bucket.upper }) {
            if (std::isfinite(bound))
                out.customBounds.push_back(bound);
        }
    }
    std::sort(out.customBounds.begin(), out.customBounds.end());
    out.customBounds.erase(std::unique(out.customBounds.begin(), out.customBounds.end()), out.customBounds.end());
    std::map<std::int32_t, double> byIndex;
    for (const PlainBucket &bucket : buckets) {
        const auto at = std::lower_bound(out.customBounds.begin(), out.customBounds.end(), bucket.upper == infinity ? infinity : bucket.upper);
        byIndex[std::int32_t(at - out.customBounds.begin())] += bucket.count;
    }
    layOut(byIndex, out.positiveSpans, out.positiveCounts);
}

} // namespace

NativeHistogram histogramFromBuckets(std::span<const PlainBucket> buckets, double count, double sum)
{
    NativeHistogram out;
    out.count = count;
    out.sum = sum;
    if (const auto schema = schemaOf(buckets)) {
        out.schema = *schema;
        useSchema(buckets, out);
    } else {
        useBounds(buckets, out);
    }
    return out;
}

} // namespace lepto
