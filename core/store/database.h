#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/result.h"

#include <QString>

#include <memory>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace lepto {

/// One connection to an SQLite file. Used by one thread at a time.
/// The first failure is kept and everything after it does nothing until `result()` takes it: a sequence of statements is
/// written without a check after each, and asked once at its end.
class Database {
public:
    enum class Access {
        ReadWrite, ///< creates the file
        ReadOnly,
        Immutable ///< ReadOnly, and nobody writes meanwhile: no locks, no files beside it
    };
    static constexpr int kBusyMs = 5000; ///< how long a writer waits for another
    static Result<std::unique_ptr<Database>> open(const QString &file, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    bool exec(const char *sql);
    std::int64_t ask(const char *sql, std::int64_t absent = 0); ///< first column of the first row
    std::int64_t lastRowId() const;
    void fail(int code, std::string_view detail = {});
    bool failed() const { return m_failure != 0; }
    Result<void> result(); ///< what failed since the last call; forgets it
    sqlite3 *handle() const { return m_db; }
    QString file() const { return m_file; }

private:
    friend class Query;
    Database(sqlite3 *db, QString file)
        : m_db(db)
        , m_file(std::move(file))
    { }
    sqlite3_stmt *borrow(const char *sql);
    void giveBack(const char *sql, sqlite3_stmt *statement);

    sqlite3 *m_db;
    QString m_file;
    int m_failure = 0;
    QString m_detail;
    std::unordered_map<const char *, sqlite3_stmt *> m_idle; ///< prepared statements by their literal
};

/// One use of a prepared statement; `sql` is a string literal. Blobs and texts read are valid until the next step.
class Query {
public:
    Query(Database &db, const char *sql)
        : m_db(db)
        , m_sql(sql)
        , m_statement(db.borrow(sql))
    { }
    ~Query() { m_db.giveBack(m_sql, m_statement); }
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    template <typename... Values>
    Query &bind(const Values &...values)
    {
        int column = 0;
        (bindOne(++column, values), ...);
        return *this;
    }
    bool next(); ///< steps to a row; false at the end or after a failure
    bool run(); ///< executes a statement without rows and makes it ready for other values

    std::int64_t integer(int column) const;
    ByteView blob(int column) const;
    std::string_view text(int column) const;

private:
    void bindOne(int column, std::int64_t value);
    void bindOne(int column, int value) { bindOne(column, std::int64_t(value)); }
    void bindOne(int column, ByteView value);
    void bindOne(int column, const Bytes &value) { bindOne(column, ByteView(value)); }
    void bindOne(int column, std::string_view value);

    Database &m_db;
    const char *m_sql;
    sqlite3_stmt *m_statement;
};

/// BEGIN IMMEDIATE; rolls back when it dies uncommitted.
class WriteTransaction {
public:
    explicit WriteTransaction(Database &db)
        : m_db(db)
    {
        m_open = db.exec("BEGIN IMMEDIATE");
    }
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;
    Result<void> commit(); ///< the first failure since the beginning, or that of the commit itself

private:
    Database &m_db;
    bool m_open;
};

/// One consistent view for several reads.
class ReadTransaction {
public:
    explicit ReadTransaction(Database &db)
        : m_db(db)
    {
        m_open = db.exec("BEGIN");
    }
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Database &m_db;
    bool m_open;
};

} // namespace lepto
