#pragma once

#include "ml/base/series.h"

#include <cstdint>
#include <vector>

namespace lepto {

/// A run of populated buckets: `offset` is the gap to the end of the span before it (for the first span: its bucket index).
struct BucketSpan {
    std::int32_t offset = 0;
    std::uint32_t length = 0;

    friend bool operator==(const BucketSpan &, const BucketSpan &) = default;
};

/// A native histogram with absolute float counts: integer histograms are widened to it as they are read.
/// Exponential schema s (-4..8): bucket i of the positive side is (base^(i-1), base^i] with base = 2^(2^-s); the negative side mirrors it.
/// Schema -53 has the boundaries `customBounds` instead, on the positive side only.
/// Source: the Prometheus native histogram specification.
struct NativeHistogram {
    static constexpr std::int32_t customSchema = -53;
    /// What is known of a counter reset between the sample before and this one.
    enum class Reset : std::uint8_t { Unknown, Yes, No, Gauge };

    std::int32_t schema = 0;
    Reset reset = Reset::Unknown;
    double zeroThreshold = 0, zeroCount = 0;
    double count = 0, sum = 0;                         ///< a stale marker is a histogram whose sum is the stale NaN
    std::vector<BucketSpan> positiveSpans, negativeSpans;
    std::vector<double> positiveCounts, negativeCounts; ///< one absolute count for each bucket of the spans
    std::vector<double> customBounds;                  ///< upper bounds, ascending, without +Inf

    friend bool operator==(const NativeHistogram &, const NativeHistogram &) = default;
};

struct HistogramSample {
    TimeMs t = 0;
    NativeHistogram value;
};

struct LabelledHistogram {
    Labels labels;
    HistogramSample sample;
};

} // namespace lepto
