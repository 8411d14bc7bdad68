#include "ml/base/histogram_statistics.h"

#include "ml/base/histogram_buckets.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto::ml {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

/// The buckets with the edges that interpolation uses: where only one side of zero has buckets, the zero bucket ends at zero;
/// a lowest custom bucket that reaches above zero starts there.
std::vector<HistogramBucket> interpolationBuckets(const NativeHistogram &histogram)
{
    std::vector<HistogramBucket> buckets = bucketsOf(histogram);
    const bool custom = hasCustomBounds(histogram);
    for (HistogramBucket &bucket : buckets) {
        if (custom && bucket.lower == -kInf && bucket.upper > 0)
            bucket.lower = 0;
        if (bucket.zero && histogram.negativeCounts.empty() && !histogram.positiveCounts.empty())
            bucket.lower = 0;
        else if (bucket.zero && histogram.positiveCounts.empty() && !histogram.negativeCounts.empty())
            bucket.upper = 0;
    }
    return buckets;
}

double total(const std::vector<HistogramBucket> &buckets)
{
    double sum = 0;
    for (const HistogramBucket &bucket : buckets)
        sum += bucket.count;
    return sum;
}

bool isLinear(const NativeHistogram &histogram, const HistogramBucket &bucket)
{
    return hasCustomBounds(histogram) || bucket.zero;
}

/// The value below which a share of the bucket's observations lies.
double valueAt(const NativeHistogram &histogram, const HistogramBucket &bucket, double share)
{
    if (isLinear(histogram, bucket))
        return bucket.lower + (bucket.upper - bucket.lower) * share;
    const double lower = std::log2(std::abs(bucket.lower)), upper = std::log2(std::abs(bucket.upper));
    if (bucket.lower > 0)
        return std::exp2(lower + (upper - lower) * share);
    return -std::exp2(upper + (lower - upper) * (1 - share));
}

double shareBelow(const NativeHistogram &histogram, const HistogramBucket &bucket, double value)
{
    if (isLinear(histogram, bucket))
        return (value - bucket.lower) / (bucket.upper - bucket.lower);
    const double lower = std::log2(std::abs(bucket.lower)), upper = std::log2(std::abs(bucket.upper));
    const double at = std::log2(std::abs(value));
    return bucket.lower > 0 ? (at - lower) / (upper - lower) : 1 - (at - upper) / (lower - upper);
}

/// How many observations are below a value. In an infinitely wide bucket there is nothing to interpolate.
double rankOf(const NativeHistogram &histogram, const std::vector<HistogramBucket> &buckets, double value)
{
    double below = 0;
    for (const HistogramBucket &bucket : buckets) {
        if (value <= bucket.lower)
            return below;
        if (value < bucket.upper) {
            if (std::isinf(bucket.lower))
                return below + bucket.count;
            return std::isinf(bucket.upper) ? below : below + bucket.count * shareBelow(histogram, bucket, value);
        }
        below += bucket.count;
    }
    return below;
}

double middleOf(const NativeHistogram &histogram, const HistogramBucket &bucket)
{
    if (hasCustomBounds(histogram))
        return (bucket.lower + bucket.upper) / 2;
    if (bucket.zero)
        return 0;
    const double middle = std::sqrt(bucket.lower * bucket.upper);
    return bucket.upper < 0 ? -middle : middle;
}

/// Walks from the end that is nearer to the quantile, which keeps rounding small.
double walkTo(const NativeHistogram &histogram, std::vector<HistogramBucket> buckets, double q)
{
    const bool ascending = std::isnan(histogram.sum) || q < 0.5;
    if (!ascending)
        std::reverse(buckets.begin(), buckets.end());
    double rank = (ascending ? q : 1 - q) * histogram.count, seen = 0;
    const auto found = std::find_if(buckets.begin(), buckets.end(), [&](const HistogramBucket &bucket) {
        seen += bucket.count;
        return seen >= rank;
    });
    if (found == buckets.end() && (buckets.empty() || std::isnan(histogram.sum)))
        return kNaN;
    const HistogramBucket &bucket = found == buckets.end() ? buckets.back() : *found;
    if (std::isinf(bucket.lower) || std::isinf(bucket.upper))
        return std::isinf(bucket.lower) ? bucket.upper : bucket.lower;
    seen = std::min(seen, histogram.count);
    rank = ascending ? rank - (seen - bucket.count) : seen - rank;
    return valueAt(histogram, bucket, std::clamp(rank / bucket.count, 0.0, 1.0));
}

bool sawNaN(const NativeHistogram &histogram, const std::vector<HistogramBucket> &buckets)
{
    return std::isnan(histogram.sum) && total(buckets) < histogram.count;
}

} // namespace

HistogramEstimate quantileOf(const NativeHistogram &histogram, double q)
{
    if (q < 0 || q > 1)
        return { q < 0 ? -kInf : kInf, false };
    if (std::isnan(q) || histogram.count == 0 || std::isnan(histogram.count))
        return { kNaN, false };
    const auto buckets = interpolationBuckets(histogram);
    return { walkTo(histogram, buckets, q), sawNaN(histogram, buckets) };
}

HistogramEstimate fractionOf(const NativeHistogram &histogram, double lower, double upper)
{
    if (histogram.count == 0 || std::isnan(histogram.count) || std::isnan(lower) || std::isnan(upper))
        return { kNaN, false };
    if (lower >= upper)
        return { 0, false };
    const auto buckets = interpolationBuckets(histogram);
    const double from = lower == -kInf ? 0 : rankOf(histogram, buckets, lower);
    const double to = upper == kInf ? total(buckets) : rankOf(histogram, buckets, upper);
    return { (to - from) / histogram.count, sawNaN(histogram, buckets) };
}

double averageOf(const NativeHistogram &histogram)
{
    return histogram.sum / histogram.count;
}

double varianceOf(const NativeHistogram &histogram)
{
    const double mean = averageOf(histogram);
    double sum = 0;
    for (const HistogramBucket &bucket : bucketsOf(histogram)) {
        const double distance = middleOf(histogram, bucket) - mean;
        sum += bucket.count * distance * distance;
    }
    return sum / histogram.count;
}

} // namespace lepto::ml
