#include "core/store/column_query.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr int kWidest = 2; ///< columns that one summary may fill: at most every second column costs a decoded chunk

} // namespace

bool ColumnQuery::run(SeriesId series, TimeMs from, TimeMs to, TimeMs columnWidth)
{
    m_from = from;
    m_to = to;
    m_widest = kWidest * columnWidth;
    m_chunks.pyramid().cover(
        series, from, to, m_widest, [this](const Summary &summary) { m_builder.add(summary); },
        [this](const Summary &chunk) { addChunk(chunk); });
    return !m_chunks.failed();
}

void ColumnQuery::addChunk(const Summary &chunk)
{
    const bool inside = chunk.t0 >= m_from && chunk.t1 <= m_to;
    const bool fineFits = inside && (chunk.t1 - chunk.t0) / chunk.n * SummaryPage::kFanOut <= m_widest;
    if (fineFits && addFine(m_cache.find(chunk)))
        return;
    m_samples.clear();
    if (!m_chunks.read(chunk, m_from, m_to, m_samples))
        return;
    if (fineFits) {
        const auto fine = FineCache::summarise(m_samples);
        m_cache.keep(chunk, fine);
        if (addFine(fine))
            return;
    }
    for (const Sample &sample : m_samples)
        m_builder.add(sample);
}

/// Nothing is added where one of them is too long: a hole inside it would not be seen.
bool ColumnQuery::addFine(const FineCache::Summaries &fine)
{
    if (!fine || std::any_of(fine->begin(), fine->end(), [this](const Summary &s) { return s.t1 - s.t0 > m_widest; }))
        return false;
    for (const Summary &summary : *fine)
        m_builder.add(summary);
    return true;
}

} // namespace lepto
