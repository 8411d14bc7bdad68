#pragma once

#include "ui/console.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stepper.h"

namespace lepto {

/// A plan as the Actions page shows it, part by part. Pure but for the language.
std::vector<TableColumn> argvColumns();
/// Each element of each argument list on a line of its own, then the way back.
std::vector<CellModel::Row> argvRows(const Plan &plan);

std::vector<TableColumn> logColumns();
/// Steps that ran, newest last. The key is the place in `run.steps`.
std::vector<CellModel::Row> logRows(const Run &run, bool utc);

std::vector<TableColumn> guardColumns();
std::vector<CellModel::Row> guardRows(const Run &run);

std::vector<Stepper::Step> runStages(const Run &run, TimeMs now, bool utc);
int runStage(const Run &run);         ///< place of the current one

std::vector<KeyValues::Row> planFacts(const Plan &plan, TimeMs now, bool utc);
std::vector<KeyValues::Row> effectFacts(const Run &run);
std::vector<KeyValues::Row> failureFacts(const Plan &plan);

/// The argument lists quoted for a POSIX shell, for reading and pasting elsewhere.
QString asScript(const Plan &plan);
QString dryRunOutput(const Run &run); ///< empty: no dry run yet

} // namespace lepto
