#pragma once

#include "core/audit/audit_log.h"
#include "core/base/clock.h"
#include "core/incidents/incident.h"
#include "core/store/ops_database.h"

#include <QObject>

#include <vector>

namespace lepto {

/// The regions that engineers marked, kept in ops.db; they may overlap. Each change is one transaction with its audit entry.
/// Lives in the engine's thread; `db`, `audit`, `clock` outlive it.
class LabelStore : public QObject {
    Q_OBJECT
public:
    LabelStore(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QObject *parent = nullptr);

    Result<void> load();
    const std::vector<LabelRegion> &labels() const { return m_labels; }   ///< by begin, then number
    /// Those of one series that touch [from, to].
    std::vector<LabelRegion> labels(const Labels &series, TimeMs from, TimeMs to) const;

    /// Gives it a number, an author and a time. Errors: BadInput (empty or reversed region, reason too long).
    Result<LabelRegion> add(LabelRegion label);
    /// Errors: NotFound.
    Result<void> remove(qint64 id);
    /// Takes back the last add or remove of this session. Errors: Conflict when there is none left.
    Result<void> undo();
    bool canUndo() const { return !m_undo.empty(); }

Q_SIGNALS:
    void labelAdded(const lepto::LabelRegion &label);
    void labelRemoved(const lepto::LabelRegion &label);

private:
    enum class Change { Added, Removed };
    Result<void> setRemoved(qint64 id, bool removed, const QString &auditType);
    Result<void> commit(OpsDatabase::Transaction &transaction, const QString &auditType, const LabelRegion &label);

    OpsDatabase &m_db;
    AuditLog &m_audit;
    const Clock &m_clock;
    QString m_user;
    std::vector<LabelRegion> m_labels;
    std::vector<std::pair<Change, qint64>> m_undo;
};

} // namespace lepto
