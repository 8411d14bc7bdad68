#include "ui/models/run_rows.h"

#include "core/base/text.h"
#include "ui/looks.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunRows)
};

constexpr int longestArgument = 500;

void addStep(std::vector<CellModel::Row> &rows, const PlanStep &step, const QString &number, bool back)
{
    const QString key = (back ? QStringLiteral("back.") : QString()) + step.id;
    const QString note = text::of(step.effect) + QStringLiteral(", ") + Words::tr("limit %1").arg(text::duration(step.timeoutMs));
    const char *tone = back ? "text.secondary" : "text.primary";
    for (qsizetype i = 0; i < step.argv.size(); ++i) {
        const bool first = i == 0;
        const QString shown = oneLine(step.argv[i], longestArgument);
        rows.push_back({ key + QLatin1Char('.') + QString::number(i),
            { Cell { .text = first ? number : QString(), .mono = true, .tone = back ? "sev.warning" : "text.muted" },
                Cell { .text = first ? shown : QStringLiteral("    ") + shown, .mono = true, .bold = first && !back, .tone = tone, .tip = shown },
                Cell { .text = first ? step.id : QString(), .tone = "text.secondary" },
                Cell { .text = first ? note : QString(), .right = true, .tone = "text.muted" } } });
    }
}

QString quoted(const QString &argument)
{
    const auto plain = [](QChar c) { return c.isLetterOrNumber() || QStringLiteral("-_./=:,@%+").contains(c); };
    if (!argument.isEmpty() && std::ranges::all_of(argument, plain))
        return argument;
    return QLatin1Char('\'') + QString(argument).replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

QString resultOf(const StepRecord &record)
{
    using State = StepRecord::State;
    switch (record.state) {
    case State::Pending: return {};
    case State::Intent: return Words::tr("under way");
    case State::Unknown: return Words::tr("nobody knows whether it happened");
    default: break;
    }
    const QString took = text::duration(record.endedAt - record.startedAt);
    const QString output = oneLine(record.output.section(QLatin1Char('\n'), 0, 0), 120);
    const QString exit = Words::tr("exit %1 in %2").arg(record.exitCode).arg(took);
    return output.isEmpty() ? exit : exit + QStringLiteral(", ") + output;
}

QString percentOrValue(double v)
{
    return std::isfinite(v) ? text::value(v) : Words::tr("cannot be measured");
}

} // namespace

std::vector<TableColumn> argvColumns()
{
    return { { Words::tr("No."), 44 }, { Words::tr("Argument"), -3 }, { Words::tr("Step"), 120 }, { Words::tr("Effect"), 220, true } };
}

std::vector<CellModel::Row> argvRows(const Plan &plan)
{
    std::vector<CellModel::Row> rows;
    int number = 1;
    for (const PlanStep &step : plan.steps)
        addStep(rows, step, QString::number(number++), false);
    for (const PlanStep &step : plan.rollback)
        addStep(rows, step, QStringLiteral("↩"), true);
    return rows;
}

std::vector<TableColumn> logColumns()
{
    return { { Words::tr("Time"), 86 }, { Words::tr("Step"), 130 }, { Words::tr("Result"), -1 }, { Words::tr("State"), 120 } };
}

std::vector<CellModel::Row> logRows(const Run &run, bool utc)
{
    std::vector<CellModel::Row> rows;
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        const StepRecord &record = run.steps[i];
        QString name = record.step;
        if (record.dryRun)
            name = Words::tr("dry run: %1").arg(name);
        else if (record.rollback)
            name = Words::tr("back: %1").arg(name);
        rows.push_back({ QString::number(i),
            { Cell { .text = text::time(record.startedAt, utc), .mono = true, .tone = "text.secondary" }, Cell { .text = name },
                Cell { .text = resultOf(record), .mono = true, .tone = "text.secondary" },
                Cell { .text = text::of(record.state), .mark = lepto::markOf(record.state), .chip = true } } });
    }
    return rows;
}

std::vector<TableColumn> guardColumns()
{
    return { { Words::tr("Guard"), -1 }, { Words::tr("Measured"), 110, true } };
}

std::vector<CellModel::Row> guardRows(const Run &run)
{
    std::vector<CellModel::Row> rows;
    const auto add = [&rows](const QString &expr, const QString &limit, const QString &value, MarkCode mark) {
        const char *tone = mark == MarkCode::Warning ? "sev.warning" : "text.primary";
        rows.push_back({ expr + limit,
            { Cell { .text = expr, .second = Words::tr("must be %1").arg(limit), .mark = mark, .mono = true, .tip = expr },
                Cell { .text = value, .mono = true, .right = true, .tone = tone } } });
    };
    for (const GuardResult &guard : run.guards)
        add(guard.expr, guard.success, percentOrValue(guard.value), guard.held ? MarkCode::Ok : MarkCode::Warning);
    if (run.guards.empty()) {
        for (const PlanCheck &guard : run.plan.guards)
            add(guard.expr, guard.success, Words::tr("not yet"), MarkCode::Todo);
    }
    return rows;
}

