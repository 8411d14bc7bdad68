#pragma once

#include "core/store/store.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace lepto {

/// One thread that appends what others hand over, in the order it came, so that a source never waits for the disk unless the
/// disk is behind. Bounded: where too much is queued a push waits, and gives up when its patience ends. Thread-safe; the store
/// outlives it. What is queued when it dies is written first.
class WriteQueue {
public:
    /// What is written together. `done` is called in the queue's thread once it is durable, or with why it is not.
    struct Batch {
        std::vector<LabelledSample> samples;
        std::vector<LabelledHistogram> histograms = {};
        std::function<void(const Result<void> &)> done = {};

        std::size_t size() const { return samples.size() + histograms.size(); }
    };
    struct Counts {
        std::int64_t batches = 0, samples = 0; ///< written
        std::int64_t queued = 0; ///< samples that are not written yet
        std::int64_t waited = 0, waitedMs = 0; ///< pushes that had to wait for room, and how long in all
        std::int64_t refused = 0, failed = 0; ///< samples: no room in time; the store said no
    };
    /// `capacity`: samples. A larger batch is taken when nothing else is queued.
    WriteQueue(Store &store, std::size_t capacity);
    ~WriteQueue();

    /// False where there was no room in time: nothing of the batch is kept, and it is counted.
    bool push(Batch batch, std::chrono::milliseconds patience);
    /// Waits until everything pushed before is durable; the first error since the last flush.
    Result<void> flush();
    Counts counts() const;

private:
    void run();
    Result<void> write(const Batch &batch);
    bool hasRoom(std::size_t samples) const { return m_held == 0 || m_held + samples <= m_capacity; }

    Store &m_store;
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch> m_queue;
    std::size_t m_held = 0; ///< samples queued or being written
    Counts m_counts;
    std::optional<Error> m_error;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace lepto
