#include "core/remediate/incident_reporter.h"

#include "core/remediate/run_names.h"

namespace lepto {

namespace {

using Kind = TimelineEntry::Kind;

Kind kindOf(RunState state)
{
    switch (state) {
    case RunState::Planned:
    case RunState::AwaitingApproval:
        return Kind::Suggested;
    case RunState::Approved:
        return Kind::Approved;
    case RunState::Succeeded:
    case RunState::Inconclusive:
    case RunState::Harmful:
        return Kind::Verified;
    case RunState::RollingBack:
    case RunState::RolledBack:
    case RunState::RollbackFailed:
        return Kind::RolledBack;
    default:
        return Kind::Step;
    }
}

QString wordsOf(const Run &run)
{
    const QString words = run.plan.title + QStringLiteral(": ") + nameOf(run.state);
    return run.reason.isEmpty() ? words : words + QStringLiteral(" (") + run.reason + u')';
}

} // namespace

IncidentReporter::IncidentReporter(RemediationService &service, IncidentStore &incidents, QObject *parent)
    : QObject(parent)
    , m_incidents(incidents)
{
    for (const Run &run : service.runs())
        m_seen[run.plan.id] = run.state;
    connect(&service, &RemediationService::runChanged, this, &IncidentReporter::report);
}

void IncidentReporter::report(const Run &run)
{
    const auto seen = m_seen.find(run.plan.id);
    if (run.plan.incident == 0 || run.state == RunState::Preflight || (seen != m_seen.end() && seen->second == run.state))
        return;
    m_seen[run.plan.id] = run.state;
    const Incident *incident = m_incidents.find(run.plan.incident);
    if (incident == nullptr)
        return;
    const QString actor
        = run.state == RunState::Approved && !run.approvals.empty() ? run.approvals.back().by : QStringLiteral("executor");
    setMitigating(*incident, isActive(run.state), actor);
    // The run's own record is complete; a timeline that cannot be written now loses a line, not the run.
    (void)m_incidents.addEntry(run.plan.incident, kindOf(run.state), wordsOf(run), actor);
}

/// Afterwards it is acknowledged, so that it can resolve by itself.
void IncidentReporter::setMitigating(const Incident &incident, bool mitigating, const QString &actor)
{
    const bool now = incident.state == IncidentState::Mitigating;
    const IncidentState next = mitigating ? IncidentState::Mitigating : IncidentState::Acknowledged;
    if (now != mitigating && (mitigating || now) && IncidentStore::allowed(incident.state, next))
        (void)m_incidents.setState(incident.id, next, actor);
}

} // namespace lepto
