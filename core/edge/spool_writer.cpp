#include "core/edge/spool_writer.h"

#include "core/base/text.h"
#include "core/edge/edge_frame.h"
#include "core/edge/spool_reader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace lepto {

namespace {

constexpr std::uint64_t kSegmentsInLimit = 16;
constexpr std::uint64_t kSmallestSegment = 64u << 10, kLargestSegment = 8u << 20;
constexpr qint64 kSyncMs = 1000;

/// Where the writing goes on: behind the last record that is whole.
EdgePosition endOf(const SpoolFolder &folder)
{
    const auto all = folder.segments();
    EdgePosition end = folder.taken().upTo;
    if (all.empty())
        return end;
    if (all.back().before.seq >= end.seq)
        end = all.back().before;
    SpoolReader reader(folder, all.back().before.seq);
    while (const auto record = reader.next())
        end = record->end();
    if (end == all.back().before)
        ++end.seq; // its file may be open in a relay: the next one gets another name
    return end;
}

} // namespace

SpoolWriter::SpoolWriter(SpoolFolder folder, std::uint64_t limitBytes)
    : m_folder(std::move(folder))
    , m_limit(std::max(limitBytes, smallestLimit))
    , m_segmentLimit(std::clamp(m_limit / kSegmentsInLimit, kSmallestSegment, kLargestSegment))
    , m_position(endOf(m_folder))
{
    for (const SpoolSegment &segment : m_folder.segments())
        m_bytes += segment.bytes;
}

SpoolWriter::~SpoolWriter()
{
    closeSegment();
}

Result<void> SpoolWriter::append(TimeMs at, const std::string &source, std::span<const LabelledSample> samples)
{
    while (!samples.empty()) {
        if (m_segmentBytes > m_segmentLimit)
            closeSegment();
        auto opened = m_fd >= 0 ? Result<void>() : openSegment();
        if (!opened) {
            m_position = { m_position.seq + 1, m_position.samples + samples.size() }; // the number tells the console of the gap
            m_dropped += samples.size();
            return opened;
        }
        Bytes body, frame;
        const std::size_t taken = m_records->write(body, { m_position, at, source, {} }, samples);
        appendFrame(frame, FrameKind::Samples, body);
        const auto written = write(frame);
        m_position = { m_position.seq + 1, m_position.samples + taken };
        samples = samples.subspan(taken);
        if (!written) {
            closeSegment(); // its dictionary knows labels that never reached the disk
            m_dropped += taken + samples.size();
            m_position.samples += samples.size();
            return written;
        }
    }
    makeRoom();
    sync();
    return {};
}

Result<void> SpoolWriter::write(const Bytes &frame)
{
    std::size_t done = 0;
    while (done < frame.size()) {
        const ssize_t n = ::write(m_fd, frame.data() + done, frame.size() - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
            [[maybe_unused]] const int cut = ::ftruncate(m_fd, off_t(m_segmentBytes));
            return Error { full ? ErrorCode::Exhausted : ErrorCode::Unavailable, utf8(m_folder.path()),
                utf8(full ? QCoreApplication::translate("Edge", "the disk is full; samples are dropped")
                          : QCoreApplication::translate("Edge", "the spool cannot be written; samples are dropped")) };
        }
        done += std::size_t(n);
    }
    m_segmentBytes += frame.size();
    m_bytes += frame.size();
    return {};
}

Result<void> SpoolWriter::openSegment()
{
    const QString path = m_folder.segmentPath(m_position);
    m_fd = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_fd < 0)
        return Error { ErrorCode::Unavailable, utf8(m_folder.path()), utf8(QCoreApplication::translate("Edge", "the folder cannot be written")) };
    m_records = std::make_unique<RecordWriter>();
    m_segmentBytes = 0;
    Bytes preamble;
    appendPreamble(preamble, spoolFormat);
    auto written = write(preamble);
    if (!written) {
        closeSegment();
        QFile::remove(path);
    }
    return written;
}

void SpoolWriter::closeSegment()
{
    if (m_fd < 0)
        return;
    ::fdatasync(m_fd);
    ::close(m_fd);
    m_fd = -1;
    m_segmentBytes = 0;
}

void SpoolWriter::makeRoom()
{
    if (m_bytes <= m_limit)
        return;
    m_bytes = 0; // counted again: the relay removes segments too
    for (const SpoolSegment &segment : m_folder.segments())
        m_bytes += segment.bytes;
    while (m_bytes > m_limit) {
        const std::uint64_t before = m_bytes;
        removeOldest();
        if (m_bytes == before)
            return;
    }
}

void SpoolWriter::removeOldest()
{
    const auto all = m_folder.segments();
    if (all.size() < 2)
        return;
    const std::uint64_t end = all[1].before.samples, taken = m_folder.taken().upTo.samples;
    if (!QFile::remove(all[0].path))
        return;
    m_dropped += end - std::min(end, std::max(all[0].before.samples, taken));
    m_bytes -= std::min(m_bytes, all[0].bytes);
}

void SpoolWriter::sync()
{
    if (m_synced.isValid() && m_synced.elapsed() < kSyncMs)
        return;
    ::fdatasync(m_fd);
    m_synced.start();
}

} // namespace lepto
