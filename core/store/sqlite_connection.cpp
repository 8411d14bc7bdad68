#include "core/base/text.h"
#include "core/store/ops_connection.h"
#include "core/store/sqlite_error.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace lepto::opsconnection {

namespace {

constexpr int kApplicationId = 0x4c70744f; // "LptO"

Result<void> checkIdentity(const QSqlDatabase &db, const QString &file)
{
    const auto tables = ask(db, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables)
        return tables.error();
    const auto id = ask(db, QStringLiteral("PRAGMA application_id"));
    if (!id)
        return id.error();
    if (tables->toInt() > 0 && id->toInt() != kApplicationId)
        return Error { ErrorCode::Damaged, utf8(file), utf8(QCoreApplication::translate("OpsDatabase", "the file is not an operations database")) };
    return {};
}

} // namespace

Result<void> openSqlite(QSqlDatabase &db, const QString &file, bool readOnly)
{
    db.setDatabaseName(file);
    db.setConnectOptions(readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000") : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!db.open())
        return sqliteError(SQLITE_CANTOPEN, file);
    if (auto ours = checkIdentity(db, file); !ours || readOnly)
        return ours;
    for (const QString &sql :
        { QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId), QStringLiteral("PRAGMA journal_mode=WAL"),
            QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA foreign_keys=ON"),
            QStringLiteral("PRAGMA recursive_triggers=ON"), QStringLiteral("PRAGMA trusted_schema=OFF"),
            QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migration(name TEXT PRIMARY KEY, applied_ms INTEGER NOT NULL)") })
        if (auto done = execute(db, sql); !done)
            return done;
    return {};
}

} // namespace lepto::opsconnection
