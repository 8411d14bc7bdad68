#pragma once

#include "core/audit/audit_log.h"
#include "core/base/clock.h"
#include "core/remediate/run.h"
#include "core/store/ops_database.h"

#include <functional>

namespace lepto {

/// Where runs are kept: every edge and every step record is one transaction with its audit entry, durable when the call returns.
/// An intent is written here before its effect begins. Thread: the database's; `db`, `audit`, `clock` outlive it.
class RunJournal {
public:
    RunJournal(OpsDatabase &db, AuditLog &audit, const Clock &clock);

    Result<std::vector<Run>> readAll() const;
    Result<Run> read(const QString &id) const;
    Result<Run> create(Run run, const QString &actor, const QString &auditType);
    /// `edit` gets the run as the database has it, inside the transaction, and may refuse. `updatedAt` is set here.
    /// Errors: NotFound, Conflict (no such edge), Damaged (changed plan), what `edit` says, the database's.
    Result<Run> change(
        const QString &id, const QString &actor, const QString &auditType, const std::function<Result<void>(Run &)> &edit);

private:
    Result<void> leave(const Run &before, const Run &after, const QString &actor, const QString &auditType);

    OpsDatabase &m_db;
    AuditLog &m_audit;
    const Clock &m_clock;
};

} // namespace lepto
