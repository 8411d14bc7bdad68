#pragma once

#include "core/files/series_source.h"
#include "core/store/xor_chunk.h"

#include <unordered_map>

namespace lepto {

/// Gathers samples that a file has in the order of its rows or records, and gives them back series by series: packed into XOR chunks
/// meanwhile, so that a hundred million samples fit into memory. Samples of a series may come in any order. One thread.
class SampleCollector {
public:
    using Handle = std::size_t;

    Handle series(const Labels &labels);
    void add(Handle series, Sample sample);
    void add(Handle series, HistogramSample sample);
    void erase(Handle series, TimeSpan range) { m_series[series].deleted.push_back(range); }

    std::size_t seriesCount() const { return m_series.size(); }
    std::size_t bytes() const { return m_bytes; } ///< about what it holds in memory

    /// All of it; afterwards the collector is empty, its handles stay good.
    std::unique_ptr<SeriesSource> release();

private:
    struct Series {
        Labels labels;
        std::vector<Sample> open;
        std::vector<std::pair<ChunkSpan, Bytes>> chunks;
        std::vector<HistogramSample> histograms;
        std::vector<TimeSpan> deleted;
    };
    class Collected;
    void pack(Series &series);

    std::vector<Series> m_series;
    std::unordered_map<Labels, Handle> m_handles;
    std::size_t m_bytes = 0;
};

} // namespace lepto
