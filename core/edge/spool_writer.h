#pragma once

#include "core/edge/spool_folder.h"

#include <QElapsedTimer>

#include <memory>
#include <vector>

namespace lepto {

/// The collector's side of a spool. What `append` has taken survives a killed process; after a power cut about a second is lost.
/// The spool never grows past its limit by more than one segment: the oldest goes first. One writer a folder (`collectorLock`), one thread.
class SpoolWriter {
public:
    static constexpr std::uint64_t smallestLimit = 1u << 20;

    /// Goes on behind the last whole record; what a killed process left half-written is not read again.
    SpoolWriter(SpoolFolder folder, std::uint64_t limitBytes);
    ~SpoolWriter();
    SpoolWriter(const SpoolWriter &) = delete;
    SpoolWriter &operator=(const SpoolWriter &) = delete;

    /// Errors: Exhausted or Unavailable with the folder; the samples are then counted as dropped.
    Result<void> append(TimeMs at, const std::string &source, std::span<const LabelledSample> samples);

    const EdgePosition &position() const { return m_position; }
    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t limit() const { return m_limit; }
    std::uint64_t dropped() const { return m_dropped; } ///< samples, by this object, before the console had them

private:
    Result<void> write(const Bytes &frame);
    Result<void> openSegment();
    void closeSegment();
    void makeRoom();
    void removeOldest();
    void sync();

    SpoolFolder m_folder;
    std::uint64_t m_limit, m_segmentLimit;
    EdgePosition m_position;
    std::uint64_t m_bytes = 0, m_segmentBytes = 0, m_dropped = 0;
    std::unique_ptr<RecordWriter> m_records;
    QElapsedTimer m_synced;
    int m_fd = -1;
};

} // namespace lepto
