#pragma once

#include "core/remediate/run.h"
#include "core/store/ops_database.h"

namespace lepto {

/// Runs as rows of ops.db. Writers are called inside a transaction.
/// A plan whose stored bytes or hash were changed comes back as Blocked with the reason and without steps.
namespace runrows {

Result<std::vector<Run>> readAll(const OpsDatabase &db);   ///< newest first
/// Errors: NotFound.
Result<Run> read(const OpsDatabase &db, const QString &id);
Result<void> insert(const OpsDatabase &db, const Run &run);
/// Approvals that `after` lacks are marked void, step records that differ are rewritten, new ones are added.
Result<void> update(const OpsDatabase &db, const Run &before, const Run &after);

} // namespace runrows

} // namespace lepto
