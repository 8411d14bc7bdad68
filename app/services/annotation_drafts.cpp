#include "app/services/annotation_drafts.h"

#include "core/base/text.h"
#include "core/incidents/incident_names.h"

namespace lepto {

AnnotationDraft draftOf(const Incident &incident)
{
    AnnotationDraft draft;
    draft.subject = QStringLiteral("INC-%1").arg(incident.id);
    draft.body.from = incident.onset;
    draft.body.to = incident.ended;
    draft.body.tags = QStringList { QStringLiteral("incident"), nameOf(incident.severity), nameOf(incident.state) };
    if (!incident.service.empty())
        draft.body.tags.append(QStringLiteral("service:") + qstr(incident.service));
    draft.body.text = oneLine(draft.subject + u' ' + incident.title);
    if (incident.verdict != Verdict::None)
        draft.body.text += QStringLiteral("\nverdict: ") + nameOf(incident.verdict);
    return draft;
}

AnnotationDraft draftOf(const LabelRegion &label)
{
    AnnotationDraft draft;
    draft.subject = QStringLiteral("label %1").arg(label.id);
    draft.body.from = label.from;
    draft.body.to = label.to;
    draft.body.tags = QStringList { QStringLiteral("label"), nameOf(label.cls) };
    if (const auto service = label.series.get("service"); !service.empty())
        draft.body.tags.append(QStringLiteral("service:") + qstr(service));
    draft.body.text = oneLine(nameOf(label.cls) + (label.reason.isEmpty() ? QString() : QStringLiteral(": ") + label.reason));
    draft.body.text += u'\n' + oneLine(qstr(label.series.text()), 500);
    return draft;
}

} // namespace lepto
