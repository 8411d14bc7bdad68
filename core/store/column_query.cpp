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
    if (!m_chunks.load(chunk, m_content))
        return;
    if (m_content.reduced()) {
        addBuckets();
        return;
    }
    if (fineFits) {
        const auto fine = FineCache::summarise(m_content.samples);
        m_cache.keep(chunk, fine);
        if (addFine(fine))
            return;
    }
    for (const Sample &sample : m_content.samples)
        if (sample.t >= m_from && sample.t <= m_to)
            m_builder.add(sample);
}

void ColumnQuery::addBuckets()
{
    for (const Bucket &bucket : m_content.buckets)
        if (bucket.summary.t0 >= m_from && bucket.summary.t0 <= m_to)
            m_builder.add(bucket.summary, m_content.width);
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
