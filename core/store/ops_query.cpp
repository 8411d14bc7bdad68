#include "core/store/ops_query.h"

namespace lepto {

Result<QSqlQuery> runQuery(const OpsDatabase &ops, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(ops.handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return OpsDatabase::errorOf(ops.handle(), query);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return OpsDatabase::errorOf(ops.handle(), query);
    return query;
}

} // namespace lepto
