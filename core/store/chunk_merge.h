#pragma once

#include "core/store/chunk_table.h"

namespace lepto {

/// A part of one series on its way into the chunk rows: a finished chunk, or samples where there is none (chunk empty).
struct Stretch {
    Summary summary;
    ByteView chunk;
    std::vector<Sample> samples;
};

/// Puts history between and before the chunk rows of a series. A chunk that overlaps nothing is adopted as it is; where chunks
/// overlap they are decoded and merged, and where a time is there twice, what was stored first stays.
/// Works inside the caller's transaction; failures stay in the connection.
class ChunkMerge {
public:
    struct Done {
        std::int64_t adopted = 0, merged = 0; ///< stretches
        std::int64_t samples = 0; ///< new ones
    };
    explicit ChunkMerge(ChunkTable &table)
        : m_table(table)
    { }

    Done insert(SeriesId series, std::vector<Stretch> incoming);

private:
    struct Group;
    void settle(const Group &group);
    void rewrite(const Group &group);
    void writeBetween(std::span<const Sample> samples, std::span<const Summary> reduced);
    std::vector<Sample> samplesOf(const Stretch &stretch) const;

    ChunkTable &m_table;
    std::vector<Summary> m_now; ///< level 0 from the first change on
    Done m_done;
    bool m_changed = false;
};

} // namespace lepto
