#include "core/edge/spool_reader.h"

namespace lepto {

namespace {

constexpr qint64 kPiece = 256 << 10;

} // namespace

std::optional<EdgeRecord> SpoolReader::next()
{
    if (!m_started && !openNext())
        return std::nullopt;
    for (;;) {
        if (auto record = nextOfSegment())
            return record;
        // Looked for before the last read of this segment: its last record may have come just before the next one was begun.
        const auto all = m_folder.segments();
        if (all.empty() || all.back().before.seq <= m_segment.before.seq)
            return std::nullopt;
        if (auto record = nextOfSegment())
            return record;
        if (!openNext())
            return std::nullopt;
    }
}

std::optional<EdgeRecord> SpoolReader::nextOfSegment()
{
    while (m_file) {
        for (;;) {
            const std::uint64_t begin = m_frames->consumed();
            const auto frame = m_frames->next();
            if (!frame)
                break;
            if (frame->kind != FrameKind::Samples)
                continue;
            auto record = m_records->read(frame->body);
            if (!record) {
                m_file.reset(); // nothing behind it can be read either
                return std::nullopt;
            }
            if (record->before.seq >= m_after) {
                m_after = record->end().seq;
                m_begin = begin;
                return record;
            }
        }
        if (m_frames->isBad() || !fill())
            return std::nullopt;
    }
    return std::nullopt;
}

bool SpoolReader::fill()
{
    const QByteArray piece = m_file->read(kPiece);
    m_frames->feed({ reinterpret_cast<const std::uint8_t *>(piece.constData()), std::size_t(piece.size()) });
    return !piece.isEmpty();
}

/// The first segment behind the current one; at the beginning the one that holds the record behind `m_after`.
bool SpoolReader::openNext()
{
    const auto all = m_folder.segments();
    const SpoolSegment *chosen = nullptr;
    for (const SpoolSegment &segment : all) {
        if (!m_started ? !chosen || segment.before.seq <= m_after : !chosen && segment.before.seq > m_segment.before.seq)
            chosen = &segment;
    }
    if (!chosen)
        return false;
    m_started = true;
    m_segment = *chosen;
    m_file = std::make_unique<QFile>(chosen->path);
    m_frames = std::make_unique<FrameReader>(spoolFormat);
    m_records = std::make_unique<RecordReader>();
    if (!m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        m_file.reset(); // removed meanwhile
    return true;
}

} // namespace lepto
