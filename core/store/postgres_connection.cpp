#include "core/base/text.h"
#include "core/store/ops_address.h"
#include "core/store/ops_connection.h"
#include "core/store/postgres_error.h"

#include <QCoreApplication>
#include <QSqlError>

namespace lepto::opsconnection {

namespace {

Error say(ErrorCode code, const QString &place, const char *reason)
{
    return { code, utf8(place), utf8(QCoreApplication::translate("OpsDatabase", reason)) };
}

/// A failed login has no SQLSTATE of its own in the driver's error, only the server's words.
Error openError(const QSqlError &error, const QString &place)
{
    const QString words = oneLine(error.driverText() + u' ' + error.databaseText(), 2000);
    if (words.contains(QStringLiteral("password")) || words.contains(QStringLiteral("authentication")) || words.contains(QStringLiteral("pg_hba")))
        return say(ErrorCode::Refused, place, QT_TRANSLATE_NOOP("OpsDatabase", "the team database refuses the login"));
    if (words.contains(QStringLiteral("does not exist")))
        return say(ErrorCode::NotFound, place, QT_TRANSLATE_NOOP("OpsDatabase", "there is no such team database"));
    if (words.contains(QStringLiteral("certificate")) || words.contains(QStringLiteral("SSL")))
        return say(ErrorCode::Refused, place, QT_TRANSLATE_NOOP("OpsDatabase", "the team database's TLS certificate is not trusted, or it offers no TLS"));
    return say(ErrorCode::Unavailable, place, QT_TRANSLATE_NOOP("OpsDatabase", "the team database does not answer"));
}

} // namespace

Result<void> openPostgres(QSqlDatabase &db, const QString &address, bool readOnly)
{
    const auto to = OpsAddress::parse(address);
    if (!to)
        return to.error();
    if (!db.isValid())
        return say(ErrorCode::Unavailable, to->text, QT_TRANSLATE_NOOP("OpsDatabase", "the driver for PostgreSQL is not installed (libqt6sql6-psql)"));
    db.setHostName(to->host);
    db.setPort(to->port);
    db.setUserName(to->user);
    db.setDatabaseName(to->database);
    db.setConnectOptions(to->options);
    if (!db.open())
        return openError(db.lastError(), to->text);
    for (const char *sql : { "SET client_min_messages = warning", "SET lock_timeout = '5s'", "SET statement_timeout = '60s'",
             "SET idle_in_transaction_session_timeout = '60s'", "SET synchronous_commit = on" })
        if (auto done = execute(db, QLatin1String(sql)); !done)
            return done;
    return readOnly ? execute(db, QStringLiteral("SET default_transaction_read_only = on")) : Result<void>();
}

/// A database that already holds tables must be ours before anything in it is changed.
Result<void> preparePostgres(const QSqlDatabase &db, const QString &place)
{
    const auto tables = ask(db, QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"));
    const auto ours = ask(db, QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_migration'"));
    if (!tables || !ours)
        return tables ? ours.error() : tables.error();
    if (ours->toInt() > 0)
        return {};
    if (tables->toInt() > 0)
        return say(ErrorCode::Damaged, place, QT_TRANSLATE_NOOP("OpsDatabase", "the team database holds something else; give it one of its own"));
    for (const char *sql : { "CREATE TABLE schema_migration(name TEXT PRIMARY KEY, applied_ms BIGINT NOT NULL)",
             "CREATE TABLE ops_change(n BIGINT NOT NULL)", "INSERT INTO ops_change VALUES(0)" })
        if (auto done = execute(db, QLatin1String(sql)); !done)
            return done;
    return {};
}

} // namespace lepto::opsconnection
