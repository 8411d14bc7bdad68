#pragma once

#include "ml/base/native_histogram.h"

#include <string>
#include <utility>
#include <vector>

namespace lepto::test {

/// Reads `{{schema:0 sum:5 count:4 buckets:[1 2 1]}}`, with `x10` for ten repetitions and `+{{...}}x10` or `-{{...}}x10` for
/// ten steps. Throws std::runtime_error.
std::vector<NativeHistogram> histogramItem(const std::string &item);

/// A histogram with custom bounds from classic buckets: upper bound and cumulative count of each.
NativeHistogram fromClassicBuckets(std::vector<std::pair<double, double>> buckets, double sum);

} // namespace lepto::test
