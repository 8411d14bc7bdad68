#include "core/remediate/preflight.h"

#include "core/base/text.h"
#include "core/remediate/approval.h"
#include "core/remediate/comparison.h"
#include "core/remediate/planner.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace lepto {

namespace {

using Kind = PreflightFinding::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("Preflight", text);
}

QString approvalFault(const Run &run, const QList<QByteArray> &trusted, TimeMs now)
{
    QSet<QString> keys;
    for (const Approval &approval : run.approvals) {
        if (const auto good = approval::check(approval, run.plan, trusted, now); !good)
            return qstr(good.error());
        keys.insert(approval.publicKey);
    }
    return keys.size() >= run.plan.approvals ? QString()
                                             : tr("%1 of %2 approvals are there").arg(keys.size()).arg(run.plan.approvals);
}

} // namespace

std::vector<GuardResult> measureGuards(const Plan &plan, const Evaluator &evaluate, TimeMs now)
{
    std::vector<GuardResult> results;
    for (const PlanCheck &guard : plan.guards) {
        const double value = measure(evaluate, guard.expr, now);
        const auto wanted = Comparison::parse(guard.success);
        results.push_back({ guard.expr, guard.success, value, wanted && wanted->holds(value) });
    }
    return results;
}

QString changedProgram(const std::vector<PlanStep> &steps)
{
    for (const PlanStep &step : steps) {
        const auto hash = hashProgram(step.argv.value(0));
        if (!hash)
            return qstr(hash.error());
        if (*hash != step.binaryHash)
            return tr("%1 is not the program that was approved").arg(step.argv.value(0));
    }
    return {};
}

PreflightFinding preflight(
    const Run &run, const Catalogue &catalogue, const QList<QByteArray> &trusted, const Evaluator &evaluate, TimeMs now)
{
    const Plan &plan = run.plan;
    const Runbook *runbook = catalogue.find(plan.runbook);
    if (runbook == nullptr || runbook->hash != plan.runbookHash)
        return { Kind::Block, tr("The runbook %1 has changed since the plan was made").arg(plan.runbook), {} };
    for (const std::vector<PlanStep> *steps : { &plan.steps, &plan.rollback })
        if (const QString changed = changedProgram(*steps); !changed.isEmpty())
            return { Kind::Block, changed, {} };
    if (now > plan.expiresAt)
        return { Kind::Block, tr("The plan has expired"), {} };
    if (const QString fault = approvalFault(run, trusted, now); !fault.isEmpty())
        return { Kind::AskAgain, fault, {} };
    PreflightFinding finding { Kind::Go, {}, measureGuards(plan, evaluate, now) };
    for (const GuardResult &guard : finding.guards) {
        if (guard.held || finding.kind == Kind::AskAgain)
            continue;
        finding.kind = Kind::AskAgain;
        finding.reason = std::isnan(guard.value)
            ? tr("The guard %1 cannot be measured").arg(guard.expr)
            : tr("The guard %1 is %2, not %3").arg(guard.expr, QString::number(guard.value, 'g', 6), guard.success);
    }
    return finding;
}

} // namespace lepto
