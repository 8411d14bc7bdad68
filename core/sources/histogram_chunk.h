#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/native_histogram.h"

#include <optional>
#include <vector>

namespace lepto {

enum class HistogramChunk { Integer, Float }; ///< Prometheus' chunk encodings 2 and 3

/// All histograms of a chunk as remote read and TSDB blocks carry it; nothing where it is broken or its times do not advance. A stale
/// marker comes as a histogram without buckets. Pure, any thread.
/// Source: the Prometheus chunk format (num-samples, flags, layout, then times, counts and buckets as deltas of deltas or XOR).
std::optional<std::vector<HistogramSample>> decodeHistogramChunk(HistogramChunk encoding, ByteView chunk);

} // namespace lepto
