#pragma once

#include "core/store/chunk_merge.h"
#include "core/store/journal.h"

#include <map>

namespace lepto {

/// What an append changes in memory once the disk has it.
struct Staged {
    explicit Staged(SeriesId nextSeries)
        : next(nextSeries)
    { }

    SeriesId next;
    std::vector<SeriesInfo> fresh;
    std::unordered_map<Labels, SeriesId> freshIds;
    Head freshHeads;
};

/// One batch of a live source.
struct StagedBatch : Staged {
    using Staged::Staged;
    std::vector<SeriesId> ids;
    std::vector<JournalEntry> entries;
    std::vector<HeadSeries *> heads; ///< one an entry
};

/// Whole stretches: what is later than the series goes through a copy of its head, what is not into the chunk rows.
struct StagedRuns : Staged {
    using Staged::Staged;
    struct Change {
        HeadSeries head;
        std::vector<Sample> open; ///< new samples of the open chunk
        std::vector<Stretch> older;
        std::int64_t added = 0; ///< samples that went to the head
    };
    std::map<SeriesId, Change> changes;
    std::int64_t adopted = 0, merged = 0, samples = 0;
};

/// Native histograms: later ones go to the journal, others into the rows.
struct StagedHistograms : Staged {
    using Staged::Staged;
    std::vector<SeriesId> ids;
    std::map<SeriesId, std::vector<HistogramSample>> later, older;
};

} // namespace lepto
