#pragma once

#include <chrono>
#include <csignal>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace lepto {

/// The real worker over pipes. Kills it at the end.
class WorkerProcess {
public:
    WorkerProcess()
    {
        int in[2], out[2];
        if (::pipe(in) != 0 || ::pipe(out) != 0)
            throw std::runtime_error("no pipe");
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(in[0], 0);
            ::dup2(out[1], 1);
            for (const int fd : {in[0], in[1], out[0], out[1]})
                ::close(fd);
            ::execl(LEPTOSCOPE_BIN_DIR "/leptoscope-worker", "leptoscope-worker", nullptr);
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        m_in = in[1];
        m_out = out[0];
    }
    ~WorkerProcess()
    {
        kill();
        closeInput();
        ::close(m_out);
    }

    void send(const std::string &bytes)
    {
        for (std::size_t done = 0; done < bytes.size();) {
            const ssize_t written = ::write(m_in, bytes.data() + done, bytes.size() - done);
            if (written <= 0)
                throw std::runtime_error("the worker does not read");
            done += std::size_t(written);
        }
    }

    /// The next answer that is not a log line; null after `seconds` or at the end of output.
    nlohmann::json next(int seconds = 30)
    {
        while (true) {
            for (std::size_t end; (end = m_pending.find('\n')) != std::string::npos;) {
                auto answer = nlohmann::json::parse(m_pending.substr(0, end));
                m_pending.erase(0, end + 1);
                if (answer["type"] != "log")
                    return answer;
            }
            pollfd waited{m_out, POLLIN, 0};
            char buffer[65'536];
            if (::poll(&waited, 1, seconds * 1000) <= 0)
                return nullptr;
            const ssize_t got = ::read(m_out, buffer, sizeof buffer);
            if (got <= 0)
                return nullptr;
            m_pending.append(buffer, std::size_t(got));
        }
    }

    /// The answer that ends a request; progress is counted.
    nlohmann::json finished(int *progress = nullptr)
    {
        while (true) {
            auto answer = next();
            if (answer.is_null() || answer["type"] != "progress")
                return answer;
            if (progress)
                ++*progress;
        }
    }

    void kill()
    {
        if (m_pid > 0 && ::kill(m_pid, SIGKILL) == 0)
            ::waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }
    void closeInput()
    {
        if (m_in >= 0)
            ::close(m_in);
        m_in = -1;
    }
    /// Exit status, or -1 where it still runs after `seconds`.
    int waitForEnd(int seconds)
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        int status = 0;
        while (std::chrono::steady_clock::now() < until) {
            if (::waitpid(m_pid, &status, WNOHANG) == m_pid) {
                m_pid = -1;
                return status;
            }
            ::usleep(10'000);
        }
        return -1;
    }

private:
    pid_t m_pid = -1;
    int m_in = -1, m_out = -1;
    std::string m_pending;
};

} // namespace lepto
