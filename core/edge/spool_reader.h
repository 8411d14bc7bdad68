#pragma once

#include "core/edge/edge_frame.h"
#include "core/edge/spool_folder.h"

#include <QFile>

#include <memory>
#include <optional>

namespace lepto {

/// Reads the records of a spool in order while another process appends to it and removes from it. One thread.
class SpoolReader {
public:
    SpoolReader(SpoolFolder folder, std::uint64_t afterSeq) : m_folder(std::move(folder)), m_after(afterSeq) {}

    /// The next record behind `afterSeq`; nothing when there is none yet. What is torn, damaged or removed is skipped: the gap shows in the
    /// next record's `before`.
    std::optional<EdgeRecord> next();

    /// Where the record that `next` gave ended: the segment's first number, and the bytes of it.
    struct Place {
        std::uint64_t segment = 0, bytes = 0;
    };
    Place placeBefore() const { return { m_segment.before.seq, m_begin }; } ///< where that record began
    Place place() const { return { m_segment.before.seq, m_frames ? m_frames->consumed() : 0 }; }

private:
    std::optional<EdgeRecord> nextOfSegment();
    bool fill();
    bool openNext();

    SpoolFolder m_folder;
    std::uint64_t m_after;
    SpoolSegment m_segment;
    std::unique_ptr<QFile> m_file;
    std::unique_ptr<FrameReader> m_frames;
    std::unique_ptr<RecordReader> m_records;
    std::uint64_t m_begin = 0;
    bool m_started = false;
};

} // namespace lepto
