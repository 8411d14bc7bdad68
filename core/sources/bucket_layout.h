#pragma once

#include "ml/base/native_histogram.h"

#include <span>

namespace lepto {

/// One bucket of a native histogram as the query API tells it: bounds and count, no schema.
struct PlainBucket {
    enum class Rule { OpenLeft, OpenRight, Open, Closed };
    Rule rule = Rule::OpenLeft;
    double lower = 0, upper = 0, count = 0;
};

/// The histogram behind the buckets: the exponential schema whose bounds they are, else custom bounds. Empty buckets are not told, so
/// custom bounds may be fewer than the server's; counts and the bounds of all populated buckets are exact. Pure.
NativeHistogram histogramFromBuckets(std::span<const PlainBucket> buckets, double count, double sum);

} // namespace lepto
