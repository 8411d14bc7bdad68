#pragma once

#include "core/audit/audit_log.h"
#include "core/base/clock.h"
#include "core/incidents/incident.h"
#include "core/store/ops_database.h"

#include <QObject>

#include <functional>
#include <vector>

namespace lepto {

/// The incidents, kept in ops.db; every change is one transaction with its timeline entry and its audit entry.
///
///     Open -> Acknowledged -> Mitigating -> Resolved -> Closed      Open may jump ahead to Mitigating or Resolved,
///     Mitigating -> Acknowledged, Resolved -> Open (it came back)
///
/// A verdict and a note may come at any time. Lives in the engine's thread; `db`, `audit`, `clock` outlive it.
/// Errors of every change: NotFound, Conflict (the state forbids it), BadInput, and the database's.
class IncidentStore : public QObject {
    Q_OBJECT
public:
    IncidentStore(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QObject *parent = nullptr);

    /// Reads everything again; emits incidentChanged or incidentAdded for what another process did meanwhile.
    Result<void> load();
    const std::vector<Incident> &incidents() const { return m_incidents; } ///< newest first
    const Incident *find(qint64 id) const;
    static bool allowed(IncidentState from, IncidentState to);

    /// Gives it a number, the detection time and its first timeline entries. Actor: "detector".
    Result<Incident> open(Incident draft);
    Result<void> acknowledge(qint64 id) { return setState(id, IncidentState::Acknowledged, m_user); }
    Result<void> resolve(qint64 id) { return setState(id, IncidentState::Resolved, m_user); }
    Result<void> close(qint64 id) { return setState(id, IncidentState::Closed, m_user); }
    /// `ended` counts for Resolved only; 0: now.
    Result<void> setState(qint64 id, IncidentState state, const QString &actor, TimeMs ended = 0);
    Result<void> setVerdict(qint64 id, Verdict verdict);
    Result<void> addNote(qint64 id, const QString &text);
    /// What others did about it: suggested, planned, step, verified, label, health, ...
    Result<void> addEntry(qint64 id, TimelineEntry::Kind kind, const QString &text, const QString &actor);

    /// Any other change as one transaction; `edit` gets the incident as the database has it and adds its own timeline entries.
    Result<void> change(
        qint64 id, const QString &actor, const QString &auditType, const std::function<Result<void>(Incident &)> &edit);
    /// The ends and scores of anomalies that only grew: one transaction for all, no timeline and no audit entry.
    Result<void> growAnomalies(const std::vector<std::pair<qint64, Anomaly>> &grown);

Q_SIGNALS:
    void incidentAdded(const lepto::Incident &incident);
    void incidentChanged(const lepto::Incident &incident);

private:
    void replace(const Incident &incident);

    OpsDatabase &m_db;
    AuditLog &m_audit;
    const Clock &m_clock;
    QString m_user;
    std::vector<Incident> m_incidents;
};

} // namespace lepto
