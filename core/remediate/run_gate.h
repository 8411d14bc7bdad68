#pragma once

#include "core/audit/audit_log.h"
#include "core/base/clock.h"
#include "core/remediate/run.h"
#include "core/store/ops_database.h"

namespace lepto {

/// What stands between an approved plan and its start: write mode (off by default), STOP ALL, one run per target at a time, and
/// rates and cooldowns counted from the database, so that a restart does not forget them. A clock that was set back never
/// shortens them. Shared by all processes that hold the database. Thread: the database's.
class RunGate {
public:
    RunGate(OpsDatabase &db, AuditLog &audit, const Clock &clock);

    /// 0 when write mode is off.
    TimeMs armedUntil() const;
    bool stopped() const;
    /// `until` in the past disarms. Errors: BadInput (longer than a day), the database's.
    Result<void> arm(TimeMs until, const QString &actor, const QString &reason);
    Result<void> stop(bool stop, const QString &actor);

    /// Errors: Refused with what to do. For anything that changes the world.
    Result<void> checkOpen() const;
    /// checkOpen and the limits of this plan. Errors: Refused, Conflict (the target is busy).
    Result<void> checkStart(const Plan &plan) const;
    void setGlobalLimit(RateLimit limit) { m_global = limit; }

private:
    qint64 switchValue(const QString &name) const;
    Result<void> setSwitch(
        const QString &name, qint64 value, const QString &actor, const QString &auditType, const QJsonObject &detail);
    Result<void> checkRate(const RateLimit &limit, const QString &column, const QString &value, const QString &words) const;
    Result<qint64> ask(const QString &sql, const QVariantList &values) const;

    OpsDatabase &m_db;
    AuditLog &m_audit;
    const Clock &m_clock;
    RateLimit m_global{20, 3'600'000};
};

} // namespace lepto
