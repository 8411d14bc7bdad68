#include "core/store/history_file.h"

#include "core/base/text.h"
#include "core/store/migrations.h"

#include <QCoreApplication>

namespace lepto::history_file {

namespace {

Error say(ErrorCode code, const Database &db, const char *reason)
{
    return { code, utf8(db.file()), utf8(QCoreApplication::translate("Store", reason)) };
}

Result<void> migrate(Database &db)
{
    const auto steps = migrations(QStringLiteral("history"));
    WriteTransaction transaction(db);
    for (std::size_t i = std::size_t(db.ask("PRAGMA user_version")); i < steps.size(); ++i) {
        for (const QString &statement : steps[i].statements)
            db.exec(statement.toUtf8().constData());
        db.exec(QByteArray("PRAGMA user_version=" + QByteArray::number(qulonglong(i + 1))).constData());
    }
    return transaction.commit();
}

bool isEmpty(Database &db)
{
    return db.ask("SELECT count(*) FROM sqlite_master") == 0;
}

} // namespace

Result<void> identify(Database &db, int applicationId)
{
    const auto id = db.ask("PRAGMA application_id");
    const auto version = db.ask("PRAGMA user_version");
    if (auto read = db.result(); !read)
        return read;
    if (id != applicationId)
        return say(ErrorCode::Damaged, db, QT_TRANSLATE_NOOP("Store", "the file is not a history of samples"));
    if (version > std::int64_t(migrations(QStringLiteral("history")).size()))
        return say(ErrorCode::Refused, db, QT_TRANSLATE_NOOP("Store", "the file was written by a newer version of the console"));
    return {};
}

Result<void> prepare(Database &db, int applicationId)
{
    const bool fresh = isEmpty(db);
    if (auto read = db.result(); !read)
        return read;
    if (fresh) {
        db.exec("PRAGMA page_size=16384");
        db.exec("PRAGMA auto_vacuum=INCREMENTAL");
        db.exec(QByteArray("PRAGMA application_id=" + QByteArray::number(applicationId)).constData());
    } else if (auto ours = identify(db, applicationId); !ours) {
        return ours;
    }
    db.exec("PRAGMA journal_mode=WAL");
    db.exec("PRAGMA synchronous=NORMAL");
    db.exec("PRAGMA journal_size_limit=33554432");
    return migrate(db);
}

} // namespace lepto::history_file
