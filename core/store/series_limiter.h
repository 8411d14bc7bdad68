#pragma once

#include "core/store/cardinality.h"
#include "core/store/series_index.h"

#include <unordered_set>

namespace lepto {

/// Decides whether a new series may come in, and remembers what was refused. The writer's; not thread-safe.
class SeriesLimiter {
public:
    void setLimits(const SeriesLimits &limits, const SeriesIndex &index);
    /// Counts again what is there: after series were removed, or a batch that was let in did not get to the disk.
    void recount(const SeriesIndex &index);

    bool admit(const Labels &labels); ///< a new series; counted as there where it may come in
    void refusedAgain(const Labels &labels); ///< one more sample of it
    const SeriesLimits &limits() const { return m_limits; }

    /// The metrics that were refused most; which label it is comes from the series that are there.
    void report(const SeriesIndex &index, std::size_t top, Cardinality &out) const;

private:
    struct Refused {
        std::unordered_set<std::uint64_t> series; ///< hashes
        std::int64_t more = 0; ///< beyond what the set may hold
        std::int64_t samples = 0;
    };
    using Key = std::pair<std::string, std::string>; ///< source, metric
    static constexpr std::size_t kRemembered = 20'000; ///< series of one metric, and metrics

    Key keyOf(const Labels &labels) const;
    void count(const Labels &labels);

    SeriesLimits m_limits;
    std::int64_t m_series = 0;
    std::map<std::string, std::int64_t> m_bySource;
    std::map<Key, std::int64_t> m_byMetric;
    std::map<Key, Refused> m_refused;
};

/// The largest counts of an index; `top` of each.
Cardinality cardinalityOf(const SeriesIndex &index, std::size_t top);

} // namespace lepto
