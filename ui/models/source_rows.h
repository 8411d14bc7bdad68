#pragma once

#include "ui/console.h"
#include "ui/models/cell_model.h"

namespace lepto {

std::vector<TableColumn> sourceColumns();
/// One row a source with how it is doing; a source without a state yet is starting.
std::vector<CellModel::Row> sourceRows(const std::vector<SourceConfig> &sources, const ConsoleState &state);

} // namespace lepto
