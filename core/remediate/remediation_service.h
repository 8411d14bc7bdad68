#pragma once

#include "core/audit/audit_log.h"
#include "core/remediate/approval.h"
#include "core/remediate/catalogue.h"
#include "core/remediate/evaluator.h"
#include "core/remediate/run_gate.h"
#include "core/remediate/run_journal.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace lepto {

class RunDriver;

/// What the service works with; all but the values outlives it.
struct RemediationParts {
    OpsDatabase &db;
    AuditLog &audit;
    const Catalogue &catalogue;
    const Clock &clock;
    SigningKey key;                   ///< signs this person's approvals
    Evaluator evaluate;
    QString folder;                   ///< for command journals and outputs; made 0700
    QString user;
    QList<QByteArray> approvers;      ///< public keys of other people whose signatures count
};

/// The one path from a runbook to an effect: plan -> (dry run) -> approval -> preflight -> run -> verify -> outcome or way back.
/// Read-only until `arm`. Requests return at once; what happens comes as runChanged. Survives a crash at any point: call
/// `recover()` once at start-up. Lives in the engine's thread. Errors of every request: NotFound, Conflict (wrong state, changed
/// meanwhile), Refused (with what to do), the database's.
class RemediationService : public QObject {
    Q_OBJECT
public:
    explicit RemediationService(RemediationParts parts, QObject *parent = nullptr);
    ~RemediationService() override;

    Result<void> load();              ///< reads all runs again; emits what another process changed
    const std::vector<Run> &runs() const { return m_runs; }   ///< newest first
    const Run *find(const QString &plan) const;

    /// Plans for every runbook that this incident calls for and whose parameters are all known; one that is pending already is
    /// kept. Best first; `reason` says why. Plans that cannot be made are left out.
    std::vector<Run> suggest(const Incident &incident);
    Result<Run> plan(const QString &runbook, const Incident *incident, const ParameterValues &given);

    Result<void> dryRun(const QString &plan);
    /// Signs with this console's key; `hash` is what the person saw.
    Result<void> approve(const QString &plan, const QString &hash, const QString &reason);
    /// A signature that came from elsewhere. Errors: Refused (unknown key, other plan, expired), Conflict (the same key twice).
    Result<void> addApproval(const QString &plan, const Approval &approval);
    Result<void> reject(const QString &plan, const QString &reason);
    Result<void> execute(const QString &plan);
    Result<void> cancel(const QString &plan);
    Result<void> rollBack(const QString &plan);
    /// A person's answer to NeedsHuman: it happened (the run goes on) or it did not (the run has failed).
    Result<void> settle(const QString &plan, bool happened, const QString &reason);

    /// Takes up what a crash left, unless another process drives it.
    Result<void> recover();

    Result<void> arm(TimeMs until, const QString &reason);
    Result<void> stopAll(bool stop);
    TimeMs armedUntil() const { return m_gate.armedUntil(); }
    bool stopped() const { return m_gate.stopped(); }
    RunGate &gate() { return m_gate; }

Q_SIGNALS:
    void runChanged(const lepto::Run &run);
    void gateChanged();
    void failed(const QString &what); ///< a record could not be written; the run waits

private:
    Result<Run> change(const QString &plan, const QString &auditType, const std::function<Result<void>(Run &)> &edit);
    Result<Run> create(Run run, const QString &auditType);
    void take(const Run &run);
    void expire();
    using Edit = std::function<Result<void>(Run &)>;
    /// Errors: Conflict where another process drives it.
    Result<RunDriver *> drive(const Run &run);
    /// Takes the run over, changes it, and lets the driver begin from the event loop.
    Result<void> changeAndDrive(const QString &plan, const QString &auditType, const Edit &edit, void (RunDriver::*start)());
    const Run *pendingFor(const Runbook &runbook, qint64 incident) const;

    RemediationParts m_parts;
    RunJournal m_journal;
    RunGate m_gate;
    std::vector<Run> m_runs;
    std::map<QString, RunDriver *> m_drivers;
    QTimer m_timer;
};

} // namespace lepto
