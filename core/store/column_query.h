#pragma once

#include "core/store/chunk_table.h"
#include "core/store/column_builder.h"
#include "core/store/fine_cache.h"

namespace lepto {

/// Answers a chart from the sealed chunks: whole summaries as long as they are short against a column, then the fine ones inside
/// chunks, raw samples where even those are too long or cross the border of the range.
class ColumnQuery {
public:
    ColumnQuery(const ChunkTable &chunks, FineCache &cache, ColumnBuilder &builder)
        : m_chunks(chunks)
        , m_cache(cache)
        , m_builder(builder)
    { }

    /// False where the connection failed.
    bool run(SeriesId series, TimeMs from, TimeMs to, TimeMs columnWidth);

private:
    void addChunk(const Summary &chunk);
    void addBuckets();
    bool addFine(const FineCache::Summaries &fine);

    const ChunkTable &m_chunks;
    FineCache &m_cache;
    ColumnBuilder &m_builder;
    TimeMs m_from = 0, m_to = 0, m_widest = 0;
    ChunkContent m_content;
};

} // namespace lepto
