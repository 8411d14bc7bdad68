#include "core/store/database.h"

#include "core/store/sqlite_error.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

namespace lepto {

namespace {

constexpr int kLargestValue = 256 << 20; ///< bytes; a row that claims more is hostile

/// A file that nobody can write beside (read-only folder, no log) is readable only as immutable.
bool needsImmutable(const QString &file)
{
    const QFileInfo folder(QFileInfo(file).absolutePath());
    return !folder.isWritable() && QFileInfo(file + QStringLiteral("-wal")).size() == 0;
}

QByteArray uriOf(const QString &file, bool immutable)
{
    QByteArray uri = "file:" + QUrl::toPercentEncoding(QFileInfo(file).absoluteFilePath(), "/");
    return immutable ? uri + "?immutable=1" : uri;
}

void harden(sqlite3 *db)
{
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, Database::kBusyMs);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kLargestValue);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access)
{
    if (access == Access::ReadOnly && needsImmutable(file))
        access = Access::Immutable;
    const int flags = access == Access::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3 *db = nullptr;
    const int code = sqlite3_open_v2(uriOf(file, access == Access::Immutable).constData(), &db,
        flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    std::unique_ptr<Database> opened(new Database(db, file));
    if (code != SQLITE_OK)
        return sqliteError(code, file);
    harden(db);
    if (access != Access::ReadWrite)
        opened->exec("PRAGMA query_only=1");
    opened->exec("PRAGMA cache_size=-8192");
    opened->exec("PRAGMA temp_store=MEMORY");
    opened->ask("PRAGMA schema_version"); // the first look into the file
    if (auto good = opened->result(); !good)
        return good.error();
    return opened;
}

Database::~Database()
{
    for (const auto &[sql, statement] : m_idle)
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

bool Database::exec(const char *sql)
{
    if (failed())
        return false;
    if (const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        fail(code, sqlite3_errmsg(m_db));
    return !failed();
}

std::int64_t Database::ask(const char *sql, std::int64_t absent)
{
    Query query(*this, sql);
    return query.next() ? query.integer(0) : absent;
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_db);
}

void Database::fail(int code, std::string_view detail)
{
    if (failed())
        return;
    m_failure = code;
    m_detail = QString::fromUtf8(detail.data(), qsizetype(detail.size()));
}

Result<void> Database::result()
{
    const int code = std::exchange(m_failure, 0);
    if (code == 0)
        return {};
    return sqliteError(code, m_file, std::exchange(m_detail, QString()));
}

sqlite3_stmt *Database::borrow(const char *sql)
{
    if (auto idle = m_idle.extract(sql))
        return idle.mapped();
    sqlite3_stmt *statement = nullptr;
    if (failed())
        return nullptr;
    if (const int code = sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr); code != SQLITE_OK)
        fail(code == SQLITE_ERROR ? SQLITE_CORRUPT : code, sqlite3_errmsg(m_db)); // our own SQL: the schema is not ours
    return statement;
}

void Database::giveBack(const char *sql, sqlite3_stmt *statement)
{
    if (!statement)
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (!m_idle.emplace(sql, statement).second)
        sqlite3_finalize(statement);
}

bool Query::next()
{
    if (m_db.failed() || !m_statement)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_db.fail(code, sqlite3_errmsg(m_db.m_db));
    return code == SQLITE_ROW;
}

bool Query::run()
{
    next();
    if (m_statement)
        sqlite3_reset(m_statement);
    return !m_db.failed();
}

std::int64_t Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

ByteView Query::blob(int column) const
{
    const auto *data = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement, column));
    return { data, data ? std::size_t(sqlite3_column_bytes(m_statement, column)) : 0 };
}

std::string_view Query::text(int column) const
{
    const ByteView data = blob(column);
    return { reinterpret_cast<const char *>(data.data()), data.size() };
}

void Query::bindOne(int column, std::int64_t value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, column, value);
}

void Query::bindOne(int column, ByteView value)
{
    if (m_statement)
        sqlite3_bind_blob64(m_statement, column, value.empty() ? reinterpret_cast<const std::uint8_t *>("") : value.data(),
            value.size(), SQLITE_STATIC);
}

void Query::bindOne(int column, std::string_view value)
{
    if (m_statement)
        sqlite3_bind_text64(m_statement, column, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

WriteTransaction::~WriteTransaction()
{
    if (m_open)
        sqlite3_exec(m_db.handle(), "ROLLBACK", nullptr, nullptr, nullptr); // also where an earlier failure holds exec back
}

Result<void> WriteTransaction::commit()
{
    if (m_db.exec("COMMIT"))
        m_open = false;
    return m_db.result();
}

ReadTransaction::~ReadTransaction()
{
    if (m_open)
        sqlite3_exec(m_db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace lepto
