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
    std::vector<SeriesId> old;
    {
        const std::lock_guard writing(m_writing);
        TimeMs newest = kEarliest;
        for (const auto &[id, head] : std::as_const(m_state.head)) {
            newest = std::max(newest, head.newest());
            if (head.oldest() < keepFrom)
                old.push_back(id);
        }
        for (const auto &[id, series] : m_state.histograms) {
            newest = std::max(newest, series.newest);
            if (series.oldest < keepFrom)
                old.push_back(id);
        }
        const auto sealed = checkpoint([=](const OpenPart &open) {
            const bool ended = open.newest < newest - kHour, slow = open.since < newest - 24 * kHour;
            return open.count >= kGoodChunk || ended || slow || open.since < keepFrom;
        });
        if (!sealed)
            return sealed;
    }
    std::sort(old.begin(), old.end());
    old.erase(std::unique(old.begin(), old.end()), old.end());
    for (std::size_t from = 0; from < old.size(); from += kSlice) {
        if (progress && !progress(double(from) / double(old.size())))
            return Error { ErrorCode::Cancelled, utf8(m_file),
                utf8(QCoreApplication::translate("Store", "the clean-up was stopped")) };
        const auto ids = std::span(old).subspan(from, std::min(kSlice, old.size() - from));
        if (auto dropped = dropSeries(ids, keepFrom); !dropped)
            return dropped;
    }
    giveSpaceBack();
    if (progress)
        progress(1);
    return {};
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
    const std::unique_lock lock(m_mutex);
    for (const Left &series : left) {
        if (series.nothing()) {
            m_state.index.remove(series.id);
            m_state.head.erase(series.id);
            m_state.histograms.erase(series.id);
            continue;
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
