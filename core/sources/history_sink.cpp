#include "core/sources/history_sink.h"

namespace lepto {

Result<void> StoreSink::takeChunks(std::span<const ChunkRun> runs)
{
    const auto done = m_store.appendChunks(runs);
    if (!done)
        return done.error();
    m_samples += done->samples;
    m_refused += done->refused;
    if (m_firstRefusal.empty())
        m_firstRefusal = done->firstRefusal;
    return {};
}

Result<void> StoreSink::takeRuns(std::span<const SeriesRun> runs)
{
    if (const auto done = m_store.appendRuns(runs); !done)
        return done.error();
    for (const SeriesRun &run : runs)
        m_samples += qint64(run.samples.size());
    return {};
}

Result<void> StoreSink::takeHistograms(std::span<const LabelledHistogram> batch)
{
    if (const auto done = m_store.appendHistograms(batch); !done)
        return done.error();
    m_histograms += qint64(batch.size());
    return {};
}

} // namespace lepto
