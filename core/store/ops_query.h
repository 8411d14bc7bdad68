#pragma once

#include "core/store/ops_database.h"

#include <QSqlQuery>
#include <QVariantList>

namespace lepto {

/// Prepares `sql`, binds `values` in order and executes; the query comes back ready for `next()`, forward only.
/// Errors as OpsDatabase::errorOf. Thread: the database's.
Result<QSqlQuery> runQuery(const OpsDatabase &ops, const QString &sql, const QVariantList &values = {});

} // namespace lepto
