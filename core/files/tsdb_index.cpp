#include "core/files/tsdb_index.h"

#include <algorithm>
#include <limits>

namespace lepto {

namespace {

constexpr std::uint32_t kMagic = 0xBAAAD700;
constexpr std::uint64_t kContentsSize = 48, kHeaderSize = 5;
constexpr std::uint64_t kAlignment = 16;            ///< of series in version 2; there a reference counts in it
constexpr std::uint64_t kLongestSeries = 64 << 20;  ///< bytes: millions of chunks
constexpr std::uint64_t kMostSymbols = 0xFFFFFFFF;  ///< bytes: offsets have 32 bits

TimeMs after(TimeMs t, std::uint64_t delta, const ByteCursor &at)
{
    const TimeMs sum = TimeMs(std::uint64_t(t) + delta);
    if (sum < t)
        throw at.fault(QT_TRANSLATE_NOOP("Files", "the times of a chunk run backwards"));
    return sum;
}

} // namespace

Result<TsdbIndex> TsdbIndex::open(ByteFile file)
{
    TsdbIndex index(std::move(file));
    try {
        index.readContents();
        index.readSymbols();
    } catch (const FileFault &fault) {
        return index.m_file.damaged(fault);
    }
    return index;
}

void TsdbIndex::readContents()
{
    ByteCursor header(m_file.read(0, kHeaderSize));
    if (header.be32() != kMagic)
        throw FileFault { 0, QT_TRANSLATE_NOOP("Files", "this is no index of a block") };
    m_version = header.byte();
    if (m_version != 1 && m_version != 2)
        throw FileFault { 4, QT_TRANSLATE_NOOP("Files", "the format is a version that this program does not know") };
    if (m_file.size() < kHeaderSize + kContentsSize + 4)
        throw FileFault { m_file.size(), QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies") };
    const std::uint64_t at = m_file.size() - kContentsSize - 4;
    ByteCursor contents(m_file.readChecked(at, kContentsSize), at);
    for (std::uint64_t *place : { &m_contents.symbols, &m_contents.series, &m_contents.labelIndices, &m_contents.labelTable,
             &m_contents.postings, &m_contents.postingsTable }) {
        *place = contents.be64();
        if (*place > at)
            throw contents.fault(QT_TRANSLATE_NOOP("Files", "the table of contents points outside the file"));
    }
    m_end = at; // the series end where whatever follows them begins
    for (const std::uint64_t next :
        { m_contents.symbols, m_contents.labelIndices, m_contents.labelTable, m_contents.postings, m_contents.postingsTable })
        if (next > m_contents.series)
            m_end = std::min(m_end, next);
    m_at = m_contents.series == 0 ? m_end : m_contents.series;
}

ByteCursor TsdbIndex::section(std::uint64_t at)
{
    const std::uint32_t size = ByteCursor(m_file.read(at, 4)).be32();
    return ByteCursor(m_file.readChecked(at + 4, size), at + 4);
}

void TsdbIndex::readSymbols()
{
    if (m_contents.symbols == 0)
        return;
    ByteCursor symbols = section(m_contents.symbols);
    const std::uint32_t count = symbols.be32();
    if (count > symbols.left() || symbols.left() > kMostSymbols)
        throw symbols.fault(QT_TRANSLATE_NOOP("Files", "the symbols are more than their section holds"));
    m_symbolsAt = symbols.place();
    const ByteView all = symbols.take(symbols.left());
    m_symbols.assign(all.begin(), all.end());
    if (m_version == 1)
        return;
    m_symbolOffsets.reserve(count);
    ByteCursor each(m_symbols, m_symbolsAt);
    for (std::uint32_t i = 0; i < count; ++i) {
        m_symbolOffsets.push_back(std::uint32_t(each.place() - m_symbolsAt));
        each.text();
    }
}

std::string_view TsdbIndex::symbol(std::uint64_t ref, const ByteCursor &at) const
{
    std::uint64_t offset = std::numeric_limits<std::uint64_t>::max();
    if (m_version == 1 && ref >= m_symbolsAt)
        offset = ref - m_symbolsAt;
    else if (m_version == 2 && ref < m_symbolOffsets.size())
        offset = m_symbolOffsets[std::size_t(ref)];
    if (offset >= m_symbols.size())
        throw at.fault(QT_TRANSLATE_NOOP("Files", "a series names a symbol that is not there"));
    return ByteCursor(ByteView(m_symbols).subspan(std::size_t(offset)), m_symbolsAt + offset).text();
}

Result<bool> TsdbIndex::next(TsdbSeries &series)
{
    if (m_failed)
        return false;
    try {
        return readNext(series);
    } catch (const FileFault &fault) {
        m_failed = true;
        return m_file.damaged(fault);
    }
}

bool TsdbIndex::readNext(TsdbSeries &series)
{
    for (;;) {
        if (m_version == 2)
            m_at = (m_at + kAlignment - 1) / kAlignment * kAlignment;
        if (m_at >= m_end)
            return false;
        ByteCursor head(m_file.readUpTo(m_at, std::min<std::uint64_t>(10, m_end - m_at)), m_at);
        const std::uint64_t size = head.uvarint(), begin = head.place();
        if (size == 0) { // filling between sections
            m_at = begin;
            continue;
        }
        if (size > kLongestSeries || size + 4 > m_end - begin)
            throw head.fault(QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies"));
        series.ref = m_version == 2 ? m_at / kAlignment : m_at;
        readSeries(ByteCursor(m_file.readChecked(begin, size), begin), series);
        m_at = begin + size + 4;
        return true;
    }
}

void TsdbIndex::readSeries(ByteCursor entry, TsdbSeries &series)
{
    std::vector<Labels::Pair> pairs;
    for (std::uint64_t n = entry.uvarint(); n > 0; --n) {
        const std::string_view name = symbol(entry.uvarint(), entry);
        pairs.emplace_back(name, symbol(entry.uvarint(), entry));
    }
    Labels labels(std::move(pairs));
    if (!m_before.empty() && labels <= m_before)
        throw entry.fault(QT_TRANSLATE_NOOP("Files", "the series are not in order"));
    m_before = labels;
    series.labels = std::move(labels);
    series.chunks.clear();
    ChunkSpan chunk;
    for (std::uint64_t n = entry.uvarint(), i = 0; i < n; ++i) {
        chunk.first = i == 0 ? entry.varint() : after(chunk.last, entry.uvarint(), entry);
        chunk.last = after(chunk.first, entry.uvarint(), entry);
        chunk.place = i == 0 ? entry.uvarint() : chunk.place + std::uint64_t(entry.varint());
        series.chunks.push_back(chunk);
    }
}

double TsdbIndex::progress() const
{
    const std::uint64_t all = m_end - std::min(m_contents.series, m_end);
    return all == 0 ? 1 : double(std::min(m_at, m_end) - m_contents.series) / double(all);
}

/// A table of entries (number of names, the names, offset of a section), whose sections have a checksum of their own.
void TsdbIndex::checkTable(std::uint64_t table, int names)
{
    if (table == 0)
        return;
    ByteCursor entries = section(table);
    const std::uint64_t origin = entries.place();
    const ByteView view = entries.take(entries.left());
    const Bytes copy(view.begin(), view.end()); // the sections are read through the same window
    ByteCursor each(copy, origin);
    for (std::uint32_t n = each.be32(); n > 0; --n) {
        if (each.byte() != names)
            throw each.fault(QT_TRANSLATE_NOOP("Files", "an offset table has an entry of another kind"));
        for (int i = 0; i < names; ++i)
            each.text();
        section(each.uvarint());
    }
}

Result<void> TsdbIndex::checkTables()
{
    try {
        checkTable(m_contents.labelTable, 1);
        checkTable(m_contents.postingsTable, 2);
    } catch (const FileFault &fault) {
        return m_file.damaged(fault);
    }
    return {};
}

} // namespace lepto
