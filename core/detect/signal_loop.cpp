#include "core/detect/signal_loop.h"

#include <QElapsedTimer>

namespace lepto {

SignalLoop::SignalLoop(Store &store, DetectionService &detection, const Clock &clock, std::vector<Rule> rules, const QString &language, QObject *parent)
    : QObject(parent), m_store(store), m_detection(detection), m_clock(clock), m_provider(store), m_reader(rules, language), m_judge(std::move(rules))
{
    connect(&m_timer, &QTimer::timeout, this, &SignalLoop::round);
}

void SignalLoop::start(int intervalMs)
{
    if (m_timer.isActive())
        return;
    m_timer.start(intervalMs);
    QTimer::singleShot(0, this, &SignalLoop::look);
}

void SignalLoop::stop() { m_timer.stop(); }

/// Nothing has been scraped yet: what is measured now is for the eye, not for the history.
void SignalLoop::look()
{
    m_health = m_judge.take(m_reader.evaluate(m_provider, m_clock.now()));
    Q_EMIT judged(m_health);
}

void SignalLoop::round()
{
    QElapsedTimer took;
    took.start();
    const SignalRound round = m_reader.evaluate(m_provider, m_clock.now());
    for (const Error &error : round.problems)
        report(error);
    if (!round.samples.empty()) {
        if (const auto stored = m_store.append(round.samples); !stored)
            report(stored.error());
        for (const LabelledSample &sample : round.samples)
            m_detection.push(sample);
    }
    m_health = m_judge.take(round);
    m_lastRoundMs = took.elapsed();
    Q_EMIT judged(m_health);
}

void SignalLoop::report(const Error &error)
{
    if (m_reported.insert(error.text()).second)
        Q_EMIT problem(error);
}

} // namespace lepto
