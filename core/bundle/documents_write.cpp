#include "core/bundle/documents.h"

#include "core/base/text.h"
#include "core/bundle/model_words.h"
#include "core/health/rule.h"
#include "core/incidents/incident_names.h"
#include "core/remediate/plan_codec.h"
#include "core/remediate/run_names.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace lepto {

namespace {

qint64 ms(TimeMs t) { return t; } // QJsonValue knows only Qt's 64-bit integer
QJsonValue finite(double v) { return std::isfinite(v) ? QJsonValue(v) : QJsonValue(); }

template <typename Range, typename Make>
QJsonArray list(const Range &range, Make make)
{
    QJsonArray out;
    for (const auto &item : range)
        out.append(make(item));
    return out;
}

QJsonArray words(const QStringList &texts) { return QJsonArray::fromStringList(texts); }

QJsonObject toJson(const TimelineEntry &entry)
{
    return {{QStringLiteral("at"), ms(entry.at)}, {QStringLiteral("kind"), nameOf(entry.kind)}, {QStringLiteral("text"), entry.text},
            {QStringLiteral("actor"), entry.actor}};
}

QJsonObject toJson(const StepRecord &record)
{
    return {{QStringLiteral("step"), record.step}, {QStringLiteral("state"), nameOf(record.state)},
            {QStringLiteral("started"), ms(record.startedAt)}, {QStringLiteral("ended"), ms(record.endedAt)},
            {QStringLiteral("exit_code"), record.exitCode}, {QStringLiteral("output"), record.output},
            {QStringLiteral("rollback"), record.rollback}, {QStringLiteral("dry_run"), record.dryRun}};
}

QJsonObject toJson(const Approval &approval)
{
    return {{QStringLiteral("by"), approval.by}, {QStringLiteral("key"), approval.keyFingerprint}, {QStringLiteral("public_key"), approval.publicKey},
            {QStringLiteral("reason"), approval.reason}, {QStringLiteral("plan_hash"), approval.planHash},
            {QStringLiteral("signature"), approval.signature}, {QStringLiteral("at"), ms(approval.at)}};
}

QJsonObject toJson(const GuardResult &guard)
{
    return {{QStringLiteral("expr"), guard.expr}, {QStringLiteral("success"), guard.success},
            {QStringLiteral("value"), finite(guard.value)}, {QStringLiteral("held"), guard.held}};
}

} // namespace

QJsonObject toJson(const Labels &labels)
{
    QJsonObject out;
    for (const auto &[name, value] : labels.pairs())
        out.insert(qstr(name), qstr(value));
    return out;
}

QJsonObject toJson(const Anomaly &a)
{
    return {{QStringLiteral("series"), toJson(a.series)}, {QStringLiteral("service"), qstr(a.service)},
            {QStringLiteral("signal"), qstr(a.signal)}, {QStringLiteral("from"), ms(a.from)}, {QStringLiteral("to"), ms(a.to)},
            {QStringLiteral("score"), finite(a.score)}, {QStringLiteral("value"), finite(a.value)},
            {QStringLiteral("expected"), finite(a.expected)}, {QStringLiteral("lower"), finite(a.lower)},
            {QStringLiteral("upper"), finite(a.upper)}, {QStringLiteral("detector"), a.detector}, {QStringLiteral("open"), a.open}};
}

QJsonObject toJson(const Incident &i)
{
    return {{QStringLiteral("id"), i.id}, {QStringLiteral("title"), i.title}, {QStringLiteral("severity"), nameOf(i.severity)},
            {QStringLiteral("state"), nameOf(i.state)}, {QStringLiteral("service"), qstr(i.service)},
            {QStringLiteral("onset"), ms(i.onset)}, {QStringLiteral("detected"), ms(i.detected)}, {QStringLiteral("ended"), ms(i.ended)},
            {QStringLiteral("verdict"), nameOf(i.verdict)}, {QStringLiteral("verdict_by"), i.verdictBy},
            {QStringLiteral("anomalies"), list(i.anomalies, [](const Anomaly &a) { return toJson(a); })},
            {QStringLiteral("timeline"), list(i.timeline, [](const TimelineEntry &e) { return toJson(e); })}};
}

