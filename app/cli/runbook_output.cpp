#include "app/cli/runbook_output.h"

#include "core/bundle/documents.h"
#include "core/remediate/run_names.h"

namespace lepto::cli {

namespace {

void showSteps(Output &out, const QString &title, const std::vector<PlanStep> &steps)
{
    for (const PlanStep &step : steps) {
        out.line(QStringLiteral("%1 %2 (%3, %4)").arg(title, step.id, step.engine, nameOf(step.effect)));
        for (const QString &element : step.argv)
            out.line(QStringLiteral("    ") + element);
    }
}

} // namespace

void showRun(Output &out, const Run &run)
{
    const Plan &plan = run.plan;
    out.value(toJson(run));
    out.line(QStringLiteral("%1  %2").arg(plan.id, plan.title));
    out.line(QStringLiteral("state   %1 %2").arg(nameOf(run.state), run.reason));
    out.line(QStringLiteral("target  %1, risk %2, %3").arg(plan.target, plan.risk, plan.reversible ? QStringLiteral("reversible") : QStringLiteral("not reversible")));
    out.line(QStringLiteral("hash    %1").arg(plan.hash));
    out.line(QStringLiteral("expires %1").arg(iso(plan.expiresAt)));
    showSteps(out, QStringLiteral("runs   "), plan.steps);
    showSteps(out, QStringLiteral("undo   "), plan.rollback);
    for (const PlanCheck &check : plan.verify)
        out.line(QStringLiteral("expect  %1 %2, %3 times").arg(check.expr, check.success).arg(check.consecutive));
    for (const GuardResult &guard : run.guards)
        out.line(QStringLiteral("guard   %1 %2: %3, %4").arg(guard.expr, guard.success, number(guard.value), guard.held ? QStringLiteral("holds") : QStringLiteral("does not hold")));
    for (const Approval &approval : run.approvals)
        out.line(QStringLiteral("signed  %1 %2 key %3: %4").arg(iso(approval.at), approval.by, approval.keyFingerprint, approval.reason));
    for (const StepRecord &record : run.steps)
        out.line(QStringLiteral("step    %1 %2%3 %4, exit %5: %6").arg(iso(record.startedAt), record.step, record.dryRun ? QStringLiteral(" (dry run)") : QString(), nameOf(record.state)).arg(record.exitCode).arg(record.output.trimmed()));
}

void listRuns(Output &out, const std::vector<Run> &runs)
{
    QJsonArray array;
    std::vector<QStringList> rows;
    for (const Run &run : runs) {
        array.append(toJson(run));
        rows.push_back({run.plan.id, nameOf(run.state), run.plan.incident ? QStringLiteral("INC-%1").arg(run.plan.incident) : QStringLiteral("-"), run.plan.target, run.plan.title, run.reason});
    }
    out.value(array);
    out.table({QStringLiteral("PLAN"), QStringLiteral("STATE"), QStringLiteral("INCIDENT"), QStringLiteral("TARGET"), QStringLiteral("TITLE"), QStringLiteral("REASON")}, rows);
}

} // namespace lepto::cli
