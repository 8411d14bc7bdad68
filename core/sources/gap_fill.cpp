#include "core/sources/gap_fill.h"

#include "core/base/text.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs second = 1000, minute = 60 * second, hour = 60 * minute;
constexpr TimeMs firstSlice = 20 * minute, longestSlice = 12 * hour, shortestSlice = 10 * second;
constexpr qint64 smallAnswer = 16 << 20, largeAnswer = 64 << 20;
constexpr int tries = 3, pauseMs = 1000, pollMs = 50;

/// One fill: slices after slices until the gap is closed.
class Fill {
public:
    Fill(const Gap &gap, const SourceConfig &config, const QString &secret, const SourceLimits &limits, Store &store,
        const std::function<bool(const GapProgress &)> &progress)
        : m_gap(gap), m_sink(store), m_history(config, secret, limits, m_sink), m_progress(progress), m_at(gap.from)
    {
        m_report.gap = gap;
    }

    Result<GapReport> run()
    {
        for (int failures = 0; m_at < m_gap.to && goOn();) {
            const TimeRange slice { m_at, std::min(m_at + m_slice, m_gap.to) };
            const auto answer = ask(slice);
            if (m_report.cancelled)
                break;
            if (answer) {
                failures = 0;
                advance(slice, *answer);
            } else if (!retry(answer.error(), slice, ++failures)) {
                return answer.error();
            }
        }
        m_report.samples = m_sink.samples();
        m_report.histograms = m_sink.histograms();
        m_report.refusedChunks = m_sink.refusedChunks();
        if (!m_sink.firstRefusal().empty())
            m_report.warnings += qstr(m_sink.firstRefusal());
        return std::move(m_report);
    }

private:
    bool goOn()
    {
        const double whole = double(std::max<TimeMs>(m_gap.to - m_gap.from, 1));
        m_report.cancelled = m_report.cancelled || (m_progress && !m_progress({ m_at, double(m_at - m_gap.from) / whole }));
        return !m_report.cancelled;
    }

    /// Waits for the answer; meanwhile it looks whether it is still wanted.
    Result<QueryAnswer> ask(const TimeRange &slice)
    {
        QEventLoop loop;
        QTimer poll;
        std::optional<Result<QueryAnswer>> answer;
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (goOn())
                return;
            m_history.cancel();
            loop.quit();
        });
        poll.start(pollMs);
        ++m_report.requests;
        const TimeMs known = slice.from > m_gap.from ? slice.from : 0; // chunks over the border came with the slice before
        m_history.fetch(slice, known, &loop, [&](Result<QueryAnswer> said) {
            answer = std::move(said);
            loop.quit();
        });
        if (!answer)
            loop.exec();
        return answer ? *std::move(answer) : Result<QueryAnswer>(Error { ErrorCode::Cancelled, {}, {} });
    }

    void advance(const TimeRange &slice, const QueryAnswer &answer)
    {
        m_at = slice.to;
        for (const QString &warning : answer.warnings) {
            if (!m_report.warnings.contains(warning) && m_report.warnings.size() < 20)
                m_report.warnings += warning;
        }
        if (answer.bytes < smallAnswer)
            m_slice = std::min(2 * m_slice, longestSlice);
        else if (answer.bytes > largeAnswer)
            m_slice = std::max(m_slice / 2, shortestSlice);
    }

    /// False when the error is the fill's.
    bool retry(const Error &error, const TimeRange &slice, int failures)
    {
        const bool tooMuch = error.code == ErrorCode::Exhausted || (error.code == ErrorCode::BadInput && failures < tries);
        const bool divisible = slice.to - slice.from > shortestSlice;
        m_slice = std::max((slice.to - slice.from) / 4, shortestSlice); // what was too much or too slow comes in smaller parts
        if (tooMuch && divisible)
            return true;
        if (failures >= tries || !isWorthRetrying(error))
            return false;
        QEventLoop pause;
        QTimer::singleShot(pauseMs << failures, &pause, &QEventLoop::quit);
        pause.exec();
        return true;
    }

    Gap m_gap;
    StoreSink m_sink;
    RawHistory m_history;
    const std::function<bool(const GapProgress &)> &m_progress;
    TimeMs m_at, m_slice = firstSlice;
    GapReport m_report;
};

} // namespace

Result<GapReport> fillGap(const Gap &gap, const SourceConfig &config, const QString &secret, const SourceLimits &limits, Store &store,
    const std::function<bool(const GapProgress &)> &progress)
{
    return Fill(gap, config, secret, limits, store, progress).run();
}

std::optional<Gap> gapAtEnd(const Store &store, const SourceConfig &config, TimeMs now, TimeMs longest)
{
    constexpr std::size_t enough = 100'000;
    const Matcher ours { Matcher::Kind::Equal, "source", utf8(config.name) };
    const auto series = store.select(std::span(&ours, 1), now - longest, now, enough);
    const auto older = series && series->empty() ? store.select(std::span(&ours, 1), 0, now, 1) : series;
    if (!older || older->empty())
        return std::nullopt;
    TimeMs newest = now - longest;
    for (const SeriesInfo &info : *series) {
        if (const auto last = store.last(info.id); last && last->t <= now)
            newest = std::max(newest, last->t);
    }
    const TimeMs usual = 3 * config.intervalMs + 15 * second; // no hole yet
    return now - newest > usual ? std::optional(Gap { config.name, newest + 1, now }) : std::nullopt;
}

} // namespace lepto
