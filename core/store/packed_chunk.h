#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/series.h"

#include <optional>
#include <span>
#include <vector>

namespace lepto {

/// Packs samples of one series, in time order, smaller than the XOR form does, for history that has stopped changing; every bit
/// of times and values comes back. Times as distances from the usual spacing; values as whole multiples of a power of ten (what
/// exporters print), of them the differences of the order that is smallest, without their common divisor; the few values that
/// are no such number are kept apart. Nothing where too many are not.
std::optional<Bytes> packSamples(std::span<const Sample> samples);

/// Appends the samples; false where the bytes are broken (times need not advance: the caller looks).
bool unpackSamples(ByteView data, std::vector<Sample> &out);

} // namespace lepto
