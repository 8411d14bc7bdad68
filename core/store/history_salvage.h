#pragma once

#include "core/store/chunk_table.h"
#include "core/store/histogram_table.h"
#include "core/store/history_repair.h"
#include "core/store/journal.h"
#include "core/store/series_index.h"

#include <set>

namespace lepto {

/// Reads what can be read of a damaged database and writes it into an empty one of the same schema.
/// A failure of reading is counted and forgotten; a failure of writing stays in the target's connection.
class HistorySalvage {
public:
    HistorySalvage(Database &from, Database &to)
        : m_from(from)
        , m_to(to)
        , m_table(to)
        , m_histograms(to)
    { }

    RepairReport run();

private:
    void takeSeries();
    void takeChunks(SeriesId series);
    std::vector<Summary> summariesOf(SeriesId series);
    bool takeChunk(const Summary &stored, std::vector<Summary> &taken);
    void takeHistograms(SeriesId series);
    void takeJournal();
    std::vector<std::int64_t> idsOf(const char *ascending, const char *descending);
    void countOrphans();

    Database &m_from;
    Database &m_to;
    ChunkTable m_table;
    HistogramTable m_histograms;
    RepairReport m_report;
    std::set<SeriesId> m_series;
    std::set<std::int64_t> m_known; ///< chunk rows that a summary names
};

} // namespace lepto
