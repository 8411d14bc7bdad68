#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/native_histogram.h"

#include <optional>
#include <span>
#include <vector>

namespace lepto {

/// Native histograms of one series in one blob: where the buckets lie is written when it changes, whole counts as the difference
/// to the sample before, other numbers as XOR with it.
Bytes encodeHistograms(std::span<const HistogramSample> samples);

/// Nothing where the bytes are broken, a histogram contradicts itself or the times do not advance.
std::optional<std::vector<HistogramSample>> decodeHistograms(ByteView data);

/// Whether spans and counts belong together and are of a size that a server writes.
bool isSound(const NativeHistogram &histogram);

} // namespace lepto
