#include "core/sources/polling_source.h"

#include "core/base/text.h"

#include <QDateTime>

#include <algorithm>

namespace lepto {

namespace {

constexpr qint64 punctualMs = 100; // a timer's and a busy loop's delay, not the source's

TimeMs nextMultiple(TimeMs after, TimeMs interval)
{
    return (after / interval + 1) * interval;
}

} // namespace

PollingSource::PollingSource(const SourceConfig &config, QObject *parent)
    : Source(parent)
    , m_config(config)
{
    m_state.name = config.name;
    m_state.kind = config.kind;
    m_state.code = SourceState::Code::Stopped;
    m_beat.setSingleShot(true);
    m_beat.setTimerType(Qt::PreciseTimer);
    m_watchdog.setSingleShot(true);
    connect(&m_beat, &QTimer::timeout, this, &PollingSource::tick);
    connect(&m_watchdog, &QTimer::timeout, this, &PollingSource::watch);
}

void PollingSource::start()
{
    if (std::exchange(m_running, true))
        return;
    m_state.code = SourceState::Code::Starting;
    m_state.reason.clear();
    m_state.failures = 0;
    Q_EMIT stateChanged(m_state);
    if (m_running) // a listener may have stopped us
        m_beat.start(0);
}

void PollingSource::stop()
{
    if (!std::exchange(m_running, false))
        return;
    m_beat.stop();
    m_watchdog.stop();
    halt();
    m_state.code = SourceState::Code::Stopped;
    m_state.reason.clear();
    Q_EMIT stateChanged(m_state);
}

void PollingSource::tick()
{
    const TimeMs now = QDateTime::currentMSecsSinceEpoch();
    m_scrapeTime = std::abs(now - m_due) <= std::min<qint64>(punctualMs, m_config.intervalMs / 4) ? m_due : now;
    m_pollClock.start();
    m_watchdog.start(2 * m_config.intervalMs);
    poll();
}

void PollingSource::watch()
{
    m_state.code = SourceState::Code::Stale;
    m_state.reason = tr("no answer for %1 seconds").arg(m_pollClock.elapsed() / 1000);
    Q_EMIT stateChanged(m_state);
}

void PollingSource::sleep(int delayMs)
{
    m_watchdog.stop();
    const TimeMs now = QDateTime::currentMSecsSinceEpoch(), began = now - m_pollClock.elapsed(), interval = m_config.intervalMs;
    m_due = nextMultiple(std::max(began + delayMs - interval / 2, now), interval);
    m_beat.start(int(m_due - now));
}

void PollingSource::send(Scrape scrape)
{
    scrape.source = m_config.name;
    Q_EMIT scraped(scrape);
}

void PollingSource::finish(Scrape scrape, const ScrapeReport &report)
{
    if (!m_running)
        return;
    m_state.code = !report.stale.isEmpty() ? SourceState::Code::Stale
        : report.partial                   ? SourceState::Code::Partial
                                           : SourceState::Code::Live;
    m_state.reason = report.stale.isEmpty() && report.partial ? report.warnings.value(0) : report.stale;
    m_state.lastGood = QDateTime::currentMSecsSinceEpoch();
    m_state.tookMs = m_pollClock.elapsed();
    m_state.clockOffsetMs = report.clockOffsetMs;
    m_state.series = report.series;
    const qint64 items = report.items < 0 ? qint64(scrape.samples.size()) : report.items;
    m_state.samplesPerSecond = items * 1000 / m_config.intervalMs;
    m_state.failures = 0;
    m_state.warnings = report.warnings;
    sleep(report.more ? 0 : m_config.intervalMs);
    send(std::move(scrape));
    if (m_running)
        Q_EMIT stateChanged(m_state);
}

void PollingSource::fail(const Error &error, Scrape scrape)
{
    if (!m_running)
        return;
    m_state.code = SourceState::Code::Failed;
    m_state.reason = oneLine(qstr(error), 400);
    m_state.tookMs = m_pollClock.elapsed();
    m_state.samplesPerSecond = 0;
    ++m_state.failures;
    sleep(delayAfterFailureMs(error, m_state.failures));
    if (!scrape.samples.empty())
        send(std::move(scrape));
    if (m_running)
        Q_EMIT stateChanged(m_state);
}

int PollingSource::delayAfterFailureMs(const Error &, int) const
{
    return m_config.intervalMs;
}

} // namespace lepto
