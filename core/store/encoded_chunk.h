#pragma once

#include "ml/base/series.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lepto {

/// A finished chunk as remote read or a TSDB block delivers it: the payload of Prometheus' encoding 1 (XOR), without length,
/// encoding byte and checksum. What the source says of it beside the bytes is compared with them where it is given.
struct EncodedChunk {
    TimeMs t0 = 0, t1 = 0; ///< samples lie within; both 0: not known (an open chunk may say the end of time)
    std::int64_t samples = 0; ///< 0: not known
    std::span<const std::uint8_t> data;
};

/// Chunks of one series, in any order; they may overlap each other and what is stored.
struct ChunkRun {
    Labels labels;
    std::span<const EncodedChunk> chunks;
};

/// What became of chunks that were handed over.
struct ChunksAppended {
    std::vector<std::int64_t> ids; ///< one a run; 0 where a limit kept the series out
    std::int64_t adopted = 0; ///< stored byte by byte as they came
    std::int64_t merged = 0; ///< decoded: they were short, or overlap what is stored (which wins where times are the same)
    std::int64_t refused = 0; ///< broken or in contradiction to what is said of them; the others are kept
    std::int64_t samples = 0; ///< new in the store
    std::string firstRefusal; ///< one sentence naming the series; empty where nothing was refused
};

} // namespace lepto
