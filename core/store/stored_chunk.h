#pragma once

#include "core/store/bucket.h"
#include "core/store/head.h"

#include <vector>

namespace lepto {

/// The forms of a chunk row. A single XOR chunk is stored as Prometheus writes it; every other form begins with two zero bytes,
/// which no XOR chunk does (its count would be 0), and one of these numbers.
enum class ChunkForm : std::uint8_t {
    Xor = 0,
    Joined = 1, ///< several XOR chunks one after the other, each with its length in front
    Packed = 2, ///< see packed_chunk.h
    Reduced = 3 ///< width in ms and buckets, see bucket.h
};

/// What a chunk row holds: samples, or buckets where they were old.
struct ChunkContent {
    std::vector<Sample> samples;
    std::vector<Bucket> buckets;
    TimeMs width = 0; ///< of the buckets; 0: samples

    bool reduced() const { return width > 0; }
    Summary summary() const;
};

ChunkForm formOf(ByteView content);

/// Replaces `out`; false where the bytes are broken or the times do not advance.
bool decodeStored(ByteView row, ChunkContent &out);

/// What a finished XOR chunk looks like, by decoding it once.
struct ChunkFacts {
    Summary summary;
    Sample last;
};
std::optional<ChunkFacts> inspectXorChunk(ByteView chunk);

/// Joins neighbours, given in time order, until a row holds `samples` or so: fewer rows, fewer summaries, the bytes as they are.
std::vector<SealedChunk> joinChunks(std::vector<SealedChunk> chunks, std::int64_t samples);

/// The smallest form of these samples, which are in time order.
SealedChunk packChunk(std::span<const Sample> samples);
SealedChunk reducedChunk(std::span<const Bucket> buckets, TimeMs width);

} // namespace lepto
