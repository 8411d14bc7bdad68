#pragma once

#include "core/store/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace lepto::bench {

/// The peer: what one writes first, a row a sample in SQLite (WAL, synchronous=NORMAL, primary key series and time).
class RowStore {
public:
    explicit RowStore(const QString &file);
    ~RowStore();

    void begin();
    void add(SeriesId series, Sample sample);
    void commit();
    /// min and max a column by one GROUP BY; answers the number of columns.
    int columns(SeriesId series, TimeMs from, TimeMs to, int columns);
    void shrink(); ///< writes the log into the file

private:
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_columns = nullptr;
};

} // namespace lepto::bench
