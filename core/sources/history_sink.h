#pragma once

#include "core/store/store.h"

namespace lepto {

/// Takes raw history as it arrives, in whatever form it comes. What is handed over is only valid during the call.
/// An error ends the answer that is being read.
class HistorySink {
public:
    virtual ~HistorySink() = default;
    virtual Result<void> takeChunks(std::span<const ChunkRun> runs) = 0;
    virtual Result<void> takeRuns(std::span<const SeriesRun> runs) = 0;
    virtual Result<void> takeHistograms(std::span<const LabelledHistogram> batch) = 0;
};

/// Into a store, which must outlive it. What is in the store already stays and is not counted.
class StoreSink final : public HistorySink {
public:
    explicit StoreSink(Store &store) : m_store(store) {}

    Result<void> takeChunks(std::span<const ChunkRun> runs) override;
    Result<void> takeRuns(std::span<const SeriesRun> runs) override;
    Result<void> takeHistograms(std::span<const LabelledHistogram> batch) override;

    qint64 samples() const { return m_samples; }          ///< of chunks: new in the store; of runs: handed over
    qint64 histograms() const { return m_histograms; }
    qint64 refusedChunks() const { return m_refused; }
    const std::string &firstRefusal() const { return m_firstRefusal; }

private:
    Store &m_store;
    qint64 m_samples = 0, m_histograms = 0, m_refused = 0;
    std::string m_firstRefusal;
};

} // namespace lepto
