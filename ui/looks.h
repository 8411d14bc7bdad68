#pragma once

#include "core/audit/audit_entry.h"
#include "core/incidents/incident.h"
#include "core/models/model.h"
#include "core/remediate/run.h"
#include "core/sources/source.h"
#include "ui/theme/marks.h"

namespace lepto {

/// Which mark a state of the core gets. Pure.
MarkCode markOf(SourceState::Code code);
MarkCode markOf(RunState state);
MarkCode markOf(StepRecord::State state);
MarkCode markOf(ModelStage stage);
MarkCode markOf(TrainingJob::State state);
MarkCode markOf(IncidentState state);
MarkCode markOf(AuditVerdict::Code code);

/// The picture of resources/icons for an entry of a time line or of the audit record.
QString iconOf(TimelineEntry::Kind kind);
QString auditIcon(const QString &type);

/// What the queue asks of a person.
bool needsDecision(RunState state);
bool isOver(RunState state);
bool isUnderWay(RunState state);
bool isOver(TrainingJob::State state);

} // namespace lepto
