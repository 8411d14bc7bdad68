#pragma once

#include "ml/base/native_histogram.h"

namespace lepto::ml {

/// Estimates from the buckets of a native histogram, as Prometheus makes them: exponential interpolation inside a bucket of an
/// exponential schema, linear inside the zero bucket and inside custom boundaries. NaN where there is no observation.
/// `nanObservations` is set where NaN was observed: such observations are in the count but in no bucket.
struct HistogramEstimate {
    double value = 0;
    bool nanObservations = false;
};

/// Quantile; +-Inf for a `q` outside [0, 1].
HistogramEstimate quantileOf(const NativeHistogram &histogram, double q);
/// Share of the observations in [lower, upper].
HistogramEstimate fractionOf(const NativeHistogram &histogram, double lower, double upper);
double averageOf(const NativeHistogram &histogram);
/// Variance with each bucket's observations at its middle: the geometric one, 0 in the zero bucket, arithmetic in custom
/// boundaries.
double varianceOf(const NativeHistogram &histogram);

} // namespace lepto::ml
