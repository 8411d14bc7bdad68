#include "core/remediate/run_rows.h"

#include "core/base/signing_key.h"
#include "core/base/text.h"
#include "core/remediate/plan_codec.h"
#include "core/remediate/run_names.h"
#include "core/store/ops_query.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace lepto::runrows {

namespace {

const QString kSelect
    = QStringLiteral("SELECT id, plan, hash, state, reason, before_value, after_value, baselines, guards, started_ms, "
                     "updated_ms FROM run ");

QString tr(const char *text)
{
    return QCoreApplication::translate("RunRows", text);
}
QVariant number(double value)
{
    return std::isfinite(value) ? QVariant(value) : QVariant(QMetaType::fromType<double>());
}
double number(const QVariant &value)
{
    return value.isNull() ? std::numeric_limits<double>::quiet_NaN() : value.toDouble();
}
QString text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

// JSON knows no NaN; null stands for it.
QJsonValue jsonOf(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}
double numberOf(const QJsonValue &value)
{
    return value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN();
}

QString baselinesOf(const Run &run)
{
    QJsonArray array;
    for (const double value : run.baselines)
        array.append(jsonOf(value));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString guardsOf(const Run &run)
{
    QJsonArray array;
    for (const GuardResult &guard : run.guards)
        array.append(QJsonObject { { QStringLiteral("expr"), guard.expr }, { QStringLiteral("success"), guard.success },
            { QStringLiteral("value"), jsonOf(guard.value) }, { QStringLiteral("held"), guard.held } });
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Run headOf(const QSqlQuery &row)
{
    Run run;
    const QString id = row.value(0).toString(), hash = row.value(2).toString();
    run.state = runStateOf(row.value(3).toString()).value_or(RunState::Blocked);
    run.reason = row.value(4).toString();
    run.before = number(row.value(5));
    run.after = number(row.value(6));
    for (const QJsonValue &value : QJsonDocument::fromJson(row.value(7).toString().toUtf8()).array())
        run.baselines.push_back(numberOf(value));
    for (const QJsonValue &value : QJsonDocument::fromJson(row.value(8).toString().toUtf8()).array())
        run.guards.push_back({ value[QStringLiteral("expr")].toString(), value[QStringLiteral("success")].toString(),
            numberOf(value[QStringLiteral("value")]), value[QStringLiteral("held")].toBool() });
    run.startedAt = row.value(9).toLongLong();
    run.updatedAt = row.value(10).toLongLong();
    auto plan = planOf(row.value(1).toString().toUtf8());
    if (plan && plan->hash == hash && plan->id == id) {
        run.plan = std::move(*plan);
    } else {
        run.plan.id = id;
        run.state = RunState::Blocked;
        run.reason = tr("The plan's stored bytes do not match their hash");
    }
    return run;
}

Result<void> readParts(const OpsDatabase &db, Run &run)
{
    auto steps = runQuery(db,
        QStringLiteral("SELECT step, state, started_ms, ended_ms, exit_code, output, is_rollback, is_dry_run FROM run_step "
                       "WHERE run = ? ORDER BY n"),
        { run.plan.id });
    if (!steps)
        return steps.error();
    while (steps->next())
        run.steps.push_back(
            { steps->value(0).toString(), stepStateOf(steps->value(1).toString()).value_or(StepRecord::State::Unknown),
                steps->value(2).toLongLong(), steps->value(3).toLongLong(), steps->value(4).toInt(), steps->value(5).toString(),
                steps->value(6).toInt() != 0, steps->value(7).toInt() != 0 });
    auto approvals = runQuery(db,
        QStringLiteral("SELECT signed_by, reason, plan_hash, signature, public_key, at_ms FROM run_approval "
                       "WHERE run = ? AND is_void = 0 ORDER BY n"),
        { run.plan.id });
    if (!approvals)
        return approvals.error();
    while (approvals->next()) {
        const QString key = approvals->value(4).toString();
        const QByteArray digest = QByteArray::fromHex(key.toLatin1());
        run.approvals.push_back(
            { approvals->value(0).toString(), SigningKey::fingerprintOf(digest), approvals->value(1).toString(),
                approvals->value(2).toString(), approvals->value(3).toString(), key, approvals->value(5).toLongLong() });
    }
    return {};
}

Result<void> putStep(const OpsDatabase &db, const Run &run, std::size_t n)
{
    const StepRecord &step = run.steps[n];
    auto done = runQuery(db,
        QStringLiteral("INSERT INTO run_step (run, n, step, is_rollback, is_dry_run, state, started_ms, ended_ms, exit_code, "
                       "output) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run, n) DO UPDATE SET state = excluded.state, "
                       "ended_ms = excluded.ended_ms, exit_code = excluded.exit_code, output = excluded.output"),
        { run.plan.id, int(n), step.step, step.rollback ? 1 : 0, step.dryRun ? 1 : 0, nameOf(step.state), qint64(step.startedAt),
            qint64(step.endedAt), step.exitCode, text(step.output) });
    return done ? Result<void>() : Result<void>(done.error());
}

bool same(const StepRecord &a, const StepRecord &b)
{
    return a.state == b.state && a.endedAt == b.endedAt && a.exitCode == b.exitCode && a.output == b.output;
}

Result<void> putSteps(const OpsDatabase &db, const Run &before, const Run &after)
{
    for (std::size_t n = 0; n < after.steps.size(); ++n) {
        if (n < before.steps.size() && same(before.steps[n], after.steps[n]))
            continue;
        if (auto done = putStep(db, after, n); !done)
            return done;
    }
    return {};
}

Result<void> putApprovals(const OpsDatabase &db, const Run &before, const Run &after)
{
    if (after.approvals.size() < before.approvals.size()) {
        auto done = runQuery(db, QStringLiteral("UPDATE run_approval SET is_void = 1 WHERE run = ?"), { after.plan.id });
        return done ? Result<void>() : Result<void>(done.error());
    }
    for (std::size_t i = before.approvals.size(); i < after.approvals.size(); ++i) {
        const Approval &approval = after.approvals[i];
        auto done = runQuery(db,
            QStringLiteral(
                "INSERT INTO run_approval (run, n, signed_by, public_key, reason, plan_hash, signature, at_ms, is_void) "
                "SELECT ?, COALESCE(MAX(n), 0) + 1, ?, ?, ?, ?, ?, ?, 0 FROM run_approval WHERE run = ?"),
            { after.plan.id, approval.by, approval.publicKey, approval.reason, approval.planHash, approval.signature,
                qint64(approval.at), after.plan.id });
        if (!done)
            return done.error();
    }
    return {};
}

} // namespace

Result<std::vector<Run>> readAll(const OpsDatabase &db)
{
    auto rows = runQuery(db, kSelect + QStringLiteral("ORDER BY created_ms DESC, id"));
    if (!rows)
        return rows.error();
    std::vector<Run> all;
    while (rows->next())
        all.push_back(headOf(*rows));
    for (Run &run : all)
        if (auto done = readParts(db, run); !done)
            return done.error();
    return all;
}

Result<Run> read(const OpsDatabase &db, const QString &id)
{
    auto row = runQuery(db, kSelect + QStringLiteral("WHERE id = ?"), { id });
    if (!row)
        return row.error();
    if (!row->next())
        return Error { ErrorCode::NotFound, utf8(tr("plan %1").arg(oneLine(id.left(8)))), utf8(tr("there is no such plan")) };
    Run run = headOf(*row);
    if (auto done = readParts(db, run); !done)
        return done.error();
    return run;
}

Result<void> insert(const OpsDatabase &db, const Run &run)
{
    const QByteArray canonical = canonicalBytes(run.plan);
    auto head = runQuery(db,
        QStringLiteral(
            "INSERT INTO run (id, plan, hash, runbook, target, incident, state, reason, before_value, after_value, "
            "baselines, guards, created_ms, started_ms, updated_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        { run.plan.id, QString::fromUtf8(canonical), run.plan.hash, run.plan.runbook, run.plan.target, run.plan.incident,
            nameOf(run.state), text(run.reason), number(run.before), number(run.after), baselinesOf(run), guardsOf(run),
            qint64(run.plan.createdAt), qint64(run.startedAt), qint64(run.updatedAt) });
    return head ? Result<void>() : Result<void>(head.error());
}

Result<void> update(const OpsDatabase &db, const Run &before, const Run &after)
{
    auto head = runQuery(db,
        QStringLiteral("UPDATE run SET state = ?, reason = ?, before_value = ?, after_value = ?, baselines = ?, guards = ?, "
                       "started_ms = ?, updated_ms = ? WHERE id = ?"),
        { nameOf(after.state), text(after.reason), number(after.before), number(after.after), baselinesOf(after), guardsOf(after),
            qint64(after.startedAt), qint64(after.updatedAt), after.plan.id });
    if (!head)
        return head.error();
    if (auto done = putSteps(db, before, after); !done)
        return done;
    return putApprovals(db, before, after);
}

} // namespace lepto::runrows
