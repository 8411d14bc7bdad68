#pragma once

#include "core/base/clock.h"
#include "core/remediate/evaluator.h"
#include "core/remediate/run.h"

#include <QObject>
#include <QTimer>

namespace lepto {

/// Watches the metrics of a run after its steps: Succeeded when every check held so many times one after another, Harmful when a
/// check met its failure condition too often or something else got worse, else Inconclusive at the end of the window.
/// What cannot be measured is no success and no harm. Lives in the engine's thread.
class Verification : public QObject {
    Q_OBJECT
public:
    Verification(const Run &run, Evaluator evaluate, const Clock &clock, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(lepto::RunState outcome, const QString &reason, double after);

private:
    void look();
    void lookAt(std::size_t check);
    QString harm() const;
    void end(RunState outcome, const QString &reason);

    Plan m_plan;
    std::vector<double> m_baselines;
    Evaluator m_evaluate;
    const Clock &m_clock;
    std::vector<int> m_successes, m_failures;
    double m_after;
    qint64 m_looksLeft;
    QTimer m_timer;
};

} // namespace lepto
