#include "core/store/histogram_chunk.h"
#include "core/store/history_writer.h"

#include <algorithm>

namespace lepto {

void HistoryWriter::stage(std::span<const LabelledHistogram> batch, StagedHistograms &staged)
{
    for (const LabelledHistogram &histogram : batch) {
        const TimeMs t = histogram.sample.t;
        if (t < kEarliest || t > kLatest || !isSound(histogram.sample.value)) {
            staged.ids.push_back(0);
            continue;
        }
        const SeriesId id = staged.ids.emplace_back(resolve(histogram.labels, staged));
        if (id == 0)
            continue;
        const auto known = m_state.histograms.find(id);
        const TimeMs newest = known == m_state.histograms.end() ? kEarliest - 1 : known->second.newest;
        (t > newest ? staged.later : staged.older)[id].push_back(histogram.sample);
    }
    for (auto &[id, samples] : staged.later) {
        std::stable_sort(samples.begin(), samples.end(), [](const auto &a, const auto &b) { return a.t < b.t; });
        const auto same = [](const auto &a, const auto &b) { return a.t == b.t; };
        samples.erase(std::unique(samples.begin(), samples.end(), same), samples.end());
    }
}

/// True where the open histograms had to go to the rows with them, so that the journal's are never older than a row.
bool HistoryWriter::insertOlder(SeriesId id, std::vector<HistogramSample> samples)
{
    const HistogramSeries &series = m_state.histograms.at(id);
    std::erase_if(samples, [&](const HistogramSample &sample) { return series.holdsOpen(sample.t); }); // the stored one stays
    const bool close
        = std::any_of(samples.begin(), samples.end(), [&](const HistogramSample &sample) { return sample.t > series.first(); });
    if (close)
        samples.insert(samples.end(), series.open.begin(), series.open.end());
    HistogramTable(*m_db).insert(id, std::move(samples));
    return close;
}

Result<std::vector<SeriesId>> HistoryWriter::appendHistograms(std::span<const LabelledHistogram> batch)
{
    const std::lock_guard writing(m_writing);
    StagedHistograms staged(m_nextSeries);
    stage(batch, staged);
    WriteTransaction transaction(*m_db);
    insertFresh(staged);
    std::vector<SeriesId> closed;
    for (auto &[id, samples] : staged.older)
        if (insertOlder(id, samples))
            closed.push_back(id);
    if (!staged.older.empty())
        ChunkTable(*m_db).writeTotals(); // other processes read again
    const std::int64_t bytes = Journal(*m_db).append(staged.later);
    if (auto committed = transaction.commit(); !committed)
        return undo(committed.error());
    {
        const std::unique_lock lock(m_mutex);
        adopt(staged);
        for (const SeriesId id : closed)
            m_state.histograms.at(id).open.clear();
        for (const auto &[id, samples] : staged.older)
            for (const HistogramSample &sample : samples)
                m_state.histograms[id].reach(sample.t, sample.t);
        for (auto &[id, samples] : staged.later)
            for (HistogramSample &sample : samples)
                m_state.histograms[id].push(std::move(sample));
    }
    checkpointWhenGrown(bytes);
    return std::move(staged.ids);
}

/// Inside the checkpoint's transaction; the series whose open histograms are in rows now.
std::vector<SeriesId> HistoryWriter::sealHistograms(const SealRule &sealNow)
{
    std::vector<SeriesId> sealed;
    HistogramTable table(*m_db);
    for (const auto &[id, series] : m_state.histograms) {
        const int count = int(series.open.size());
        if (count == 0 || !(count >= HistogramSeries::kFull || (sealNow && sealNow({ count, series.first(), series.newest }))))
            continue;
        table.insert(id, series.open);
        sealed.push_back(id);
    }
    return sealed;
}

} // namespace lepto
