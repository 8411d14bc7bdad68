#include "core/logs/log_pipeline.h"

#include "core/base/text.h"

#include <QDateTime>

namespace lepto {

namespace {

constexpr int kTickMs = 1000;

std::size_t bytesOf(const LogAppend &batch)
{
    std::size_t bytes = sizeof batch;
    for (const LogLine &line : batch.lines)
        bytes += sizeof line + line.text.size();
    return bytes;
}

} // namespace

LogPipeline::SourceWay::SourceWay(const QString &name)
    : digest(name)
    , gauges(utf8(name))
{
}

LogPipeline::LogPipeline(LogStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &LogPipeline::tick);
}

LogPipeline::~LogPipeline()
{
    blockSignals(true);
    flush();
}

LogPipeline::SourceWay &LogPipeline::wayOf(const QString &source)
{
    auto &way = m_ways[source];
    if (!way) {
        way = std::make_unique<SourceWay>(source);
        if (const auto known = m_store.patternsOf(source))
            way->digest.restore(*known);
    }
    return *way;
}

void LogPipeline::take(const LogBatch &batch)
{
    if (!m_timer.isActive())
        m_timer.start(kTickMs);
    SourceWay &way = wayOf(batch.source);
    const TimeMs zoneOffset = TimeMs(QDateTime::fromMSecsSinceEpoch(batch.at).offsetFromUtc()) * 1000;
    auto digested = way.digest.digest(batch, zoneOffset);
    way.gauges.add(digested.append.lines, m_clock.now());
    m_waitingBytes += bytesOf(digested.append);
    m_waiting.push_back(std::move(digested.append));
    flush();
    for (const PatternFound &found : digested.found)
        Q_EMIT patternFound(found);
}

void LogPipeline::flush()
{
    QString problem;
    while (!m_waiting.empty()) {
        if (const auto kept = m_store.append(m_waiting.front()); !kept) {
            problem = qstr(kept.error());
            break;
        }
        m_waitingBytes -= bytesOf(m_waiting.front());
        const QString source = m_waiting.front().source;
        m_waiting.pop_front();
        Q_EMIT stored(source);
    }
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged(problem);
    }
    if (std::exchange(m_full, isFull()) != isFull())
        Q_EMIT fullChanged(m_full);
}

void LogPipeline::tick()
{
    if (!m_waiting.empty())
        flush();
    for (const auto &[source, way] : m_ways) {
        if (const auto samples = way->gauges.due(m_clock.now(), way->digest); !samples.empty())
            Q_EMIT counted(samples);
    }
}

} // namespace lepto
