#include "core/store/history_writer.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

#include <sqlite3.h>

namespace lepto {

namespace {

constexpr TimeMs kHour = 3'600'000;
constexpr int kGoodChunk = HeadSeries::kFewestSamples / 2;
constexpr std::size_t kSlice = 200; ///< series in one transaction, so that a collector need not wait for all

} // namespace

Result<void> HistoryWriter::maintain(TimeMs keepFrom, const std::function<bool(double)> &progress)
{
    RetentionPolicy policy;
    policy.keepFrom = keepFrom;
    const auto done = age(policy, progress);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<UpkeepReport> HistoryWriter::age(const RetentionPolicy &policy, const Progress &progress)
{
    UpkeepReport report;
    report.bytesBefore = fileSize();
    report.keptFrom = policy.keepFrom;
    const auto part = [&](double from, double to) -> Progress {
        return [&progress, from, to](double done) { return !progress || progress(from + (to - from) * done); };
    };
    if (auto done = sealOld(policy.keepFrom); !done)
        return done.error();
    if (auto done = dropBefore(policy.keepFrom, report, part(0, 0.2)); !done)
        return done.error();
    if (auto done = reduceBefore(policy, report, part(0.2, 0.5)); !done)
        return done.error();
    if (auto done = packAll(policy.everything, report, part(0.5, 0.9)); !done)
        return done.error();
    giveSpaceBack();
    if (auto done = fitInto(policy, report, part(0.9, 1)); !done)
        return done.error();
    report.bytesAfter = fileSize();
    if (progress)
        progress(1);
    return report;
}

Result<void> HistoryWriter::sealOld(TimeMs keepFrom)
{
    const std::lock_guard writing(m_writing);
    TimeMs newest = kEarliest;
    for (const auto &[id, head] : std::as_const(m_state.head))
        newest = std::max(newest, head.newest());
    for (const auto &[id, series] : m_state.histograms)
        newest = std::max(newest, series.newest);
    return checkpoint([=](const OpenPart &open) {
        const bool ended = open.newest < newest - kHour, slow = open.since < newest - 24 * kHour;
        return open.count >= kGoodChunk || ended || slow || open.since < keepFrom;
    });
}

/// Those with anything older than `t`, by id.
std::vector<SeriesId> HistoryWriter::seriesBefore(TimeMs t) const
{
    std::vector<SeriesId> old;
    for (const auto &[id, head] : std::as_const(m_state.head))
        if (head.oldest() < t)
            old.push_back(id);
    for (const auto &[id, series] : m_state.histograms)
        if (series.oldest < t)
            old.push_back(id);
    std::sort(old.begin(), old.end());
    old.erase(std::unique(old.begin(), old.end()), old.end());
    return old;
}

/// A slice is one transaction, so that a collector need not wait for all of them.
Result<void> HistoryWriter::inSlices(std::span<const SeriesId> ids, const Slice &slice, const Progress &progress) const
{
    for (std::size_t from = 0; from < ids.size(); from += kSlice) {
        if (!progress(double(from) / double(ids.size())))
            return Error { ErrorCode::Cancelled, utf8(m_file),
                utf8(QCoreApplication::translate("Store", "the clean-up was stopped")) };
        if (auto done = slice(ids.subspan(from, std::min(kSlice, ids.size() - from))); !done)
            return done;
    }
    return {};
}

Result<void> HistoryWriter::dropBefore(TimeMs keepFrom, UpkeepReport &report, const Progress &progress)
{
    std::vector<SeriesId> old;
    std::int64_t before = 0;
    {
        const std::lock_guard writing(m_writing);
        old = seriesBefore(keepFrom);
        before = ChunkTable(*m_db).totals().samples;
    }
    const auto dropped = inSlices(
        old, [&](std::span<const SeriesId> ids) { return dropSeries(ids, keepFrom); }, progress);
    const std::lock_guard writing(m_writing);
    report.samplesDropped += std::max<std::int64_t>(0, before - ChunkTable(*m_db).totals().samples);
    return dropped;
}

Result<void> HistoryWriter::dropSeries(std::span<const SeriesId> ids, TimeMs keepFrom)
{
    const std::lock_guard writing(m_writing);
    std::vector<Left> left;
    WriteTransaction transaction(*m_db);
    ChunkTable table(*m_db);
    HistogramTable histograms(*m_db);
    for (const SeriesId id : ids) {
        table.dropBefore(id, keepFrom);
        histograms.dropBefore(id, keepFrom);
        left.push_back({ id, oldestOf(id, table), oldestOf(id, histograms) });
        if (left.back().nothing())
            Query(*m_db, "DELETE FROM series WHERE id=?").bind(id).run();
    }
    table.writeTotals();
    Query(*m_db, "UPDATE meta SET value=? WHERE key='next_series'").bind(m_nextSeries).run(); // an id is never used again
    if (auto committed = transaction.commit(); !committed)
        return committed;
    forget(left);
    return {};
}

std::optional<TimeMs> HistoryWriter::oldestOf(SeriesId id, const ChunkTable &table) const
{
    if (const auto sealed = table.pyramid().oldest(id))
        return sealed->t0;
    const HeadSeries &head = *std::as_const(m_state.head).find(id);
    return head.samples() > 0 ? std::optional(head.first()) : std::nullopt;
}

std::optional<TimeMs> HistoryWriter::oldestOf(SeriesId id, const HistogramTable &table) const
{
    if (const auto sealed = table.reach(id))
        return sealed->first;
    const auto at = m_state.histograms.find(id);
    return at != m_state.histograms.end() && !at->second.open.empty() ? std::optional(at->second.first()) : std::nullopt;
}

void HistoryWriter::forget(const std::vector<Left> &left)
{
    m_order.clear();
    {
        const std::unique_lock lock(m_mutex);
        for (const Left &series : left)
            forget(series);
    }
    m_limiter.recount(m_state.index);
}

void HistoryWriter::forget(const Left &series)
{
    if (series.nothing()) {
        m_state.index.remove(series.id);
        m_state.head.erase(series.id);
        m_state.histograms.erase(series.id);
        return;
    }
    if (HeadSeries &head = m_state.head.at(series.id); series.samples)
        head.setRange(*series.samples, head.newest());
    else
        head = HeadSeries();
    if (series.histograms)
        m_state.histograms.at(series.id).oldest = *series.histograms;
    else
        m_state.histograms.erase(series.id);
}

/// Best effort: free pages at the end of the file, and the write-ahead log where no reader is in the way.
void HistoryWriter::giveSpaceBack()
{
    const std::lock_guard writing(m_writing);
    m_db->exec("PRAGMA incremental_vacuum");
    sqlite3_busy_timeout(m_db->handle(), 0);
    sqlite3_wal_checkpoint_v2(m_db->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_db->handle(), Database::kBusyMs);
    (void)m_db->result();
}

} // namespace lepto
