#include "core/store/history_repair.h"

#include "core/base/text.h"
#include "core/store/collector_lock.h"
#include "core/store/history_file.h"
#include "core/store/history_salvage.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace lepto {

namespace {

Error say(ErrorCode code, const QString &file, const char *reason)
{
    return { code, utf8(file), utf8(QCoreApplication::translate("Store", reason)) };
}

/// FILE.word-N that is not there yet.
QString beside(const QString &file, const char *word)
{
    for (int n = 1;; ++n)
        if (const QString name = QStringLiteral("%1.%2-%3").arg(file, QLatin1String(word)).arg(n); !QFile::exists(name))
            return name;
}

constexpr const char *kCompanions[] = { "", "-wal", "-shm" };

/// Moves a database with what belongs to it. The file itself last when it goes, first when it comes back: it is never alone with
/// a log of another.
Result<void> moveAside(const QString &file, const QString &to)
{
    for (const char *suffix : { "-shm", "-wal", "" }) {
        const QString from = file + QLatin1String(suffix);
        if (QFile::exists(from) && !QFile::rename(from, to + QLatin1String(suffix)))
            return say(ErrorCode::Unavailable, from, QT_TRANSLATE_NOOP("Store", "the file cannot be moved aside"));
    }
    return {};
}

void removeParts(const QString &file)
{
    for (const char *suffix : kCompanions)
        QFile::remove(file + QLatin1String(suffix));
}

Result<RepairReport> salvage(const QString &file, const QString &part)
{
    auto from = Database::open(file, Database::Access::ReadWrite); // takes in the log first, where that can be read
    if (!from)
        return from.error();
    if (auto ours = history_file::identify(**from, history_file::kHistoryId); !ours)
        return ours.error();
    removeParts(part);
    auto to = Database::open(part, Database::Access::ReadWrite);
    if (!to)
        return to.error();
    if (auto ready = history_file::prepare(**to, history_file::kHistoryId); !ready)
        return ready.error();
    WriteTransaction transaction(**to);
    RepairReport report = HistorySalvage(**from, **to).run();
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    (*to)->exec("PRAGMA wal_checkpoint(TRUNCATE)");
    if (auto written = (*to)->result(); !written)
        return written.error();
    return report;
}

Result<void> checked(const QString &file)
{
    auto store = Store::open(file, Store::Mode::ReadOnly);
    return store ? (*store)->check() : Result<void>(store.error());
}

} // namespace

Result<RepairReport> repairHistory(const QString &file)
{
    if (!QFile::exists(file))
        return say(ErrorCode::NotFound, file, QT_TRANSLATE_NOOP("Store", "the file does not exist"));
    auto lock = CollectorLock::take(file);
    if (!lock)
        return lock.error();
    if (checked(file)) {
        RepairReport sound;
        auto store = Store::open(file, Store::Mode::ReadOnly);
        const StoreStats stats = store ? (*store)->stats() : StoreStats();
        sound.series = stats.series;
        sound.chunks = stats.chunks;
        sound.samples = stats.samples;
        sound.histograms = stats.histograms;
        return sound;
    }
    const QString part = file + QStringLiteral(".part");
    auto report = salvage(file, part);
    if (report)
        if (auto good = checked(part); !good)
            report = good.error();
    if (!report) {
        removeParts(part);
        return report;
    }
    report->damagedFile = beside(file, "damaged");
    if (auto moved = moveAside(file, report->damagedFile); !moved)
        return moved.error();
    if (auto moved = moveAside(part, file); !moved)
        return moved.error();
    return report;
}

Result<QString> restoreHistory(const QString &backup, const QString &file)
{
    if (QFileInfo(backup) == QFileInfo(file))
        return say(ErrorCode::BadInput, backup, QT_TRANSLATE_NOOP("Store", "a history cannot be restored from itself"));
    auto lock = CollectorLock::take(file);
    if (!lock)
        return lock.error();
    auto source = Store::open(backup, Store::Mode::ReadOnly);
    if (!source)
        return source.error();
    if (auto sound = (*source)->check(); !sound)
        return sound.error();
    const QString part = file + QStringLiteral(".part");
    if (auto copied = (*source)->backup(part); !copied)
        return copied.error();
    QString kept;
    if (QFile::exists(file)) {
        kept = beside(file, "before");
        if (auto moved = moveAside(file, kept); !moved)
            return moved.error();
    }
    if (auto moved = moveAside(part, file); !moved)
        return moved.error();
    return kept;
}

} // namespace lepto
