#pragma once

#include "ml/base/native_histogram.h"

#include <optional>
#include <span>
#include <string>

namespace lepto::ml {

/// The count of one bucket of a side, by its index.
struct IndexedCount {
    std::int64_t index = 0;
    double count = 0;
};
using BucketCounts = std::vector<IndexedCount>; ///< ascending, without empty buckets

/// The populated buckets that spans and counts describe. Counts without a span, and spans that run backwards, are left out.
BucketCounts bucketCounts(std::span<const BucketSpan> spans, std::span<const double> counts);
/// The other way round: the shortest spans for these buckets.
void setBucketCounts(const BucketCounts &buckets, std::vector<BucketSpan> &spans, std::vector<double> &counts);

/// Upper bound of a positive bucket of an exponential schema: 2^(index * 2^-schema).
double exponentialBound(std::int32_t schema, std::int64_t index);

/// One populated bucket with its boundaries; the zero bucket reaches from -threshold to +threshold.
struct HistogramBucket {
    double lower = 0, upper = 0, count = 0;
    bool zero = false;
};
/// All populated buckets in the order of their values: negative ones, zero bucket, positive ones.
std::vector<HistogramBucket> bucketsOf(const NativeHistogram &histogram);

inline bool hasCustomBounds(const NativeHistogram &histogram)
{
    return histogram.schema == NativeHistogram::customSchema;
}
/// The same histogram without empty buckets and with the shortest spans: equal histograms become equal values.
NativeHistogram compacted(NativeHistogram histogram);

/// What makes a histogram unusable (unknown schema, counts that do not fit the spans, unsorted bounds); nothing where it is fine.
std::optional<std::string> defectOf(const NativeHistogram &histogram);

/// `{count:4, sum:5, [-0.001,0.001]:1, (0.5,1]:1, (1,2]:2}`: the text that Prometheus makes a label of.
std::string textOf(const NativeHistogram &histogram);

} // namespace lepto::ml
