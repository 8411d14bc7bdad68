#include "core/alerts/silence_writer.h"

#include "core/alerts/alertmanager_json.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"

#include <QPointer>

namespace lepto {

namespace {

constexpr qint64 kClockIsRight = 1500; // the server's time is known to about a second

QJsonObject detailOf(const QString &source, const QJsonObject &silence)
{
    QJsonObject detail{{QStringLiteral("source"), source}};
    for (const auto *key : {"id", "startsAt", "endsAt", "createdBy", "comment"}) {
        if (const QString text = silence[QLatin1String(key)].toString(); !text.isEmpty())
            detail.insert(QLatin1String(key), text);
    }
    std::vector<SilenceMatcher> matchers;
    for (const QJsonValue &m : silence[u"matchers"].toArray())
        matchers.push_back({m[u"name"].toString(), m[u"value"].toString(), m[u"isRegex"].toBool(), m[u"isEqual"].toBool(true)});
    if (!matchers.empty())
        detail.insert(QStringLiteral("matchers"), matchersText(matchers));
    return detail;
}

QJsonObject objectOf(const SilenceDraft &draft, TimeMs serverNow)
{
    const TimeMs start = std::max(draft.startsAt, serverNow);
    return {{QStringLiteral("matchers"), toJson(draft.matchers)}, {QStringLiteral("startsAt"), timeText(start)},
            {QStringLiteral("endsAt"), timeText(draft.endsAt != 0 ? draft.endsAt : start + draft.durationMs)},
            {QStringLiteral("createdBy"), draft.createdBy}, {QStringLiteral("comment"), draft.comment}};
}

void applyTo(QJsonObject &object, const SilenceEdit &edit, const Silence &after)
{
    // Only what changes is written anew: the server compares the rest with what it has, to the last digit.
    if (edit.matchers)
        object.insert(QStringLiteral("matchers"), toJson(after.matchers));
    if (edit.startsAt)
        object.insert(QStringLiteral("startsAt"), timeText(after.startsAt));
    if (edit.endsAt || edit.durationMs)
        object.insert(QStringLiteral("endsAt"), timeText(after.endsAt));
    if (edit.comment)
        object.insert(QStringLiteral("comment"), after.comment);
    object.remove(QStringLiteral("status"));
    object.remove(QStringLiteral("updatedAt"));
}

} // namespace

SilenceWriter::SilenceWriter(Parts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts)) {}

std::optional<SilenceWriter::Task> SilenceWriter::task(const Client &client, const char *verb, QObject *context, Answer answer)
{
    auto guarded = [guard = QPointer<QObject>(context), answer = std::move(answer)](Result<SilenceWritten> written) {
        if (guard)
            answer(std::move(written));
    };
    if (const auto open = m_parts.mayWrite(); !open) { // before anything is asked, too
        QMetaObject::invokeMethod(this, [guarded, error = open.error()] { guarded(error); }, Qt::QueuedConnection);
        return std::nullopt;
    }
    return Task{client, QLatin1String(verb), client->config().name, {}, std::move(guarded)};
}

TimeMs SilenceWriter::serverNow(const AlertmanagerClient &client) const
{
    const qint64 offset = client.clockOffsetMs().value_or(0);
    return m_parts.clock.now() + (qAbs(offset) > kClockIsRight ? offset : 0);
}

bool SilenceWriter::begin(const Task &task)
{
    Result<void> open = m_parts.mayWrite();
    if (open) {
        const auto entry = m_parts.audit.record(m_parts.user, QStringLiteral("silence.") + task.verb, task.subject, task.detail);
        if (entry)
            return true;
        open = entry.error();
    }
    task.answer(open.error());
    return false;
}

