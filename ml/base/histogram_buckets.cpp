#include "ml/base/histogram_buckets.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace lepto::ml {

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr std::int32_t kLowestSchema = -4, kHighestSchema = 8;
constexpr std::int64_t kFarthestIndex = std::numeric_limits<std::int32_t>::max();

bool fits(std::span<const BucketSpan> spans, std::span<const double> counts)
{
    std::int64_t index = 0;
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (i > 0 && spans[i].offset < 0)
            return false;
        index += spans[i].offset + std::int64_t(spans[i].length);
        length += spans[i].length;
        if (std::abs(index) > kFarthestIndex)
            return false;
    }
    return length == counts.size();
}

std::string numberOf(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    char text[32];
    const auto written = std::to_chars(text, text + sizeof text, value);
    return std::string(text, written.ptr);
}

HistogramBucket customBucket(const std::vector<double> &bounds, const IndexedCount &bucket)
{
    const auto index = std::size_t(std::clamp<std::int64_t>(bucket.index, 0, std::int64_t(bounds.size())));
    return { index == 0 ? -kInf : bounds[index - 1], index == bounds.size() ? kInf : bounds[index], bucket.count, false };
}

} // namespace

BucketCounts bucketCounts(std::span<const BucketSpan> spans, std::span<const double> counts)
{
    BucketCounts buckets;
    buckets.reserve(counts.size());
    std::int64_t index = 0;
    std::size_t next = 0;
    for (std::size_t s = 0; s < spans.size(); ++s) {
        if (s > 0 && spans[s].offset < 0)
            break;
        index += spans[s].offset;
        for (std::uint32_t i = 0; i < spans[s].length && next < counts.size(); ++i, ++index, ++next) {
            if (counts[next] != 0 && std::abs(index) <= kFarthestIndex)
                buckets.push_back({ index, counts[next] });
        }
    }
    return buckets;
}

void setBucketCounts(const BucketCounts &buckets, std::vector<BucketSpan> &spans, std::vector<double> &counts)
{
    spans.clear();
    counts.clear();
    std::int64_t end = 0;
    for (const IndexedCount &bucket : buckets) {
        if (spans.empty() || bucket.index != end)
            spans.push_back({ std::int32_t(bucket.index - end), 0 });
        ++spans.back().length;
        counts.push_back(bucket.count);
        end = bucket.index + 1;
    }
}

double exponentialBound(std::int32_t schema, std::int64_t index)
{
    const double exponent = std::ldexp(double(index), -schema);
    return exponent == 1024 ? std::numeric_limits<double>::max() : std::exp2(exponent);
}

std::vector<HistogramBucket> bucketsOf(const NativeHistogram &histogram)
{
    std::vector<HistogramBucket> buckets;
    const BucketCounts positive = bucketCounts(histogram.positiveSpans, histogram.positiveCounts);
    if (hasCustomBounds(histogram)) {
        for (const IndexedCount &bucket : positive)
            buckets.push_back(customBucket(histogram.customBounds, bucket));
        return buckets;
    }
    const BucketCounts negative = bucketCounts(histogram.negativeSpans, histogram.negativeCounts);
    const auto bound = [&](std::int64_t index) { return exponentialBound(histogram.schema, index); };
    for (auto bucket = negative.rbegin(); bucket != negative.rend(); ++bucket)
        buckets.push_back({ -bound(bucket->index), -bound(bucket->index - 1), bucket->count, false });
    if (histogram.zeroCount != 0)
        buckets.push_back({ -histogram.zeroThreshold, histogram.zeroThreshold, histogram.zeroCount, true });
    for (const IndexedCount &bucket : positive)
        buckets.push_back({ bound(bucket.index - 1), bound(bucket.index), bucket.count, false });
    return buckets;
}

NativeHistogram compacted(NativeHistogram histogram)
{
    setBucketCounts(
        bucketCounts(histogram.positiveSpans, histogram.positiveCounts), histogram.positiveSpans, histogram.positiveCounts);
    setBucketCounts(
        bucketCounts(histogram.negativeSpans, histogram.negativeCounts), histogram.negativeSpans, histogram.negativeCounts);
    return histogram;
}

std::optional<std::string> defectOf(const NativeHistogram &histogram)
{
    const bool custom = hasCustomBounds(histogram);
    if (!custom && (histogram.schema < kLowestSchema || histogram.schema > kHighestSchema))
        return "has the unknown schema " + std::to_string(histogram.schema);
    if (!fits(histogram.positiveSpans, histogram.positiveCounts) || !fits(histogram.negativeSpans, histogram.negativeCounts))
        return "has spans that do not fit its buckets";
    if (!(histogram.zeroThreshold >= 0) || std::isinf(histogram.zeroThreshold))
        return "has a zero threshold that is not a width";
    if (!custom)
        return histogram.customBounds.empty() ? std::nullopt
                                              : std::optional<std::string>("has custom bounds but an exponential schema");
    const auto &bounds = histogram.customBounds;
    if (std::adjacent_find(bounds.begin(), bounds.end(), [](double a, double b) { return !(a < b); }) != bounds.end())
        return "has custom bounds that do not ascend";
    const BucketCounts positive = bucketCounts(histogram.positiveSpans, histogram.positiveCounts);
    const bool outside = !positive.empty() && (positive.front().index < 0 || positive.back().index > std::int64_t(bounds.size()));
    if (outside || !histogram.negativeCounts.empty() || histogram.zeroCount != 0)
        return "has buckets outside its custom bounds";
    return std::nullopt;
}

std::string textOf(const NativeHistogram &histogram)
{
    std::string text = "{count:" + numberOf(histogram.count) + ", sum:" + numberOf(histogram.sum);
    const bool custom = hasCustomBounds(histogram);
    for (const HistogramBucket &bucket : bucketsOf(histogram)) {
        const bool lowerIn = custom ? std::isinf(bucket.lower) : bucket.lower < 0;
        const bool upperIn = custom || bucket.upper > 0;
        text += std::string(", ") + (lowerIn ? "[" : "(") + numberOf(bucket.lower) + "," + numberOf(bucket.upper)
            + (upperIn ? "]:" : "):") + numberOf(bucket.count);
    }
    return text + "}";
}

} // namespace lepto::ml
