#include "core/layouts/layout_store.h"

#include "core/base/text.h"
#include "core/layouts/layout_json.h"
#include "core/store/ops_query.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lepto {

LayoutStore::LayoutStore(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QObject *parent)
    : QObject(parent)
    , m_db(db)
    , m_audit(audit)
    , m_clock(clock)
    , m_user(std::move(user))
{ }

Result<std::vector<LayoutStore::Entry>> LayoutStore::list() const
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT id, title, origin, saved_ms, body FROM explore_layout ORDER BY title, id"));
    if (!rows)
        return rows.error();
    std::vector<Entry> out;
    while (rows->next()) {
        Entry entry { rows->value(0).toLongLong(), rows->value(1).toString(), rows->value(2).toString(), rows->value(3).toLongLong() };
        const QJsonObject body = QJsonDocument::fromJson(rows->value(4).toString().toUtf8()).object();
        for (const QJsonValue &row : body[u"rows"].toArray())
            entry.panels += int(row[u"panels"].toArray().size());
        entry.notes = int(body[u"notes"].toArray().size());
        out.push_back(std::move(entry));
    }
    return out;
}

Result<ExploreLayout> LayoutStore::find(qint64 id) const
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT body FROM explore_layout WHERE id = ?"), { id });
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error { ErrorCode::NotFound, utf8(tr("layout %1").arg(id)), utf8(tr("there is no such layout")) };
    return layoutFromJson(QJsonDocument::fromJson(rows->value(0).toString().toUtf8()).object());
}

Result<qint64> LayoutStore::idFor(const QString &origin) const
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT id FROM explore_layout WHERE origin = ?"), { origin });
    if (!rows)
        return rows.error();
    if (rows->next())
        return rows->value(0).toLongLong();
    auto next = runQuery(m_db, QStringLiteral("SELECT COALESCE(MAX(id), 0) + 1 FROM explore_layout"));
    if (!next)
        return next.error();
    return next->next() ? next->value(0).toLongLong() : 1;
}

Result<ExploreLayout> LayoutStore::save(ExploreLayout layout)
{
    layout.title = oneLine(layout.title.trimmed());
    if (layout.title.isEmpty())
        return Error { ErrorCode::BadInput, utf8(tr("layout")), utf8(tr("it has no title")) };
    if (layout.origin.isEmpty())
        layout.origin = QStringLiteral("title:") + layout.title;
    auto transaction = m_db.begin();
    const auto id = transaction ? idFor(layout.origin) : Result<qint64>(transaction.error());
    if (!id)
        return id.error();
    layout.id = *id;
    layout.savedAt = m_clock.now();
    const auto gone = runQuery(m_db, QStringLiteral("DELETE FROM explore_layout WHERE id = ?"), { layout.id });
    if (!gone)
        return gone.error();
    const auto kept = runQuery(m_db, QStringLiteral("INSERT INTO explore_layout (id, title, origin, body, saved_ms) VALUES (?, ?, ?, ?, ?)"),
        { layout.id, layout.title, layout.origin, QString::fromUtf8(QJsonDocument(toJson(layout)).toJson(QJsonDocument::Compact)), qint64(layout.savedAt) });
    if (!kept)
        return kept.error();
    const QJsonObject detail { { QStringLiteral("title"), layout.title }, { QStringLiteral("origin"), layout.origin } };
    const auto leaf = m_audit.append(m_user, QStringLiteral("layout.save"), QStringLiteral("layout %1").arg(layout.id), detail);
    const auto done = leaf ? m_audit.commit(*transaction) : Result<void>(leaf.error());
    if (!done)
        return done.error();
    Q_EMIT changed();
    return layout;
}

Result<void> LayoutStore::remove(qint64 id)
{
    auto transaction = m_db.begin();
    const auto layout = transaction ? find(id) : Result<ExploreLayout>(transaction.error());
    if (!layout && layout.error().code != ErrorCode::Damaged) // one that cannot be read can still be removed
        return layout.error();
    const auto gone = runQuery(m_db, QStringLiteral("DELETE FROM explore_layout WHERE id = ?"), { id });
    if (!gone)
        return gone.error();
    const QJsonObject detail { { QStringLiteral("title"), layout ? layout->title : QString() } };
    const auto leaf = m_audit.append(m_user, QStringLiteral("layout.remove"), QStringLiteral("layout %1").arg(id), detail);
    const auto done = leaf ? m_audit.commit(*transaction) : Result<void>(leaf.error());
    if (done)
        Q_EMIT changed();
    return done;
}

} // namespace lepto
