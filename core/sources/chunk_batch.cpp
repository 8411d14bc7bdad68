#include "core/sources/chunk_batch.h"

namespace lepto {

void ChunkBatch::addChunk(const Labels &labels, TimeMs t0, TimeMs t1, ByteView data)
{
    if (m_series.empty() || m_series.back() != labels)
        m_series.push_back(labels);
    m_entries.push_back({ m_series.size() - 1, m_bytes.size(), data.size(), t0, t1 });
    m_bytes.insert(m_bytes.end(), data.begin(), data.end());
}

void ChunkBatch::addHistograms(const Labels &labels, std::vector<HistogramSample> histograms)
{
    for (HistogramSample &histogram : histograms)
        m_histograms.push_back({ labels, std::move(histogram) });
}

Result<void> ChunkBatch::flush()
{
    std::vector<EncodedChunk> chunks;
    chunks.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        chunks.push_back({ entry.t0, entry.t1, 0, ByteView(m_bytes).subspan(entry.at, entry.size) });
    std::vector<ChunkRun> runs;
    std::size_t begin = 0;
    for (std::size_t series = 0; series < m_series.size(); ++series) {
        std::size_t end = begin;
        while (end < m_entries.size() && m_entries[end].series == series)
            ++end;
        runs.push_back({ m_series[series], std::span(chunks).subspan(begin, end - begin) });
        begin = end;
    }
    Result<void> done = runs.empty() ? Result<void>() : m_sink.takeChunks(runs);
    if (done && !m_histograms.empty())
        done = m_sink.takeHistograms(m_histograms);
    m_bytes.clear();
    m_series.clear();
    m_entries.clear();
    m_histograms.clear();
    return done;
}

} // namespace lepto
