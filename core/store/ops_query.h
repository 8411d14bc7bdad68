#pragma once

#include "core/store/ops_database.h"

#include <QSqlQuery>
#include <QVariantList>

namespace lepto {

/// Prepares `sql`, binds `values` in order and executes; without values it is executed as it is. The query comes back ready for `next()`,
/// to be read forwards only.
/// In PostgreSQL, whose texts cannot hold it, U+0000 becomes U+FFFD. Errors as OpsDatabase::errorOf. Thread: the database's.
Result<QSqlQuery> runQuery(const OpsDatabase &ops, const QString &sql, const QVariantList &values = {});

} // namespace lepto
