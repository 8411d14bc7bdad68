#include "core/store/journal.h"

#include "core/store/checksum.h"
#include "core/store/histogram_chunk.h"

#include <algorithm>

#include <sqlite3.h>

namespace lepto {

namespace {

enum Kind { Batch, OpenChunks, HistogramBatch };
using Put = std::function<bool(const JournalEntry &)>;

bool replayBatch(ByteView data, const Put &put)
{
    ByteReader in(data);
    JournalEntry entry;
    while (!in.atEnd()) {
        entry.series = SeriesId(std::uint64_t(entry.series) + std::uint64_t(in.signedNumber()));
        entry.sample.t = TimeMs(std::uint64_t(entry.sample.t) + std::uint64_t(in.signedNumber()));
        entry.sample.v = in.near(0);
        if (!in.good() || !put(entry))
            return false;
    }
    return true;
}

bool replayChunks(ByteView data, const Put &put)
{
    ByteReader in(data);
    while (!in.atEnd()) {
        const SeriesId series = in.signedNumber();
        const auto samples = decodeXorChunk(in.bytes());
        if (!in.good() || !samples)
            return false;
        for (const Sample &sample : *samples)
            if (!put({ series, sample }))
                return false;
    }
    return true;
}

bool replayHistograms(ByteView data, const std::function<bool(SeriesId, HistogramSample)> &put)
{
    ByteReader in(data);
    while (!in.atEnd()) {
        const SeriesId series = in.signedNumber();
        auto samples = decodeHistograms(in.bytes());
        if (!in.good() || !samples)
            return false;
        for (HistogramSample &sample : *samples)
            if (!put(series, std::move(sample)))
                return false;
    }
    return true;
}

bool replayContent(std::int64_t kind, ByteView data, const Journal::Puts &puts)
{
    switch (kind) {
    case Batch:
        return replayBatch(data, puts.sample);
    case OpenChunks:
        return replayChunks(data, puts.sample);
    case HistogramBatch:
        return replayHistograms(data, puts.histogram);
    default:
        return false;
    }
}

} // namespace

void Journal::insert(std::int64_t seq, int kind, Bytes &data)
{
    appendChecksum(data);
    Query(m_db, "INSERT INTO journal(seq, kind, data) VALUES(?,?,?)").bind(seq, kind, data).run();
}

std::int64_t Journal::nextSeq() const
{
    return m_db.ask("SELECT max(seq) FROM journal") + 1;
}

std::int64_t Journal::append(std::span<const JournalEntry> batch)
{
    Bytes data;
    data.reserve(batch.size() * 12);
    ByteWriter out(data);
    JournalEntry before;
    for (const JournalEntry &entry : batch) {
        out.signedNumber(entry.series - before.series);
        out.signedNumber(entry.sample.t - before.sample.t);
        out.near(entry.sample.v, 0);
        before = entry;
    }
    insert(nextSeq(), Batch, data);
    return std::int64_t(data.size());
}

std::int64_t Journal::append(const Histograms &batch)
{
    Bytes data;
    ByteWriter out(data);
    for (const auto &[series, samples] : batch) {
        if (samples.empty())
            continue;
        out.signedNumber(series);
        out.bytes(encodeHistograms(samples));
    }
    if (!data.empty())
        insert(nextSeq(), HistogramBatch, data);
    return std::int64_t(data.size());
}

std::int64_t Journal::replaceWith(
    std::span<const HeadPart> heads, const HistogramHead &histograms, std::span<const SeriesId> sealed)
{
    Bytes data;
    ByteWriter out(data);
    for (const auto &[series, head] : heads) {
        if (head->openCount() == 0)
            continue;
        out.signedNumber(series);
        out.bytes(head->openChunk());
    }
    const std::int64_t seq = nextSeq();
    m_db.exec("DELETE FROM journal");
    insert(seq, OpenChunks, data); // even an empty row: it carries the numbering on
    Histograms open;
    for (const auto &[series, histogram] : histograms)
        if (!std::binary_search(sealed.begin(), sealed.end(), series))
            open.emplace(series, histogram.open);
    return std::int64_t(data.size()) + append(open);
}

std::int64_t Journal::replay(std::int64_t seq, const Puts &puts) const
{
    Query query(m_db, "SELECT seq, kind, data FROM journal WHERE seq>? ORDER BY seq");
    query.bind(seq);
    while (query.next()) {
        const auto data = checkedBlob(query.blob(2));
        if (!data || !replayContent(query.integer(1), *data, puts)) {
            m_db.fail(SQLITE_CORRUPT);
            break;
        }
        seq = query.integer(0);
    }
    return seq;
}

bool Journal::replayRow(std::int64_t seq, const Puts &puts) const
{
    Query query(m_db, "SELECT kind, data FROM journal WHERE seq=?");
    const auto data = query.bind(seq).next() ? checkedBlob(query.blob(1)) : std::nullopt;
    return data && replayContent(query.integer(0), *data, puts);
}

} // namespace lepto
