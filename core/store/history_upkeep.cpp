#include "core/store/history_reader.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace lepto {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

Error damaged(const Database &db, const QString &where)
{
    return { ErrorCode::Damaged, utf8(db.file()), utf8(where) };
}

Result<void> checkPages(Database &db)
{
    Query query(db, "PRAGMA integrity_check(1)");
    while (query.next())
        if (query.text(0) != "ok")
            return damaged(db, oneLine(qstr(query.text(0)))); // SQLite's own words name the page
    return db.result();
}

bool sameView(const Summary &a, const Summary &b)
{
    return a.t0 == b.t0 && a.t1 == b.t1 && a.n == b.n && a.plotted == b.plotted && a.min == b.min && a.max == b.max
        && a.first == b.first && a.last == b.last;
}

bool checkChunk(const ChunkTable &chunks, const Summary &stored)
{
    ChunkContent content;
    return chunks.load(stored, content) && sameView(stored, content.summary());
}

bool checkParent(const Pyramid &pyramid, SeriesId id, int level, const Summary &stored)
{
    Summary actual;
    for (const Summary &child : pyramid.read(id, level - 1, stored.t0, stored.t1))
        actual.add(child);
    return sameView(stored, actual);
}

Result<void> checkSeries(Database &db, SeriesId id, const Labels &labels)
{
    const auto broken = [&](const QString &sentence) {
        (void)db.result();
        return damaged(db, sentence.arg(oneLine(qstr(labels.text()))));
    };
    const ChunkTable chunks(db);
    for (const Summary &stored : chunks.pyramid().read(id, 0, kEarliest, kLatest))
        if (!checkChunk(chunks, stored))
            return broken(say(QT_TRANSLATE_NOOP("Store", "chunk %1 of %2 is broken")).arg(stored.chunk));
    const HistogramTable histograms(db);
    for (const HistogramTable::Row &row : histograms.rows(id, kEarliest, kLatest))
        if (!histograms.read(row))
            return broken(say(QT_TRANSLATE_NOOP("Store", "a row of histograms of %1 is broken")));
    for (int level = 1; level <= Pyramid::kTop; ++level)
        for (const Summary &stored : chunks.pyramid().read(id, level, kEarliest, kLatest))
            if (!checkParent(chunks.pyramid(), id, level, stored))
                return broken(say(QT_TRANSLATE_NOOP("Store", "a summary of %1 is broken")));
    return db.failed() ? broken(say(QT_TRANSLATE_NOOP("Store", "a summary of %1 is broken"))) : Result<void>();
}

Result<void> copyInto(Database &from, Database &to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!backup)
        to.fail(sqlite3_extended_errcode(to.handle()), sqlite3_errmsg(to.handle()));
    else {
        const int code = sqlite3_backup_step(backup, -1); // in one view of the log: the collector goes on beside it
        const int finished = sqlite3_backup_finish(backup);
        if (code != SQLITE_DONE || finished != SQLITE_OK)
            to.fail(finished != SQLITE_OK ? finished : code, sqlite3_errmsg(to.handle()));
    }
    to.exec("PRAGMA journal_mode=DELETE"); // one file, nothing beside it
    return to.result();
}

} // namespace

Result<void> HistoryReader::check() const
{
    auto opened = m_pool.view();
    if (!opened)
        return opened.error();
    Database &db = opened->db();
    if (auto pages = checkPages(db); !pages)
        return pages;
    HistoryState state;
    if (!state.load(db))
        return db.result();
    for (const auto &[id, labels] : state.index.all())
        if (auto good = checkSeries(db, id, labels); !good)
            return good;
    const auto chunks = db.ask("SELECT count(*) FROM chunk");
    if (chunks != ChunkTable(db).totals().chunks)
        return damaged(db,
            say(QT_TRANSLATE_NOOP("Store", "it holds %1 chunks and should hold %2"))
                .arg(chunks)
                .arg(ChunkTable(db).totals().chunks));
    return db.result();
}

Result<void> HistoryReader::backup(const QString &file) const
{
    if (QFileInfo(file) == QFileInfo(m_file))
        return Error { ErrorCode::BadInput, utf8(file),
            utf8(say(QT_TRANSLATE_NOOP("Store", "a backup cannot replace the history itself"))) };
    const QString part = file + QStringLiteral(".part");
    QFile::remove(part);
    auto copied = [&]() -> Result<void> {
        auto from = Database::open(m_file, m_role == Role::Frozen ? Database::Access::Immutable : Database::Access::ReadOnly);
        if (!from)
            return from.error();
        auto to = Database::open(part, Database::Access::ReadWrite);
        if (!to)
            return to.error();
        return copyInto(**from, **to);
    }();
    if (copied && std::rename(QFile::encodeName(part).constData(), QFile::encodeName(file).constData()) != 0)
        copied = Error { ErrorCode::Unavailable, utf8(file),
            utf8(say(QT_TRANSLATE_NOOP("Store", "the backup cannot be put in place"))) };
    if (!copied)
        QFile::remove(part);
    return copied;
}

StoreStats HistoryReader::stats() const
{
    StoreStats stats;
    {
        const auto lock = currentState();
        TimeMs oldest = kLatest, newest = kEarliest;
        stats.series = std::int64_t(m_state.index.size());
        for (const auto &[id, head] : m_state.head) {
            stats.headSamples += head.samples();
            oldest = std::min(oldest, head.oldest());
            newest = std::max(newest, head.newest());
        }
        for (const auto &[id, series] : m_state.histograms) {
            stats.histograms += std::int64_t(series.open.size());
            oldest = std::min(oldest, series.oldest);
            newest = std::max(newest, series.newest);
        }
        if (oldest <= newest) {
            stats.oldest = oldest;
            stats.newest = newest;
        }
    }
    if (auto opened = m_pool.view()) {
        const auto totals = ChunkTable(opened->db()).totals();
        stats.chunks = totals.chunks;
        stats.chunkBytes = totals.bytes;
        stats.samples = totals.samples + stats.headSamples;
        stats.histograms += HistogramTable(opened->db()).total();
        stats.rawSince = opened->db().ask("SELECT value FROM meta WHERE key='reduced_until'");
    }
    stats.bytesOnDisk = QFileInfo(m_file).size() + QFileInfo(m_file + QStringLiteral("-wal")).size();
    return stats;
}

} // namespace lepto
