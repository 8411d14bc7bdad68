#include "core/store/chunk_table.h"

#include "core/store/checksum.h"

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

std::size_t ChunkTable::sizeOf(const Summary &chunk) const
{
    Query size(m_db, "SELECT length(data) FROM chunk WHERE id=?");
    return size.bind(chunk.chunk).next() ? std::size_t(size.integer(0)) : 0;
}

void ChunkTable::remove(const Summary &chunk)
{
    m_change.chunks -= 1;
    m_change.bytes -= std::int64_t(sizeOf(chunk));
    m_change.samples -= chunk.n;
    Query(m_db, "DELETE FROM chunk WHERE id=?").bind(chunk.chunk).run();
}

void ChunkTable::dropBefore(SeriesId series, TimeMs keepFrom)
{
    m_pyramid.dropBefore(series, keepFrom, [&](const Summary &chunk) { return cut(chunk, keepFrom); });
}

std::optional<Summary> ChunkTable::cut(const Summary &chunk, TimeMs keepFrom)
{
    ChunkContent content;
    if (chunk.t1 >= keepFrom) {
        if (!load(chunk, content))
            return std::nullopt;
        std::erase_if(content.samples, [keepFrom](const Sample &sample) { return sample.t < keepFrom; });
        std::erase_if(content.buckets, [keepFrom](const Bucket &bucket) { return bucket.summary.t0 < keepFrom; });
    }
    remove(chunk);
    if (content.samples.empty() && content.buckets.empty())
        return std::nullopt;
    return insertRow(content.reduced() ? reducedChunk(content.buckets, content.width) : packChunk(content.samples));
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

bool ChunkTable::load(const Summary &chunk, ChunkContent &out) const
{
    Query query(m_db, "SELECT data FROM chunk WHERE id=?");
    const auto data = query.bind(chunk.chunk).next() ? checkedBlob(query.blob(0)) : std::nullopt;
    bool good = data && decodeStored(*data, out);
    if (good && out.reduced()) {
        const Summary found = out.summary();
        good = found.t0 == chunk.t0 && found.t1 == chunk.t1 && found.n == chunk.n;
    } else if (good) {
        good = out.samples.front().t == chunk.t0 && out.samples.back().t == chunk.t1
            && std::int64_t(out.samples.size()) == chunk.n;
    }
    if (!good)
        m_db.fail(SQLITE_CORRUPT);
    return good;
}

bool ChunkTable::read(const Summary &chunk, TimeMs from, TimeMs to, std::vector<Sample> &out) const
{
    if (!load(chunk, m_content))
        return false;
    if (m_content.reduced())
        samplesOf(m_content.buckets, m_content.samples);
    const auto before = [](const Sample &sample, TimeMs t) { return sample.t < t; };
    const auto &all = m_content.samples;
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
