#include "core/changes/annotation_writer.h"

#include "core/base/text.h"
#include "core/store/ops_query.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace lepto {

struct AnnotationWriter::Push {
    GrafanaClient &client;
    QString server;
    AnnotationDraft draft;
    QString digest;
    Answer answer;
    bool fresh = false; ///< nothing of it was known before
};

namespace {

QString digestOf(const AnnotationBody &body)
{
    const QByteArray bytes = QJsonDocument(body.toJson()).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Whether the server may have done it although no answer says so.
bool isUncertain(const Error &error)
{
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::Cancelled || error.code == ErrorCode::Exhausted;
}

} // namespace

QString nameOf(AnnotationWriter::Outcome outcome)
{
    switch (outcome) {
    case AnnotationWriter::Outcome::Created: return QStringLiteral("created");
    case AnnotationWriter::Outcome::Changed: return QStringLiteral("changed");
    case AnnotationWriter::Outcome::Unchanged: return QStringLiteral("unchanged");
    }
    return {};
}

AnnotationWriter::AnnotationWriter(
    OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QString instance, Gate gate, QObject *parent)
    : QObject(parent)
    , m_db(db)
    , m_audit(audit)
    , m_clock(clock)
    , m_user(std::move(user))
    , m_instance(std::move(instance))
    , m_gate(std::move(gate))
{ }

void AnnotationWriter::push(GrafanaClient &client, const QString &server, const AnnotationDraft &draft, Answer answer)
{
    const QString key = server + u'\n' + draft.subject;
    if (const auto open = m_gate(); !open)
        return answer(open.error());
    if (m_inFlight.contains(key))
        return answer(Error { ErrorCode::Conflict, utf8(draft.subject), utf8(tr("it is being written to %1 already").arg(server)) });
    const auto known = row(server, draft.subject);
    if (!known)
        return answer(known.error());
    auto step = std::make_shared<Push>(Push { client, server, draft, {}, std::move(answer) });
    step->draft.body.tags = QStringList { ownAnnotationTag, QStringLiteral("%1:%2:%3").arg(ownAnnotationTag, m_instance, QString(draft.subject).replace(u' ', u'-')) } + draft.body.tags;
    step->digest = digestOf(step->draft.body);
    step->fresh = !known->known;
    m_inFlight.insert(key);
    if (known->id > 0 && known->digest == step->digest)
        return end(step, Written { Outcome::Unchanged, known->id });
    if (known->id > 0)
        return change(step, known->id);
    if (known->known)
        return look(step);
    if (const auto kept = setRow(*step, 0, {}); !kept)
        return end(step, kept.error());
    create(step);
}

void AnnotationWriter::look(const Step &step)
{
    step->client.find(step->draft.body.tags.mid(0, 2), this, [this, step](Result<std::vector<qint64>> found) {
        if (!found)
            return fail(step, found.error());
        if (found->empty())
            return create(step);
        change(step, found->front());
    });
}

void AnnotationWriter::create(const Step &step)
{
    step->client.create(step->draft.body, this, [this, step](Result<qint64> id) {
        if (!id)
            return fail(step, id.error());
        succeed(step, Outcome::Created, *id);
    });
}

void AnnotationWriter::change(const Step &step, qint64 id)
{
    step->client.change(id, step->draft.body, this, [this, step, id](Result<bool> done) {
        if (done)
            return succeed(step, Outcome::Changed, id);
        if (done.error().code != ErrorCode::NotFound)
            return fail(step, done.error());
        if (const auto kept = setRow(*step, 0, {}); !kept)
            return end(step, kept.error());
        create(step);
    });
}

Result<AnnotationWriter::Row> AnnotationWriter::row(const QString &server, const QString &subject) const
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT annotation, digest FROM grafana_annotation WHERE server = ? AND subject = ?"), { server, subject });
    if (!rows)
        return rows.error();
    return rows->next() ? Row { true, rows->value(0).toLongLong(), rows->value(1).toString() } : Row();
}

Result<void> AnnotationWriter::setRow(const Push &push, qint64 id, const QString &digest)
{
    const auto gone = runQuery(m_db, QStringLiteral("DELETE FROM grafana_annotation WHERE server = ? AND subject = ?"), { push.server, push.draft.subject });
    if (!gone)
        return gone.error();
    const auto kept = runQuery(m_db, QStringLiteral("INSERT INTO grafana_annotation (server, subject, annotation, digest, pushed_ms) VALUES (?, ?, ?, ?, ?)"),
        { push.server, push.draft.subject, id, digest.isNull() ? QStringLiteral("") : digest, qint64(m_clock.now()) });
    return kept ? Result<void>() : kept.error();
}

void AnnotationWriter::succeed(const Step &step, Outcome outcome, qint64 id)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return end(step, transaction.error());
    if (const auto kept = setRow(*step, id, step->digest); !kept)
        return end(step, kept.error());
    const QJsonObject detail { { QStringLiteral("server"), step->server }, { QStringLiteral("annotation"), id },
        { QStringLiteral("outcome"), nameOf(outcome) }, { QStringLiteral("sha256"), step->digest } };
    const auto leaf = m_audit.append(m_user, QStringLiteral("grafana.annotate"), step->draft.subject, detail);
    const auto done = leaf ? m_audit.commit(*transaction) : Result<void>(leaf.error());
    end(step, done ? Result<Written>(Written { outcome, id }) : done.error());
}

void AnnotationWriter::fail(const Step &step, const Error &error)
{
    if (step->fresh && !isUncertain(error))
        (void)runQuery(m_db, QStringLiteral("DELETE FROM grafana_annotation WHERE server = ? AND subject = ? AND annotation = 0"), { step->server, step->draft.subject });
    (void)m_audit.record(m_user, QStringLiteral("grafana.annotate"), step->draft.subject,
        { { QStringLiteral("server"), step->server }, { QStringLiteral("outcome"), QStringLiteral("failed") }, { QStringLiteral("reason"), qstr(error) } });
    end(step, error);
}

void AnnotationWriter::end(const Step &step, Result<Written> result)
{
    m_inFlight.remove(step->server + u'\n' + step->draft.subject);
    step->answer(std::move(result));
}

} // namespace lepto
