#include "core/store/read_pool.h"

namespace lepto {

Result<ReadPool::View> ReadPool::view()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto db = std::move(m_idle.back());
            m_idle.pop_back();
            return View(*this, std::move(db));
        }
    }
    auto db = Database::open(m_file, m_access);
    if (!db)
        return db.error();
    return View(*this, std::move(*db));
}

void ReadPool::giveBack(std::unique_ptr<Database> db)
{
    (void)db->result(); // whoever asked has taken it
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(db));
}

ReadPool::View::~View()
{
    if (!m_db)
        return;
    m_read.reset();
    m_pool->giveBack(std::move(m_db));
}

} // namespace lepto
