#pragma once

#include "core/remediate/file_lock.h"
#include "core/remediate/local_command.h"
#include "core/remediate/preflight.h"
#include "core/remediate/run_gate.h"
#include "core/remediate/run_journal.h"

#include <QObject>

namespace lepto {

/// What a driver works with; all outlives it.
struct DriverParts {
    RunJournal &journal;
    RunGate &gate;
    const Clock &clock;
    const Catalogue &catalogue;
    QList<QByteArray> trusted;
    Evaluator evaluate;
    QString folder;                   ///< journals and outputs of commands, one folder a run
    QString actor;
};

/// Takes one run from preflight to its end, a step at a time: intent on disk, effect, outcome on disk, then the metrics; back
/// again where that was asked or arranged. After a crash `resume()` goes on from what the journals say, by each step's effect
/// class. When the journal cannot be written nothing more is done; it tries again every few seconds. Lives in the engine's
/// thread.
class RunDriver : public QObject {
    Q_OBJECT
public:
    RunDriver(const DriverParts &parts, Run run, QObject *parent = nullptr);

    /// Whether a console with this folder has ever taken the run up; one of a team's others may be doing it.
    static bool wasDrivenHere(const QString &folder, const QString &plan);
    /// False where another process drives this run.
    bool own();
    void begin();                     ///< from Preflight
    void resume();                    ///< from any active state, after a crash or a person's decision
    void rollBack();                  ///< from RollingBack
    /// Nothing new starts; a running command is ended, a verification becomes Inconclusive.
    void cancel();

Q_SIGNALS:
    void changed(const lepto::Run &run);
    void done();
    void failed(const QString &what); ///< of the journal: the run waits

private:
    const std::vector<PlanStep> &steps() const;
    std::size_t doneSteps() const;
    bool rollingBack() const { return m_run.state == RunState::RollingBack; }
    int lastRecord() const;           ///< of this direction, -1: none

    void nextStep();
    QString obstacle() const;
    void launch(const PlanStep &step);
    void concluded(const CommandResult &result);
    void uncertain(bool lostIt);
    void runProbe(bool lostIt);
    void redo(bool lostIt);
    void record(StepRecord::State state, int exitCode, const QString &output);
    void afterRecord();
    void stepFailed();
    void stepsDone();
    void verify();
    void resumeStep();
    void endCancelled();
    CommandOrder orderOf(const QStringList &argv, int timeoutMs, const QString &suffix) const;
    PlanStep currentStep() const;

    bool apply(const QString &auditType, const std::function<Result<void>(Run &)> &edit);
    void move(RunState state, const QString &reason, bool last = true);

    DriverParts m_parts;
    Run m_run;
    FileLock m_lock;
    LocalCommand *m_command = nullptr;
    QObject *m_verification = nullptr;
    bool m_cancelled = false, m_resumed = false;
    int m_redone = 0;
};

} // namespace lepto
