#include "core/incidents/label_store.h"

#include "core/base/text.h"
#include "core/incidents/incident_names.h"
#include "core/incidents/labels_json.h"
#include "core/store/ops_query.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr qsizetype kMaxReason = 2000;
const QString kSelect
    = QStringLiteral("SELECT id, series, from_ms, to_ms, class, reason, author, created_ms, incident FROM label_region ");

LabelRegion labelOf(const QSqlQuery &row)
{
    LabelRegion label;
    label.id = row.value(0).toLongLong();
    label.series = labelsFromJson(row.value(1).toString());
    label.from = row.value(2).toLongLong();
    label.to = row.value(3).toLongLong();
    label.cls = labelClassOf(row.value(4).toString()).value_or(LabelRegion::Class::Incident);
    label.reason = row.value(5).toString();
    label.author = row.value(6).toString();
    label.createdAt = row.value(7).toLongLong();
    label.incident = row.value(8).toLongLong();
    return label;
}

QJsonObject detailOf(const LabelRegion &label)
{
    return { { QStringLiteral("series"), labelsToJson(label.series) }, { QStringLiteral("from"), qint64(label.from) },
        { QStringLiteral("to"), qint64(label.to) }, { QStringLiteral("class"), nameOf(label.cls) },
        { QStringLiteral("reason"), label.reason }, { QStringLiteral("incident"), label.incident } };
}

bool before(const LabelRegion &a, const LabelRegion &b)
{
    return std::pair(a.from, a.id) < std::pair(b.from, b.id);
}

} // namespace

LabelStore::LabelStore(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QObject *parent)
    : QObject(parent)
    , m_db(db)
    , m_audit(audit)
    , m_clock(clock)
    , m_user(std::move(user))
{ }

Result<void> LabelStore::load()
{
    auto rows = runQuery(m_db, kSelect + QStringLiteral("WHERE removed_ms = 0 ORDER BY from_ms, id"));
    if (!rows)
        return rows.error();
    m_labels.clear();
    while (rows->next())
        m_labels.push_back(labelOf(*rows));
    return {};
}

std::vector<LabelRegion> LabelStore::labels(const Labels &series, TimeMs from, TimeMs to) const
{
    std::vector<LabelRegion> found;
    std::copy_if(m_labels.begin(), m_labels.end(), std::back_inserter(found),
        [&](const LabelRegion &label) { return label.series == series && label.from <= to && label.to >= from; });
    return found;
}

Result<LabelRegion> LabelStore::add(LabelRegion label)
{
    if (label.from >= label.to)
        return Error { ErrorCode::BadInput, utf8(tr("label")), utf8(tr("the region has no length")) };
    if (label.reason.size() > kMaxReason)
        return Error { ErrorCode::BadInput, utf8(tr("label")),
            utf8(tr("the reason is longer than %1 characters").arg(kMaxReason)) };
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    auto next = runQuery(m_db, QStringLiteral("SELECT COALESCE(MAX(id), 0) + 1 FROM label_region"));
    if (!next)
        return next.error();
    label.id = next->next() ? next->value(0).toLongLong() : 1;
    next->finish();
    label.author = m_user;
    label.createdAt = m_clock.now();
    auto stored = runQuery(m_db,
        QStringLiteral("INSERT INTO label_region (id, series, from_ms, to_ms, class, reason, author, created_ms, incident, "
                       "removed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"),
        { label.id, labelsToJson(label.series), qint64(label.from), qint64(label.to), nameOf(label.cls),
            label.reason.isNull() ? QStringLiteral("") : label.reason, label.author, qint64(label.createdAt), label.incident });
    if (!stored)
        return stored.error();
    if (auto done = commit(*transaction, QStringLiteral("label.add"), label); !done)
        return done.error();
    m_labels.insert(std::upper_bound(m_labels.begin(), m_labels.end(), label, before), label);
    m_undo.emplace_back(Change::Added, label.id);
    Q_EMIT labelAdded(label);
    return label;
}

Result<void> LabelStore::commit(OpsDatabase::Transaction &transaction, const QString &auditType, const LabelRegion &label)
{
    auto entry = m_audit.append(m_user, auditType, QStringLiteral("label %1").arg(label.id), detailOf(label));
    if (!entry)
        return entry.error();
    return m_audit.commit(transaction);
}

Result<void> LabelStore::remove(qint64 id)
{
    auto done = setRemoved(id, true, QStringLiteral("label.remove"));
    if (done)
        m_undo.emplace_back(Change::Removed, id);
    return done;
}

Result<void> LabelStore::undo()
{
    if (m_undo.empty())
        return Error { ErrorCode::Conflict, utf8(tr("label")), utf8(tr("there is nothing to undo")) };
    const auto [change, id] = m_undo.back();
    auto done = setRemoved(id, change == Change::Added, QStringLiteral("label.undo"));
    if (done)
        m_undo.pop_back();
    return done;
}

Result<void> LabelStore::setRemoved(qint64 id, bool removed, const QString &auditType)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    auto row = runQuery(
        m_db, kSelect + QLatin1String(removed ? "WHERE id = ? AND removed_ms = 0" : "WHERE id = ? AND removed_ms > 0"), { id });
    if (!row)
        return row.error();
    if (!row->next())
        return Error { ErrorCode::NotFound, utf8(tr("label %1").arg(id)), utf8(tr("there is no such label")) };
    const LabelRegion label = labelOf(*row);
    row->finish();
    auto stored = runQuery(
        m_db, QStringLiteral("UPDATE label_region SET removed_ms = ? WHERE id = ?"), { removed ? qint64(m_clock.now()) : 0, id });
    if (!stored)
        return stored.error();
    if (auto done = commit(*transaction, auditType, label); !done)
        return done;
    if (removed) {
        std::erase_if(m_labels, [id = id](const LabelRegion &other) { return other.id == id; });
        Q_EMIT labelRemoved(label);
    } else {
        m_labels.insert(std::upper_bound(m_labels.begin(), m_labels.end(), label, before), label);
        Q_EMIT labelAdded(label);
    }
    return {};
}

} // namespace lepto
