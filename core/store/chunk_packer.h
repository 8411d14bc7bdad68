#pragma once

#include "core/store/chunk_table.h"

namespace lepto {

/// Writes the chunk rows of a series anew as they age: several in one and packed, later as buckets.
/// Works inside the caller's transaction; failures stay in the connection.
class ChunkPacker {
public:
    static constexpr std::int64_t kEnough = 360; ///< samples of a row that takes no more neighbours
    static constexpr std::int64_t kLeast = 240; ///< a row with fewer waits for its neighbour
    static constexpr std::size_t kRows = 2000; ///< rows looked at in one call, so that a collector need not wait for long

    struct Done {
        std::int64_t rows = 0; ///< written
        TimeMs next = kLatest; ///< from here on there is more to do, later or now
        bool more = false; ///< now
    };
    explicit ChunkPacker(ChunkTable &table)
        : m_table(table)
    { }

    Done pack(SeriesId series, TimeMs from);
    /// Rows that end before `before`, a day together in one.
    Done reduce(SeriesId series, TimeMs from, TimeMs before, TimeMs width);

private:
    void packGroup(std::span<const Summary> group);
    void reduceGroup(std::span<const Summary> group, TimeMs width);
    void replace(std::span<const Summary> group, SealedChunk chunk);
    void settle(SeriesId series, const std::vector<Summary> &all);
    bool gather(std::span<const Summary> group, std::vector<Sample> &samples, std::size_t &bytes);
    std::vector<Summary> rows(SeriesId series, TimeMs from, TimeMs to, Done &done) const;

    ChunkTable &m_table;
    std::vector<Summary> m_now;
    std::int64_t m_written = 0;
};

} // namespace lepto
