#include "app/cli/backup_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace lepto::cli {

namespace {

const QStringList kFolders{QStringLiteral("models"), QStringLiteral("keys"), QStringLiteral("runbooks"), QStringLiteral("rules")};

Result<void> copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.exists())
        return {};
    QFile::remove(to);
    if (!source.copy(to))
        return Error{ErrorCode::Exhausted, utf8(to), utf8(source.errorString())};
    QFile::setPermissions(to, source.permissions());
    return {};
}

Result<void> copyFolder(const QString &from, const QString &to)
{
    if (!QDir(from).exists())
        return {};
    if (!QDir().mkpath(to))
        return Error{ErrorCode::Unavailable, utf8(to), "cannot be made"};
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        if (const auto copied = copyFile(from + u'/' + name, to + u'/' + name); !copied)
            return copied;
    }
    return {};
}

Result<void> copyOps(const OpsDatabase &ops, const QString &to)
{
    QFile::remove(to);
    QSqlQuery query(ops.handle());
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(to);
    if (!query.exec())
        return OpsDatabase::errorOf(ops.handle(), query);
    return {};
}

/// Logs are written by the watch alone; a reader of their file sees whole transactions.
Result<void> copyLogs(const QString &from, const QString &to)
{
    if (!QFile::exists(from))
        return {};
    QFile::remove(to);
    const QString connection = QStringLiteral("backup of logs");
    Result<void> copied;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        db.setDatabaseName(from);
        db.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
        QSqlQuery query(db);
        if (db.open())
            query = QSqlQuery(db);
        query.prepare(QStringLiteral("VACUUM INTO ?"));
        query.addBindValue(to);
        if (!query.exec())
            copied = OpsDatabase::errorOf(db, query);
    }
    QSqlDatabase::removeDatabase(connection);
    return copied;
}

Result<void> copyRest(const QString &from, const QString &to)
{
    for (const QString &folder : kFolders) {
        if (const auto copied = copyFolder(from + u'/' + folder, to + u'/' + folder); !copied)
            return copied;
    }
    return copyFile(from + QStringLiteral("/settings.json"), to + QStringLiteral("/settings.json"));
}

Result<void> backUp(Services &services, const Home &home, const QString &to)
{
    const auto target = Home::prepare(to);
    if (!target)
        return target.error();
    if (const auto store = services.requireStore()) {
        if (const auto copied = (*store)->backup(target->historyDb()); !copied)
            return copied;
    }
    if (const auto copied = copyLogs(home.logsDb(), target->logsDb()); !copied)
        return copied;
    if (services.ops().backend() != OpsDatabase::Backend::Sqlite)
        return copyRest(home.path(), target->path());
    if (const auto copied = copyOps(services.ops(), target->opsDb()); !copied)
        return copied;
    return copyRest(home.path(), target->path());
}

int backup(Session &s)
{
    const auto to = s.word(0, QStringLiteral("the folder"));
    if (!to)
        return s.out.fail(to.error());
    return withServices(s, [&](Services &services) {
        const bool team = services.ops().backend() != OpsDatabase::Backend::Sqlite;
        if (team)
            s.out.line(QStringLiteral("Incidents, labels, runs and audit are in %1 and are not copied; its own backup (pg_dump) keeps them.").arg(services.ops().file()));
        return finish(s, backUp(services, s.home, QDir(*to).absolutePath()), QStringLiteral("Copied to %1.").arg(*to));
    });
}

Result<void> putBack(const Home &from, const QString &path)
{
    if (!QFile::exists(from.opsDb()))
        return Error{ErrorCode::NotFound, utf8(from.path()), "holds no backup (ops.db is missing)"};
    if (QFile::exists(Home(path).opsDb()) || QFile::exists(Home(path).historyDb()))
        return Error{ErrorCode::Conflict, utf8(path), "is in use already; name an empty folder with --data-dir"};
    if (QFile::exists(from.historyDb())) {
        const auto history = Store::open(from.historyDb(), Store::Mode::ReadOnly);
        if (!history)
            return history.error();
        if (const auto sound = (*history)->check(); !sound)
            return sound;
    }
    const auto home = Home::prepare(path);
    if (!home)
        return home.error();
    for (const auto &[source, target] : {std::pair(from.historyDb(), home->historyDb()), std::pair(from.opsDb(), home->opsDb()),
                                        std::pair(from.logsDb(), home->logsDb())}) {
        if (const auto copied = copyFile(source, target); !copied)
            return copied;
    }
    return copyRest(from.path(), home->path());
}

int restore(Session &s)
{
    const auto from = s.word(0, QStringLiteral("the folder"));
    if (!from)
        return s.out.fail(from.error());
    return finish(s, putBack(Home(QDir(*from).absolutePath()), s.home.path()), QStringLiteral("Restored to %1.").arg(s.home.path()));
}

} // namespace

std::vector<Verb> BackupCommand::verbs() const
{
    return {{QString(), QStringLiteral("FOLDER"), QStringLiteral("history, logs, decisions, models, keys, rules, runbooks, settings"), backup}};
}

std::vector<Verb> RestoreCommand::verbs() const
{
    return {{QString(), QStringLiteral("FOLDER [--data-dir DIR]"), QStringLiteral("refuses a data folder that is in use"), restore}};
}

} // namespace lepto::cli
