#pragma once

#include "core/files/series_merge.h"
#include "core/store/matcher_set.h"
#include "core/store/store.h"

#include <functional>
#include <limits>
#include <span>

namespace lepto {

/// What became of the samples of an import.
struct ImportCounts {
    std::int64_t series = 0;             ///< that the import handed to the store
    std::int64_t added = 0;              ///< samples that are new
    std::int64_t duplicate = 0;          ///< at times that the store had already; what was stored stays
    std::int64_t refused = 0;            ///< with times that are none, or in a chunk that contradicts itself
    std::int64_t histograms = 0;         ///< native histograms that are new
    std::int64_t histogramsDuplicate = 0;
    std::int64_t histogramsNotStored = 0; ///< the store has no room for them, or they contradict themselves
    TimeMs oldest = std::numeric_limits<TimeMs>::max(), newest = std::numeric_limits<TimeMs>::min(); ///< of all that was handed over
    std::int64_t problems = 0;           ///< parts of the files that are damaged or unknown and were left out
    std::vector<Error> firstProblems;    ///< at most ten

    void add(const Error &problem);
    void widen(TimeMs first, TimeMs last);
};

/// Puts what a merge hands over into the store, in batches, and counts what was new. Each series gets the label `source`; where the file
/// has one, that becomes `exported_source`. One thread.
class StoreWriter final : public SeriesSink {
public:
    StoreWriter(Store &store, std::string source, MatcherSet match, std::function<bool()> goesOn);

    bool wants(const Labels &labels) override { return m_match.matches(labels); }
    Result<void> chunk(const Labels &labels, const ChunkSpan &span, ByteView xorPayload) override;
    Result<void> samples(const Labels &labels, std::span<const Sample> samples) override;
    Result<void> histograms(const Labels &labels, std::span<const HistogramSample> samples) override;
    void problem(const Error &error) override { m_counts.add(error); }
    bool goesOn() override { return m_goesOn(); }

    /// What is still held back goes to the store; without it the last batch is lost.
    Result<void> finish();
    const ImportCounts &counts() const { return m_counts; }

private:
    struct Run {
        Labels labels;
        std::vector<std::pair<ChunkSpan, Bytes>> chunks;
    };
    void enter(const Labels &labels);
    void hold(TimeMs first, TimeMs last, Bytes payload);
    Result<void> storeChunks();
    Result<void> storeHistograms();
    void countRefused();

    Store &m_store;
    std::string m_source;
    MatcherSet m_match;
    std::function<bool()> m_goesOn;
    ImportCounts m_counts;
    Labels m_original, m_labels;       ///< of the series at hand, as in the file and as in the store
    std::vector<Run> m_batch;
    std::int64_t m_held = 0;           ///< samples in m_batch
    std::vector<LabelledHistogram> m_histograms;
};

} // namespace lepto
