#include "core/remediate/plan_codec.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace lepto {

namespace {

// One function for both directions, so that no field can be written and not read.
class Writer {
public:
    QJsonObject object;
    void text(const char *name, const QString &value)
    {
        object.insert(QLatin1String(name), value.isNull() ? QStringLiteral("") : value);
    }
    void number(const char *name, const int &value) { object.insert(QLatin1String(name), value); }
    void number(const char *name, const qint64 &value) { object.insert(QLatin1String(name), value); }
    void flag(const char *name, const bool &value) { object.insert(QLatin1String(name), value); }
    void texts(const char *name, const QStringList &value)
    {
        object.insert(QLatin1String(name), QJsonArray::fromStringList(value));
    }
    void json(const char *name, const QJsonObject &value) { object.insert(QLatin1String(name), value); }
    template <typename T, typename Visit>
    void list(const char *name, const std::vector<T> &values, Visit visit)
    {
        QJsonArray array;
        for (const T &value : values) {
            Writer item;
            visit(item, value);
            array.append(item.object);
        }
        object.insert(QLatin1String(name), array);
    }
};

class Reader {
public:
    QJsonObject object;
    QJsonValue at(const char *name) const { return object.value(QLatin1String(name)); }
    void text(const char *name, QString &value) { value = at(name).toString(); }
    void number(const char *name, int &value) { value = at(name).toInt(); }
    void number(const char *name, qint64 &value) { value = at(name).toInteger(); }
    void flag(const char *name, bool &value) { value = at(name).toBool(); }
    void texts(const char *name, QStringList &value)
    {
        for (const QJsonValue &item : at(name).toArray())
            value += item.toString();
    }
    void json(const char *name, QJsonObject &value) { value = at(name).toObject(); }
    template <typename T, typename Visit>
    void list(const char *name, std::vector<T> &values, Visit visit)
    {
        for (const QJsonValue &item : at(name).toArray()) {
            Reader reader { item.toObject() };
            visit(reader, values.emplace_back());
        }
    }
};

const auto visitStep = [](auto &io, auto &step) {
    io.text("id", step.id);
    io.text("engine", step.engine);
    int effect = int(step.effect);
    io.number("effect", effect);
    if constexpr (!std::is_const_v<std::remove_reference_t<decltype(step)>>)
        step.effect = Effect(effect);
    io.texts("argv", step.argv);
    io.texts("probe", step.probe);
    io.texts("check", step.check);
    io.text("binaryHash", step.binaryHash);
    io.text("onFailure", step.onFailure);
    io.number("timeoutMs", step.timeoutMs);
};

const auto visitCheck = [](auto &io, auto &check) {
    io.text("expr", check.expr);
    io.text("success", check.success);
    io.text("failure", check.failure);
    io.number("consecutive", check.consecutive);
    io.number("failureLimit", check.failureLimit);
};

const auto visitHarm = [](auto &io, auto &harm) {
    io.text("expr", harm.expr);
    io.number("maxIncreasePercent", harm.maxIncreasePercent);
};

template <typename Io, typename P>
void visitLimits(Io &io, P &plan)
{
    io.number("perRunbookCount", plan.limits.perRunbook.count);
    io.number("perRunbookWindowMs", plan.limits.perRunbook.windowMs);
    io.number("perTargetCount", plan.limits.perTarget.count);
    io.number("perTargetWindowMs", plan.limits.perTarget.windowMs);
    io.number("cooldownMs", plan.limits.cooldownMs);
    io.number("approvals", plan.approvals);
    io.number("approvalValidMs", plan.approvalValidMs);
    io.flag("dryRunRequired", plan.dryRunRequired);
    io.number("dryRunMaxAgeMs", plan.dryRunMaxAgeMs);
    io.flag("rollBackOnFailure", plan.rollBackOnFailure);
    io.flag("rollBackOnHarm", plan.rollBackOnHarm);
}

template <typename Io, typename P>
void visitTimes(Io &io, P &plan)
{
    io.number("verifyDelayMs", plan.verifyDelayMs);
    io.number("verifyWindowMs", plan.verifyWindowMs);
    io.number("verifyIntervalMs", plan.verifyIntervalMs);
    qint64 created = plan.createdAt, expires = plan.expiresAt;
    io.number("createdAt", created);
    io.number("expiresAt", expires);
    if constexpr (!std::is_const_v<P>) {
        plan.createdAt = created;
        plan.expiresAt = expires;
    }
}

template <typename Io, typename P>
void visitPlan(Io &io, P &plan)
{
    io.text("id", plan.id);
    io.text("runbook", plan.runbook);
    io.text("runbookHash", plan.runbookHash);
    io.number("runbookVersion", plan.runbookVersion);
    io.text("title", plan.title);
    io.number("incident", plan.incident);
    io.text("target", plan.target);
    io.flag("reversible", plan.reversible);
    io.text("risk", plan.risk);
    io.json("parameters", plan.parameters);
    io.list("steps", plan.steps, visitStep);
    io.list("rollback", plan.rollback, visitStep);
    io.list("verify", plan.verify, visitCheck);
    io.list("guards", plan.guards, visitCheck);
    io.list("noHarm", plan.noHarm, visitHarm);
    visitLimits(io, plan);
    visitTimes(io, plan);
}

} // namespace

QByteArray canonicalBytes(const Plan &plan)
{
    Writer writer;
    visitPlan(writer, plan);
    return QJsonDocument(writer.object).toJson(QJsonDocument::Compact);
}

QString hashOf(const QByteArray &canonical)
{
    const QByteArray prefix("leptoscope-plan-v1\0", 19);
    return QString::fromLatin1(QCryptographicHash::hash(prefix + canonical, QCryptographicHash::Sha256).toHex());
}

Result<Plan> planOf(const QByteArray &canonical)
{
    Reader reader { QJsonDocument::fromJson(canonical).object() };
    Plan plan;
    visitPlan(reader, plan);
    if (canonicalBytes(plan) != canonical)
        return Error { ErrorCode::Damaged, utf8(QCoreApplication::translate("Plan", "plan %1").arg(plan.id)),
            utf8(QCoreApplication::translate("Plan", "its stored bytes are not a plan")) };
    plan.hash = hashOf(canonical);
    return plan;
}

} // namespace lepto
