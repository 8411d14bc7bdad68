#include "ui/looks.h"

#include <algorithm>

namespace lepto {

MarkCode markOf(SourceState::Code code)
{
    using Code = SourceState::Code;
    switch (code) {
    case Code::Starting: return MarkCode::Pending;
    case Code::Live: return MarkCode::Ok;
    case Code::Partial: return MarkCode::Warning;
    case Code::Stale: return MarkCode::Stale;
    case Code::Failed: return MarkCode::Critical;
    case Code::Stopped: return MarkCode::Todo;
    }
    return MarkCode::None;
}

MarkCode markOf(RunState state)
{
    switch (state) {
    case RunState::Planned: return MarkCode::Todo;
    case RunState::AwaitingApproval:
    case RunState::Approved:
    case RunState::Preflight:
    case RunState::Running:
    case RunState::Verifying:
    case RunState::RollingBack: return MarkCode::Pending;
    case RunState::Succeeded: return MarkCode::Ok;
    case RunState::Inconclusive:
    case RunState::RolledBack:
    case RunState::Blocked:
    case RunState::NeedsHuman: return MarkCode::Warning;
    case RunState::Harmful:
    case RunState::RollbackFailed:
    case RunState::Failed: return MarkCode::Critical;
    case RunState::Expired:
    case RunState::Rejected:
    case RunState::Cancelled: return MarkCode::NoData;
    }
    return MarkCode::None;
}

MarkCode markOf(StepRecord::State state)
{
    using State = StepRecord::State;
    switch (state) {
    case State::Pending: return MarkCode::Todo;
    case State::Intent: return MarkCode::Pending;
    case State::Done: return MarkCode::Ok;
    case State::Failed: return MarkCode::Critical;
    case State::TimedOut:
    case State::Unknown: return MarkCode::Warning;
    }
    return MarkCode::None;
}

MarkCode markOf(ModelStage stage)
{
    switch (stage) {
    case ModelStage::Candidate: return MarkCode::Pending;
    case ModelStage::Active: return MarkCode::Ok;
    case ModelStage::Retired: return MarkCode::Todo;
    case ModelStage::Refused: return MarkCode::Critical;
    }
    return MarkCode::None;
}

MarkCode markOf(TrainingJob::State state)
{
    using State = TrainingJob::State;
    switch (state) {
    case State::Queued: return MarkCode::Todo;
    case State::Exporting:
    case State::Running:
    case State::Evaluating: return MarkCode::Pending;
    case State::Done: return MarkCode::Ok;
    case State::Failed: return MarkCode::Critical;
    case State::Cancelled: return MarkCode::NoData;
    case State::Interrupted: return MarkCode::Warning;
    }
    return MarkCode::None;
}

MarkCode markOf(IncidentState state)
{
    switch (state) {
    case IncidentState::Open: return MarkCode::Warning;
    case IncidentState::Acknowledged:
    case IncidentState::Mitigating: return MarkCode::Pending;
    case IncidentState::Resolved: return MarkCode::Ok;
    case IncidentState::Closed: return MarkCode::Todo;
    }
    return MarkCode::None;
}

MarkCode markOf(AuditVerdict::Code code)
{
    switch (code) {
    case AuditVerdict::Code::Verified: return MarkCode::Ok;
    case AuditVerdict::Code::Unverified: return MarkCode::Warning;
    case AuditVerdict::Code::Broken: return MarkCode::Critical;
    }
    return MarkCode::None;
}

QString iconOf(TimelineEntry::Kind kind)
{
    using Kind = TimelineEntry::Kind;
    switch (kind) {
    case Kind::Acknowledged: return QStringLiteral("user");
    case Kind::Note: return QStringLiteral("note");
    case Kind::Label:
    case Kind::Verdict: return QStringLiteral("tag");
    case Kind::Suggested:
    case Kind::Planned: return QStringLiteral("actions");
    case Kind::Approved: return QStringLiteral("key");
    case Kind::Step: return QStringLiteral("play");
    case Kind::Verified: return QStringLiteral("check");
    case Kind::RolledBack: return QStringLiteral("undo");
    default: return QStringLiteral("incidents");
    }
}

QString auditIcon(const QString &type)
{
    struct Entry {
        const char *prefix, *icon;
    };
    static constexpr Entry table[] = { { "run.approve", "key" }, { "run.reject", "close" }, { "run.verified", "check" },
        { "run.rollback", "undo" }, { "run.suggest", "actions" }, { "run.plan", "actions" }, { "writes.stop", "stop" }, { "run.", "play" },
        { "incident.state", "user" }, { "incident.note", "note" }, { "incident.verdict", "tag" }, { "incident.", "incidents" },
        { "label.", "tag" }, { "console.", "host" }, { "model.", "models" }, { "source.", "plug" }, { "writes.", "lock" } };
    const auto *found = std::ranges::find_if(table, [&](const Entry &e) { return type.startsWith(QLatin1String(e.prefix)); });
    return QLatin1String(found != std::end(table) ? found->icon : "audit");
}

bool needsDecision(RunState state)
{
    return state == RunState::AwaitingApproval || state == RunState::Approved || state == RunState::NeedsHuman
        || state == RunState::Harmful || state == RunState::RollbackFailed;
}

bool isUnderWay(RunState state)
{
    return state == RunState::Preflight || state == RunState::Running || state == RunState::Verifying || state == RunState::RollingBack;
}

bool isOver(RunState state)
{
    return !needsDecision(state) && !isUnderWay(state) && state != RunState::Planned && state != RunState::Blocked;
}

bool isOver(TrainingJob::State state)
{
    using State = TrainingJob::State;
    return state == State::Done || state == State::Failed || state == State::Cancelled || state == State::Interrupted;
}

} // namespace lepto
