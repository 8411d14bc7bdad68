#pragma once

#include "core/sources/source.h"

#include <QElapsedTimer>
#include <QTimer>

namespace lepto {

/// What one good scrape has to tell besides its samples.
struct ScrapeReport {
    qint64 series = 0;
    qint64 clockOffsetMs = 0;
    bool partial = false;
    QString stale;               ///< one sentence when the answer is good but its data is old
    QStringList warnings;
    qint64 items = -1;           ///< what the source brought instead of samples (lines of a log)
    bool more = false;           ///< there is more to read at once
};

/// A source that asks again and again: one poll at a time, on a steady beat, with its state kept for it. After the first poll the beat falls
/// on whole multiples of the interval, so that the samples of all sources stand on one grid; a beat that is missed is left out.
/// A poll that outlasts two intervals turns the state stale until it answers.
class PollingSource : public Source {
    Q_OBJECT
public:
    PollingSource(const SourceConfig &config, QObject *parent);

    void start() final;
    void stop() final;
    SourceState state() const final { return m_state; }
    const SourceConfig &config() const { return m_config; }

protected:
    /// Begins one scrape; it ends with one call of finish() or fail(), now or later.
    virtual void poll() = 0;
    /// Drops what is in flight; its answer must not arrive any more.
    virtual void halt() {}
    /// Pause after a failure instead of the interval; the default keeps the beat.
    virtual int delayAfterFailureMs(const Error &error, int failures) const;

    void finish(Scrape scrape, const ScrapeReport &report);
    /// `scrape` may still carry samples (up = 0, stale markers); sent when it has any.
    void fail(const Error &error, Scrape scrape = {});
    /// The time that this poll's samples carry: when it was due, or when it began where that was too late to matter.
    TimeMs scrapeTime() const { return m_scrapeTime; }
    qint64 pollAgeMs() const { return m_pollClock.isValid() ? m_pollClock.elapsed() : 0; }

private:
    void tick();
    void sleep(int delayMs);
    void send(Scrape scrape);
    void watch();

    SourceConfig m_config;
    SourceState m_state;
    QTimer m_beat, m_watchdog;
    QElapsedTimer m_pollClock;
    TimeMs m_due = 0, m_scrapeTime = 0;
    bool m_running = false;
};

} // namespace lepto
