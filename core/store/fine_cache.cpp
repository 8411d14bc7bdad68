#include "core/store/fine_cache.h"

namespace lepto {

namespace {

bool sameChunk(const Summary &a, const Summary &b)
{
    return a.t0 == b.t0 && a.t1 == b.t1 && a.n == b.n && a.min == b.min && a.max == b.max && a.last == b.last;
}

} // namespace

FineCache::Summaries FineCache::summarise(std::span<const Sample> samples)
{
    auto fine = std::make_shared<std::vector<Summary>>();
    fine->reserve(samples.size() / SummaryPage::kFanOut + 1);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i % SummaryPage::kFanOut == 0)
            fine->emplace_back();
        fine->back().add(samples[i]);
    }
    return fine;
}

FineCache::Summaries FineCache::find(const Summary &chunk)
{
    const std::lock_guard lock(m_mutex);
    if (const auto at = m_young.find(chunk.chunk); at != m_young.end())
        return sameChunk(at->second.chunk, chunk) ? at->second.fine : nullptr;
    const auto at = m_old.find(chunk.chunk);
    if (at == m_old.end() || !sameChunk(at->second.chunk, chunk))
        return nullptr;
    Summaries fine = at->second.fine;
    m_young.insert(m_old.extract(at));
    return fine;
}

void FineCache::keep(const Summary &chunk, Summaries fine)
{
    const std::lock_guard lock(m_mutex);
    if (m_young.size() >= kHalf) {
        m_old = std::move(m_young);
        m_young.clear();
    }
    m_young.insert_or_assign(chunk.chunk, Entry { chunk, std::move(fine) });
}

} // namespace lepto
