#pragma once

#include "core/store/database.h"
#include "core/store/store.h"

#include <limits>
#include <map>

namespace lepto {

/// The native histograms of one series that are in no row yet, and the times of all of it.
struct HistogramSeries {
    static constexpr int kFull = 120; ///< histograms in a row

    std::vector<HistogramSample> open;
    TimeMs oldest = std::numeric_limits<TimeMs>::max(), newest = std::numeric_limits<TimeMs>::min();

    TimeMs first() const { return open.empty() ? std::numeric_limits<TimeMs>::max() : open.front().t; }
    void push(HistogramSample sample); ///< later than newest
    void reach(TimeMs from, TimeMs to);
    bool holdsOpen(TimeMs t) const;
};
using HistogramHead = std::map<SeriesId, HistogramSeries>;

/// The sealed native histograms of one database: rows of one series in time order that do not overlap.
/// Works inside the caller's transaction; failures stay in the connection. A file of the first schema has none.
class HistogramTable {
public:
    struct Row {
        std::int64_t id = 0, n = 0;
        TimeMs t0 = 0, t1 = 0;
    };
    explicit HistogramTable(Database &db);

    /// Adds samples in any order; where a time is there already, what is stored stays. Answers how many are new.
    std::int64_t insert(SeriesId series, std::vector<HistogramSample> samples);
    void dropBefore(SeriesId series, TimeMs keepFrom);
    std::int64_t total() const;

    bool readRange(SeriesId series, TimeMs from, TimeMs to, std::vector<HistogramSample> &out) const;
    std::vector<Row> rows(SeriesId series, TimeMs from, TimeMs to) const;
    std::optional<std::vector<HistogramSample>> read(const Row &row) const; ///< nothing where it contradicts itself
    std::optional<std::pair<TimeMs, TimeMs>> reach(SeriesId series) const; ///< first and last time
    void remove(const Row &row);

private:
    void write(SeriesId series, std::span<const HistogramSample> samples);
    void count(std::int64_t change);

    Database &m_db;
    bool m_present;
};

} // namespace lepto
