#include "core/promql/histogram_functions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto::promql {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kRounding = 1e-12; // relative difference that sums of floats may have

bool nearlyEqual(double a, double b)
{
    const double scale = std::max(std::abs(a), std::abs(b));
    return a == b || std::abs(a - b) <= kRounding * scale;
}

/// Rank of a value among the observations, by interpolation.
double rankOf(double value, const std::vector<Bucket> &buckets)
{
    double lower = -kInf, below = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const Bucket &bucket = buckets[i];
        if (i == 0 && bucket.upper > 0)
            lower = 0;
        if (value <= lower)
            return below;
        if (value < bucket.upper) {
            if (std::isinf(lower) || std::isinf(bucket.upper))
                return std::isinf(lower) ? bucket.count : below;
            return below + (bucket.count - below) * (value - lower) / (bucket.upper - lower);
        }
        lower = bucket.upper;
        below = bucket.count;
    }
    return below;
}

} // namespace

Buckets usableBuckets(std::vector<Bucket> buckets)
{
    Buckets result;
    std::sort(buckets.begin(), buckets.end(), [](const Bucket &a, const Bucket &b) { return a.upper < b.upper; });
    for (const Bucket &bucket : buckets) {
        if (!result.buckets.empty() && result.buckets.back().upper == bucket.upper)
            result.buckets.back().count += bucket.count;
        else
            result.buckets.push_back(bucket);
    }
    result.complete = !result.buckets.empty() && result.buckets.back().upper == kInf;
    double highest = result.buckets.empty() ? 0 : result.buckets.front().count;
    for (Bucket &bucket : result.buckets) {
        if (bucket.count < highest) {
            result.fixed = result.fixed || !nearlyEqual(bucket.count, highest);
            bucket.count = highest;
        } else if (nearlyEqual(bucket.count, highest)) {
            bucket.count = highest;
        }
        highest = std::max(highest, bucket.count);
    }
    return result;
}

double bucketQuantile(double q, const Buckets &histogram)
{
    if (std::isnan(q))
        return kNaN;
    if (q < 0 || q > 1)
        return q < 0 ? -kInf : kInf;
    const std::vector<Bucket> &buckets = histogram.buckets;
    if (!histogram.complete || buckets.size() < 2)
        return kNaN;
    const double observations = buckets.back().count;
    if (observations == 0 || std::isnan(observations))
        return kNaN;
    const double rank = q * observations;
    const auto found
        = std::find_if(buckets.begin(), buckets.end() - 1, [&](const Bucket &bucket) { return bucket.count >= rank; });
    const std::size_t b = std::size_t(found - buckets.begin());
    if (b == buckets.size() - 1)
        return buckets[buckets.size() - 2].upper;
    if (b == 0 && buckets[0].upper <= 0)
        return buckets[0].upper;
    const double start = b == 0 ? 0 : buckets[b - 1].upper;
    const double below = b == 0 ? 0 : buckets[b - 1].count;
    const double count = buckets[b].count - below;
    return start + (buckets[b].upper - start) * ((rank - below) / count);
}

double bucketFraction(double lower, double upper, const Buckets &histogram)
{
    const std::vector<Bucket> &buckets = histogram.buckets;
    if (!histogram.complete || std::isnan(lower) || std::isnan(upper))
        return kNaN;
    const double observations = buckets.back().count;
    if (observations == 0 || std::isnan(observations))
        return kNaN;
    if (lower >= upper)
        return 0;
    const double from = lower == -kInf ? 0 : rankOf(lower, buckets);
    const double to = upper == kInf ? observations : rankOf(upper, buckets);
    return (to - from) / observations;
}

} // namespace lepto::promql
