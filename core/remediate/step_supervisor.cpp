#include "core/remediate/step_supervisor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

namespace lepto {

namespace {

constexpr int kDrainMs = 200, kReapMs = 2000;

std::int64_t nowMs()
{
    timespec now {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

/// A line of words and numbers without malloc.
class Line {
public:
    Line &add(const char *text)
    {
        for (; *text != '\0' && m_size < m_text.size(); ++text)
            m_text[m_size++] = *text;
        return *this;
    }
    Line &add(std::int64_t number)
    {
        std::array<char, 24> digits {};
        std::size_t n = digits.size() - 1;
        do
            digits[--n] = char('0' + number % 10);
        while ((number /= 10) != 0);
        return add(digits.data() + n);
    }
    const char *text() const { return m_text.data(); } ///< ends with a zero unless full
    bool writeTo(int fd) const { return write(fd, m_text.data(), m_size) == ssize_t(m_size) && fsync(fd) == 0; }

private:
    std::array<char, 120> m_text {};
    std::size_t m_size = 0;
};

void closeAllBut(std::array<int, 3> keep)
{
    std::sort(keep.begin(), keep.end());
    unsigned from = 0;
    for (const int fd : keep) {
        if (unsigned(fd) > from)
            syscall(SYS_close_range, from, unsigned(fd) - 1, 0);
        from = unsigned(fd) + 1;
    }
    syscall(SYS_close_range, from, ~0U, 0);
}

/// Field 22 of the kernel's stat line: with the process id it names a process for good.
std::int64_t startTimeOf(pid_t pid)
{
    const Line name = Line().add("/proc/").add(pid).add("/stat");
    const int fd = open(name.text(), O_RDONLY | O_CLOEXEC);
    std::array<char, 1024> text {};
    const ssize_t size = fd >= 0 ? read(fd, text.data(), text.size() - 1) : -1;
    if (fd >= 0)
        close(fd);
    const char *at = size > 0 ? std::strrchr(text.data(), ')') : nullptr;
    for (int field = 2; at != nullptr && field < 22; ++field)
        at = std::strchr(at + 1, ' ');
    std::int64_t value = 0;
    for (at = at != nullptr ? at + 1 : nullptr; at != nullptr && *at >= '0' && *at <= '9'; ++at)
        value = value * 10 + (*at - '0');
    return value;
}

/// Waits for the word to go, which comes when the journal names this process on disk: nothing runs that no journal knows.
[[noreturn]] void becomeCommand(const SupervisorOrder &order, int goPipe, int outputPipe, int statusPipe)
{
    char go = 0;
    if (read(goPipe, &go, 1) != 1)
        _exit(126);
    setpgid(0, 0);
    for (int number = 1; number < NSIG; ++number)
        signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    const rlimit noCore { 0, 0 };
    setrlimit(RLIMIT_CORE, &noCore);
    dup2(outputPipe, STDOUT_FILENO);
    dup2(outputPipe, STDERR_FILENO);
    const bool atRoot = chdir("/") == 0;
    if (atRoot)
        execve(order.argv[0], order.argv, order.envp);
    const int why = errno;
    if (write(statusPipe, &why, sizeof why) != sizeof why)
        _exit(126);
    _exit(127);
}

class Supervisor {
public:
    explicit Supervisor(const SupervisorOrder &order)
        : m_order(order)
    { }

    [[noreturn]] void run()
    {
        detach();
        if (!launch())
            finish(Line().add("notstarted ").add(m_errno).add("\n"));
        watch();
        drain();
        if (m_ending != Ending::None) {
            killTree();
            finish(Line().add(m_ending == Ending::TimedOut ? "timeout\n" : "cancelled\n"));
        }
        if (WIFEXITED(m_status))
            finish(Line().add("exit ").add(WEXITSTATUS(m_status)).add("\n"));
        finish(Line().add("signal ").add(WTERMSIG(m_status)).add("\n"));
    }

private:
    enum class Ending { None, TimedOut, Cancelled };

    void detach()
    {
        setsid();
        prctl(PR_SET_NAME, "lepto-step");
        prctl(PR_SET_CHILD_SUBREAPER, 1); // grandchildren that leave their group are still ours to end
        signal(SIGCHLD, SIG_DFL);
        closeAllBut({ m_order.journalFd, m_order.outputFd, m_order.lifeFd });
        const int null = open("/dev/null", O_RDWR);
        for (int fd = 0; fd < 3; ++fd)
            if (fd != null)
                dup2(null, fd);
        if (null > 2)
            close(null);
        sigset_t all, heard;
        sigfillset(&all);
        sigprocmask(SIG_SETMASK, &all, nullptr);
        sigemptyset(&heard);
        sigaddset(&heard, SIGCHLD);
        sigaddset(&heard, SIGTERM);
        m_signals = signalfd(-1, &heard, SFD_CLOEXEC | SFD_NONBLOCK);
    }

    bool launch()
    {
        std::array<int, 2> go {}, output {}, status {};
        if (pipe2(go.data(), O_CLOEXEC) != 0 || pipe2(output.data(), O_CLOEXEC) != 0 || pipe2(status.data(), O_CLOEXEC) != 0)
            return m_errno = errno, false;
        m_command = _Fork();
        if (m_command == 0) {
            close(go[1]); // or it would wait for itself
            becomeCommand(m_order, go[0], output[1], status[1]);
        }
        close(go[0]);
        close(output[1]);
        close(status[1]);
        if (m_command < 0)
            return m_errno = errno, false;
        setpgid(m_command, m_command);
        m_output = output[0];
        fcntl(m_output, F_SETFL, O_NONBLOCK);
        if (!Line().add("pid ").add(m_command).add(" ").add(startTimeOf(m_command)).add("\n").writeTo(m_order.journalFd)
            || write(go[1], "g", 1) != 1)
            m_errno = errno; // unwritten, unrun: the pipe closes and the child leaves
        close(go[1]);
        const bool failed = m_errno != 0 || read(status[0], &m_errno, sizeof m_errno) == sizeof m_errno;
        close(status[0]);
        return !failed;
    }

    void watch()
    {
        std::int64_t deadline = nowMs() + m_order.timeoutMs;
        while (!m_ended) {
            const std::int64_t left = deadline - nowMs();
            if (left <= 0) {
                const bool first = m_ending == Ending::None;
                m_ending = first ? Ending::TimedOut : m_ending;
                kill(-m_command, first ? SIGTERM : SIGKILL);
                deadline = nowMs() + (first ? m_order.graceMs : kReapMs);
                continue;
            }
            std::array<pollfd, 2> events { pollfd { m_signals, POLLIN, 0 }, pollfd { m_output, POLLIN, 0 } };
            poll(events.data(), events.size(), int(std::min<std::int64_t>(left, 1000)));
            copyOutput();
            if (takeSignals() && m_ending == Ending::None) {
                m_ending = Ending::Cancelled;
                kill(-m_command, SIGTERM);
                deadline = nowMs() + m_order.graceMs;
            }
        }
    }

    /// Reaps what ended; true when asked to stop.
    bool takeSignals()
    {
        bool asked = false;
        signalfd_siginfo info {};
        while (read(m_signals, &info, sizeof info) == sizeof info)
            asked = asked || info.ssi_signo == SIGTERM;
        int status = 0;
        for (pid_t ended = waitpid(-1, &status, WNOHANG); ended > 0; ended = waitpid(-1, &status, WNOHANG)) {
            if (ended == m_command) {
                m_ended = true;
                m_status = status;
            }
        }
        return asked;
    }

    /// False at the end of the output or when there is nothing now.
    bool copyOutput()
    {
        if (m_output < 0)
            return false;
        const ssize_t size = read(m_output, m_buffer.data(), m_buffer.size());
        if (size == 0) {
            close(m_output);
            m_output = -1;
        }
        if (size <= 0)
            return false;
        const std::int64_t kept = std::min<std::int64_t>(size, m_order.outputLimit - m_copied);
        if (kept > 0 && write(m_order.outputFd, m_buffer.data(), std::size_t(kept)) == kept)
            m_copied += kept;
        return true;
    }

    /// What the command said last; a daemon that it left behind may hold the pipe for ever.
    void drain()
    {
        for (const std::int64_t end = nowMs() + kDrainMs; nowMs() < end && copyOutput();) { }
    }

    void killTree()
    {
        kill(-m_command, SIGKILL);
        for (const std::int64_t end = nowMs() + kReapMs; nowMs() < end;) {
            killChildren();
            int status = 0;
            if (waitpid(-1, &status, WNOHANG) < 0 && errno == ECHILD)
                return;
            const timespec moment { 0, 5'000'000 };
            nanosleep(&moment, nullptr);
        }
    }

    void killChildren()
    {
        const int fd = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
        const ssize_t size = fd >= 0 ? read(fd, m_buffer.data(), m_buffer.size()) : -1;
        if (fd >= 0)
            close(fd);
        pid_t pid = 0;
        for (ssize_t i = 0; i < size; ++i) {
            if (m_buffer[std::size_t(i)] >= '0' && m_buffer[std::size_t(i)] <= '9') {
                pid = pid * 10 + (m_buffer[std::size_t(i)] - '0');
            } else if (pid > 1) {
                kill(pid, SIGKILL);
                pid = 0;
            }
        }
    }

    [[noreturn]] void finish(const Line &line)
    {
        line.writeTo(m_order.journalFd);
        _exit(0);
    }

    const SupervisorOrder &m_order;
    Ending m_ending = Ending::None;
    pid_t m_command = -1;
    int m_signals = -1, m_output = -1, m_status = 0, m_errno = 0;
    std::int64_t m_copied = 0;
    bool m_ended = false;
    std::array<char, 65536> m_buffer {};
};

} // namespace

void superviseStep(const SupervisorOrder &order)
{
    Supervisor(order).run();
}

} // namespace lepto
