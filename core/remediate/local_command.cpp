#include "core/remediate/local_command.h"

#include "core/base/text.h"
#include "core/remediate/command_output.h"
#include "core/remediate/step_supervisor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace lepto {

namespace {

constexpr qint64 kMaxJournal = 4096;
constexpr int kPollMs = 200;

std::vector<QByteArray> bytesOf(const QStringList &texts)
{
    std::vector<QByteArray> bytes;
    for (const QString &text : texts)
        bytes.push_back(QFile::encodeName(text));
    return bytes;
}

std::vector<char *> pointersTo(std::vector<QByteArray> &texts)
{
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Nothing of the console's own environment, but what a user's service manager is reached with.
QStringList cleanEnvironment()
{
    QStringList environment { QStringLiteral("PATH=/usr/local/bin:/usr/bin:/bin"), QStringLiteral("LANG=C.UTF-8"),
        QStringLiteral("HOME=") + QDir::homePath() };
    for (const char *name : { "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS" })
        if (qEnvironmentVariableIsSet(name))
            environment += QLatin1String(name) + u'=' + qEnvironmentVariable(name);
    return environment;
}

Error unavailable(const QString &file)
{
    return { ErrorCode::Unavailable, utf8(file), utf8(qt_error_string(errno)) };
}

/// The kernel's start time of a process, 0 where there is none.
qint64 startTimeOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 19 && fields[0] != "Z" ? fields[19].toLongLong() : 0;
}

std::optional<CommandResult> resultOf(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const int code = words.size() > 1 ? words[1].toInt() : -1;
    if (words[0] == "exit")
        return CommandResult { CommandResult::State::Exited, code, {} };
    if (words[0] == "signal")
        return CommandResult { CommandResult::State::Signalled, code, {} };
    if (words[0] == "timeout")
        return CommandResult { CommandResult::State::TimedOut, -1, {} };
    if (words[0] == "cancelled")
        return CommandResult { CommandResult::State::Cancelled, -1, {} };
    if (words[0] == "notstarted")
        return CommandResult { CommandResult::State::NotStarted, code, {} };
    return std::nullopt;
}

bool isLocked(const QString &journal)
{
    const int fd = open(QFile::encodeName(journal).constData(), O_RDONLY | O_CLOEXEC);
    const bool locked = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0;
    if (fd >= 0)
        close(fd);
    return locked;
}

} // namespace

LocalCommand::Fate LocalCommand::fateOf(const QString &journal, const QString &output, CommandResult *result)
{
    if (isLocked(journal))
        return Fate::Running;
    QFile file(journal);
    if (!file.open(QIODevice::ReadOnly))
        return Fate::NeverStarted;
    bool begun = false;
    for (const QByteArray &line : file.read(kMaxJournal).split('\n')) {
        if (line.startsWith("pid ")) {
            begun = true;
            const QList<QByteArray> words = line.split(' ');
            const qint64 start = words.size() > 2 ? words[2].toLongLong() : 0;
            if (start != 0 && startTimeOf(words[1].toLongLong()) == start)
                return Fate::Running; // its supervisor was killed, it was not
        }
        if (auto found = resultOf(line)) {
            QFile said(output);
            if (said.open(QIODevice::ReadOnly))
                found->output = plainOutput(said.read(256 * 1024));
            if (result != nullptr)
                *result = *found;
            return Fate::Finished;
        }
    }
    return begun ? Fate::Lost : Fate::NeverStarted;
}

LocalCommand::LocalCommand(QObject *parent)
    : QObject(parent)
{
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (fateOf(m_journal, m_output) != Fate::Running)
            conclude();
    });
}

LocalCommand::~LocalCommand()
{
    if (m_life >= 0)
        close(m_life);
}

Result<void> LocalCommand::start(const CommandOrder &order)
{
    const int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    const int journal = open(QFile::encodeName(order.journal).constData(), flags, 0600);
    if (journal < 0)
        return unavailable(order.journal);
    if (flock(journal, LOCK_EX | LOCK_NB) != 0) {
        close(journal);
        return Error { ErrorCode::Conflict, utf8(order.argv.value(0)), utf8(tr("the command is still running")) };
    }
    const int output = open(QFile::encodeName(order.output).constData(), flags | O_TRUNC, 0600);
    Result<void> done
        = output >= 0 && ftruncate(journal, 0) == 0 ? fork(order, journal, output) : Result<void>(unavailable(order.output));
    close(journal);
    if (output >= 0)
        close(output);
    return done;
}

Result<void> LocalCommand::fork(const CommandOrder &order, int journalFd, int outputFd)
{
    std::vector<QByteArray> arguments = bytesOf(order.argv), environment = bytesOf(cleanEnvironment() + order.environment);
    const std::vector<char *> argv = pointersTo(arguments), envp = pointersTo(environment);
    std::array<int, 2> life {};
    if (pipe2(life.data(), O_CLOEXEC) != 0)
        return unavailable(order.argv.value(0));
    const SupervisorOrder prepared { argv.data(), envp.data(), journalFd, outputFd, life[1], order.outputLimit, order.timeoutMs,
        order.graceMs };
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); // no handler of the console's may run in the child
    const pid_t child = ::fork();
    if (child == 0)
        superviseStep(prepared);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    close(life[1]);
    m_life = life[0];
    if (child < 0)
        return unavailable(order.argv.value(0));
    m_supervisor = child;
    m_journal = order.journal;
    m_output = order.output;
    m_notifier = new QSocketNotifier(m_life, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &LocalCommand::conclude);
    return {};
}

void LocalCommand::attach(const QString &journal, const QString &output)
{
    m_journal = journal;
    m_output = output;
    m_poll.start();
}

void LocalCommand::cancel()
{
    if (m_supervisor > 0)
        kill(pid_t(m_supervisor), SIGTERM);
}

void LocalCommand::conclude()
{
    if (m_notifier != nullptr)
        m_notifier->setEnabled(false);
    if (m_supervisor > 0) {
        waitpid(pid_t(m_supervisor), nullptr, 0);
        m_supervisor = -1;
    }
    CommandResult result;
    switch (fateOf(m_journal, m_output, &result)) {
    case Fate::Running:
        m_poll.start();
        return;
    case Fate::Finished:
        m_poll.stop();
        Q_EMIT finished(result);
        return;
    case Fate::NeverStarted:
        m_poll.stop();
        Q_EMIT finished(result);
        return;
    case Fate::Lost:
        m_poll.stop();
        Q_EMIT lost();
    }
}

} // namespace lepto
