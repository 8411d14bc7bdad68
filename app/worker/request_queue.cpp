#include "app/worker/request_queue.h"

#include "ml/base/line_reader.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace lepto {

RequestQueue::RequestQueue(int fd, AnswerWriter &writer, nlohmann::json hello)
    : m_fd(fd)
    , m_writer(writer)
    , m_hello(std::move(hello))
{
    if (::pipe(m_wake) != 0)
        m_wake[0] = m_wake[1] = -1;
    m_reader = std::thread([this] { read(); });
}

RequestQueue::~RequestQueue()
{
    ::close(m_wake[1]); // wakes the reader, which may wait for input that never comes
    m_reader.join();
    ::close(m_wake[0]);
}

void RequestQueue::read()
{
    ml::LineReader lines(ml::protocolLineLimit);
    char buffer[65'536];
    while (true) {
        pollfd waited[2] = {{m_fd, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
        if (::poll(waited, 2, -1) < 0 && errno != EINTR)
            break;
        if (waited[1].revents != 0)
            break;
        if (waited[0].revents == 0)
            continue;
        const ssize_t got = ::read(m_fd, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        lines.feed(std::string_view(buffer, std::size_t(got)), [this](std::string_view line) { take(line); }, [this] {
            m_writer.error("", {ErrorCode::BadInput, "request", "the line is longer than " + std::to_string(ml::protocolLineLimit) + " bytes"});
        });
    }
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_cancel = true;
    m_arrived.notify_all();
}

void RequestQueue::take(std::string_view line)
{
    if (line.find_first_not_of(" \t\r") == std::string_view::npos)
        return;
    auto request = ml::parseRequest(line);
    if (!request) {
        m_writer.error(ml::idOfLine(line), request.error());
        return;
    }
    if (const auto *wanted = std::get_if<ml::CancelRequest>(&request->what)) {
        cancel(request->id, wanted->target);
        return;
    }
    if (std::holds_alternative<ml::HelloRequest>(request->what)) {
        m_writer.answer(request->id, ml::AnswerType::Result, m_hello);
        return;
    }
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= mostWaiting) {
        m_writer.error(request->id, {ErrorCode::Exhausted, "request", "too many requests are waiting"});
        return;
    }
    m_waiting.push_back(std::move(*request));
    m_arrived.notify_one();
}

void RequestQueue::cancel(const std::string &id, const std::string &target)
{
    const std::lock_guard lock(m_mutex);
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const ml::Request &r) { return r.id == target; });
    const bool known = m_running == target || waiting != m_waiting.end();
    if (m_running == target)
        m_cancel = true;
    if (waiting != m_waiting.end()) {
        m_waiting.erase(waiting);
        m_writer.error(target, {ErrorCode::Cancelled, "request", "cancelled before it began"});
    }
    if (known)
        m_writer.answer(id, ml::AnswerType::Result, {{"target", target}});
    else
        m_writer.error(id, {ErrorCode::NotFound, target, "no such request is running or waiting"});
}

std::optional<ml::Request> RequestQueue::next()
{
    std::unique_lock lock(m_mutex);
    m_running.clear();
    m_arrived.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
    if (m_closed)
        return std::nullopt;
    ml::Request request = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_running = request.id;
    m_cancel = false;
    return request;
}

} // namespace lepto
