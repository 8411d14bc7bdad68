#pragma once

#include "core/incidents/incident.h"

#include <optional>

namespace lepto {

/// The words under which these codes are stored, exported and typed on the command line. Not for display.
QString nameOf(IncidentState state);
QString nameOf(Verdict verdict);
QString nameOf(TimelineEntry::Kind kind);
QString nameOf(LabelRegion::Class cls);
QString nameOf(Severity severity);

/// Empty where the word is unknown.
std::optional<IncidentState> incidentStateOf(const QString &name);
std::optional<Verdict> verdictOf(const QString &name);
std::optional<TimelineEntry::Kind> timelineKindOf(const QString &name);
std::optional<LabelRegion::Class> labelClassOf(const QString &name);
std::optional<Severity> severityOf(const QString &name);

} // namespace lepto
