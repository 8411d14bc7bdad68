#include "core/store/chunk_table.h"

#include "core/store/checksum.h"
#include "core/store/stored_chunk.h"

#include <algorithm>

#include <sqlite3.h>

namespace lepto {

void ChunkTable::insert(SeriesId series, std::vector<SealedChunk> chunks)
{
    std::vector<Summary> summaries;
    for (SealedChunk &chunk : chunks)
        summaries.push_back(insertRow(std::move(chunk)));
    m_pyramid.append(series, summaries);
}

Summary ChunkTable::insertRow(SealedChunk chunk)
{
    Query insert(m_db, "INSERT INTO chunk(data) VALUES(?)");
    appendChecksum(chunk.data);
    if (!insert.bind(chunk.data).run())
        return chunk.summary;
    chunk.summary.chunk = m_db.lastRowId();
    m_change.chunks += 1;
    m_change.bytes += std::int64_t(chunk.data.size());
    m_change.samples += chunk.summary.n;
    return chunk.summary;
}

void ChunkTable::remove(const Summary &chunk)
{
    Query size(m_db, "SELECT length(data) FROM chunk WHERE id=?");
    m_change.chunks -= 1;
    m_change.bytes -= size.bind(chunk.chunk).next() ? size.integer(0) : 0;
    m_change.samples -= chunk.n;
    Query(m_db, "DELETE FROM chunk WHERE id=?").bind(chunk.chunk).run();
}

void ChunkTable::dropBefore(SeriesId series, TimeMs keepFrom)
{
    m_pyramid.dropBefore(series, keepFrom, [&](const Summary &chunk) { return cut(chunk, keepFrom); });
}

std::optional<Summary> ChunkTable::cut(const Summary &chunk, TimeMs keepFrom)
{
    std::vector<Sample> kept;
    if (chunk.t1 >= keepFrom && !read(chunk, keepFrom, chunk.t1, kept))
        return std::nullopt;
    Query size(m_db, "SELECT length(data) FROM chunk WHERE id=?");
    m_change.bytes -= size.bind(chunk.chunk).next() ? size.integer(0) : 0;
    m_change.samples -= chunk.n - std::int64_t(kept.size());
    if (kept.empty()) {
        m_change.chunks -= 1;
        Query(m_db, "DELETE FROM chunk WHERE id=?").bind(chunk.chunk).run();
        return std::nullopt;
    }
    XorEncoder encoder;
    Summary summary;
    for (const Sample &sample : kept) {
        encoder.append(sample);
        summary.add(sample);
    }
    summary.chunk = chunk.chunk;
    Bytes data = encoder.bytes();
    appendChecksum(data);
    m_change.bytes += std::int64_t(data.size());
    Query(m_db, "UPDATE chunk SET data=? WHERE id=?").bind(data, chunk.chunk).run();
    return summary;
}

void ChunkTable::writeTotals()
{
    Query update(m_db, "UPDATE meta SET value=value+? WHERE key=?");
    update.bind(m_change.chunks, std::string_view("chunks")).run();
    update.bind(m_change.bytes, std::string_view("chunk_bytes")).run();
    update.bind(m_change.samples, std::string_view("samples")).run();
    update.bind(1, std::string_view("generation")).run(); // other processes read the head again
    m_change = {};
}

ChunkTable::Totals ChunkTable::totals() const
{
    return { m_db.ask("SELECT value FROM meta WHERE key='chunks'"), m_db.ask("SELECT value FROM meta WHERE key='chunk_bytes'"),
        m_db.ask("SELECT value FROM meta WHERE key='samples'") };
}

bool ChunkTable::read(const Summary &chunk, TimeMs from, TimeMs to, std::vector<Sample> &out) const
{
    Query query(m_db, "SELECT data FROM chunk WHERE id=?");
    const auto data = query.bind(chunk.chunk).next() ? checkedBlob(query.blob(0)) : std::nullopt;
    std::vector<Sample> &all = m_decoded;
    all.clear();
    const bool good = data && decodeStored(*data, all) && std::int64_t(all.size()) == chunk.n && all.front().t == chunk.t0
        && all.back().t == chunk.t1;
    if (!good) {
        m_db.fail(SQLITE_CORRUPT);
        return false;
    }
    const auto before = [](const Sample &sample, TimeMs t) { return sample.t < t; };
    const auto first = std::lower_bound(all.begin(), all.end(), from, before);
    out.insert(out.end(), first, std::lower_bound(first, all.end(), to + 1, before));
    return true;
}

bool ChunkTable::readRange(SeriesId series, TimeMs from, TimeMs to, std::vector<Sample> &out) const
{
    for (const Summary &chunk : m_pyramid.read(series, 0, from, to))
        if (!read(chunk, from, to, out))
            return false;
    return !m_db.failed();
}

} // namespace lepto
