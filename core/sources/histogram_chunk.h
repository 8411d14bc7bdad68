#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/native_histogram.h"

#include <optional>
#include <vector>

namespace lepto {

/// How the payload of a Prometheus chunk is written.
enum class ChunkEncoding : std::uint8_t { Xor = 1, Histogram = 2, FloatHistogram = 3 };

/// The native histograms of a chunk of encoding 2 or 3, widened to float counts, in time order; nothing where the bytes are broken or
/// their times do not advance. What the chunk knows of a counter reset is said of its first sample; later ones of a counter had none.
/// Source: Prometheus, "Chunks Disk Format", sections "Histogram chunk data" and "Float histogram chunk data". Any thread.
std::optional<std::vector<HistogramSample>> decodeHistogramChunk(ByteView chunk, ChunkEncoding encoding);

} // namespace lepto
