#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lepto {

/// How many series a store takes; 0: no limit. Series that are there already are never refused.
struct SeriesLimits {
    std::int64_t series = 0; ///< in all
    std::int64_t perSource = 0; ///< with one value of `sourceLabel`
    std::int64_t perMetric = 0; ///< of one metric of one source
    std::string sourceLabel = "source";

    bool any() const { return series > 0 || perSource > 0 || perMetric > 0; }
};

struct Counted {
    std::string name;
    std::int64_t count = 0;
};

/// A metric whose new series were refused, and the label that makes so many of it.
struct RefusedMetric {
    std::string source, metric;
    std::string label; ///< the one with the most values among the metric's series
    std::int64_t values = 0; ///< of that label
    std::int64_t series = 0, samples = 0; ///< refused, since the store was opened
};

/// What the series of a store are made of, each list the largest first; after Prometheus' status of its TSDB.
struct Cardinality {
    std::int64_t series = 0, labelPairs = 0;
    std::vector<Counted> seriesByMetric, valuesByLabel, bytesByLabel, seriesByPair;
    std::vector<RefusedMetric> refused;
    std::int64_t refusedSeries = 0, refusedSamples = 0;
};

} // namespace lepto
