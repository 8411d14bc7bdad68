#include "core/store/head.h"

#include <algorithm>

namespace lepto {

namespace {

void collectChunk(ByteView chunk, TimeMs from, TimeMs to, std::vector<Sample> &out)
{
    XorDecoder decoder(chunk); // full chunks of the head are single ones: joining happens on the way to their rows
    Sample sample;
    while (decoder.next(sample) && sample.t <= to)
        if (sample.t >= from)
            out.push_back(sample);
}

} // namespace

void HeadSeries::push(Sample sample)
{
    m_open.append(sample);
    m_summary.add(sample);
    m_oldest = std::min(m_oldest, sample.t);
    m_newest = sample.t;
    m_reserved = std::max(m_reserved, sample.t);
    m_last = sample;
    if (isFull())
        seal();
}

void HeadSeries::adopt(SealedChunk chunk, Sample last)
{
    seal();
    m_oldest = std::min(m_oldest, chunk.summary.t0);
    m_newest = chunk.summary.t1;
    m_reserved = std::max(m_reserved, m_newest);
    m_last = last;
    m_full.push_back(std::move(chunk));
}

bool HeadSeries::isFull() const
{
    return m_open.count() >= kFewestSamples && (m_open.size() >= kFewestBytes || m_open.count() >= kMostSamples);
}

void HeadSeries::seal()
{
    if (m_open.count() == 0)
        return;
    m_full.push_back({ m_open.bytes(), m_summary });
    m_open = XorEncoder();
    m_summary = Summary();
}

std::int64_t HeadSeries::samples() const
{
    std::int64_t n = m_open.count();
    for (const SealedChunk &chunk : m_full)
        n += chunk.summary.n;
    return n;
}

TimeMs HeadSeries::first() const
{
    if (!m_full.empty())
        return m_full.front().summary.t0;
    return m_open.count() > 0 ? m_summary.t0 : std::numeric_limits<TimeMs>::max();
}

void HeadSeries::collect(TimeMs from, TimeMs to, std::vector<Sample> &out) const
{
    for (const SealedChunk &chunk : m_full)
        if (chunk.summary.t1 >= from && chunk.summary.t0 <= to)
            collectChunk(chunk.data, from, to, out);
    if (m_open.count() > 0 && m_summary.t1 >= from && m_summary.t0 <= to)
        collectChunk(m_open.bytes(), from, to, out);
}

void HeadSeries::setRange(TimeMs oldest, TimeMs newest)
{
    m_oldest = oldest;
    m_newest = m_reserved = newest;
}

const HeadSeries *Head::find(SeriesId id) const
{
    const auto at = m_series.find(id);
    return at == m_series.end() ? nullptr : &at->second;
}

} // namespace lepto
