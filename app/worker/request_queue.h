#pragma once

#include "app/worker/answer_writer.h"
#include "ml/base/protocol.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace lepto {

/// Reads requests from a file descriptor in a thread of its own, so that a cancel arrives while a job runs. Bad and oversize lines and
/// `hello`, which is also the console's heartbeat, are answered here. At the end of input the running job is cancelled and the queue closes.
class RequestQueue {
public:
    RequestQueue(int fd, AnswerWriter &writer, nlohmann::json hello);
    ~RequestQueue();

    /// The next request, or nothing at the end of input. Clears the cancel flag.
    std::optional<ml::Request> next();
    const std::atomic<bool> &cancelFlag() const { return m_cancel; }

private:
    void read();
    void take(std::string_view line);
    void cancel(const std::string &id, const std::string &target);

    static constexpr std::size_t mostWaiting = 256;
    int m_fd;
    AnswerWriter &m_writer;
    nlohmann::json m_hello;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<ml::Request> m_waiting;
    std::string m_running;
    std::atomic<bool> m_cancel = false;
    bool m_closed = false;
    int m_wake[2] = {-1, -1};
    std::thread m_reader;
};

} // namespace lepto
