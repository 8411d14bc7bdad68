#pragma once

#include "core/incidents/incident_store.h"
#include "core/remediate/remediation_service.h"

#include <QObject>

#include <map>

namespace lepto {

/// Writes what becomes of a run into the timeline of its incident, and says there that somebody is mitigating while it runs.
/// Lives in the engine's thread; `service` and `incidents` outlive it.
class IncidentReporter : public QObject {
    Q_OBJECT
public:
    IncidentReporter(RemediationService &service, IncidentStore &incidents, QObject *parent = nullptr);

private:
    void report(const Run &run);
    void setMitigating(const Incident &incident, bool mitigating, const QString &actor);

    IncidentStore &m_incidents;
    std::map<QString, RunState> m_seen;
};

} // namespace lepto