QJsonObject toJson(const LabelRegion &l)
{
    return {{QStringLiteral("id"), l.id}, {QStringLiteral("series"), toJson(l.series)}, {QStringLiteral("from"), ms(l.from)},
            {QStringLiteral("to"), ms(l.to)}, {QStringLiteral("class"), nameOf(l.cls)}, {QStringLiteral("reason"), l.reason},
            {QStringLiteral("author"), l.author}, {QStringLiteral("created"), ms(l.createdAt)}, {QStringLiteral("incident"), l.incident}};
}

QJsonObject toJson(const Run &r)
{
    const QByteArray canonical = canonicalBytes(r.plan);
    QJsonObject plan = QJsonDocument::fromJson(canonical).object();
    plan.insert(QStringLiteral("hash"), r.plan.hash);
    return {{QStringLiteral("plan"), plan}, {QStringLiteral("canonical"), QString::fromUtf8(canonical)}, {QStringLiteral("state"), nameOf(r.state)}, {QStringLiteral("reason"), r.reason},
            {QStringLiteral("steps"), list(r.steps, [](const StepRecord &s) { return toJson(s); })},
            {QStringLiteral("approvals"), list(r.approvals, [](const Approval &a) { return toJson(a); })},
            {QStringLiteral("guards"), list(r.guards, [](const GuardResult &g) { return toJson(g); })},
            {QStringLiteral("started"), ms(r.startedAt)}, {QStringLiteral("before"), finite(r.before)}, {QStringLiteral("after"), finite(r.after)},
            {QStringLiteral("updated"), ms(r.updatedAt)}};
}

QJsonObject toJson(const ModelVersion &m)
{
    return {{QStringLiteral("name"), m.name}, {QStringLiteral("version"), m.version}, {QStringLiteral("stage"), nameOf(m.stage)},
            {QStringLiteral("file"), m.file}, {QStringLiteral("sha256"), m.sha256}, {QStringLiteral("signature"), m.signature},
            {QStringLiteral("key"), m.keyFingerprint}, {QStringLiteral("arch"), m.arch}, {QStringLiteral("device"), m.device},
            {QStringLiteral("series"), words(m.series)}, {QStringLiteral("trained"), ms(m.trainedAt)},
            {QStringLiteral("data_from"), ms(m.dataFrom)}, {QStringLiteral("data_to"), ms(m.dataTo)}, {QStringLiteral("metrics"), m.metrics},
            {QStringLiteral("refused_because"), m.refusedBecause}};
}

QJsonObject toJson(const TrainingJob &j)
{
    const auto number = [](double v) { return finite(v); };
    return {{QStringLiteral("id"), j.id}, {QStringLiteral("name"), j.name}, {QStringLiteral("state"), nameOf(j.state)},
            {QStringLiteral("device"), j.device}, {QStringLiteral("reason"), j.reason}, {QStringLiteral("epoch"), j.epoch},
            {QStringLiteral("epochs"), j.epochs}, {QStringLiteral("train_loss"), list(j.trainLoss, number)},
            {QStringLiteral("valid_loss"), list(j.validLoss, number)}, {QStringLiteral("started"), ms(j.startedAt)},
            {QStringLiteral("result"), j.result}};
}

QJsonObject toJson(const AuditEntry &e)
{
    return {{QStringLiteral("seq"), e.seq}, {QStringLiteral("at"), ms(e.at)}, {QStringLiteral("actor"), e.actor},
            {QStringLiteral("type"), e.type}, {QStringLiteral("subject"), e.subject}, {QStringLiteral("detail"), e.detail},
            {QStringLiteral("leaf"), QString::fromLatin1(e.leafHash.toHex())}};
}

QJsonObject toJson(const ServiceState &s)
{
    const auto signal = [](const SignalState &g) {
        return QJsonObject{{QStringLiteral("signal"), qstr(g.signal)}, {QStringLiteral("title"), g.title},
                           {QStringLiteral("kind"), qstr(kindText(g.kind))}, {QStringLiteral("unit"), g.unit},
                           {QStringLiteral("value"), finite(g.value)}, {QStringLiteral("at"), ms(g.at)},
                           {QStringLiteral("severity"), nameOf(g.severity)}};
    };
    return {{QStringLiteral("service"), qstr(s.service)}, {QStringLiteral("tier"), qstr(s.tier)},
            {QStringLiteral("severity"), nameOf(s.severity)}, {QStringLiteral("reason"), s.reason}, {QStringLiteral("since"), ms(s.since)},
            {QStringLiteral("instances"), s.instances}, {QStringLiteral("instances_up"), s.instancesUp},
            {QStringLiteral("signals"), list(s.signals_, signal)}};
}

} // namespace lepto
