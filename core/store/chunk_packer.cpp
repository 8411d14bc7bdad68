#include "core/store/chunk_packer.h"

namespace lepto {

namespace {

constexpr std::size_t kRowCost = 48; ///< bytes that a row costs beside its content: its header and its summary
constexpr std::size_t kChecksum = 4; ///< bytes, appended to every content
constexpr TimeMs kDay = 86'400'000;

bool sameDay(TimeMs a, TimeMs b)
{
    return a / kDay == b / kDay;
}

} // namespace

/// Rows from `from` on; where they are many only the first, and what comes after is for the next call.
std::vector<Summary> ChunkPacker::rows(SeriesId series, TimeMs from, TimeMs to, Done &done) const
{
    auto found = m_table.pyramid().read(series, 0, from, to);
    done.more = found.size() > kRows;
    if (done.more) {
        done.next = found[kRows].t0;
        found.resize(kRows);
    }
    return found;
}

ChunkPacker::Done ChunkPacker::pack(SeriesId series, TimeMs from)
{
    Done done;
    const auto all = rows(series, from, kLatest, done);
    const std::span<const Summary> rest(all);
    m_now.clear();
    m_written = 0;
    for (std::size_t first = 0, i = 0; i < rest.size(); ++i) {
        std::int64_t held = 0;
        for (const Summary &row : rest.subspan(first, i + 1 - first))
            held += row.n;
        const bool last = i + 1 == rest.size();
        if (!last && held < kEnough && held + rest[i + 1].n <= 2 * kEnough)
            continue;
        if (last && held < kEnough && !done.more)
            done.next = rest[first].t0;
        const auto group = rest.subspan(first, i + 1 - first);
        if (last && held < kLeast)
            m_now.insert(m_now.end(), group.begin(), group.end());
        else
            packGroup(group);
        first = i + 1;
    }
    settle(series, all);
    done.rows = m_written;
    return done;
}

/// What was written takes the place of `all` in the pyramid; what lies behind stays.
void ChunkPacker::settle(SeriesId series, const std::vector<Summary> &all)
{
    if (m_written == 0 || m_table.failed())
        return;
    const auto after = m_table.pyramid().read(series, 0, all.back().t1 + 1, kLatest);
    m_now.insert(m_now.end(), after.begin(), after.end());
    m_table.pyramid().replaceFrom(series, all.front().t0, m_now);
}

bool ChunkPacker::gather(std::span<const Summary> group, std::vector<Sample> &samples, std::size_t &bytes)
{
    ChunkContent content;
    bool raw = true;
    for (const Summary &row : group) {
        if (!m_table.load(row, content))
            return false;
        raw = raw && !content.reduced();
        samples.insert(samples.end(), content.samples.begin(), content.samples.end());
        bytes += m_table.sizeOf(row) + kRowCost;
    }
    return raw;
}

void ChunkPacker::packGroup(std::span<const Summary> group)
{
    std::vector<Sample> samples;
    std::size_t bytes = 0;
    if (gather(group, samples, bytes)) {
        SealedChunk packed = packChunk(samples);
        if (packed.data.size() + kChecksum + kRowCost < bytes) {
            replace(group, std::move(packed));
            return;
        }
    }
    m_now.insert(m_now.end(), group.begin(), group.end());
}

void ChunkPacker::replace(std::span<const Summary> group, SealedChunk chunk)
{
    for (const Summary &row : group)
        m_table.remove(row);
    m_now.push_back(m_table.insertRow(std::move(chunk)));
    ++m_written;
}

ChunkPacker::Done ChunkPacker::reduce(SeriesId series, TimeMs from, TimeMs before, TimeMs width)
{
    Done done;
    auto all = rows(series, from, before - 1, done);
    while (!all.empty() && all.back().t1 >= before)
        all.pop_back();
    const std::span<const Summary> rest(all);
    m_now.clear();
    m_written = 0;
    for (std::size_t first = 0, i = 0; i < rest.size(); ++i) {
        if (i + 1 < rest.size() && sameDay(rest[first].t0, rest[i + 1].t0))
            continue;
        reduceGroup(rest.subspan(first, i + 1 - first), width);
        first = i + 1;
    }
    settle(series, all);
    done.rows = m_written;
    return done;
}

/// Rows that are buckets already stay as they are, each for itself.
void ChunkPacker::reduceGroup(std::span<const Summary> group, TimeMs width)
{
    std::vector<Sample> samples;
    std::size_t bytes = 0;
    if (gather(group, samples, bytes)) {
        replace(group, reducedChunk(bucketsOf(samples, width), width));
        return;
    }
    for (std::size_t i = 0; i < group.size() && !m_table.failed(); ++i) {
        samples.clear();
        if (gather(group.subspan(i, 1), samples, bytes))
            replace(group.subspan(i, 1), reducedChunk(bucketsOf(samples, width), width));
        else
            m_now.push_back(group[i]);
    }
}

} // namespace lepto
