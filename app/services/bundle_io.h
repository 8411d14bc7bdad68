#pragma once

#include "core/audit/audit_entry.h"
#include "core/bundle/bundle.h"
#include "core/changes/change.h"
#include "core/incidents/incident.h"
#include "core/models/model.h"
#include "core/remediate/run.h"

#include <vector>

namespace lepto {

class Services;

/// The decisions that travel with a stretch of history.
struct BundleDocuments {
    std::vector<Incident> incidents;
    std::vector<LabelRegion> labels;
    std::vector<Run> runs;
    std::vector<ModelVersion> models;
    std::vector<AuditEntry> audit;
    std::vector<Change> changes;
};

/// Saves [from, to] with everything decided in it. Secrets and settings never travel. Errors: those of the bundle and the store.
Result<BundleManifest> saveBundle(Services &services, const QString &file, const QString &name, TimeMs from, TimeMs to);
/// Errors: Damaged where a document is not one of ours.
Result<BundleDocuments> readDocuments(const Bundle &bundle);

} // namespace lepto
