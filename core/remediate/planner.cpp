#include "core/remediate/planner.h"

#include "core/base/text.h"
#include "core/remediate/argument_template.h"
#include "core/remediate/plan_codec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace lepto {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Planner", text);
}

QStringList filled(const QStringList &argv, const ParameterValues &values)
{
    QStringList made;
    for (const QString &argument : argv)
        made += argumenttemplate::fill(argument, values);
    return made;
}

Result<std::vector<PlanStep>> stepsOf(const std::vector<PlanStep> &templates, const ParameterValues &values)
{
    std::vector<PlanStep> steps;
    for (PlanStep step : templates) {
        for (QStringList *argv : { &step.argv, &step.probe, &step.check })
            *argv = filled(*argv, values);
        for (const QStringList &argv : { step.argv, step.probe, step.check }) {
            if (argv.isEmpty())
                continue;
            auto hash = hashProgram(argv.first());
            if (!hash)
                return hash.error();
            if (step.binaryHash.isEmpty())
                step.binaryHash = *hash;
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<PlanCheck> checksOf(std::vector<PlanCheck> checks, const ParameterValues &values)
{
    for (PlanCheck &check : checks)
        check.expr = argumenttemplate::fillExpr(check.expr, values);
    return checks;
}

void copySettings(Plan &plan, const Runbook &runbook)
{
    plan.runbook = runbook.id;
    plan.runbookHash = runbook.hash;
    plan.runbookVersion = runbook.version;
    plan.title = runbook.title;
    plan.reversible = runbook.reversible;
    plan.risk = runbook.risk;
    plan.limits = runbook.limits;
    plan.approvals = runbook.approvals;
    plan.approvalValidMs = runbook.approvalValidMs;
    plan.dryRunRequired = runbook.dryRunRequired;
    plan.dryRunMaxAgeMs = runbook.dryRunMaxAgeMs;
    plan.rollBackOnFailure = runbook.rollBackOnFailure;
    plan.rollBackOnHarm = runbook.rollBackOnHarm;
    plan.verifyDelayMs = runbook.verifyDelayMs;
    plan.verifyWindowMs = runbook.verifyWindowMs;
    plan.verifyIntervalMs = runbook.verifyIntervalMs;
}

} // namespace

Result<QString> hashProgram(const QString &path)
{
    const QFileInfo info(QFileInfo(path).canonicalFilePath());
    QFile file(info.filePath());
    if (!path.startsWith(u'/') || !info.isFile() || !info.isExecutable() || !file.open(QIODevice::ReadOnly))
        return Error { ErrorCode::NotFound, utf8(path), utf8(tr("there is no program of this name")) };
    if (info.permission(QFileDevice::WriteOther))
        return Error { ErrorCode::Refused, utf8(path), utf8(tr("everybody may change this program")) };
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return Error { ErrorCode::Unavailable, utf8(path), utf8(file.errorString()) };
    return QString::fromLatin1(hash.result().toHex());
}

Result<Plan> makePlan(const Runbook &runbook, const Incident *incident, const ParameterValues &given, TimeMs now)
{
    const auto values = resolveParameters(runbook.parameters, given, incident);
    if (!values)
        return values.error();
    Plan plan;
    copySettings(plan, runbook);
    plan.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    plan.incident = incident != nullptr ? incident->id : 0;
    plan.target = argumenttemplate::fill(runbook.target, *values).trimmed();
    if (plan.target.isEmpty())
        return Error { ErrorCode::Refused, utf8(runbook.id), utf8(tr("the target is empty; nothing is never everything")) };
    for (const auto &[name, value] : *values)
        plan.parameters.insert(name, value);
    auto steps = stepsOf(runbook.steps, *values);
    if (!steps)
        return steps.error();
    auto rollback = stepsOf(runbook.rollback, *values);
    if (!rollback)
        return rollback.error();
    plan.steps = std::move(*steps);
    plan.rollback = std::move(*rollback);
    plan.verify = checksOf(runbook.verify, *values);
    plan.guards = checksOf(runbook.guards, *values);
    for (PlanHarmCheck harm : runbook.noHarm) {
        harm.expr = argumenttemplate::fillExpr(harm.expr, *values);
        plan.noHarm.push_back(std::move(harm));
    }
    plan.createdAt = now;
    plan.expiresAt = now + runbook.planValidMs;
    plan.hash = hashOf(canonicalBytes(plan));
    return plan;
}

} // namespace lepto
