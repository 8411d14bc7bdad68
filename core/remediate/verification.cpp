#include "core/remediate/verification.h"

#include "core/remediate/comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

Verification::Verification(const Run &run, Evaluator evaluate, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_plan(run.plan)
    , m_baselines(run.baselines)
    , m_evaluate(std::move(evaluate))
    , m_clock(clock)
    , m_successes(run.plan.verify.size())
    , m_failures(run.plan.verify.size())
    , m_after(std::numeric_limits<double>::quiet_NaN())
    , m_looksLeft(run.plan.verifyWindowMs / std::max(1, run.plan.verifyIntervalMs) + 1)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Verification::look);
}

void Verification::start()
{
    m_timer.start(m_plan.verifyDelayMs);
}

void Verification::look()
{
    bool recovered = true;
    for (std::size_t i = 0; i < m_plan.verify.size(); ++i) {
        lookAt(i);
        recovered = recovered && m_successes[i] >= m_plan.verify[i].consecutive;
        if (m_failures[i] >= m_plan.verify[i].failureLimit)
            return end(RunState::Harmful, tr("%1 is %2").arg(m_plan.verify[i].expr, m_plan.verify[i].failure));
    }
    if (const QString worse = harm(); !worse.isEmpty())
        return end(RunState::Harmful, worse);
    if (recovered)
        return end(RunState::Succeeded, tr("The metrics have recovered"));
    if (--m_looksLeft <= 0)
        return end(RunState::Inconclusive, tr("The metrics have not recovered within the time"));
    m_timer.start(m_plan.verifyIntervalMs);
}

void Verification::lookAt(std::size_t check)
{
    const PlanCheck &wanted = m_plan.verify[check];
    const double value = measure(m_evaluate, wanted.expr, m_clock.now());
    if (check == 0)
        m_after = value;
    const auto success = Comparison::parse(wanted.success), failure = Comparison::parse(wanted.failure);
    m_successes[check] = success && success->holds(value) ? m_successes[check] + 1 : 0;
    if (failure && failure->holds(value))
        ++m_failures[check];
}

QString Verification::harm() const
{
    for (std::size_t i = 0; i < m_plan.noHarm.size(); ++i) {
        const PlanHarmCheck &check = m_plan.noHarm[i];
        const double before = i < m_baselines.size() ? m_baselines[i] : std::numeric_limits<double>::quiet_NaN();
        const double now = measure(m_evaluate, check.expr, m_clock.now());
        const double limit = before + std::abs(before) * check.maxIncreasePercent / 100.0;
        if (now > limit) // false for what cannot be measured
            return tr("%1 rose from %2 to %3").arg(check.expr, QString::number(before, 'g', 4), QString::number(now, 'g', 4));
    }
    return {};
}

void Verification::end(RunState outcome, const QString &reason)
{
    m_timer.stop();
    Q_EMIT finished(outcome, reason, m_after);
}

} // namespace lepto
