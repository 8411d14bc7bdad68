#include "core/remediate/remediation_service.h"

#include "core/base/text.h"
#include "core/remediate/dry_run.h"
#include "core/remediate/planner.h"
#include "core/remediate/run_driver.h"
#include "core/remediate/run_names.h"
#include "core/remediate/track_record.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <limits>

namespace lepto {

namespace {

constexpr int kExpireMs = 5000;
constexpr qsizetype kMaxReason = 2000;

QString shortName(const QString &plan)
{
    return oneLine(plan.left(8));
}

Error refuse(ErrorCode code, const QString &plan, const QString &why)
{
    return { code, utf8(QCoreApplication::translate("RemediationService", "plan %1").arg(shortName(plan))), utf8(why) };
}

/// When a dry run of all steps last ended well, 0: never.
TimeMs lastGoodDryRun(const Run &run)
{
    TimeMs at = 0;
    bool good = false;
    for (const StepRecord &record : run.steps) {
        if (!record.dryRun)
            continue;
        if (!run.plan.steps.empty() && record.step == run.plan.steps.front().id)
            good = true;
        good = good && record.state == StepRecord::State::Done;
        at = good ? record.endedAt : 0;
    }
    return at;
}

Result<void> outcomeOf(const Result<Run> &result)
{
    return result ? Result<void>() : Result<void>(result.error());
}

} // namespace

RemediationService::RemediationService(RemediationParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_journal(m_parts.db, m_parts.audit, m_parts.clock)
    , m_gate(m_parts.db, m_parts.audit, m_parts.clock)
{
    if (!m_parts.approvers.contains(m_parts.key.publicKey()))
        m_parts.approvers += m_parts.key.publicKey();
    QDir().mkpath(m_parts.folder);
    m_timer.setInterval(kExpireMs);
    connect(&m_timer, &QTimer::timeout, this, &RemediationService::expire);
    m_timer.start();
}

RemediationService::~RemediationService() = default;

Result<void> RemediationService::load()
{
    auto all = m_journal.readAll();
    if (!all)
        return all.error();
    const std::vector<Run> before = std::exchange(m_runs, std::move(*all));
    for (const Run &run : std::vector<Run>(m_runs)) {
        const auto old
            = std::find_if(before.begin(), before.end(), [&](const Run &other) { return other.plan.id == run.plan.id; });
        if (old == before.end() || old->state != run.state || old->updatedAt != run.updatedAt)
            Q_EMIT runChanged(run);
    }
    return {};
}

const Run *RemediationService::find(const QString &plan) const
{
    const auto it = std::find_if(m_runs.begin(), m_runs.end(), [&](const Run &run) { return run.plan.id == plan; });
    return it == m_runs.end() ? nullptr : &*it;
}

void RemediationService::take(const Run &run)
{
    const auto it = std::find_if(m_runs.begin(), m_runs.end(), [&](const Run &other) { return other.plan.id == run.plan.id; });
    if (it == m_runs.end())
        m_runs.insert(m_runs.begin(), run);
    else
        *it = run;
    Q_EMIT runChanged(Run(run));
}

Result<Run> RemediationService::change(
    const QString &plan, const QString &auditType, const std::function<Result<void>(Run &)> &edit)
{
    auto changed = m_journal.change(plan, m_parts.user, auditType, edit);
    if (changed)
        take(*changed);
    return changed;
}

Result<Run> RemediationService::create(Run run, const QString &auditType)
{
    run.before = run.after = std::numeric_limits<double>::quiet_NaN();
    run.guards = measureGuards(run.plan, m_parts.evaluate, m_parts.clock.now());
    run.state = run.plan.dryRunRequired ? RunState::Planned : RunState::AwaitingApproval;
    auto created = m_journal.create(std::move(run), m_parts.user, auditType);
    if (created)
        take(*created);
    return created;
}

const Run *RemediationService::pendingFor(const Runbook &runbook, qint64 incident) const
{
    for (const Run &run : m_runs)
        if (run.plan.runbook == runbook.id && run.plan.runbookHash == runbook.hash && run.plan.incident == incident
            && (isPending(run.state) || isActive(run.state)))
            return &run;
    return nullptr;
}

std::vector<Run> RemediationService::suggest(const Incident &incident)
{
    std::vector<std::pair<double, Run>> found;
    for (const RunbookMatch &match : m_parts.catalogue.match(incident)) {
        const TrackRecord record = trackRecordOf(m_runs, match.runbook->id);
        const double chance = record.chance() + (match.runbook->reversible ? 1e-6 : 0); // among equals what can be taken back
        if (const Run *pending = pendingFor(*match.runbook, incident.id)) {
            found.emplace_back(chance, *pending);
            continue;
        }
        auto made = makePlan(*match.runbook, &incident, {}, m_parts.clock.now());
        if (!made)
            continue;
        Run run;
        run.plan = std::move(*made);
        run.reason = match.reasons.join(QStringLiteral("; ")) + QStringLiteral("; ") + record.words();
        if (auto created = create(std::move(run), QStringLiteral("run.suggest")))
            found.emplace_back(chance, std::move(*created));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<Run> suggestions;
    for (auto &[chance, run] : found)
        suggestions.push_back(std::move(run));
    return suggestions;
}

Result<Run> RemediationService::plan(const QString &runbook, const Incident *incident, const ParameterValues &given)
{
    const Runbook *known = m_parts.catalogue.find(runbook);
    if (known == nullptr)
        return Error { ErrorCode::NotFound, utf8(oneLine(runbook, 60)), utf8(tr("there is no such runbook")) };
    auto made = makePlan(*known, incident, given, m_parts.clock.now());
    if (!made)
        return made.error();
    Run run;
    run.plan = std::move(*made);
    return create(std::move(run), QStringLiteral("run.plan"));
}

Result<void> RemediationService::dryRun(const QString &plan)
{
    const auto run = m_journal.read(plan);
    if (!run)
        return run.error();
    if (!isPending(run->state))
        return refuse(ErrorCode::Conflict, plan, tr("a run that is %1 has no dry run").arg(nameOf(run->state)));
    if (m_gate.stopped())
        return refuse(ErrorCode::Refused, plan, tr("all actions are stopped; resume them first"));
    auto *dry = new DryRun(run->plan, m_parts.folder, m_parts.clock, this);
    connect(dry, &DryRun::finished, this, [this, plan](const std::vector<StepRecord> &records, bool good) {
        const auto recorded = change(plan, QStringLiteral("run.dry-run"), [&](Run &changed) -> Result<void> {
            changed.steps.insert(changed.steps.end(), records.begin(), records.end());
            changed.guards = measureGuards(changed.plan, m_parts.evaluate, m_parts.clock.now());
            if (!good)
                changed.reason = tr("The dry run found a step that would fail");
            if (good && changed.state == RunState::Planned)
                changed.state = RunState::AwaitingApproval;
            return {};
        });
        if (!recorded)
            Q_EMIT failed(qstr(recorded.error()));
    });
    dry->start();
    return {};
}

Result<void> RemediationService::approve(const QString &plan, const QString &hash, const QString &reason)
{
    const auto run = m_journal.read(plan);
    if (!run)
        return run.error();
    const auto approval = approval::sign(run->plan, hash, m_parts.user, reason, m_parts.clock.now(), m_parts.key);
    if (!approval)
        return approval.error();
    return addApproval(plan, *approval);
}

Result<void> RemediationService::addApproval(const QString &plan, const Approval &approval)
{
    return outcomeOf(change(plan, QStringLiteral("run.approve"), [&](Run &run) -> Result<void> {
        if (run.state == RunState::Planned)
            return refuse(ErrorCode::Refused, plan, tr("the dry run comes first"));
        if (run.state != RunState::AwaitingApproval)
            return refuse(ErrorCode::Conflict, plan, tr("a run that is %1 is not approved").arg(nameOf(run.state)));
        const TimeMs now = m_parts.clock.now();
        if (now > run.plan.expiresAt)
            return refuse(ErrorCode::Refused, plan, tr("the plan has expired; make a new one"));
        if (auto good = approval::check(approval, run.plan, m_parts.approvers, now); !good)
            return good;
        const bool twice = std::any_of(run.approvals.begin(), run.approvals.end(),
            [&](const Approval &other) { return other.publicKey == approval.publicKey; });
        if (twice)
            return refuse(ErrorCode::Conflict, plan, tr("this key has already signed; another person's is needed"));
        run.approvals.push_back(approval);
        const int missing = run.plan.approvals - int(run.approvals.size());
        run.reason = missing > 0 ? tr("%1 more approvals are needed").arg(missing) : QString();
        if (missing <= 0)
            run.state = RunState::Approved;
        return {};
    }));
}

Result<void> RemediationService::reject(const QString &plan, const QString &reason)
{
    return outcomeOf(change(plan, QStringLiteral("run.reject"), [&](Run &run) -> Result<void> {
        run.state = RunState::Rejected;
        run.reason = reason.left(kMaxReason);
        return {};
    }));
}

Result<RunDriver *> RemediationService::drive(const Run &run)
{
    const QString id = run.plan.id;
    auto *driver = new RunDriver({ m_journal, m_gate, m_parts.clock, m_parts.catalogue, m_parts.approvers, m_parts.evaluate,
                                     m_parts.folder, m_parts.user },
        run, this);
    if (!driver->own()) {
        delete driver;
        return refuse(ErrorCode::Conflict, id, tr("another process is working on it"));
    }
    m_drivers[id] = driver;
    connect(driver, &RunDriver::changed, this, &RemediationService::take);
    connect(driver, &RunDriver::failed, this, &RemediationService::failed);
    connect(driver, &RunDriver::done, this, [this, id, driver] {
        m_drivers.erase(id);
        driver->deleteLater();
    });
    return driver;
}

Result<void> RemediationService::changeAndDrive(
    const QString &plan, const QString &auditType, const Edit &edit, void (RunDriver::*start)())
{
    const auto run = m_journal.read(plan);
    if (!run)
        return run.error();
    if (isActive(run->state) && !RunDriver::wasDrivenHere(m_parts.folder, plan))
        return refuse(ErrorCode::Conflict, plan, tr("another console is working on it"));
    auto driver = drive(*run);
    if (!driver)
        return driver.error();
    const auto entered = change(plan, auditType, edit);
    if (!entered) {
        m_drivers.erase(plan);
        delete *driver;
        return entered.error();
    }
    QTimer::singleShot(0, *driver, start);
    return {};
}

Result<void> RemediationService::execute(const QString &plan)
{
    const auto enter = [&](Run &run) -> Result<void> {
        if (run.state != RunState::Approved)
            return refuse(ErrorCode::Conflict, plan, tr("a run that is %1 cannot be started").arg(nameOf(run.state)));
        const TimeMs age = m_parts.clock.now() - lastGoodDryRun(run);
        if (run.plan.dryRunRequired && (age < 0 || age > run.plan.dryRunMaxAgeMs))
            return refuse(ErrorCode::Refused, plan, tr("the dry run is too old; repeat it"));
        if (auto open = m_gate.checkStart(run.plan); !open)
            return open;
        run.state = RunState::Preflight;
        run.reason.clear();
        return {};
    };
    return changeAndDrive(plan, QStringLiteral("run.execute"), enter, &RunDriver::begin);
}

Result<void> RemediationService::cancel(const QString &plan)
{
    if (const auto driver = m_drivers.find(plan); driver != m_drivers.end()) {
        driver->second->cancel();
        return {};
    }
    return outcomeOf(change(plan, QStringLiteral("run.cancel"), [&](Run &run) -> Result<void> {
        if (!isPending(run.state))
            return refuse(ErrorCode::Conflict, plan, tr("a run that is %1 cannot be cancelled here").arg(nameOf(run.state)));
        run.state = RunState::Cancelled;
        run.reason = tr("Cancelled by %1").arg(m_parts.user);
        return {};
    }));
}

Result<void> RemediationService::rollBack(const QString &plan)
{
    const auto enter = [&](Run &run) -> Result<void> {
        if (run.plan.rollback.empty() || run.startedAt == 0)
            return refuse(ErrorCode::Refused, plan, tr("there is nothing to take back"));
        if (auto open = m_gate.checkOpen(); !open)
            return open;
        if (const QString other = changedProgram(run.plan.rollback); !other.isEmpty())
            return refuse(ErrorCode::Refused, plan, other);
        run.state = RunState::RollingBack;
        run.reason = tr("Taken back by %1").arg(m_parts.user);
        return {};
    };
    return changeAndDrive(plan, QStringLiteral("run.rollback"), enter, &RunDriver::resume);
}

Result<void> RemediationService::settle(const QString &plan, bool happened, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return refuse(ErrorCode::BadInput, plan, tr("a reason is needed"));
    const auto decide = [&](Run &run) -> Result<void> {
        if (run.state != RunState::NeedsHuman || run.steps.empty())
            return refuse(ErrorCode::Conflict, plan, tr("it does not wait for a decision"));
        StepRecord &last = run.steps.back();
        if (last.state != StepRecord::State::Done)
            last.state = happened ? StepRecord::State::Done : StepRecord::State::Failed;
        if (happened)
            run.state = last.rollback ? RunState::RollingBack : RunState::Running;
        else
            run.state = last.rollback ? RunState::RollbackFailed : RunState::Failed;
        run.reason = reason.trimmed().left(kMaxReason);
        return {};
    };
    if (happened)
        return changeAndDrive(plan, QStringLiteral("run.settle"), decide, &RunDriver::resume);
    return outcomeOf(change(plan, QStringLiteral("run.settle"), decide));
}

Result<void> RemediationService::recover()
{
    if (auto loaded = load(); !loaded)
        return loaded;
    for (const Run &run : std::vector<Run>(m_runs)) {
        if (!isActive(run.state) || m_drivers.contains(run.plan.id) || !RunDriver::wasDrivenHere(m_parts.folder, run.plan.id))
            continue;
        if (auto driver = drive(run))
            QTimer::singleShot(0, *driver, &RunDriver::resume);
    }
    return {};
}

Result<void> RemediationService::arm(TimeMs until, const QString &reason)
{
    auto armed = m_gate.arm(until, m_parts.user, reason.left(kMaxReason));
    if (armed)
        Q_EMIT gateChanged();
    return armed;
}

Result<void> RemediationService::stopAll(bool stop)
{
    auto stopped = m_gate.stop(stop, m_parts.user);
    if (stopped)
        Q_EMIT gateChanged();
    return stopped;
}

void RemediationService::expire()
{
    const TimeMs now = m_parts.clock.now();
    for (const Run &run : std::vector<Run>(m_runs)) {
        if (!isPending(run.state) || now <= run.plan.expiresAt)
            continue;
        const auto expired = change(run.plan.id, QStringLiteral("run.expire"), [&](Run &changed) -> Result<void> {
            changed.state = RunState::Expired;
            changed.reason = tr("Nobody started it in time");
            return {};
        });
        if (!expired && expired.error().code != ErrorCode::Conflict)
            Q_EMIT failed(qstr(expired.error()));
    }
}

} // namespace lepto
