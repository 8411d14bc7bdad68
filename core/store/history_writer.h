#pragma once

#include "core/store/collector_lock.h"
#include "core/store/history_reader.h"
#include "core/store/series_limiter.h"
#include "core/store/staged.h"

#include <mutex>

namespace lepto {

/// The collector's store: everything a HistoryReader reads, and the one writer of the file.
/// A batch is one journal row; when the journal has grown, full chunks get rows of their own and the open ones replace it.
/// m_writing serialises writers; m_state changes only under it, after the disk has the change.
class HistoryWriter final : public HistoryReader {
public:
    /// Errors: Conflict (another collector), Damaged, Refused (newer schema), Unavailable, Exhausted.
    static Result<std::unique_ptr<HistoryWriter>> open(const QString &file, int applicationId);

    Result<std::vector<SeriesId>> append(std::span<const LabelledSample> batch) override;
    Result<std::vector<SeriesId>> appendRuns(std::span<const SeriesRun> runs) override;
    Result<ChunksAppended> appendChunks(std::span<const ChunkRun> runs) override;
    Result<std::vector<SeriesId>> appendHistograms(std::span<const LabelledHistogram> batch) override;
    Result<UpkeepReport> age(const RetentionPolicy &policy, const std::function<bool(double)> &progress) override;
    Result<void> maintain(TimeMs keepFrom, const std::function<bool(double)> &progress) override;
    void setLimits(const SeriesLimits &limits) override;
    Cardinality cardinality(std::size_t top) const override;
    Result<void> sealAll(); ///< every open chunk, however short; for bundles

private:
    /// The part of a series that is in no row yet.
    struct OpenPart {
        int count;
        TimeMs since, newest;
    };
    using SealRule = std::function<bool(const OpenPart &)>;
    HistoryWriter(const QString &file, std::unique_ptr<CollectorLock> lock, std::unique_ptr<Database> db);

    SeriesId resolve(const Labels &labels, Staged &staged); ///< 0: refused
    Error undo(const Error &error); ///< a batch did not get to the disk
    HeadSeries &headOf(SeriesId id, Staged &staged);
    void stage(std::span<const LabelledSample> batch, StagedBatch &staged);
    StagedRuns::Change &changeOf(SeriesId id, StagedRuns &staged);
    static void stage(std::span<const Sample> samples, StagedRuns::Change &change);
    static bool stage(const EncodedChunk &chunk, StagedRuns::Change &change, ChunksAppended &done);
    static void splitAtHead(StagedRuns::Change &change);
    Result<void> commit(StagedRuns &staged);
    void stage(std::span<const LabelledHistogram> batch, StagedHistograms &staged);
    bool insertOlder(SeriesId id, std::vector<HistogramSample> samples);
    std::vector<SeriesId> sealHistograms(const SealRule &sealNow);
    void insertFresh(const Staged &staged);
    void adopt(Staged &staged);
    Result<void> checkpoint(const SealRule &sealNow);
    void checkpointWhenGrown(std::int64_t journalBytes);
    using Progress = std::function<bool(double)>;
    using Slice = std::function<Result<void>(std::span<const SeriesId>)>;
    Result<void> sealOld(TimeMs keepFrom);
    std::vector<SeriesId> seriesBefore(TimeMs t) const;
    Result<void> inSlices(std::span<const SeriesId> ids, const Slice &slice, const Progress &progress) const;
    Result<void> dropBefore(TimeMs keepFrom, UpkeepReport &report, const Progress &progress);
    Result<void> dropSeries(std::span<const SeriesId> ids, TimeMs keepFrom);
    Result<void> reduceBefore(const RetentionPolicy &policy, UpkeepReport &report, const Progress &progress);
    Result<void> packAll(bool everything, UpkeepReport &report, const Progress &progress);
    Result<void> packSeries(std::span<const SeriesId> ids, std::map<SeriesId, TimeMs> &waiting, UpkeepReport &report);
    struct Reduction {
        TimeMs until, before, width; ///< until: done already
    };
    Result<void> reduceSeries(std::span<const SeriesId> ids, const Reduction &wish, UpkeepReport &report);
    Result<void> fitInto(const RetentionPolicy &policy, UpkeepReport &report, const Progress &progress);
    void noteUnpacked(SeriesId id, TimeMs from);
    std::int64_t fileSize() const;
    /// Since when a series has samples and histograms; nothing where none are left.
    struct Left {
        SeriesId id;
        std::optional<TimeMs> samples, histograms;
        bool nothing() const { return !samples && !histograms; }
    };
    std::optional<TimeMs> oldestOf(SeriesId id, const ChunkTable &table) const;
    std::optional<TimeMs> oldestOf(SeriesId id, const HistogramTable &table) const;
    void forget(const std::vector<Left> &left);
    void forget(const Left &series); ///< m_mutex is held
    void giveSpaceBack();

    struct Known {
        Labels labels;
        SeriesId id = 0;
        HeadSeries *head = nullptr;
    };
    std::unique_ptr<CollectorLock> m_lock;
    std::unique_ptr<Database> m_db;
    mutable std::mutex m_writing;
    SeriesLimiter m_limiter;
    std::vector<Known> m_order; ///< the last batch: a scrape names the same series in the same order
    SeriesId m_nextSeries = 1;
    std::int64_t m_journalBytes = 0, m_journalLimit;
    std::map<SeriesId, TimeMs> m_unpacked; ///< series with rows from there on that may be packed
    bool m_unpackedKnown = false; ///< what the file held when it was opened is in m_unpacked
};

} // namespace lepto
