#pragma once

#include "core/audit/audit_log.h"
#include "core/base/clock.h"
#include "core/changes/change.h"
#include "core/store/ops_database.h"

#include <QObject>

namespace lepto {

/// Which changes are wanted; empty parts ask for nothing. Times include both ends.
struct ChangeQuery {
    TimeMs from = 0, to = 0;       ///< to 0: no end
    Labels labels;                 ///< a change must carry each of these, or not say that name at all
    QStringList tags;              ///< each of them
    QString source;
    int limit = 1000;              ///< the newest
};

/// The changes, kept in ops.db. What sources bring is taken once by (source, externalId) and follows its source; what is entered here is
/// one transaction with its audit entry. Lives in the engine's thread; `db`, `audit`, `clock` outlive it. Other processes may write too.
class ChangeStore : public QObject {
    Q_OBJECT
public:
    ChangeStore(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QObject *parent = nullptr);

    /// Newest first.
    Result<std::vector<Change>> list(const ChangeQuery &query) const;
    /// Errors: NotFound.
    Result<Change> find(qint64 id) const;
    /// Entered here: gives it a number, an author and a time. Errors: BadInput (no title, a part too long, end before the begin).
    Result<Change> add(Change change);
    /// Errors: NotFound, Refused (not entered here).
    Result<void> remove(qint64 id);

    struct Taken {
        int added = 0, updated = 0, known = 0;
    };
    /// From a source, all or nothing. A change without an externalId gets one of its content. Errors: the database's.
    Result<Taken> take(const QString &source, std::vector<Change> changes);
    /// Forgets what sources brought from before `keepFrom`; what was entered here stays.
    Result<void> prune(TimeMs keepFrom);
    /// Emits changed() where another process has written since the last call.
    Result<void> refresh();

Q_SIGNALS:
    void changed();

private:
    Result<qint64> nextId() const;
    Result<bool> store(Change &change, Taken &taken, qint64 &next);
    Result<void> insert(const Change &change);
    Result<QString> fingerprint() const;

    OpsDatabase &m_db;
    AuditLog &m_audit;
    const Clock &m_clock;
    QString m_user;
    QString m_seen; ///< fingerprint at the last look
};

} // namespace lepto
