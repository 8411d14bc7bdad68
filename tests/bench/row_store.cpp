#include "row_store.h"

#include <sqlite3.h>

namespace lepto::bench {

RowStore::RowStore(const QString &file)
{
    sqlite3_open(file.toUtf8().constData(), &m_db);
    sqlite3_exec(m_db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "CREATE TABLE sample(series INTEGER, t INTEGER, v REAL, PRIMARY KEY(series, t)) WITHOUT ROWID",
        nullptr, nullptr, nullptr);
    sqlite3_prepare_v2(m_db, "INSERT INTO sample VALUES(?,?,?)", -1, &m_insert, nullptr);
    sqlite3_prepare_v2(m_db, "SELECT (t-?2)/?4, min(v), max(v) FROM sample WHERE series=?1 AND t BETWEEN ?2 AND ?3 GROUP BY 1",
        -1, &m_columns, nullptr);
}

RowStore::~RowStore()
{
    sqlite3_finalize(m_insert);
    sqlite3_finalize(m_columns);
    sqlite3_close(m_db);
}

void RowStore::begin()
{
    sqlite3_exec(m_db, "BEGIN", nullptr, nullptr, nullptr);
}
void RowStore::commit()
{
    sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr);
}
void RowStore::shrink()
{
    sqlite3_exec(m_db, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
}

void RowStore::add(SeriesId series, Sample sample)
{
    sqlite3_bind_int64(m_insert, 1, series);
    sqlite3_bind_int64(m_insert, 2, sample.t);
    sqlite3_bind_double(m_insert, 3, sample.v);
    sqlite3_step(m_insert);
    sqlite3_reset(m_insert);
}

int RowStore::columns(SeriesId series, TimeMs from, TimeMs to, int columns)
{
    sqlite3_bind_int64(m_columns, 1, series);
    sqlite3_bind_int64(m_columns, 2, from);
    sqlite3_bind_int64(m_columns, 3, to);
    sqlite3_bind_int64(m_columns, 4, (to - from) / columns + 1);
    int rows = 0;
    while (sqlite3_step(m_columns) == SQLITE_ROW)
        ++rows;
    sqlite3_reset(m_columns);
    return rows;
}

} // namespace lepto::bench
