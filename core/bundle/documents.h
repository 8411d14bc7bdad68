#pragma once

#include "core/audit/audit_entry.h"
#include "core/health/health.h"
#include "core/incidents/incident.h"
#include "core/models/model.h"
#include "core/remediate/run.h"
#include "ml/base/result.h"

#include <QJsonObject>

namespace lepto {

/// The console's values as JSON documents: what a bundle carries beside its samples and what the command line prints with --json.
/// Enums are words, times are milliseconds, numbers that are not finite are null. Reading tolerates missing fields (their defaults) and
/// refuses unknown words, since a bundle is somebody else's file. Pure; any thread.
QJsonObject toJson(const Labels &labels);
QJsonObject toJson(const Anomaly &anomaly);
QJsonObject toJson(const Incident &incident);
QJsonObject toJson(const LabelRegion &label);
QJsonObject toJson(const Run &run);
QJsonObject toJson(const ModelVersion &model);
QJsonObject toJson(const TrainingJob &job);
QJsonObject toJson(const AuditEntry &entry);
QJsonObject toJson(const ServiceState &service);

Labels labelsFromJson(const QJsonObject &object);
Anomaly anomalyFromJson(const QJsonObject &object);
Result<Incident> incidentFromJson(const QJsonObject &object);
Result<LabelRegion> labelFromJson(const QJsonObject &object);
Result<Run> runFromJson(const QJsonObject &object);
Result<ModelVersion> modelFromJson(const QJsonObject &object);
AuditEntry auditEntryFromJson(const QJsonObject &object);

} // namespace lepto
