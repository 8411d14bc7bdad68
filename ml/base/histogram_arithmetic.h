#pragma once

#include "ml/base/native_histogram.h"

namespace lepto::ml {

/// What happened when two histograms were combined.
struct HistogramCombination {
    bool compatible = true; ///< false: exponential and custom boundaries do not mix, and nothing was changed
    bool boundsReconciled = false; ///< custom boundaries differed: only the common ones are left
    bool resetsConflict = false; ///< one said that it follows a counter reset, the other that it does not
};

/// Adds bucket by bucket, at the coarser of the two schemas and the wider of the two zero buckets.
HistogramCombination add(NativeHistogram &into, const NativeHistogram &other);
HistogramCombination subtract(NativeHistogram &from, const NativeHistogram &other);
void multiply(NativeHistogram &histogram, double factor);
/// By zero: count and sum become infinite or NaN, and no bucket is left.
void divide(NativeHistogram &histogram, double divisor);

/// The same observations at a coarser exponential schema; unchanged where it is that coarse already, or custom.
NativeHistogram atSchema(NativeHistogram histogram, std::int32_t schema);

/// Whether a counter was reset between `before` and `now`: by the hint of `now`, else where any of its counts fell.
bool isReset(const NativeHistogram &now, const NativeHistogram &before);
/// Same boundaries and counts, however the spans are written and whatever the hints say.
bool isSameHistogram(const NativeHistogram &a, const NativeHistogram &b);

} // namespace lepto::ml
