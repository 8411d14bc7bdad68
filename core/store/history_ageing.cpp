#include "core/store/chunk_packer.h"
#include "core/store/history_writer.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

#include <sqlite3.h>

namespace lepto {

namespace {

constexpr TimeMs kDay = 86'400'000;
constexpr int kMostRounds = 40; ///< of dropping until the file fits

TimeMs beginOfDay(TimeMs t)
{
    return t - ((t % kDay) + kDay) % kDay;
}

} // namespace

Result<void> HistoryWriter::packAll(bool everything, UpkeepReport &report, const Progress &progress)
{
    std::map<SeriesId, TimeMs> waiting;
    {
        const std::lock_guard writing(m_writing);
        if (everything || !m_unpackedKnown) {
            const Pyramid pyramid(*m_db);
            for (const auto &[id, labels] : m_state.index.all())
                if (const auto since = everything ? std::optional(kEarliest) : pyramid.lastPage(id))
                    noteUnpacked(id, *since);
            m_unpackedKnown = true;
        }
        waiting = std::exchange(m_unpacked, {});
    }
    std::vector<SeriesId> ids;
    for (const auto &[id, since] : waiting)
        ids.push_back(id);
    const auto pack = [&](std::span<const SeriesId> slice) { return packSeries(slice, waiting, report); };
    const auto done = inSlices(ids, pack, progress);
    const std::lock_guard writing(m_writing);
    for (const auto &[id, since] : waiting)
        noteUnpacked(id, since);
    return done;
}

/// Takes out of `waiting` what is finished. A series with many rows takes several transactions.
Result<void> HistoryWriter::packSeries(std::span<const SeriesId> ids, std::map<SeriesId, TimeMs> &waiting, UpkeepReport &report)
{
    while (!ids.empty()) {
        const std::lock_guard writing(m_writing);
        WriteTransaction transaction(*m_db);
        ChunkTable table(*m_db);
        ChunkPacker packer(table);
        std::int64_t rows = 0;
        std::vector<std::pair<SeriesId, TimeMs>> next;
        for (bool more = false; !ids.empty() && !more && rows < std::int64_t(ChunkPacker::kRows);) {
            const auto done = packer.pack(ids.front(), waiting.at(ids.front()));
            rows += done.rows;
            next.emplace_back(ids.front(), done.next);
            more = done.more;
            if (!more)
                ids = ids.subspan(1);
        }
        if (rows > 0)
            table.writeTotals();
        if (auto committed = transaction.commit(); !committed)
            return committed;
        report.packed += rows;
        for (const auto &[id, since] : next)
            since == kLatest ? void(waiting.erase(id)) : void(waiting.at(id) = since);
    }
    return {};
}

Result<void> HistoryWriter::reduceBefore(const RetentionPolicy &policy, UpkeepReport &report, const Progress &progress)
{
    const TimeMs before = beginOfDay(policy.rawFrom); // whole days: a row holds one
    if (policy.rawFrom == 0 || policy.bucket <= 0)
        return {};
    std::vector<SeriesId> old;
    TimeMs until = 0;
    {
        const std::lock_guard writing(m_writing);
        until = m_db->ask("SELECT value FROM meta WHERE key='reduced_until'");
        if (before > until)
            old = seriesBefore(before);
        else
            for (const auto &[id, since] : m_unpacked) // older history came in meanwhile
                if (since < before)
                    old.push_back(id);
    }
    const auto reduce = [&](std::span<const SeriesId> ids) {
        return reduceSeries(ids, { until, before, policy.bucket }, report);
    };
    if (auto done = inSlices(old, reduce, progress); !done)
        return done;
    const std::lock_guard writing(m_writing);
    WriteTransaction transaction(*m_db);
    if (before > until)
        Query(*m_db, "INSERT OR REPLACE INTO meta VALUES('reduced_until', ?)").bind(before).run();
    return transaction.commit();
}

Result<void> HistoryWriter::reduceSeries(std::span<const SeriesId> ids, const Reduction &wish, UpkeepReport &report)
{
    for (const SeriesId id : ids) {
        const std::lock_guard writing(m_writing);
        const auto late = m_unpacked.find(id);
        TimeMs from = late == m_unpacked.end() ? wish.until : std::min(wish.until, late->second);
        for (bool more = true; more;) {
            WriteTransaction transaction(*m_db);
            ChunkTable table(*m_db);
            const auto done = ChunkPacker(table).reduce(id, from, wish.before, wish.width);
            if (done.rows > 0)
                table.writeTotals();
            if (auto committed = transaction.commit(); !committed)
                return committed;
            report.reduced += done.rows;
            from = done.next;
            more = done.more;
        }
    }
    return {};
}

std::int64_t HistoryWriter::fileSize() const
{
    return QFileInfo(m_file).size() + QFileInfo(m_file + QStringLiteral("-wal")).size();
}

/// Removes the oldest days until the file is as small as it should be; the newest day always stays.
Result<void> HistoryWriter::fitInto(const RetentionPolicy &policy, UpkeepReport &report, const Progress &progress)
{
    for (int round = 0; policy.mostBytes > 0 && round < kMostRounds && fileSize() > policy.mostBytes; ++round) {
        const StoreStats held = stats();
        const TimeMs span = held.newest - held.oldest;
        if (span <= kDay)
            break;
        const double excess = 1 - double(policy.mostBytes) / double(fileSize());
        const TimeMs step = std::max(kDay / 4, TimeMs(double(span) * excess * 0.8));
        const TimeMs from = std::min(held.oldest + step, held.newest - kDay);
        if (auto dropped = dropBefore(from, report, [&](double) { return progress(double(round) / kMostRounds); }); !dropped)
            return dropped;
        report.keptFrom = from;
        giveSpaceBack();
    }
    return {};
}

} // namespace lepto
