#pragma once

#include "core/files/byte_cursor.h"
#include "core/files/sample_collector.h"

#include <unordered_map>

namespace lepto {

/// Reads the records of a write-ahead log into a collector: series, samples, native histograms (with custom buckets too), deletions.
/// Exemplars, metadata and markers are passed over; kinds that are not known are counted. One thread.
class WalRecords {
public:
    explicit WalRecords(SampleCollector &collector)
        : m_collector(collector)
    { }

    /// Throws FileFault where the record contradicts itself; what it had before stays.
    void take(ByteView record);

    std::int64_t samples() const { return m_samples; }
    std::int64_t unknownKinds() const { return m_unknownKinds; } ///< records of a kind that this program does not know
    std::int64_t orphans() const { return m_orphans; }           ///< samples whose series no record names

private:
    void takeSeries(ByteCursor &record);
    void takeDeletions(ByteCursor &record);
    template <typename Read>
    void takeSamples(ByteCursor &record, Read read);

    SampleCollector &m_collector;
    std::unordered_map<std::uint64_t, SampleCollector::Handle> m_handles;
    std::int64_t m_samples = 0, m_unknownKinds = 0, m_orphans = 0;
};

} // namespace lepto
