#pragma once

#include "core/alerts/alert.h"
#include "core/base/severity.h"
#include "core/incidents/incident.h"
#include "ui/theme/marks.h"

#include <QUrl>

namespace lepto {

/// How an alert stands for a person: does it want somebody, and if not, why.
enum class AlertStanding : quint8 { Active, Silenced, Inhibited, Pending };
AlertStanding standingOf(const Alert &alert);

/// What is read off labels, annotations and links. Pure but for the language; everything untrusted comes back as one safe line.
QString alertName(const Labels &labels);
QString alertSummary(const Alert &alert);          ///< annotation `summary`, else `description`, else nothing
QString alertSubject(const Labels &labels);        ///< what tells it from others of its name: `instance="db-1", job="node"`
Severity severityOf(const Labels &labels);         ///< of the label `severity`; an unknown word is Info
QString severityWord(const Labels &labels);        ///< that label as it is, or the word of the severity
MarkCode markOf(const Alert &alert);
MarkCode markOf(SilenceState state);
QString alertStateText(const Alert &alert);
QString silenceStateText(SilenceState state);

/// A link that may be opened by a click: http or https with a host. Anything else is invalid.
QUrl webLink(const QString &text);
/// What Explore can show about it: the rule's expression out of the generator's link, else a selector of what it is about. May be empty.
QString exploreExpression(const Alert &alert);
/// The open incident of the same service (label service, job or instance) that covers the alert's begin; 0: none.
qint64 incidentOf(const Alert &alert, const std::vector<Incident> &incidents);

/// A source that did not answer last time: what it showed is old.
inline bool isDead(const AlertSourceState &source) { return source.state.failures > 0; }
/// The names of the sources where silences can be made.
QStringList alertmanagersOf(const AlertSnapshot &snapshot);
struct AlertCounts {
    int active = 0, silenced = 0, inhibited = 0, pending = 0;
    int all() const { return active + silenced + inhibited + pending; }
};
AlertCounts countAlerts(const std::vector<Alert> &alerts);

} // namespace lepto
