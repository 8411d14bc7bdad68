#pragma once

#include "core/store/database.h"

#include <mutex>
#include <vector>

namespace lepto {

/// Read connections of one file, as many as there are readers at the same time. Thread-safe; outlives its views.
class ReadPool {
public:
    ReadPool(QString file, Database::Access access)
        : m_file(std::move(file))
        , m_access(access)
    { }

    /// One reader's consistent view of the database; gives its connection back when it dies.
    class View {
    public:
        View(ReadPool &pool, std::unique_ptr<Database> db)
            : m_pool(&pool)
            , m_db(std::move(db))
            , m_read(new ReadTransaction(*m_db))
        { }
        View(View &&) = default;
        ~View();
        Database &db() { return *m_db; }

    private:
        ReadPool *m_pool;
        std::unique_ptr<Database> m_db;
        std::unique_ptr<ReadTransaction> m_read;
    };
    Result<View> view();

private:
    void giveBack(std::unique_ptr<Database> db);

    QString m_file;
    Database::Access m_access;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Database>> m_idle;
};

} // namespace lepto
