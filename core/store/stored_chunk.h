#pragma once

#include "core/store/head.h"

#include <vector>

namespace lepto {

/// The forms of a chunk row. A single XOR chunk is stored as Prometheus writes it; every other form begins with two zero bytes,
/// which no XOR chunk does (its count would be 0), and one of these numbers.
enum class ChunkForm : std::uint8_t {
    Xor = 0,
    Joined = 1 ///< several XOR chunks one after the other, each with its length in front
};

ChunkForm formOf(ByteView content);

/// Appends the samples of a chunk row; false where the bytes are broken or the times do not advance.
bool decodeStored(ByteView content, std::vector<Sample> &out);

/// What a finished XOR chunk looks like, by decoding it once.
struct ChunkFacts {
    Summary summary;
    Sample last;
};
std::optional<ChunkFacts> inspectXorChunk(ByteView chunk);

/// Joins neighbours, given in time order, until a row holds `samples` or so: fewer rows, fewer summaries, the bytes as they are.
std::vector<SealedChunk> joinChunks(std::vector<SealedChunk> chunks, std::int64_t samples);

} // namespace lepto