int runStage(const Run &run)
{
    switch (run.state) {
    case RunState::Planned:
    case RunState::Blocked: return 1;
    case RunState::AwaitingApproval:
    case RunState::Rejected:
    case RunState::Expired: return 2;
    case RunState::Approved:
    case RunState::Preflight:
    case RunState::Running:
    case RunState::Failed:
    case RunState::Cancelled:
    case RunState::NeedsHuman: return 3;
    default: return 4;
    }
}

std::vector<Stepper::Step> runStages(const Run &run, TimeMs now, bool utc)
{
    const int current = runStage(run);
    const bool over = isOver(run.state) || run.state == RunState::Harmful || run.state == RunState::RollbackFailed;
    const auto mark = [&](int place) {
        if (place < current)
            return MarkCode::Ok;
        return place == current ? lepto::markOf(run.state) : MarkCode::Todo;
    };
    const bool dry = std::ranges::any_of(run.steps, &StepRecord::dryRun);
    const QString approvals = QStringLiteral("%1/%2").arg(run.approvals.size()).arg(std::max<std::size_t>(run.approvals.size(), std::size_t(run.plan.approvals)));
    std::vector<Stepper::Step> stages { { Words::tr("Proposed"), text::when(run.plan.createdAt, now, utc), MarkCode::Ok },
        { Words::tr("Dry run"), {}, dry ? MarkCode::Ok : current > 1 && !run.plan.dryRunRequired ? MarkCode::NoData : MarkCode::Todo },
        { Words::tr("Approve"), approvals, mark(2) },
        { Words::tr("Run"), run.startedAt ? text::when(run.startedAt, now, utc) : QString(), mark(3) },
        { current == 4 && over ? text::of(run.state) : Words::tr("Verify"), {}, mark(4) } };
    return stages;
}

std::vector<KeyValues::Row> planFacts(const Plan &plan, TimeMs now, bool utc)
{
    std::vector<KeyValues::Row> rows { { Words::tr("Target"), plan.target, true },
        { Words::tr("Runbook"), plan.runbook + QStringLiteral(" v%1").arg(plan.runbookVersion), true },
        { Words::tr("Hash"), plan.hash, true }, { Words::tr("Made"), text::when(plan.createdAt, now, utc), true },
        { Words::tr("Expires"), text::when(plan.expiresAt, now, utc), true, plan.expiresAt < now ? "warning" : "primary" } };
    for (auto it = plan.parameters.begin(); it != plan.parameters.end(); ++it)
        rows.push_back({ it.key(), oneLine(it.value().toVariant().toString()), true });
    return rows;
}

std::vector<KeyValues::Row> effectFacts(const Run &run)
{
    std::vector<KeyValues::Row> rows;
    for (const PlanCheck &check : run.plan.verify)
        rows.push_back({ Words::tr("Measures"), check.expr, true });
    rows.push_back({ Words::tr("Before"), percentOrValue(run.before), true });
    const bool done = std::isfinite(run.after) && run.startedAt > 0;
    const bool good = run.state == RunState::Succeeded;
    rows.push_back({ Words::tr("After"), done ? text::value(run.after) : Words::tr("not yet"), true, done ? good ? "ok" : "warning" : "muted" });
    return rows;
}

std::vector<KeyValues::Row> failureFacts(const Plan &plan)
{
    std::vector<KeyValues::Row> rows;
    for (const PlanCheck &check : plan.verify)
        rows.push_back({ Words::tr("Expect"), Words::tr("%1, %n times in a row within %2", nullptr, check.consecutive).arg(check.success, text::duration(plan.verifyWindowMs)) });
    for (const PlanHarmCheck &harm : plan.noHarm)
        rows.push_back({ Words::tr("No harm"), Words::tr("not more than %1 % worse").arg(harm.maxIncreasePercent) });
    const bool back = !plan.rollback.empty() && (plan.rollBackOnFailure || plan.rollBackOnHarm);
    rows.push_back({ Words::tr("Otherwise"), back ? Words::tr("rolls back by itself") : Words::tr("stops and asks a person") });
    return rows;
}

QString asScript(const Plan &plan)
{
    QStringList lines;
    for (const PlanStep &step : plan.steps) {
        QStringList words;
        for (const QString &argument : step.argv)
            words << quoted(argument);
        lines << words.join(QLatin1Char(' '));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString dryRunOutput(const Run &run)
{
    QString output;
    for (const StepRecord &record : run.steps) {
        if (record.dryRun)
            output += record.output;
    }
    return output;
}

} // namespace lepto
