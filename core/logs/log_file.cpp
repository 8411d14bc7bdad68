#include "core/logs/log_file.h"

#include "core/base/text.h"
#include "core/store/migrations.h"

#include <QCoreApplication>

namespace lepto::log_file {

namespace {

std::vector<Migration> steps()
{
    return migrations(QStringLiteral("logs"));
}

Error say(ErrorCode code, const Database &db, const char *reason)
{
    return { code, utf8(db.file()), utf8(QCoreApplication::translate("Logs", reason)) };
}

Result<void> migrate(Database &db)
{
    const auto all = steps();
    WriteTransaction transaction(db);
    for (std::size_t i = std::size_t(db.ask("PRAGMA user_version")); i < all.size(); ++i) {
        for (const QString &statement : all[i].statements)
            db.exec(statement.toUtf8().constData());
        db.exec(QByteArray("PRAGMA user_version=" + QByteArray::number(qulonglong(i + 1))).constData());
    }
    return transaction.commit();
}

} // namespace

Result<void> identify(Database &db)
{
    const auto id = db.ask("PRAGMA application_id");
    const auto version = db.ask("PRAGMA user_version");
    if (auto read = db.result(); !read)
        return read;
    if (id != kLogsId)
        return say(ErrorCode::Damaged, db, QT_TRANSLATE_NOOP("Logs", "the file holds no logs of the console"));
    if (version > std::int64_t(steps().size()))
        return say(ErrorCode::Refused, db, QT_TRANSLATE_NOOP("Logs", "the file was written by a newer version of the console"));
    return {};
}

Result<void> prepare(Database &db)
{
    const bool fresh = db.ask("SELECT count(*) FROM sqlite_master") == 0;
    if (auto read = db.result(); !read)
        return read;
    if (fresh) {
        db.exec("PRAGMA page_size=16384");
        db.exec("PRAGMA auto_vacuum=INCREMENTAL");
        db.exec(QByteArray("PRAGMA application_id=" + QByteArray::number(kLogsId)).constData());
    } else if (auto ours = identify(db); !ours) {
        return ours;
    }
    db.exec("PRAGMA journal_mode=WAL");
    db.exec("PRAGMA synchronous=NORMAL");
    db.exec("PRAGMA journal_size_limit=33554432");
    return migrate(db);
}

} // namespace lepto::log_file
