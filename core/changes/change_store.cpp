#include "core/changes/change_store.h"

#include "core/base/text.h"
#include "core/changes/change_json.h"
#include "core/changes/change_rows.h"
#include "core/store/ops_query.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr int kMostRows = 100'000;

bool concerns(const Change &change, const ChangeQuery &query)
{
    const auto fits = [&](const Labels::Pair &wanted) {
        const auto has = change.labels.get(wanted.first);
        return has.empty() || has == wanted.second;
    };
    return std::all_of(query.labels.pairs().begin(), query.labels.pairs().end(), fits)
        && std::all_of(query.tags.begin(), query.tags.end(), [&](const QString &tag) { return change.tags.contains(tag); });
}

bool sameContent(Change a, const Change &b)
{
    a.id = b.id;
    a.takenAt = b.takenAt;
    return a == b;
}

} // namespace

ChangeStore::ChangeStore(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QObject *parent)
    : QObject(parent)
    , m_db(db)
    , m_audit(audit)
    , m_clock(clock)
    , m_user(std::move(user))
{ }

Result<std::vector<Change>> ChangeStore::list(const ChangeQuery &query) const
{
    QString where = QStringLiteral("SELECT %1 FROM change_event WHERE removed_ms = 0 AND (from_ms >= ? OR to_ms >= ?)").arg(changeColumns);
    QVariantList values { qint64(query.from), qint64(query.from) };
    if (query.to > 0) {
        where += QStringLiteral(" AND from_ms <= ?");
        values.append(qint64(query.to));
    }
    if (!query.source.isEmpty()) {
        where += QStringLiteral(" AND source = ?");
        values.append(query.source);
    }
    auto rows = runQuery(m_db, where + QStringLiteral(" ORDER BY from_ms DESC, id DESC LIMIT %1").arg(kMostRows), values);
    if (!rows)
        return rows.error();
    std::vector<Change> found;
    while (int(found.size()) < query.limit && rows->next()) {
        if (Change change = changeOf(*rows); concerns(change, query))
            found.push_back(std::move(change));
    }
    return found;
}

Result<Change> ChangeStore::find(qint64 id) const
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT %1 FROM change_event WHERE id = ? AND removed_ms = 0").arg(changeColumns), { id });
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error { ErrorCode::NotFound, "CHG-" + std::to_string(id), utf8(tr("there is no such change")) };
    return changeOf(*rows);
}

Result<qint64> ChangeStore::nextId() const
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT COALESCE(MAX(id), 0) + 1 FROM change_event"));
    if (!rows)
        return rows.error();
    return rows->next() ? rows->value(0).toLongLong() : 1;
}

Result<void> ChangeStore::insert(const Change &change)
{
    const auto stored = runQuery(m_db,
        QStringLiteral("INSERT INTO change_event (%1, removed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)").arg(changeColumns),
        changeValues(change));
    return stored ? Result<void>() : stored.error();
}

Result<Change> ChangeStore::add(Change change)
{
    const QString what = tr("change");
    if (change.to != 0 && change.to <= change.from)
        return Error { ErrorCode::BadInput, utf8(what), utf8(tr("it ends before it begins")) };
    if (change.title.size() > change_limit::title || change.text.size() > change_limit::text || change.tags.size() > change_limit::tags)
        return Error { ErrorCode::BadInput, utf8(what), utf8(tr("the title, the text or the list of tags is too long")) };
    const bool hadUrl = !change.url.isEmpty();
    trimChange(change);
    if (change.title.isEmpty())
        return Error { ErrorCode::BadInput, utf8(what), utf8(tr("it has no title")) };
    if (hadUrl && change.url.isEmpty())
        return Error { ErrorCode::BadInput, utf8(what), utf8(tr("the address must begin with http:// or https://")) };
    auto transaction = m_db.begin();
    const auto id = transaction ? nextId() : Result<qint64>(transaction.error());
    if (!id)
        return id.error();
    change.id = *id;
    change.source = ownChanges;
    change.externalId = QString::number(*id);
    change.author = m_user;
    change.takenAt = m_clock.now();
    if (const auto stored = insert(change); !stored)
        return stored.error();
    const auto leaf = m_audit.append(m_user, QStringLiteral("change.add"), QStringLiteral("CHG-%1").arg(change.id), toJson(change));
    if (!leaf)
        return leaf.error();
    if (const auto done = m_audit.commit(*transaction); !done)
        return done.error();
    Q_EMIT changed();
    return change;
}

