#pragma once

#include "core/store/database.h"

namespace lepto::log_file {

constexpr int kLogsId = 0x4c70744c; ///< "LptL", logs.db

/// Reads and checks only. Errors: Damaged where the file holds something else, Refused where a newer version wrote it.
Result<void> identify(Database &db);
/// Creates or migrates; a file that is not ours is left alone.
Result<void> prepare(Database &db);

} // namespace lepto::log_file
