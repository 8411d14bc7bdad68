#include "core/store/ops_query.h"

namespace lepto {

namespace {

/// PostgreSQL's texts hold every character but this one.
QVariant withoutNul(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? QVariant(value.toString().replace(QChar(0), QChar(QChar::ReplacementCharacter))) : value;
}

} // namespace

Result<QSqlQuery> runQuery(const OpsDatabase &ops, const QString &sql, const QVariantList &values)
{
    if (auto alive = ops.revive(); !alive)
        return alive.error();
    const bool shared = ops.backend() == OpsDatabase::Backend::Postgres;
    QSqlQuery query(ops.handle());
    query.setForwardOnly(!shared); // PostgreSQL's driver would drop the rest at the next query
    if (values.isEmpty()) { // also what cannot be prepared, such as a change of the schema
        if (!query.exec(sql))
            return ops.errorOf(query);
        return query;
    }
    if (!query.prepare(sql))
        return ops.errorOf(query);
    for (const QVariant &value : values)
        query.addBindValue(shared ? withoutNul(value) : value);
    if (!query.exec())
        return ops.errorOf(query);
    return query;
}

} // namespace lepto
