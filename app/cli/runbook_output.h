#pragma once

#include "app/cli/command.h"
#include "core/remediate/run.h"

namespace lepto::cli {

/// The plan as it will run: target, hash, and each command one element a line.
void showRun(Output &out, const Run &run);
void listRuns(Output &out, const std::vector<Run> &runs);

} // namespace lepto::cli
