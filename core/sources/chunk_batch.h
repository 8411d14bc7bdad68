#pragma once

#include "core/sources/history_sink.h"
#include "core/store/byte_codec.h"

#include <optional>
#include <unordered_map>

namespace lepto {

/// Gathers chunks of an answer until there are enough for one transaction of the store, then hands them over. The bytes are copied once;
/// nothing is decoded. Not thread-safe.
class ChunkBatch {
public:
    explicit ChunkBatch(HistorySink &sink) : m_sink(sink) {}

    void addChunk(const Labels &labels, TimeMs t0, TimeMs t1, ByteView data);
    void addHistograms(const Labels &labels, std::vector<HistogramSample> histograms);
    /// Hands over what is there when it is a full batch.
    Result<void> flushFull() { return m_bytes.size() + m_histograms.size() * histogramBytes < fullBytes ? Result<void>() : flush(); }
    Result<void> flush();

private:
    static constexpr std::size_t fullBytes = 4 << 20, histogramBytes = 512;
    struct Entry {
        std::size_t series = 0, at = 0, size = 0;
        TimeMs t0 = 0, t1 = 0;
    };

    HistorySink &m_sink;
    Bytes m_bytes;
    std::vector<Labels> m_series;
    std::vector<Entry> m_entries;                 ///< a series' chunks stand together as they came
    std::vector<LabelledHistogram> m_histograms;
};

} // namespace lepto
