#pragma once

#include "core/store/chunk_table.h"
#include "core/store/journal.h"
#include "core/store/series_index.h"

namespace lepto {

/// What a process keeps in memory of one history database: the series and their heads. Not thread-safe; the owner locks.
struct HistoryState {
    SeriesIndex index;
    Head head;
    HistogramHead histograms; ///< only the series that have any
    std::int64_t generation = -1; ///< grows with every change of the chunk rows
    std::int64_t journalSeq = 0; ///< the last journal row taken in

    /// Reads everything again. False where the connection failed.
    bool load(Database &db);
    /// Takes in what another process has committed since the last time; inside the caller's read transaction.
    bool follow(Database &db);

private:
    bool loadSeries(Database &db, SeriesId after);
    bool replayJournal(Database &db);
};

} // namespace lepto
