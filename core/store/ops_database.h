#pragma once

#include "ml/base/result.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>
#include <vector>

namespace lepto {

struct Migration;

/// The database of decisions, `ops.db`: incidents, labels, runs, audit, models (journal WAL, synchronous=FULL).
/// Migrations are the files resources/migrations/ops_NNN_*.sql, applied in order, each in one transaction; any room may add one.
/// Several processes may hold it; writers take `begin()` (BEGIN IMMEDIATE) and wait at most 5 s.
/// One instance belongs to the thread that made it, like every QSqlDatabase.
class OpsDatabase {
public:
    enum class Mode { ReadWrite, ReadOnly };
    static Result<std::unique_ptr<OpsDatabase>> open(const QString &file, Mode mode = Mode::ReadWrite);
    ~OpsDatabase();

    QSqlDatabase handle() const;
    bool readOnly() const { return m_readOnly; }
    QString file() const { return m_file; }

    /// A write transaction: rolls back when it dies uncommitted. Errors: Exhausted (disk full), Conflict (busy), Damaged.
    class Transaction {
    public:
        Transaction(Transaction &&other) noexcept;
        ~Transaction();
        Result<void> commit();

    private:
        friend class OpsDatabase;
        explicit Transaction(QSqlDatabase db)
            : m_db(std::move(db))
            , m_open(true)
        { }
        QSqlDatabase m_db;
        bool m_open = false;
    };
    Result<Transaction> begin();

    /// The last SQL error as one of ours, with the database's file as subject.
    static Error errorOf(const QSqlDatabase &db, const class QSqlQuery &query);

private:
    OpsDatabase(QString connection, QString file, bool readOnly);
    Result<void> migrate(const std::vector<Migration> &known);

    QString m_connection, m_file;
    bool m_readOnly;
};

} // namespace lepto
