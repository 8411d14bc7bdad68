#pragma once

#include "core/store/store.h"
#include "core/store/summary.h"
#include "core/store/xor_chunk.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lepto {

/// Times outside these are no times; inside them differences and sums cannot overflow.
constexpr TimeMs kEarliest = -(1LL << 53), kLatest = 1LL << 53;

/// A finished chunk and what it looks like from afar.
struct SealedChunk {
    Bytes data;
    Summary summary;
};

/// The samples of one series that are in no chunk row yet, and what must be known of all of it.
/// A plain value: a writer changes a copy and puts it in place once the disk has it.
class HeadSeries {
public:
    /// A chunk is full with 240 samples and 200 bytes, so that its row costs little; a quiet series takes longer for that.
    static constexpr int kFewestSamples = 240, kMostSamples = 960;
    static constexpr std::size_t kFewestBytes = 200;

    bool admits(TimeMs t) const { return t > m_reserved && t >= kEarliest && t <= kLatest; }
    void reserve(TimeMs t) { m_reserved = t; } ///< a batch on its way to the disk reaches to t
    void release() { m_reserved = m_newest; } ///< it did not get there
    void push(Sample sample); ///< later than newest()
    void adopt(SealedChunk chunk, Sample last); ///< a finished chunk later than newest(); closes the open one
    void seal(); ///< closes the open chunk, if it holds anything
    std::vector<SealedChunk> takeFull() { return std::exchange(m_full, {}); }

    const std::vector<SealedChunk> &full() const { return m_full; }
    int openCount() const { return m_open.count(); }
    Bytes openChunk() const { return m_open.bytes(); }
    TimeMs openSince() const { return m_summary.t0; }
    std::int64_t samples() const;
    TimeMs first() const; ///< of the samples here; the far future where there are none
    void collect(TimeMs from, TimeMs to, std::vector<Sample> &out) const;

    TimeMs oldest() const { return m_oldest; } ///< of the whole series, chunk rows included
    TimeMs newest() const { return m_newest; }
    const std::optional<Sample> &last() const { return m_last; } ///< empty until a sample came through here
    void setRange(TimeMs oldest, TimeMs newest);
    void reachBack(TimeMs t) { m_oldest = std::min(m_oldest, t); } ///< older history came to the chunk rows

private:
    bool isFull() const;

    std::vector<SealedChunk> m_full;
    XorEncoder m_open;
    Summary m_summary; ///< of the open chunk
    TimeMs m_oldest = std::numeric_limits<TimeMs>::max(), m_newest = std::numeric_limits<TimeMs>::min();
    TimeMs m_reserved = m_newest; ///< touched by the writer alone, so that readers need not wait for it
    std::optional<Sample> m_last;
};

/// The heads of all series, by id. Addresses stay valid until `erase` or `clear`.
class Head {
public:
    HeadSeries &at(SeriesId id) { return m_series[id]; }
    const HeadSeries *find(SeriesId id) const;
    void adopt(Head &&other) { m_series.merge(other.m_series); } ///< addresses stay
    void erase(SeriesId id) { m_series.erase(id); }
    void clear() { m_series.clear(); }

    auto begin() { return m_series.begin(); }
    auto end() { return m_series.end(); }
    auto begin() const { return m_series.begin(); }
    auto end() const { return m_series.end(); }

private:
    std::unordered_map<SeriesId, HeadSeries> m_series;
};

} // namespace lepto
