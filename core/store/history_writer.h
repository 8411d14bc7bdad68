#pragma once

#include "core/store/collector_lock.h"
#include "core/store/history_reader.h"

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
    Result<void> maintain(TimeMs keepFrom, const std::function<bool(double)> &progress) override;
    Result<void> sealAll(); ///< every open chunk, however short; for bundles

private:
    struct Staged;
    struct StagedBatch;
    struct StagedRuns;
    HistoryWriter(const QString &file, std::unique_ptr<CollectorLock> lock, std::unique_ptr<Database> db);

    SeriesId resolve(const Labels &labels, Staged &staged);
    HeadSeries &headOf(SeriesId id, Staged &staged);
    void stage(std::span<const LabelledSample> batch, StagedBatch &staged);
    void stage(std::span<const SeriesRun> runs, StagedRuns &staged);
    void insertFresh(const Staged &staged);
    void adopt(Staged &staged);
    Result<void> checkpoint(const std::function<bool(const HeadSeries &)> &sealNow);
    void checkpointWhenGrown(std::int64_t journalBytes);
    Result<void> dropSeries(std::span<const SeriesId> ids, TimeMs keepFrom);
    void forget(const std::vector<std::pair<SeriesId, std::optional<TimeMs>>> &oldest);
    void giveSpaceBack();

    struct Known {
        Labels labels;
        SeriesId id = 0;
        HeadSeries *head = nullptr;
    };
    std::unique_ptr<CollectorLock> m_lock;
    std::unique_ptr<Database> m_db;
    std::mutex m_writing;
    std::vector<Known> m_order; ///< the last batch: a scrape names the same series in the same order
    SeriesId m_nextSeries = 1;
    std::int64_t m_journalBytes = 0, m_journalLimit;
};

} // namespace lepto
