#pragma once

#include "core/store/head.h"
#include "core/store/pyramid.h"
#include "core/store/stored_chunk.h"

namespace lepto {

/// The sealed chunks of one database with their pyramid and running totals.
/// Works inside the caller's transaction; failures stay in the connection.
class ChunkTable {
public:
    struct Totals {
        std::int64_t chunks = 0, bytes = 0, samples = 0;
    };
    explicit ChunkTable(Database &db)
        : m_db(db)
        , m_pyramid(db)
    { }

    void insert(SeriesId series, std::vector<SealedChunk> chunks); ///< later than all rows of the series
    Summary insertRow(SealedChunk chunk); ///< the row alone; its summary, which the pyramid still has to take
    void remove(const Summary &chunk); ///< the row alone
    void dropBefore(SeriesId series, TimeMs keepFrom);
    void writeTotals(); ///< once, before the commit: what has changed until now
    Totals totals() const; ///< as the database has them

    /// The whole chunk; false where it is missing or contradicts its summary.
    bool load(const Summary &chunk, ChunkContent &out) const;
    /// Appends the chunk's samples within [from, to]; false where the chunk is missing or contradicts its summary.
    bool read(const Summary &chunk, TimeMs from, TimeMs to, std::vector<Sample> &out) const;
    bool readRange(SeriesId series, TimeMs from, TimeMs to, std::vector<Sample> &out) const;
    std::size_t sizeOf(const Summary &chunk) const; ///< bytes of the row's content
    const Pyramid &pyramid() const { return m_pyramid; }
    Pyramid &pyramid() { return m_pyramid; }
    bool failed() const { return m_db.failed(); }

private:
    std::optional<Summary> cut(const Summary &chunk, TimeMs keepFrom);

    Database &m_db;
    Pyramid m_pyramid;
    Totals m_change;
    mutable ChunkContent m_content; ///< its memory is used again
};

} // namespace lepto
