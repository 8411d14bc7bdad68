#pragma once

#include "core/incidents/incident.h"
#include "core/store/ops_database.h"

namespace lepto {

/// Incidents as rows of ops.db. Writers are called inside a transaction. NaN and infinities are kept as NULL.
namespace incidentrows {

Result<std::vector<Incident>> readAll(const OpsDatabase &db);    ///< newest first
/// Errors: NotFound.
Result<Incident> read(const OpsDatabase &db, qint64 id);
Result<qint64> nextId(const OpsDatabase &db);
Result<void> insert(const OpsDatabase &db, const Incident &incident);
/// Rewrites the head, adds the timeline entries that `before` lacks, replaces the anomalies that differ from `before`.
Result<void> update(const OpsDatabase &db, const Incident &before, const Incident &after);
Result<void> putAnomaly(const OpsDatabase &db, qint64 incident, const Anomaly &anomaly);

} // namespace incidentrows

} // namespace lepto