Result<void> ChangeStore::remove(qint64 id)
{
    auto transaction = m_db.begin();
    const auto change = transaction ? find(id) : Result<Change>(transaction.error());
    if (!change)
        return change.error();
    if (change->source != ownChanges)
        return Error { ErrorCode::Refused, "CHG-" + std::to_string(id),
            utf8(tr("it came from %1 and can only be removed there").arg(oneLine(change->source, 60))) };
    const auto stored = runQuery(m_db, QStringLiteral("UPDATE change_event SET removed_ms = ? WHERE id = ?"), { qint64(m_clock.now()), id });
    if (!stored)
        return stored.error();
    const auto leaf = m_audit.append(m_user, QStringLiteral("change.remove"), QStringLiteral("CHG-%1").arg(id), toJson(*change));
    if (!leaf)
        return leaf.error();
    if (const auto done = m_audit.commit(*transaction); !done)
        return done;
    Q_EMIT changed();
    return {};
}

Result<bool> ChangeStore::store(Change &change, Taken &taken, qint64 &next)
{
    auto known = runQuery(m_db, QStringLiteral("SELECT %1, removed_ms FROM change_event WHERE source = ? AND external_id = ?").arg(changeColumns),
        { change.source, change.externalId });
    if (!known)
        return known.error();
    if (!known->next()) {
        change.id = next++;
        ++taken.added;
        const auto stored = insert(change);
        return stored ? Result<bool>(true) : stored.error();
    }
    const Change before = changeOf(*known);
    if (known->value(12).toLongLong() != 0 || sameContent(change, before)) {
        ++taken.known;
        return false;
    }
    known->finish();
    change.id = before.id;
    ++taken.updated;
    QVariantList values = changeValues(change);
    values.append(values.takeFirst());
    const auto stored = runQuery(m_db,
        QStringLiteral("UPDATE change_event SET from_ms = ?, to_ms = ?, title = ?, body = ?, tags = ?, labels = ?, source = ?, external_id = ?, url = ?, "
                       "author = ?, taken_ms = ? WHERE id = ?"),
        values);
    return stored ? Result<bool>(true) : stored.error();
}

Result<ChangeStore::Taken> ChangeStore::take(const QString &source, std::vector<Change> changes)
{
    Taken taken;
    if (changes.empty())
        return taken;
    auto transaction = m_db.begin();
    auto next = transaction ? nextId() : Result<qint64>(transaction.error());
    if (!next)
        return next.error();
    for (Change &change : changes) {
        trimChange(change);
        change.source = source;
        if (change.externalId.isEmpty())
            change.externalId = contentId(change);
        change.takenAt = m_clock.now();
        if (const auto stored = store(change, taken, *next); !stored)
            return stored.error();
    }
    if (const auto done = transaction->commit(); !done)
        return done.error();
    if (taken.added + taken.updated > 0)
        Q_EMIT changed();
    return taken;
}

Result<void> ChangeStore::prune(TimeMs keepFrom)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    const auto gone = runQuery(
        m_db, QStringLiteral("DELETE FROM change_event WHERE source <> ? AND from_ms < ? AND to_ms < ?"), { ownChanges, qint64(keepFrom), qint64(keepFrom) });
    return gone ? transaction->commit() : gone.error();
}

Result<QString> ChangeStore::fingerprint() const
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT COUNT(*), COALESCE(MAX(id), 0), COALESCE(MAX(taken_ms), 0), COALESCE(MAX(removed_ms), 0) FROM change_event"));
    if (!rows)
        return rows.error();
    if (!rows->next())
        return QString();
    return QStringList { rows->value(0).toString(), rows->value(1).toString(), rows->value(2).toString(), rows->value(3).toString() }.join(u' ');
}

Result<void> ChangeStore::refresh()
{
    const auto now = fingerprint();
    if (!now)
        return now.error();
    if (!m_seen.isEmpty() && m_seen != *now)
        Q_EMIT changed();
    m_seen = *now;
    return {};
}

} // namespace lepto
