#pragma once

#include "ml/base/series.h"

#include <cstddef>
#include <vector>

namespace lepto {

/// The fast lane of readPoints, for points of the usual shape: `[seconds,"decimal"]` without blanks. Readers answer where they stopped, or
/// nullptr for any other shape, which the slow lane then judges; they may look at `pointRoom` bytes from where they begin. Exactly rounded.
constexpr std::ptrdiff_t pointRoom = 128;

/// Points and the commas between them from `at` on, while there is room before `end`.
const char *readFastPoints(const char *at, const char *end, std::vector<Sample> &out);

const char *readPlainPoint(const char *p, Sample &out);
/// A plain decimal of at most 19 digits up to its quote.
const char *readPlainValue(const char *p, double &out);

/// By vector instructions: sixteen characters at once, without a branch on how many digits a number has. Only where hasVectorLane().
bool hasVectorLane();
const char *readVectorPoints(const char *at, const char *end, std::vector<Sample> &out);

/// mantissa / 10^decimals, exactly rounded; false where that takes a slower way. `decimals` is at most 27.
bool divideByPower(std::uint64_t mantissa, std::ptrdiff_t decimals, double &out);

} // namespace lepto
