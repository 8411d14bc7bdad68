#include "core/remediate/run_gate.h"

#include "core/base/text.h"
#include "core/store/ops_query.h"

#include <QCoreApplication>

namespace lepto {

namespace {

constexpr TimeMs kLongestArm = 24 * 3'600'000;
const QString kArmed = QStringLiteral("armed_until"), kStopped = QStringLiteral("stopped");

QString tr(const char *text)
{
    return QCoreApplication::translate("RunGate", text);
}
Error refuse(const QString &subject, const QString &why, ErrorCode code = ErrorCode::Refused)
{
    return { code, utf8(subject), utf8(why) };
}

} // namespace

RunGate::RunGate(OpsDatabase &db, AuditLog &audit, const Clock &clock)
    : m_db(db)
    , m_audit(audit)
    , m_clock(clock)
{ }

Result<qint64> RunGate::ask(const QString &sql, const QVariantList &values) const
{
    auto row = runQuery(m_db, sql, values);
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toLongLong() : 0;
}

qint64 RunGate::switchValue(const QString &name) const
{
    const auto value = ask(QStringLiteral("SELECT value FROM run_switch WHERE name = ?"), { name });
    return value ? *value : name == kStopped; // unreadable: closed
}

TimeMs RunGate::armedUntil() const
{
    const TimeMs until = switchValue(kArmed), now = m_clock.now();
    return until > now && until - now <= kLongestArm ? until : 0;
}

bool RunGate::stopped() const
{
    return switchValue(kStopped) != 0;
}

Result<void> RunGate::setSwitch(
    const QString &name, qint64 value, const QString &actor, const QString &auditType, const QJsonObject &detail)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    auto stored = runQuery(m_db,
        QStringLiteral("INSERT INTO run_switch (name, value, actor, at_ms) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE "
                       "SET value = excluded.value, actor = excluded.actor, at_ms = excluded.at_ms"),
        { name, value, actor, qint64(m_clock.now()) });
    if (!stored)
        return stored.error();
    auto entry = m_audit.append(actor, auditType, name, detail);
    if (!entry)
        return entry.error();
    return m_audit.commit(*transaction);
}

Result<void> RunGate::arm(TimeMs until, const QString &actor, const QString &reason)
{
    const TimeMs now = m_clock.now();
    if (until - now > kLongestArm)
        return refuse(tr("write mode"), tr("it can be on for a day at most"), ErrorCode::BadInput);
    const bool on = until > now;
    return setSwitch(kArmed, on ? until : 0, actor, on ? QStringLiteral("writes.arm") : QStringLiteral("writes.disarm"),
        { { QStringLiteral("until"), qint64(on ? until : 0) }, { QStringLiteral("reason"), reason } });
}

Result<void> RunGate::stop(bool stop, const QString &actor)
{
    return setSwitch(kStopped, stop ? 1 : 0, actor, stop ? QStringLiteral("writes.stop") : QStringLiteral("writes.resume"), {});
}

Result<void> RunGate::checkOpen() const
{
    if (stopped())
        return refuse(tr("actions"), tr("all actions are stopped; resume them first"));
    if (armedUntil() == 0)
        return refuse(tr("actions"), tr("the console is read-only; turn write mode on first"));
    return {};
}

Result<void> RunGate::checkRate(const RateLimit &limit, const QString &column, const QString &value, const QString &words) const
{
    if (limit.count <= 0)
        return {};
    const QString condition = column.isEmpty() ? QStringLiteral("'' = ?") : column + QStringLiteral(" = ?");
    // A start that lies in the future counts too: a clock that was set back opens nothing.
    const auto started = ask(QStringLiteral("SELECT COUNT(*) FROM run WHERE %1 AND started_ms > ?").arg(condition),
        { value.isNull() ? QStringLiteral("") : value, qint64(m_clock.now() - limit.windowMs) });
    if (!started)
        return started.error();
    if (*started >= limit.count)
        return refuse(words, tr("the limit of %1 runs in %2 minutes is reached").arg(limit.count).arg(limit.windowMs / 60'000));
    return {};
}

Result<void> RunGate::checkStart(const Plan &plan) const
{
    if (auto open = checkOpen(); !open)
        return open;
    const auto busy = ask(
        QStringLiteral("SELECT COUNT(*) FROM run WHERE target = ? AND id <> ? AND state IN ('preflight', 'running', 'verifying', "
                       "'rolling-back')"),
        { plan.target, plan.id });
    if (!busy)
        return busy.error();
    if (*busy > 0)
        return refuse(plan.target, tr("another run is busy with this target"), ErrorCode::Conflict);
    if (auto rate = checkRate(m_global, {}, {}, tr("all runbooks")); !rate)
        return rate;
    if (auto rate = checkRate(plan.limits.perRunbook, QStringLiteral("runbook"), plan.runbook, plan.runbook); !rate)
        return rate;
    if (auto rate = checkRate(plan.limits.perTarget, QStringLiteral("target"), plan.target, plan.target); !rate)
        return rate;
    const auto last
        = ask(QStringLiteral("SELECT COALESCE(MAX(updated_ms), 0) FROM run WHERE target = ? AND id <> ? AND started_ms > 0"),
            { plan.target, plan.id });
    if (!last)
        return last.error();
    if (plan.limits.cooldownMs > 0 && *last > 0 && m_clock.now() - *last < plan.limits.cooldownMs)
        return refuse(
            plan.target, tr("the last run on this target is less than %1 seconds ago").arg(plan.limits.cooldownMs / 1000));
    return {};
}

} // namespace lepto
