#include "core/store/ops_database.h"

#include "core/base/text.h"
#include "core/store/migrations.h"
#include "core/store/ops_address.h"
#include "core/store/ops_connection.h"
#include "core/store/postgres_error.h"
#include "core/store/sqlite_error.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <sqlite3.h>

namespace lepto {

using opsconnection::ask;
using opsconnection::execute;

namespace {

const QString kPostgresDriver = QStringLiteral("QPSQL");

Error say(ErrorCode code, const QString &place, const char *reason)
{
    return { code, utf8(place), utf8(QCoreApplication::translate("OpsDatabase", reason)) };
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
Result<void> checkNotNewer(const QSqlDatabase &db, const QString &place, const std::vector<Migration> &known)
{
    const QString newest = known.empty() ? QString() : known.back().name;
    const auto last = ask(db, QStringLiteral("SELECT max(name) FROM schema_migration"));
    if (!last)
        return last.error();
    if (*last > newest)
        return say(ErrorCode::Refused, place, QT_TRANSLATE_NOOP("OpsDatabase", "the database was written by a newer version of the console"));
    return {};
}

} // namespace

namespace opsconnection {

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

} // namespace opsconnection

OpsDatabase::OpsDatabase(QString connection, QString place, bool readOnly, Backend backend)
    : m_connection(std::move(connection))
    , m_place(std::move(place))
    , m_readOnly(readOnly)
    , m_backend(backend)
{ }

OpsDatabase::~OpsDatabase()
{
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase OpsDatabase::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<std::unique_ptr<OpsDatabase>> OpsDatabase::open(const QString &place, Mode mode)
{
    const bool readOnly = mode == Mode::ReadOnly;
    const Backend backend = OpsAddress::isAddress(place) ? Backend::Postgres : Backend::Sqlite;
    if (readOnly && backend == Backend::Sqlite && !QFileInfo::exists(place))
        return say(ErrorCode::NotFound, place, QT_TRANSLATE_NOOP("OpsDatabase", "the file does not exist"));
    const QString connection = QStringLiteral("ops-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<OpsDatabase> ops(new OpsDatabase(connection, place, readOnly, backend));
    if (backend == Backend::Postgres) {
        const auto address = OpsAddress::parse(place);
        if (!address)
            return address.error();
        ops->m_address = std::exchange(ops->m_place, address->text);
    }
    QSqlDatabase::addDatabase(backend == Backend::Postgres ? kPostgresDriver : QStringLiteral("QSQLITE"), connection);
    if (auto connected = ops->connect(); !connected)
        return connected.error();
    const auto known = migrations(QStringLiteral("ops"), backend == Backend::Postgres ? QStringLiteral("postgresql_") : QString());
    if (!readOnly && backend == Backend::Postgres) {
        auto transaction = ops->begin();
        auto prepared = transaction ? opsconnection::preparePostgres(ops->handle(), ops->m_place) : transaction.error();
        if (prepared)
            prepared = transaction->commit();
        if (!prepared)
            return prepared.error();
    }
    if (auto old = checkNotNewer(ops->handle(), ops->m_place, known); !old)
        return old.error();
    if (!readOnly) {
        if (auto migrated = ops->migrate(known); !migrated)
            return migrated.error();
    }
    return ops;
}

Result<void> OpsDatabase::connect() const
{
    QSqlDatabase db = handle();
    return m_backend == Backend::Postgres ? opsconnection::openPostgres(db, m_address, m_readOnly)
                                          : opsconnection::openSqlite(db, m_place, m_readOnly);
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

Result<void> OpsDatabase::revive() const
{
    if (!m_lost || m_writing)
        return {};
    handle().close();
    auto connected = connect();
    m_lost = !connected;
    return connected;
}

Result<OpsDatabase::Transaction> OpsDatabase::begin()
{
    if (m_readOnly)
        return sqliteError(SQLITE_READONLY, m_place);
    if (auto alive = revive(); !alive)
        return alive.error();
    const bool shared = m_backend == Backend::Postgres;
    QSqlQuery query(handle());
    if (!query.exec(shared ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN IMMEDIATE")))
        return errorOf(query);
    Transaction transaction(*this);
    if (shared && !query.exec(opsconnection::writersLock))
        return errorOf(query);
    return transaction;
}

OpsDatabase::Transaction::Transaction(OpsDatabase &ops)
    : m_ops(&ops)
{
    ops.m_writing = true;
}

OpsDatabase::Transaction::Transaction(Transaction &&other) noexcept
    : m_ops(std::exchange(other.m_ops, nullptr))
{ }

OpsDatabase::Transaction::~Transaction()
{
    if (!m_ops)
        return;
    m_ops->m_writing = false;
    QSqlQuery(m_ops->handle()).exec(QStringLiteral("ROLLBACK"));
}

Result<void> OpsDatabase::Transaction::commit()
{
    if (!m_ops)
        return Error { ErrorCode::Internal, {}, "the transaction is already over" };
    const bool shared = m_ops->m_backend == Backend::Postgres;
    QSqlQuery query(m_ops->handle());
    if (shared && !query.exec(QStringLiteral("UPDATE ops_change SET n = n + 1")))
        return m_ops->errorOf(query); // the destructor rolls back
    if (!query.exec(QStringLiteral("COMMIT"))) {
        const Error error = m_ops->errorOf(query);
        return shared && error.code == ErrorCode::Unavailable
            ? say(error.code, m_ops->m_place, QT_TRANSLATE_NOOP("OpsDatabase", "the link was lost while the change was being kept; look whether it is there"))
            : error;
    }
    m_ops->m_writing = false;
    m_ops = nullptr;
    return {};
}

bool OpsDatabase::changed()
{
    if (!revive())
        return true; // whoever reads now gets the sentence
    const auto now = ask(handle(), m_backend == Backend::Postgres ? QStringLiteral("SELECT n FROM ops_change") : QStringLiteral("PRAGMA data_version"));
    if (!now) {
        m_lost = m_backend == Backend::Postgres;
        return true;
    }
    return std::exchange(m_seen, now->toLongLong()) != now->toLongLong();
}

Error OpsDatabase::errorOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError().isValid() ? query.lastError() : handle().lastError();
    if (m_backend == Backend::Sqlite)
        return errorOf(handle(), query);
    m_lost = m_lost || isLinkLost(error);
    return postgresError(error, m_place);
}

Error OpsDatabase::errorOf(const QSqlDatabase &db, const QSqlQuery &query)
{
    const QSqlError error = query.lastError().isValid() ? query.lastError() : db.lastError();
    if (db.driverName() == kPostgresDriver)
        return postgresError(error, db.databaseName());
    return sqliteError(error.nativeErrorCode().toInt(), db.databaseName(), error.databaseText());
}

} // namespace lepto
