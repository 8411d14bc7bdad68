#include "core/files/tsdb_block.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace lepto {

namespace {

constexpr qint64 kLargestMeta = 16 << 20;
constexpr std::uint32_t kSegmentMagic = 0x85BD40DD;
constexpr std::uint64_t kSegmentHeader = 8, kLargestChunk = 1 << 20; ///< of a payload; a float chunk of 120 samples has 2 KiB at most

Error missing(const QString &path, const char *reason)
{
    return { ErrorCode::NotFound, utf8(path), utf8(QCoreApplication::translate("Files", reason)) };
}

Result<TsdbMeta> readMeta(const QString &path)
{
    auto file = ByteFile::open(path);
    if (!file)
        return file.error();
    try {
        if (file->size() > kLargestMeta)
            throw FileFault { kLargestMeta, QT_TRANSLATE_NOOP("Files", "the file is far too large to be what it says") };
        return parseTsdbMeta(file->read(0, file->size()), path);
    } catch (const FileFault &fault) {
        return file->damaged(fault);
    }
}

} // namespace

Result<TsdbMeta> parseTsdbMeta(ByteView json, const QString &name)
{
    const auto raw = QByteArray::fromRawData(reinterpret_cast<const char *>(json.data()), qsizetype(json.size()));
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(raw, &fault).object();
    if (fault.error != QJsonParseError::NoError || !object.contains(u"minTime") || !object.contains(u"maxTime"))
        return damagedFile(name, { std::uint64_t(fault.offset), QT_TRANSLATE_NOOP("Files", "this does not describe a block") });
    if (object[u"version"].toInt() != 1)
        return Error { ErrorCode::Refused, utf8(name),
            utf8(QCoreApplication::translate("Files", "the format is a version that this program does not know")) };
    const QJsonObject stats = object[u"stats"].toObject();
    return TsdbMeta { object[u"ulid"].toString(), object[u"minTime"].toInteger(), object[u"maxTime"].toInteger(),
        stats[u"numSamples"].toInteger(), stats[u"numSeries"].toInteger(), stats[u"numChunks"].toInteger() };
}

TsdbBlock::TsdbBlock(TsdbMeta meta, TsdbIndex index, Tombstones tombstones, QStringList segments)
    : m_meta(std::move(meta))
    , m_index(std::move(index))
    , m_tombstones(std::move(tombstones))
    , m_segments(std::move(segments))
{ }

Result<std::unique_ptr<TsdbBlock>> TsdbBlock::open(const QString &folder)
{
    const QDir dir(folder), chunks(dir.filePath(QStringLiteral("chunks")));
    auto meta = readMeta(dir.filePath(QStringLiteral("meta.json")));
    if (!meta)
        return meta.error();
    auto file = ByteFile::open(dir.filePath(QStringLiteral("index")));
    auto index = file ? TsdbIndex::open(std::move(*file)) : Result<TsdbIndex>(file.error());
    if (!index)
        return index.error();
    if (auto checked = index->checkTables(); !checked)
        return checked.error();
    Tombstones tombstones;
    if (const QString path = dir.filePath(QStringLiteral("tombstones")); QFile::exists(path)) {
        auto stones = ByteFile::open(path);
        auto read = stones ? readTombstones(std::move(*stones)) : Result<Tombstones>(stones.error());
        if (!read)
            return read.error();
        tombstones = std::move(*read);
    }
    QStringList segments;
    for (const QString &name : chunks.entryList(QDir::Files, QDir::Name))
        segments.append(chunks.filePath(name));
    if (segments.isEmpty() && meta->samples > 0)
        return missing(chunks.path(), QT_TRANSLATE_NOOP("Files", "the chunks of the block are not there"));
    return std::unique_ptr<TsdbBlock>(new TsdbBlock(std::move(*meta), std::move(*index), std::move(tombstones), segments));
}

Result<bool> TsdbBlock::next() { return m_index.next(m_series); }

const std::vector<TimeSpan> &TsdbBlock::deleted() const
{
    static const std::vector<TimeSpan> nothing;
    const auto at = m_tombstones.find(m_series.ref);
    return at == m_tombstones.end() ? nothing : at->second;
}

void checkSegmentHeader(ByteFile &segment)
{
    ByteCursor header(segment.read(0, kSegmentHeader));
    if (header.be32() != kSegmentMagic)
        throw FileFault { 0, QT_TRANSLATE_NOOP("Files", "these are no chunks") };
    if (header.byte() != 1)
        throw FileFault { 4, QT_TRANSLATE_NOOP("Files", "the format is a version that this program does not know") };
}

ChunkBytes readSegmentChunk(ByteFile &segment, std::uint64_t at)
{
    if (at < kSegmentHeader)
        throw FileFault { at, QT_TRANSLATE_NOOP("Files", "a chunk cannot lie here") };
    ByteCursor head(segment.readUpTo(at, 5), at);
    const std::uint64_t size = head.uvarint(), begin = head.place();
    if (size > kLargestChunk)
        throw FileFault { at, QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies") };
    const ByteView chunk = segment.readChecked(begin, size + 1);
    return { chunk[0], chunk.subspan(1) };
}

Result<void> TsdbBlock::openSegment(std::uint64_t number)
{
    if (m_segment && m_segmentNumber == number)
        return {};
    m_segment.reset();
    if (number >= std::uint64_t(m_segments.size()))
        return missing(QStringLiteral("%1/chunks/%2").arg(m_meta.id).arg(number + 1, 6, 10, QLatin1Char('0')),
            QT_TRANSLATE_NOOP("Files", "there is no such file"));
    auto file = ByteFile::open(m_segments[qsizetype(number)]);
    if (!file)
        return file.error();
    try {
        checkSegmentHeader(*file);
    } catch (const FileFault &fault) {
        return file->damaged(fault);
    }
    m_segment = std::move(*file);
    m_segmentNumber = number;
    return {};
}

Result<ChunkBytes> TsdbBlock::read(const ChunkSpan &chunk)
{
    if (auto opened = openSegment(chunk.place >> 32); !opened)
        return opened.error();
    try {
        return readSegmentChunk(*m_segment, chunk.place & 0xFFFFFFFF);
    } catch (const FileFault &fault) {
        return m_segment->damaged(fault);
    }
}

Error TsdbBlock::damagedChunk(const ChunkSpan &chunk, const char *reason) const
{
    return damagedFile(m_segment ? m_segment->name() : m_meta.id, { chunk.place & 0xFFFFFFFF, reason });
}

} // namespace lepto
