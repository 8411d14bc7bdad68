#pragma once

#include "core/base/clock.h"
#include "core/logs/log_gauges.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace lepto {

/// The way of a line: digested, kept, counted. Lives in one thread with an event loop; store and clock outlive it.
/// Where the store cannot take a batch (full disk), it waits here and is tried again every second; what waits is bounded, and the sources are
/// to be held while isFull().
class LogPipeline : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostWaiting = 32 << 20; ///< bytes

    LogPipeline(LogStore &store, const Clock &clock, QObject *parent = nullptr);
    ~LogPipeline() override;

    void take(const LogBatch &batch);
    /// Tells what is due and tries again what waits; a timer calls it every second once something was taken.
    void tick();
    bool isFull() const { return m_waitingBytes > kMostWaiting; }
    const QString &problem() const { return m_problem; }  ///< why the store takes nothing; empty: it does

Q_SIGNALS:
    void counted(const std::vector<lepto::LabelledSample> &samples); ///< for the store of samples
    void patternFound(const lepto::PatternFound &found);
    void stored(const QString &source);
    void fullChanged(bool full);
    void problemChanged(const QString &problem);

private:
    struct SourceWay {
        explicit SourceWay(const QString &name);
        LineDigest digest;
        LogGauges gauges;
    };
    SourceWay &wayOf(const QString &source);
    void flush();

    LogStore &m_store;
    const Clock &m_clock;
    std::map<QString, std::unique_ptr<SourceWay>> m_ways;
    std::deque<LogAppend> m_waiting;
    std::size_t m_waitingBytes = 0;
    bool m_full = false;              ///< what was told last
    QString m_problem;
    QTimer m_timer;
};

} // namespace lepto
