#include "core/remediate/run_names.h"

#include <array>
#include <initializer_list>

namespace lepto {

namespace {

// In the order of the enumerators.
constexpr std::array kStates { "planned", "awaiting-approval", "approved", "preflight", "running", "verifying", "succeeded",
    "inconclusive", "harmful", "rolling-back", "rolled-back", "rollback-failed", "expired", "rejected", "cancelled", "blocked",
    "needs-human", "failed" };
constexpr std::array kSteps { "pending", "intent", "done", "failed", "timed-out", "unknown" };
constexpr std::array kEffects { "read", "idempotent", "at_most_once" };

template <typename Enum, std::size_t N>
std::optional<Enum> valueIn(const std::array<const char *, N> &names, const QString &name)
{
    for (std::size_t i = 0; i < N; ++i)
        if (name == QLatin1String(names[i]))
            return Enum(i);
    return std::nullopt;
}

bool isOneOf(RunState state, std::initializer_list<RunState> states)
{
    for (const RunState other : states)
        if (state == other)
            return true;
    return false;
}

} // namespace

QString nameOf(RunState state)
{
    return QLatin1String(kStates.at(std::size_t(state)));
}
QString nameOf(StepRecord::State state)
{
    return QLatin1String(kSteps.at(std::size_t(state)));
}
QString nameOf(Effect effect)
{
    return QLatin1String(kEffects.at(std::size_t(effect)));
}
std::optional<RunState> runStateOf(const QString &name)
{
    return valueIn<RunState>(kStates, name);
}
std::optional<StepRecord::State> stepStateOf(const QString &name)
{
    return valueIn<StepRecord::State>(kSteps, name);
}

bool mayFollow(RunState from, RunState to)
{
    using S = RunState;
    switch (from) {
    case S::Planned:
        return isOneOf(to, { S::AwaitingApproval, S::Expired, S::Rejected, S::Cancelled, S::Blocked });
    case S::AwaitingApproval:
        return isOneOf(to, { S::Approved, S::Expired, S::Rejected, S::Cancelled, S::Blocked });
    case S::Approved:
        return isOneOf(to, { S::Preflight, S::AwaitingApproval, S::Expired, S::Rejected, S::Cancelled, S::Blocked });
    case S::Preflight:
        return isOneOf(to, { S::Running, S::AwaitingApproval, S::Approved, S::Expired, S::Blocked });
    case S::Running:
        return isOneOf(to, { S::Verifying, S::Succeeded, S::RollingBack, S::Failed, S::Cancelled, S::NeedsHuman });
    case S::Verifying:
        return isOneOf(to, { S::Succeeded, S::Inconclusive, S::Harmful });
    case S::Harmful:
    case S::Succeeded:
    case S::Inconclusive:
    case S::Failed:
    case S::Cancelled:
    case S::RollbackFailed:
        return to == S::RollingBack;
    case S::NeedsHuman:
        return isOneOf(to, { S::Running, S::RollingBack, S::Failed, S::RollbackFailed });
    case S::RollingBack:
        return isOneOf(to, { S::RolledBack, S::RollbackFailed, S::NeedsHuman });
    case S::RolledBack:
    case S::Expired:
    case S::Rejected:
    case S::Blocked:
        return false;
    }
    return false;
}

bool isActive(RunState state)
{
    return isOneOf(state, { RunState::Preflight, RunState::Running, RunState::Verifying, RunState::RollingBack });
}

bool isPending(RunState state)
{
    return isOneOf(state, { RunState::Planned, RunState::AwaitingApproval, RunState::Approved });
}

} // namespace lepto
