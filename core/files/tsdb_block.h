#pragma once

#include "core/files/tombstones.h"
#include "core/files/tsdb_index.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace lepto {

/// What `meta.json` says of a block.
struct TsdbMeta {
    QString id;
    TimeMs from = 0, to = 0; ///< `to` lies outside
    std::int64_t samples = 0, series = 0, chunks = 0;
};

/// Errors: Damaged with what is wrong in it, Refused for a version that this program does not know.
Result<TsdbMeta> parseTsdbMeta(ByteView json, const QString &name);

/// A block of Prometheus' storage, read from its folder: meta.json, index, chunks/000001…, tombstones. One thread.
class TsdbBlock final : public SeriesSource {
public:
    /// Errors: NotFound, Unavailable, Damaged with file and place. The whole index is verified.
    static Result<std::unique_ptr<TsdbBlock>> open(const QString &folder);

    const TsdbMeta &meta() const { return m_meta; }

    Result<bool> next() override;
    const Labels &labels() const override { return m_series.labels; }
    const std::vector<ChunkSpan> &chunks() const override { return m_series.chunks; }
    const std::vector<TimeSpan> &deleted() const override;
    Result<ChunkBytes> read(const ChunkSpan &chunk) override;
    Error damagedChunk(const ChunkSpan &chunk, const char *reason) const override;
    double progress() const override { return m_index.progress(); }

private:
    TsdbBlock(TsdbMeta meta, TsdbIndex index, Tombstones tombstones, QStringList segments);
    Result<void> openSegment(std::uint64_t number);

    TsdbMeta m_meta;
    TsdbIndex m_index;
    Tombstones m_tombstones;
    QStringList m_segments; ///< paths, in the order of their numbers
    std::optional<ByteFile> m_segment;
    std::uint64_t m_segmentNumber = 0;
    TsdbSeries m_series;
};

/// A chunk of a segment file: length, encoding, payload, CRC-32C of the two. Throws FileFault.
ChunkBytes readSegmentChunk(ByteFile &segment, std::uint64_t at);
/// Throws FileFault where the file is no segment of version 1.
void checkSegmentHeader(ByteFile &segment);

} // namespace lepto
