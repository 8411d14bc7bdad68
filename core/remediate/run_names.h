#pragma once

#include "core/remediate/run.h"

#include <optional>

namespace lepto {

/// The words under which these codes are stored and typed on the command line. Not for display.
QString nameOf(RunState state);
QString nameOf(StepRecord::State state);
QString nameOf(Effect effect);
std::optional<RunState> runStateOf(const QString &name);
std::optional<StepRecord::State> stepStateOf(const QString &name);

/// The edges of the state machine; a state is no edge to itself.
bool mayFollow(RunState from, RunState to);
/// Something is being done right now: preflight, running, verifying, rolling back.
bool isActive(RunState state);
/// Waits for a person or for its expiry: planned, awaiting approval, approved.
bool isPending(RunState state);

} // namespace lepto
