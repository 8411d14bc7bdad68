#include "core/store/ops_database.h"

#include "core/base/text.h"
#include "core/store/migrations.h"
#include "core/store/sqlite_error.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <sqlite3.h>

namespace lepto {

namespace {

constexpr int kApplicationId = 0x4c70744f; // "LptO"

Error say(ErrorCode code, const QString &file, const char *reason)
{
    return { code, utf8(file), utf8(QCoreApplication::translate("OpsDatabase", reason)) };
}

Result<void> execute(const QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    if (!query.exec(sql))
        return OpsDatabase::errorOf(db, query);
    return {};
}

Result<QString> ask(const QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    if (!query.exec(sql))
        return OpsDatabase::errorOf(db, query);
    return query.next() ? query.value(0).toString() : QString();
}

/// A file that already holds tables must be ours before a single byte of it is changed.
Result<void> checkIdentity(const QSqlDatabase &db, const QString &file)
{
    const auto tables = ask(db, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables)
        return tables.error();
    const auto id = ask(db, QStringLiteral("PRAGMA application_id"));
    if (!id)
        return id.error();
    if (tables->toInt() > 0 && id->toInt() != kApplicationId)
        return say(ErrorCode::Damaged, file, QT_TRANSLATE_NOOP("OpsDatabase", "the file is not an operations database"));
    return {};
}

Result<void> prepareForWriting(const QSqlDatabase &db)
{
    for (const QString &pragma :
        { QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId), QStringLiteral("PRAGMA journal_mode=WAL"),
            QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA foreign_keys=ON"),
            QStringLiteral("PRAGMA recursive_triggers=ON"), QStringLiteral("PRAGMA trusted_schema=OFF") })
        if (auto done = execute(db, pragma); !done)
            return done;
    return execute(
        db, QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migration(name TEXT PRIMARY KEY, applied_ms INTEGER NOT NULL)"));
}

Result<bool> applied(const QSqlDatabase &db, const QString &name)
{
    QSqlQuery query(db);
    query.prepare(QStringLiteral("SELECT 1 FROM schema_migration WHERE name=?"));
    query.addBindValue(name);
    if (!query.exec())
        return OpsDatabase::errorOf(db, query);
    return query.next();
}

Result<void> apply(const QSqlDatabase &db, const Migration &migration)
{
    const auto known = applied(db, migration.name);
    if (!known)
        return known.error();
    if (*known)
        return {};
    for (const QString &statement : migration.statements)
        if (auto done = execute(db, statement); !done)
            return done;
    QSqlQuery query(db);
    query.prepare(QStringLiteral("INSERT INTO schema_migration VALUES(?,?)"));
    query.addBindValue(migration.name);
    query.addBindValue(QDateTime::currentMSecsSinceEpoch());
    if (!query.exec())
        return OpsDatabase::errorOf(db, query);
    return {};
}

/// A newer program may have added steps that this one does not know; writing under its rules would break them.
Result<void> checkNotNewer(const QSqlDatabase &db, const QString &file, const std::vector<Migration> &known)
{
    const QString newest = known.empty() ? QString() : known.back().name;
    const auto last = ask(db, QStringLiteral("SELECT max(name) FROM schema_migration"));
    if (!last)
        return last.error();
    if (*last > newest)
        return say(ErrorCode::Refused, file,
            QT_TRANSLATE_NOOP("OpsDatabase", "the database was written by a newer version of the console"));
    return {};
}

} // namespace

OpsDatabase::OpsDatabase(QString connection, QString file, bool readOnly)
    : m_connection(std::move(connection))
    , m_file(std::move(file))
    , m_readOnly(readOnly)
{ }

OpsDatabase::~OpsDatabase()
{
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase OpsDatabase::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<std::unique_ptr<OpsDatabase>> OpsDatabase::open(const QString &file, Mode mode)
{
    const bool readOnly = mode == Mode::ReadOnly;
    if (readOnly && !QFileInfo::exists(file))
        return say(ErrorCode::NotFound, file, QT_TRANSLATE_NOOP("OpsDatabase", "the file does not exist"));
    const QString connection = QStringLiteral("ops-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<OpsDatabase> ops(new OpsDatabase(connection, file, readOnly));
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    db.setDatabaseName(file);
    db.setConnectOptions(readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                  : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!db.open())
        return sqliteError(SQLITE_CANTOPEN, file);
    if (auto ours = checkIdentity(db, file); !ours)
        return ours.error();
    const auto known = migrations(QStringLiteral("ops"));
    if (!readOnly) {
        if (auto ready = prepareForWriting(db); !ready)
            return ready.error();
    }
    if (auto old = checkNotNewer(db, file, known); !old)
        return old.error();
    if (!readOnly) {
        if (auto migrated = ops->migrate(known); !migrated)
            return migrated.error();
    }
    return ops;
}

Result<void> OpsDatabase::migrate(const std::vector<Migration> &known)
{
    for (const Migration &migration : known) {
        auto transaction = begin(); // looked up again inside: another process may have been faster
        if (!transaction)
            return transaction.error();
        if (auto done = apply(handle(), migration); !done)
            return done;
        if (auto done = transaction->commit(); !done)
            return done;
    }
    return {};
}

Result<OpsDatabase::Transaction> OpsDatabase::begin()
{
    if (m_readOnly)
        return sqliteError(SQLITE_READONLY, m_file);
    QSqlDatabase db = handle();
    if (auto begun = execute(db, QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun.error();
    return Transaction(db);
}

OpsDatabase::Transaction::Transaction(Transaction &&other) noexcept
    : m_db(std::move(other.m_db))
    , m_open(std::exchange(other.m_open, false))
{ }

OpsDatabase::Transaction::~Transaction()
{
    if (m_open)
        QSqlQuery(m_db).exec(QStringLiteral("ROLLBACK"));
}

Result<void> OpsDatabase::Transaction::commit()
{
    if (!m_open)
        return Error { ErrorCode::Internal, utf8(m_db.databaseName()), "the transaction is already over" };
    if (auto done = execute(m_db, QStringLiteral("COMMIT")); !done)
        return done; // the destructor rolls back
    m_open = false;
    return {};
}

Error OpsDatabase::errorOf(const QSqlDatabase &db, const QSqlQuery &query)
{
    const QSqlError error = query.lastError().isValid() ? query.lastError() : db.lastError();
    return sqliteError(error.nativeErrorCode().toInt(), db.databaseName(), error.databaseText());
}

} // namespace lepto
