#include "core/store/chunk_merge.h"

#include "core/store/stored_chunk.h"

#include <algorithm>

namespace lepto {

/// Chunk rows and stretches that overlap each other, directly or through one another.
struct ChunkMerge::Group {
    std::span<const Summary> stored;
    std::span<Stretch> incoming;
};

ChunkMerge::Done ChunkMerge::insert(SeriesId series, std::vector<Stretch> incoming)
{
    m_now.clear();
    m_done = {};
    m_changed = false;
    if (incoming.empty())
        return m_done;
    std::sort(incoming.begin(), incoming.end(), [](const Stretch &a, const Stretch &b) { return a.summary.t0 < b.summary.t0; });
    const auto stored = m_table.pyramid().read(series, 0, incoming.front().summary.t0, kLatest);
    const std::span<const Summary> rows(stored);
    const std::span<Stretch> parts(incoming);
    for (std::size_t i = 0, j = 0; i < rows.size() || j < parts.size();) {
        const std::size_t row = i, part = j;
        TimeMs end = kEarliest - 1;
        do {
            const bool next = j == parts.size() || (i < rows.size() && rows[i].t0 <= parts[j].summary.t0);
            end = std::max(end, next ? rows[i].t1 : parts[j].summary.t1);
            ++(next ? i : j);
        } while ((i < rows.size() && rows[i].t0 <= end) || (j < parts.size() && parts[j].summary.t0 <= end));
        settle({ rows.subspan(row, i - row), parts.subspan(part, j - part) });
    }
    if (m_changed && !m_table.failed())
        m_table.pyramid().replaceFrom(series, m_now.front().t0, m_now);
    return m_done;
}

void ChunkMerge::settle(const Group &group)
{
    if (group.incoming.empty()) {
        m_now.insert(m_now.end(), group.stored.begin(), group.stored.end());
        return;
    }
    Stretch &first = group.incoming.front();
    if (!group.stored.empty() || group.incoming.size() > 1 || first.chunk.empty()) {
        rewrite(group);
        return;
    }
    m_changed = true;
    ++m_done.adopted;
    m_done.samples += first.summary.n;
    m_now.push_back(m_table.insertRow({ Bytes(first.chunk.begin(), first.chunk.end()), first.summary }));
}

std::vector<Sample> ChunkMerge::samplesOf(const Stretch &stretch) const
{
    if (stretch.chunk.empty())
        return stretch.samples;
    ChunkContent content;
    decodeStored(stretch.chunk, content);
    return std::move(content.samples);
}

void ChunkMerge::rewrite(const Group &group)
{
    std::vector<Sample> all;
    std::vector<Summary> raw, reduced;
    ChunkContent content;
    for (const Summary &row : group.stored) {
        if (!m_table.load(row, content))
            return;
        (content.reduced() ? reduced : raw).push_back(row);
        all.insert(all.end(), content.samples.begin(), content.samples.end());
    }
    const std::size_t known = all.size();
    for (const Stretch &stretch : group.incoming) {
        const auto samples = samplesOf(stretch);
        all.insert(all.end(), samples.begin(), samples.end());
    }
    for (const Summary &row : reduced) // what is kept in buckets takes no samples any more
        std::erase_if(all, [&row](const Sample &sample) { return sample.t >= row.t0 && sample.t <= row.t1; });
    std::stable_sort(all.begin(), all.end(), [](const Sample &a, const Sample &b) { return a.t < b.t; });
    all.erase(std::unique(all.begin(), all.end(), [](const Sample &a, const Sample &b) { return a.t == b.t; }), all.end());
    m_done.merged += std::int64_t(group.incoming.size());
    if (all.size() == known) {
        m_now.insert(m_now.end(), group.stored.begin(), group.stored.end());
        return;
    }
    m_changed = true;
    m_done.samples += std::int64_t(all.size() - known);
    for (const Summary &row : raw)
        m_table.remove(row);
    writeBetween(all, reduced);
}

void ChunkMerge::writeBetween(std::span<const Sample> samples, std::span<const Summary> reduced)
{
    HeadSeries filler;
    const auto flush = [&] {
        filler.seal();
        for (SealedChunk &chunk : filler.takeFull())
            m_now.push_back(m_table.insertRow(std::move(chunk)));
    };
    for (const Sample &sample : samples) {
        for (; !reduced.empty() && reduced.front().t1 < sample.t; reduced = reduced.subspan(1)) {
            flush();
            m_now.push_back(reduced.front());
        }
        filler.push(sample);
    }
    flush();
    m_now.insert(m_now.end(), reduced.begin(), reduced.end());
}

} // namespace lepto
