#pragma once

#include <vector>

namespace lepto::promql {

/// One bucket of a classic histogram: observations <= upper, cumulative.
struct Bucket {
    double upper = 0;
    double count = 0;
};

/// Buckets made usable: sorted, equal bounds added up, counts made monotonic. False where the highest bound is not +Inf.
struct Buckets {
    std::vector<Bucket> buckets;
    bool complete = false;
    bool fixed = false; ///< counts fell by more than rounding and were raised
};
Buckets usableBuckets(std::vector<Bucket> buckets);

/// Quantile with linear interpolation inside a bucket (the lowest one from 0 where its bound is positive).
double bucketQuantile(double q, const Buckets &histogram);
/// Share of observations in [lower, upper], interpolated alike.
double bucketFraction(double lower, double upper, const Buckets &histogram);

} // namespace lepto::promql
