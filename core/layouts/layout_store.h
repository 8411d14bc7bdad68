#pragma once

#include "core/audit/audit_log.h"
#include "core/base/clock.h"
#include "core/layouts/layout.h"
#include "core/store/ops_database.h"

#include <QObject>

namespace lepto {

/// The layouts of the Explore page, kept in ops.db: they are backed up and shared with it. Each change is one transaction with its audit
/// entry. Lives in the engine's thread; `db`, `audit`, `clock` outlive it.
class LayoutStore : public QObject {
    Q_OBJECT
public:
    LayoutStore(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QObject *parent = nullptr);

    struct Entry {
        qint64 id = 0;
        QString title, origin;
        TimeMs savedAt = 0;
        int panels = 0, notes = 0;
    };
    Result<std::vector<Entry>> list() const;                 ///< by title
    /// Errors: NotFound, Damaged.
    Result<ExploreLayout> find(qint64 id) const;
    /// Keeps it; one with the same origin is replaced and keeps its number. Errors: BadInput (no title), the database's.
    Result<ExploreLayout> save(ExploreLayout layout);
    /// Errors: NotFound.
    Result<void> remove(qint64 id);

Q_SIGNALS:
    void changed();

private:
    Result<qint64> idFor(const QString &origin) const;

    OpsDatabase &m_db;
    AuditLog &m_audit;
    const Clock &m_clock;
    QString m_user;
};

} // namespace lepto
