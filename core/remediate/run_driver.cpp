#include "core/remediate/run_driver.h"

#include "core/base/text.h"
#include "core/remediate/run_names.h"
#include "core/remediate/verification.h"

#include <QDir>
#include <QFile>
#include <QTimer>

#include <limits>

namespace lepto {

namespace {

constexpr int kRetryMs = 5000, kMaxRedone = 3;

} // namespace

RunDriver::RunDriver(const DriverParts &parts, Run run, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_run(std::move(run))
{ }

bool RunDriver::wasDrivenHere(const QString &folder, const QString &plan)
{
    return QFile::exists(QStringLiteral("%1/%2/lock").arg(folder, plan));
}

bool RunDriver::own()
{
    const QString folder = m_parts.folder + u'/' + m_run.plan.id;
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    m_lock = FileLock(folder + QStringLiteral("/lock"));
    return m_lock.held();
}

bool RunDriver::apply(const QString &auditType, const std::function<Result<void>(Run &)> &edit)
{
    auto changedRun = m_parts.journal.change(m_run.plan.id, m_parts.actor, auditType, edit);
    if (!changedRun) {
        Q_EMIT failed(qstr(changedRun.error()));
        QTimer::singleShot(kRetryMs, this, &RunDriver::resume); // no record, no action
        return false;
    }
    m_run = std::move(*changedRun);
    Q_EMIT changed(m_run);
    return true;
}

void RunDriver::move(RunState state, const QString &reason, bool last)
{
    const bool moved = apply(QStringLiteral("run.state"), [&](Run &run) -> Result<void> {
        run.state = state;
        run.reason = reason;
        return {};
    });
    if (moved && last)
        Q_EMIT done();
}

void RunDriver::begin()
{
    if (auto fresh = m_parts.journal.read(m_run.plan.id))
        m_run = std::move(*fresh);
    if (m_run.state == RunState::Blocked) { // its stored bytes were changed
        Q_EMIT changed(m_run);
        Q_EMIT done();
        return;
    }
    const TimeMs now = m_parts.clock.now();
    const PreflightFinding finding = preflight(m_run, m_parts.catalogue, m_parts.trusted, m_parts.evaluate, now);
    const bool go = finding.kind == PreflightFinding::Kind::Go;
    const bool moved = apply(QStringLiteral("run.preflight"), [&](Run &run) -> Result<void> {
        run.guards = finding.guards;
        run.reason = finding.reason;
        if (finding.kind == PreflightFinding::Kind::AskAgain)
            run.approvals.clear();
        run.state = go                                      ? RunState::Running
            : finding.kind == PreflightFinding::Kind::Block ? RunState::Blocked
                                                            : RunState::AwaitingApproval;
        if (!go)
            return {};
        run.startedAt = now;
        run.before = run.plan.verify.empty() ? std::numeric_limits<double>::quiet_NaN()
                                             : measure(m_parts.evaluate, run.plan.verify[0].expr, now);
        run.baselines.clear();
        for (const PlanHarmCheck &check : run.plan.noHarm)
            run.baselines.push_back(measure(m_parts.evaluate, check.expr, now));
        return {};
    });
    if (!moved)
        return;
    if (go)
        nextStep();
    else
        Q_EMIT done();
}

const std::vector<PlanStep> &RunDriver::steps() const
{
    return rollingBack() ? m_run.plan.rollback : m_run.plan.steps;
}

std::size_t RunDriver::doneSteps() const
{
    std::size_t count = 0;
    for (const StepRecord &record : m_run.steps)
        count += !record.dryRun && record.rollback == rollingBack() && record.state == StepRecord::State::Done ? 1 : 0;
    return count;
}

int RunDriver::lastRecord() const
{
    for (int i = int(m_run.steps.size()) - 1; i >= 0; --i)
        if (!m_run.steps[std::size_t(i)].dryRun && m_run.steps[std::size_t(i)].rollback == rollingBack())
            return i;
    return -1;
}

PlanStep RunDriver::currentStep() const
{
    const QString id = m_run.steps[std::size_t(lastRecord())].step;
    for (const PlanStep &step : steps())
        if (step.id == id)
            return step;
    return {};
}

/// Why nothing new may start now, empty where it may.
QString RunDriver::obstacle() const
{
    if (m_cancelled)
        return tr("Cancelled by %1").arg(m_parts.actor);
    if (m_parts.gate.stopped())
        return tr("All actions were stopped");
    if (m_resumed && m_parts.gate.armedUntil() == 0)
        return tr("The console ended in the middle of it and is read-only now");
    return {};
}

void RunDriver::nextStep()
{
    const std::size_t index = doneSteps();
    if (index >= steps().size())
        return stepsDone();
    const PlanStep step = steps()[index];
    if (const QString why = obstacle(); !why.isEmpty()) {
        const bool toPerson = m_resumed || rollingBack();
        return move(toPerson ? RunState::NeedsHuman : RunState::Cancelled, tr("%1; step %2 was not started").arg(why, step.id));
    }
    const bool written = apply(QStringLiteral("run.step"), [&](Run &run) -> Result<void> {
        StepRecord intent;
        intent.step = step.id;
        intent.state = StepRecord::State::Intent;
        intent.startedAt = m_parts.clock.now();
        intent.rollback = rollingBack();
        run.steps.push_back(intent);
        return {};
    });
    m_redone = 0;
    if (written)
        launch(step);
}

CommandOrder RunDriver::orderOf(const QStringList &argv, int timeoutMs, const QString &suffix) const
{
    const QString base = QStringLiteral("%1/%2/%3%4").arg(m_parts.folder, m_run.plan.id).arg(lastRecord()).arg(suffix);
    CommandOrder order;
    order.argv = argv;
    order.environment = { QStringLiteral("LEPTOSCOPE_RUN=") + m_run.plan.id,
        QStringLiteral("LEPTOSCOPE_KEY=%1-%2").arg(m_run.plan.id).arg(lastRecord()) };
    order.journal = base + QStringLiteral(".journal");
    order.output = base + QStringLiteral(".out");
    order.timeoutMs = timeoutMs;
    return order;
}

void RunDriver::launch(const PlanStep &step)
{
    m_command = new LocalCommand(this);
    connect(m_command, &LocalCommand::finished, this, &RunDriver::concluded);
    connect(m_command, &LocalCommand::lost, this, [this] { uncertain(true); });
    const auto started = m_command->start(orderOf(step.argv, step.timeoutMs, {}));
    if (!started)
        concluded({ CommandResult::State::NotStarted, -1, qstr(started.error()) });
}

void RunDriver::concluded(const CommandResult &result)
{
    using S = CommandResult::State;
    if (result.state == S::TimedOut || result.state == S::Cancelled)
        return uncertain(false);
    const int code = result.state == S::Signalled ? 128 + result.code : result.code;
    record(result.good() ? StepRecord::State::Done : StepRecord::State::Failed, code, result.output);
}

/// It began, and how it ended says nothing about the effect: the effect class decides.
void RunDriver::uncertain(bool lostIt)
{
    const PlanStep step = currentStep();
    if (!step.probe.isEmpty() && step.effect != Effect::Read)
        return runProbe(lostIt);
    if (step.effect == Effect::AtMostOnce)
        return record(StepRecord::State::Unknown, -1, tr("It began, and nobody knows whether it took effect"));
    redo(lostIt);
}

/// Lost work is done again, what took too long is not.
void RunDriver::redo(bool lostIt)
{
    if (!lostIt)
        return record(StepRecord::State::TimedOut, -1, tr("It was ended after its time"));
    if (const QString why = obstacle(); !why.isEmpty() || ++m_redone > kMaxRedone)
        return record(StepRecord::State::Unknown, -1, why.isEmpty() ? tr("It was lost again and again") : why);
    launch(currentStep());
}

void RunDriver::runProbe(bool lostIt)
{
    const PlanStep step = currentStep();
    auto *probe = new LocalCommand(this);
    connect(probe, &LocalCommand::finished, this, [this, probe, lostIt](const CommandResult &result) {
        probe->deleteLater();
        if (result.good())
            record(StepRecord::State::Done, 0, tr("The probe finds the effect\n") + result.output);
        else if (result.state == CommandResult::State::Exited)
            redo(lostIt);
        else
            record(StepRecord::State::Unknown, -1, tr("The probe could not tell\n") + result.output);
    });
    connect(probe, &LocalCommand::lost, this, [this] { record(StepRecord::State::Unknown, -1, tr("The probe was lost")); });
    const auto started = probe->start(orderOf(step.probe, step.timeoutMs, QStringLiteral(".probe")));
    if (!started)
        record(StepRecord::State::Unknown, -1, qstr(started.error()));
}

void RunDriver::record(StepRecord::State state, int exitCode, const QString &output)
{
    if (m_command != nullptr)
        m_command->deleteLater();
    m_command = nullptr;
    const bool written = apply(QStringLiteral("run.step"), [&](Run &run) -> Result<void> {
        StepRecord &step = run.steps[std::size_t(lastRecord())];
        step.state = state;
        step.endedAt = m_parts.clock.now();
        step.exitCode = exitCode;
        step.output = output;
        return {};
    });
    if (written)
        afterRecord();
}

void RunDriver::afterRecord()
{
    const StepRecord &last = m_run.steps[std::size_t(lastRecord())];
    if (last.state == StepRecord::State::Done)
        nextStep();
    else if (last.state == StepRecord::State::Unknown)
        move(RunState::NeedsHuman, tr("Nobody knows whether step %1 took effect").arg(last.step));
    else
        stepFailed();
}

void RunDriver::stepFailed()
{
    const StepRecord &last = m_run.steps[std::size_t(lastRecord())];
    const QString reason = last.state == StepRecord::State::TimedOut
        ? tr("Step %1 took too long").arg(last.step)
        : tr("Step %1 failed with exit code %2").arg(last.step).arg(last.exitCode);
    if (rollingBack())
        return move(RunState::RollbackFailed, reason);
    if (m_cancelled)
        return move(RunState::Cancelled, tr("Cancelled by %1 in step %2").arg(m_parts.actor, last.step));
    const QString policy = currentStep().onFailure;
    if (policy == QStringLiteral("human"))
        return move(RunState::NeedsHuman, reason);
    const bool back = (policy == QStringLiteral("rollback") || m_run.plan.rollBackOnFailure) && !m_run.plan.rollback.empty();
    if (!back)
        return move(RunState::Failed, reason);
    move(RunState::RollingBack, reason, false);
    if (rollingBack())
        nextStep();
}

void RunDriver::stepsDone()
{
    if (rollingBack())
        return move(RunState::RolledBack, tr("All steps of the way back are done"));
    if (m_run.plan.verify.empty())
        return move(RunState::Succeeded, tr("All steps are done; nothing was changed"));
    move(RunState::Verifying, {}, false);
    if (m_run.state == RunState::Verifying)
        verify();
}

void RunDriver::verify()
{
    auto *verification = new Verification(m_run, m_parts.evaluate, m_parts.clock, this);
    m_verification = verification;
    connect(
        verification, &Verification::finished, this,
        [this](RunState outcome, const QString &reason, double after) {
            if (m_verification == nullptr) // ended meanwhile, its last word was still under way
                return;
            delete std::exchange(m_verification, nullptr);
            const bool back = outcome == RunState::Harmful && m_run.plan.rollBackOnHarm && !m_run.plan.rollback.empty();
            const bool moved = apply(QStringLiteral("run.verified"), [&](Run &run) -> Result<void> {
                run.state = outcome;
                run.reason = reason;
                run.after = after;
                return {};
            });
            if (!moved)
                return;
            if (!back) {
                Q_EMIT done();
                return;
            }
            move(RunState::RollingBack, reason, false);
            if (rollingBack())
                nextStep();
        },
        Qt::QueuedConnection);
    verification->start();
}

void RunDriver::rollBack()
{
    nextStep();
}

void RunDriver::cancel()
{
    m_cancelled = true;
    if (m_command != nullptr)
        m_command->cancel();
    else if (m_verification != nullptr)
        endCancelled();
}

void RunDriver::endCancelled()
{
    delete std::exchange(m_verification, nullptr);
    move(RunState::Inconclusive, tr("The watch on the metrics was ended by %1").arg(m_parts.actor));
}

void RunDriver::resume()
{
    auto fresh = m_parts.journal.read(m_run.plan.id);
    if (!fresh) {
        Q_EMIT failed(qstr(fresh.error()));
        QTimer::singleShot(kRetryMs, this, &RunDriver::resume);
        return;
    }
    m_run = std::move(*fresh);
    m_resumed = true;
    switch (m_run.state) {
    case RunState::Preflight:
        return move(RunState::Approved, tr("The console ended before anything was done"));
    case RunState::Verifying:
        return verify();
    case RunState::Running:
    case RunState::RollingBack:
        return resumeStep();
    default:
        Q_EMIT done();
    }
}

void RunDriver::resumeStep()
{
    const int last = lastRecord();
    if (last < 0)
        return nextStep();
    if (m_run.steps[std::size_t(last)].state != StepRecord::State::Intent)
        return afterRecord();
    const PlanStep step = currentStep();
    const CommandOrder order = orderOf(step.argv, step.timeoutMs, {});
    CommandResult result;
    switch (LocalCommand::fateOf(order.journal, order.output, &result)) {
    case LocalCommand::Fate::Finished:
        return concluded(result);
    case LocalCommand::Fate::Lost:
        return uncertain(true);
    case LocalCommand::Fate::NeverStarted:
        if (const QString why = obstacle(); !why.isEmpty())
            return move(RunState::NeedsHuman, tr("%1; step %2 was not started").arg(why, step.id));
        return launch(step);
    case LocalCommand::Fate::Running:
        m_command = new LocalCommand(this);
        connect(m_command, &LocalCommand::finished, this, &RunDriver::concluded);
        connect(m_command, &LocalCommand::lost, this, [this] { uncertain(true); });
        m_command->attach(order.journal, order.output);
    }
}

} // namespace lepto