void SilenceWriter::end(const Task &task, Result<SilenceWritten> outcome)
{
    QJsonObject detail{{QStringLiteral("source"), task.client->config().name}, {QStringLiteral("verb"), task.verb}};
    QString subject = task.subject;
    if (outcome) {
        subject = QStringLiteral("silence ") + outcome->id;
        detail.insert(QStringLiteral("replaced"), outcome->replaced);
    } else {
        detail.insert(QStringLiteral("reason"), oneLine(qstr(outcome.error()), 500));
    }
    const QString type = outcome ? QStringLiteral("silence.done") : QStringLiteral("silence.failed");
    const auto entry = m_parts.audit.record(m_parts.user, type, subject, detail);
    if (!entry && outcome)
        outcome->problem = qstr(entry.error());
    task.answer(std::move(outcome));
}

void SilenceWriter::create(const Client &client, const SilenceDraft &draft, QObject *context, Answer answer)
{
    const auto making = task(client, "create", context, std::move(answer));
    if (!making)
        return;
    // The status first: its answer tells the server's time, and that this is an Alertmanager at all.
    client->status(this, [this, making = *making, draft](Result<AlertmanagerStatus> status) {
        if (!status)
            return making.answer(status.error());
        const TimeMs now = serverNow(*making.client);
        if (const auto good = checkDraft(draft, now); !good)
            return making.answer(good.error());
        post(making, objectOf(draft, now), {});
    });
}

void SilenceWriter::post(const Task &task, const QJsonObject &silence, const QString &idBefore)
{
    Task sent = task;
    sent.detail = detailOf(task.client->config().name, silence);
    if (!begin(sent))
        return;
    sent.client->postSilence(silence, this, [this, sent, idBefore](Result<QString> id) {
        if (!id)
            return end(sent, id.error());
        end(sent, SilenceWritten{*id, !idBefore.isEmpty() && *id != idBefore, {}});
    });
}

void SilenceWriter::edit(const Client &client, const QString &id, const SilenceEdit &edit, QObject *context, Answer answer)
{
    auto changing = task(client, "edit", context, std::move(answer));
    if (!changing)
        return;
    changing->subject = QStringLiteral("silence ") + id;
    client->silenceObject(id, this, [this, changing = *changing, edit](Result<QJsonObject> object) {
        if (!object)
            return changing.answer(object.error());
        editNow(changing, edit, *std::move(object));
    });
}

void SilenceWriter::editNow(const Task &task, const SilenceEdit &edit, QJsonObject object)
{
    const auto before = silenceFrom(object);
    const auto refuse = [&](ErrorCode code, const QString &why) { task.answer(Error{code, utf8(task.subject), utf8(why)}); };
    if (!before)
        return refuse(ErrorCode::BadInput, tr("the answer is no silence"));
    if (edit.isEmpty())
        return refuse(ErrorCode::BadInput, tr("nothing is to change"));
    const TimeMs now = serverNow(*task.client);
    const Silence after = edited(*before, edit, now);
    const SilenceDraft draft{after.matchers, after.startsAt, after.endsAt, 0, after.createdBy, after.comment, edit.evenIfAll || !edit.matchers};
    if (const auto good = checkDraft(draft, now); !good)
        return task.answer(good.error());
    if (const QString why = reasonForNewId(*before, after, now); !why.isEmpty() && !edit.evenIfReplaced)
        return refuse(ErrorCode::Conflict, tr("Alertmanager would end it and make another with a new id, since %1; say yes to that to go on").arg(why));
    applyTo(object, edit, after);
    post(task, object, before->id);
}

void SilenceWriter::expire(const Client &client, const QString &id, QObject *context, Answer answer)
{
    auto ready = task(client, "expire", context, std::move(answer));
    if (!ready)
        return;
    ready->subject = QStringLiteral("silence ") + id;
    // Read first, so that the record says what was ended.
    client->silenceObject(id, this, [this, ending = *ready, id](Result<QJsonObject> object) mutable {
        if (!object)
            return ending.answer(object.error());
        ending.detail = detailOf(ending.client->config().name, *object);
        if (!begin(ending))
            return;
        ending.client->expireSilence(id, this, [this, ending, id](Result<bool> done) {
            end(ending, done ? Result<SilenceWritten>(SilenceWritten{id, false, {}}) : done.error());
        });
    });
}

} // namespace lepto
