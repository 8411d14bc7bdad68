#pragma once

#include "ml/base/result.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

class QSocketNotifier;

namespace lepto {

struct CommandOrder {
    QStringList argv;                 ///< argv[0] absolute; no shell is involved
    QStringList environment;          ///< NAME=value, in addition to the clean one
    QString journal, output;          ///< files, made anew
    int timeoutMs = 60'000;
    int graceMs = 10'000;             ///< between TERM and KILL
    qint64 outputLimit = 1 << 20;
};

struct CommandResult {
    enum class State { Exited, Signalled, TimedOut, Cancelled, NotStarted };
    State state = State::NotStarted;
    int code = -1;                    ///< exit code, signal or errno
    QString output;                   ///< plain text, see plainOutput

    bool good() const { return state == State::Exited && code == 0; }
};

/// One program, run in the background by a supervisor of its own that outlives this process. The journal tells afterwards, and
/// to another process, what became of it. Lives in one thread; a destroyed object leaves the program running.
class LocalCommand : public QObject {
    Q_OBJECT
public:
    enum class Fate { NeverStarted, Running, Finished, Lost };
    /// What a journal says. Lost: it began, and nobody knows how it ended.
    static Fate fateOf(const QString &journal, const QString &output, CommandResult *result = nullptr);

    explicit LocalCommand(QObject *parent = nullptr);
    ~LocalCommand() override;

    /// Errors: Conflict (the journal's command still runs), Unavailable (files, fork).
    Result<void> start(const CommandOrder &order);
    /// Waits for a command that another process started.
    void attach(const QString &journal, const QString &output);
    void cancel();

Q_SIGNALS:
    void finished(const lepto::CommandResult &result);
    void lost();                      ///< the supervisor was killed

private:
    Result<void> fork(const CommandOrder &order, int journalFd, int outputFd);
    void conclude();

    QString m_journal, m_output;
    qint64 m_supervisor = -1;
    int m_life = -1;
    QSocketNotifier *m_notifier = nullptr;
    QTimer m_poll;
};

} // namespace lepto
