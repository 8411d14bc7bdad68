#pragma once

#include "ml/base/result.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>
#include <vector>

class QSqlError;
class QSqlQuery;

namespace lepto {

struct Migration;

/// The database of decisions: incidents, labels, runs, audit, models. `ops.db` (SQLite, journal WAL, synchronous=FULL), or a PostgreSQL that
/// a team shares, with the same tables.
/// Migrations are the files resources/migrations/ops_NNN_*.sql, applied in order, each in one transaction; any room may add one, in SQL that
/// both understand, or with a twin `postgresql_ops_NNN_*.sql`.
/// Several processes may hold it; writers take `begin()`, which makes them one after another (BEGIN IMMEDIATE; an advisory lock), and wait at
/// most 5 s. A lost link fails what was under way as a whole, and is made anew with the next call.
/// One instance belongs to the thread that made it, like every QSqlDatabase.
class OpsDatabase {
public:
    enum class Mode { ReadWrite, ReadOnly };
    enum class Backend { Sqlite, Postgres };

    /// `place`: a file, or an address (see OpsAddress). Errors: NotFound, Damaged (not ours), Refused (newer, login), Unavailable.
    static Result<std::unique_ptr<OpsDatabase>> open(const QString &place, Mode mode = Mode::ReadWrite);
    ~OpsDatabase();

    QSqlDatabase handle() const;
    bool readOnly() const { return m_readOnly; }
    QString file() const { return m_place; }         ///< the file, or the address as it may be shown
    Backend backend() const { return m_backend; }

    /// A write transaction: rolls back when it dies uncommitted. Errors: Exhausted (disk full), Conflict (busy), Damaged, Unavailable.
    class Transaction {
    public:
        Transaction(Transaction &&other) noexcept;
        ~Transaction();
        Result<void> commit();

    private:
        friend class OpsDatabase;
        explicit Transaction(OpsDatabase &ops);
        OpsDatabase *m_ops;                          ///< null once it is over
    };
    Result<Transaction> begin();

    /// Whether someone else may have changed it since the last call; true at the first.
    bool changed();

    /// The last SQL error as one of ours, with the database as subject.
    Error errorOf(const QSqlQuery &query) const;
    static Error errorOf(const QSqlDatabase &db, const QSqlQuery &query);
    /// Makes a lost link anew; never within a transaction, whose beginning went with the link.
    Result<void> revive() const;

private:
    OpsDatabase(QString connection, QString place, bool readOnly, Backend backend);
    Result<void> connect() const;
    Result<void> migrate(const std::vector<Migration> &known);

    QString m_connection, m_place, m_address;
    bool m_readOnly, m_writing = false;
    Backend m_backend;
    mutable bool m_lost = false;
    qint64 m_seen = -1;
};

} // namespace lepto
