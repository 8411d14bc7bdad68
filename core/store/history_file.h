#pragma once

#include "core/store/database.h"

namespace lepto {

/// What makes an SQLite file a history of ours: its application id, page size and schema.
namespace history_file {

constexpr int kHistoryId = 0x4c707448; ///< "LptH", history.db
constexpr int kBundleId = 0x4c707442; ///< "LptB", *.lepto

/// Reads and checks only. Errors: Damaged where the file holds something else, Refused where a newer version wrote it.
Result<void> identify(Database &db, int applicationId);
/// Creates or migrates; a file that is not ours is left alone.
Result<void> prepare(Database &db, int applicationId);

} // namespace history_file

} // namespace lepto
