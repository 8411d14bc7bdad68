#pragma once

#include "core/changes/annotation_writer.h"
#include "core/incidents/incident.h"

namespace lepto {

/// What stands in Grafana about an incident or a label region: title, service, severity and verdict as text and tags; an incident that goes on
/// is one moment until it ends.
AnnotationDraft draftOf(const Incident &incident);
AnnotationDraft draftOf(const LabelRegion &label);

} // namespace lepto
