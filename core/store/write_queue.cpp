#include "core/store/write_queue.h"

namespace lepto {

WriteQueue::WriteQueue(Store &store, std::size_t capacity)
    : m_store(store)
    , m_capacity(capacity)
    , m_thread([this] { run(); })
{ }

WriteQueue::~WriteQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool WriteQueue::push(Batch batch, std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    if (!hasRoom(batch.size())) {
        const auto start = std::chrono::steady_clock::now();
        const bool room = m_changed.wait_for(lock, patience, [&] { return hasRoom(batch.size()); });
        const auto waited = std::chrono::steady_clock::now() - start;
        ++m_counts.waited;
        m_counts.waitedMs += std::chrono::duration_cast<std::chrono::milliseconds>(waited).count();
        if (!room) {
            m_counts.refused += std::int64_t(batch.size());
            return false;
        }
    }
    m_held += batch.size();
    m_queue.push_back(std::move(batch));
    m_changed.notify_all();
    return true;
}

Result<void> WriteQueue::flush()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_held == 0 && m_queue.empty(); });
    const auto error = std::exchange(m_error, std::nullopt);
    return error ? Result<void>(*error) : Result<void>();
}

WriteQueue::Counts WriteQueue::counts() const
{
    const std::lock_guard lock(m_mutex);
    Counts counts = m_counts;
    counts.queued = std::int64_t(m_held);
    return counts;
}

Result<void> WriteQueue::write(const Batch &batch)
{
    auto done = m_store.append(batch.samples);
    if (done && !batch.histograms.empty())
        done = m_store.appendHistograms(batch.histograms);
    return done ? Result<void>() : Result<void>(done.error());
}

void WriteQueue::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        const auto batch = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        const auto done = write(batch);
        if (batch.done)
            batch.done(done);
        lock.lock();
        m_held -= batch.size();
        const auto samples = std::int64_t(batch.size());
        m_counts.batches += bool(done);
        (done ? m_counts.samples : m_counts.failed) += samples;
        if (!done && !m_error)
            m_error = done.error();
        m_changed.notify_all();
    }
}

} // namespace lepto
