#pragma once

#include "ml/base/result.h"

#include <QSqlDatabase>

namespace lepto {

/// What differs between the two databases behind OpsDatabase before the first transaction. Each names the place in its errors.
namespace opsconnection {

Result<void> execute(const QSqlDatabase &db, const QString &sql);
Result<QString> ask(const QSqlDatabase &db, const QString &sql);   ///< first value of the first row; empty without one

/// Opens, and checks that a file that already holds tables is ours before a single byte of it is changed.
Result<void> openSqlite(QSqlDatabase &db, const QString &file, bool readOnly);

/// `address`: as of OpsAddress::parse.
Result<void> openPostgres(QSqlDatabase &db, const QString &address, bool readOnly);
/// The tables that migrations need; within a transaction that holds the writers' lock.
Result<void> preparePostgres(const QSqlDatabase &db, const QString &place);

inline const QString writersLock = QStringLiteral("SELECT pg_advisory_xact_lock(5507155318)");

} // namespace opsconnection

} // namespace lepto
