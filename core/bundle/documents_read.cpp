#include "core/bundle/documents.h"

#include "core/base/text.h"
#include "core/bundle/model_words.h"
#include "core/incidents/incident_names.h"
#include "core/remediate/plan_codec.h"
#include "core/remediate/run_names.h"

#include <QJsonArray>

#include <limits>

namespace lepto {

namespace {

/// Reads fields of one object; remembers the first thing that was wrong, so that a reader is a list and not a ladder.
class Fields {
public:
    explicit Fields(const QJsonObject &object) : m_object(object) {}

    QString text(const char *key) const { return m_object[QLatin1String(key)].toString(); }
    qint64 integer(const char *key) const { return m_object[QLatin1String(key)].toInteger(); }
    double real(const char *key) const { return m_object[QLatin1String(key)].toDouble(std::numeric_limits<double>::quiet_NaN()); }
    bool flag(const char *key) const { return m_object[QLatin1String(key)].toBool(); }
    QJsonObject object(const char *key) const { return m_object[QLatin1String(key)].toObject(); }
    QStringList texts(const char *key) const
    {
        QStringList out;
        for (const QJsonValue &v : m_object[QLatin1String(key)].toArray())
            out.append(v.toString());
        return out;
    }
    template <typename Enum>
    Enum word(const char *key, std::optional<Enum> (*parse)(const QString &))
    {
        const QString value = text(key);
        const auto parsed = value.isEmpty() ? std::optional(Enum{}) : parse(value);
        if (!parsed && !m_wrong)
            m_wrong = Error{ErrorCode::Damaged, key, utf8(oneLine(value, 60)) + " is not one of its words"};
        return parsed.value_or(Enum{});
    }
    template <typename Item>
    std::vector<Item> list(const char *key, Item (*read)(Fields &))
    {
        std::vector<Item> out;
        for (const QJsonValue &v : m_object[QLatin1String(key)].toArray()) {
            Fields fields(v.toObject());
            out.push_back(read(fields));
            if (fields.m_wrong && !m_wrong)
                m_wrong = fields.m_wrong;
        }
        return out;
    }
    template <typename Value>
    Result<Value> finish(Value value) const
    {
        if (m_wrong)
            return *m_wrong;
        return value;
    }

private:
    QJsonObject m_object;
    std::optional<Error> m_wrong;
};

TimelineEntry timelineEntry(Fields &f)
{
    return {f.integer("at"), f.word("kind", timelineKindOf), f.text("text"), f.text("actor")};
}

Anomaly anomaly(Fields &f)
{
    Anomaly a;
    a.series = labelsFromJson(f.object("series"));
    a.service = utf8(f.text("service"));
    a.signal = utf8(f.text("signal"));
    a.from = f.integer("from");
    a.to = f.integer("to");
    a.score = f.real("score");
    a.value = f.real("value");
    a.expected = f.real("expected");
    a.lower = f.real("lower");
    a.upper = f.real("upper");
    a.detector = f.text("detector");
    a.open = f.flag("open");
    return a;
}

StepRecord stepRecord(Fields &f)
{
    StepRecord r;
    r.step = f.text("step");
    r.state = f.word("state", stepStateOf);
    r.startedAt = f.integer("started");
    r.endedAt = f.integer("ended");
    r.exitCode = int(f.integer("exit_code"));
    r.output = f.text("output");
    r.rollback = f.flag("rollback");
    r.dryRun = f.flag("dry_run");
    return r;
}

Approval approval(Fields &f)
{
    Approval a;
    a.by = f.text("by");
    a.keyFingerprint = f.text("key");
    a.publicKey = f.text("public_key");
    a.reason = f.text("reason");
    a.planHash = f.text("plan_hash");
    a.signature = f.text("signature");
    a.at = f.integer("at");
    return a;
}

GuardResult guardResult(Fields &f)
{
    GuardResult g;
    g.expr = f.text("expr");
    g.success = f.text("success");
    g.value = f.real("value");
    g.held = f.flag("held");
    return g;
}

} // namespace

Labels labelsFromJson(const QJsonObject &object)
{
    std::vector<Labels::Pair> pairs;
    for (auto it = object.begin(); it != object.end(); ++it)
        pairs.emplace_back(utf8(it.key()), utf8(it.value().toString()));
    return Labels(std::move(pairs));
}

Anomaly anomalyFromJson(const QJsonObject &object)
{
    Fields f(object);
    return anomaly(f);
}

Result<Incident> incidentFromJson(const QJsonObject &object)
{
    Fields f(object);
    Incident i;
    i.id = f.integer("id");
    i.title = f.text("title");
    i.severity = f.word("severity", severityOf);
    i.state = f.word("state", incidentStateOf);
    i.service = utf8(f.text("service"));
    i.onset = f.integer("onset");
    i.detected = f.integer("detected");
    i.ended = f.integer("ended");
    i.verdict = f.word("verdict", verdictOf);
    i.verdictBy = f.text("verdict_by");
    i.anomalies = f.list("anomalies", anomaly);
    i.timeline = f.list("timeline", timelineEntry);
    return f.finish(std::move(i));
}

Result<LabelRegion> labelFromJson(const QJsonObject &object)
{
    Fields f(object);
    LabelRegion l;
    l.id = f.integer("id");
    l.series = labelsFromJson(f.object("series"));
    l.from = f.integer("from");
    l.to = f.integer("to");
    l.cls = f.word("class", labelClassOf);
    l.reason = f.text("reason");
    l.author = f.text("author");
    l.createdAt = f.integer("created");
    l.incident = f.integer("incident");
    return f.finish(std::move(l));
}

Result<Run> runFromJson(const QJsonObject &object)
{
    Fields f(object);
    Run r;
    auto plan = planOf(f.text("canonical").toUtf8());
    if (!plan)
        return plan.error();
    r.plan = std::move(*plan);
    r.state = f.word("state", runStateOf);
    r.reason = f.text("reason");
    r.steps = f.list("steps", stepRecord);
    r.approvals = f.list("approvals", approval);
    r.guards = f.list("guards", guardResult);
    r.startedAt = f.integer("started");
    r.before = f.real("before");
    r.after = f.real("after");
    r.updatedAt = f.integer("updated");
    return f.finish(std::move(r));
}

Result<ModelVersion> modelFromJson(const QJsonObject &object)
{
    Fields f(object);
    ModelVersion m;
    m.name = f.text("name");
    m.version = int(f.integer("version"));
    m.stage = f.word("stage", modelStageOf);
    m.file = f.text("file");
    m.sha256 = f.text("sha256");
    m.signature = f.text("signature");
    m.keyFingerprint = f.text("key");
    m.arch = f.text("arch");
    m.device = f.text("device");
    m.series = f.texts("series");
    m.trainedAt = f.integer("trained");
    m.dataFrom = f.integer("data_from");
    m.dataTo = f.integer("data_to");
    m.metrics = f.object("metrics");
    m.refusedBecause = f.text("refused_because");
    return f.finish(std::move(m));
}

AuditEntry auditEntryFromJson(const QJsonObject &object)
{
    const Fields f(object);
    AuditEntry e;
    e.seq = f.integer("seq");
    e.at = f.integer("at");
    e.actor = f.text("actor");
    e.type = f.text("type");
    e.subject = f.text("subject");
    e.detail = f.object("detail");
    e.leafHash = QByteArray::fromHex(f.text("leaf").toLatin1());
    return e;
}

} // namespace lepto
