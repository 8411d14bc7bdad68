#include "core/sources/prometheus_source.h"

#include "core/base/text.h"
#include "core/sources/exporter_source.h"
#include "core/sources/selector.h"

#include <QDateTime>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs second = 1000, minute = 60 * second;
constexpr TimeMs firstWindow = 15 * minute;      // what a fresh mirror shows at once
constexpr TimeMs longestWindow = 60 * minute;
constexpr TimeMs lateness = 15 * second;         // a sample becomes visible up to a scrape timeout after its own time
constexpr TimeMs staleAfter = 5 * minute;        // Prometheus' own lookback
constexpr int longestPause = int(minute);

} // namespace

QString selectorOf(const SourceConfig &config)
{
    const QString selector = config.query.trimmed();
    return selector.isEmpty() ? QStringLiteral("{__name__=~\".+\"}") : selector;
}

PrometheusSource::PrometheusSource(const SourceConfig &config, const QString &secret, const SourceLimits &limits, QObject *parent)
    : PollingSource(config, parent)
    , m_limits(limits)
    , m_client(config, secret)
{
    m_client.setMaxBytes(limits.maxBytes);
    m_matchers = parseSelector(utf8(selectorOf(config))).value_or(std::vector<Matcher>());
    m_way = m_matchers.empty() ? Way::Query : Way::Read;
}

TimeMs PrometheusSource::windowMs(TimeMs now) const
{
    if (m_lastAsked == 0)
        return firstWindow;
    return std::clamp<TimeMs>(now - m_lastAsked + lateness, second, longestWindow);
}

PrometheusClient::ScanOptions PrometheusSource::scanOptions()
{
    PrometheusClient::ScanOptions scan;
    scan.maxSeries = m_limits.maxSeries;
    scan.cache = &m_cache;
    scan.target = targetOf(config());
    return scan;
}

void PrometheusSource::poll()
{
    ask(QDateTime::currentMSecsSinceEpoch());
}

void PrometheusSource::ask(TimeMs now)
{
    const TimeMs ahead = lateness; // the known difference of the clocks is good to a second or so
    const TimeMs from = now + m_offset - windowMs(now), to = now + m_offset + ahead;
    const auto answer = [this, now](const Result<QueryAnswer> &result) { tryNext(result, now); };
    switch (m_way) {
    case Way::Read: return m_client.read({ from, to, m_matchers }, scanOptions(), this, answer);
    case Way::Export: return m_client.exportSamples(selectorOf(config()), from, to, scanOptions(), this, answer);
    case Way::Query: break;
    }
    // No time is sent: "now" is the server's, whatever our clock says.
    m_client.query(selectorOf(config()) + QStringLiteral("[%1ms]").arg(windowMs(now)), 0, scanOptions(), this, answer);
}

// A server without remote read refuses it, and without export that too.
void PrometheusSource::tryNext(const Result<QueryAnswer> &answer, TimeMs now)
{
    const bool known = m_lastAsked > 0;
    if (answer || known || m_way == Way::Query || isWorthRetrying(answer.error()) || answer.error().code == ErrorCode::Refused)
        return take(answer, now);
    m_way = m_way == Way::Read ? Way::Export : Way::Query;
    ask(now);
}

void PrometheusSource::take(const Result<QueryAnswer> &answer, TimeMs askedAt)
{
    if (!answer)
        return fail(answer.error());
    Scrape scrape { config().name, askedAt, {}, {} };
    takeNew(*answer, scrape);
    m_lastAsked = askedAt;
    m_offset = answer->clockOffsetMs;
    forgetOldSeries(m_newest);
    finish(std::move(scrape), reportOf(*answer, askedAt));
}

void PrometheusSource::takeNew(const QueryAnswer &answer, Scrape &scrape)
{
    for (const QuerySeries &series : answer.series) {
        TimeMs &last = m_last.try_emplace(series.labels, std::numeric_limits<TimeMs>::min()).first->second;
        const TimeMs known = last;
        for (const Sample &sample : series.samples) {
            if (sample.t > known)
                scrape.samples.push_back({ series.labels, sample });
        }
        for (const HistogramSample &sample : series.histograms) {
            if (sample.t > known)
                scrape.histograms.push_back({ series.labels, sample });
        }
        if (!series.samples.empty())
            last = std::max(last, series.samples.back().t);
        if (!series.histograms.empty())
            last = std::max(last, series.histograms.back().t);
        m_newest = std::max(m_newest, last);
    }
}

void PrometheusSource::forgetOldSeries(TimeMs newest)
{
    std::erase_if(m_last, [newest](const auto &entry) { return entry.second < newest - 2 * longestWindow; });
}

ScrapeReport PrometheusSource::reportOf(const QueryAnswer &answer, TimeMs askedAt) const
{
    ScrapeReport report;
    report.series = qint64(answer.series.size());
    report.clockOffsetMs = answer.clockOffsetMs;
    report.partial = answer.partial || answer.series.size() >= m_limits.maxSeries;
    report.warnings = answer.warnings;
    if (answer.histogramsLeftOut > 0)
        report.warnings += tr("%n native histograms cannot be read and are left out", nullptr, int(answer.histogramsLeftOut));
    if (double(std::abs(answer.clockOffsetMs)) > m_limits.clockLimitSeconds * 1000)
        report.warnings += tr("the server's clock differs by %1 seconds").arg(QLocale::c().toString(double(answer.clockOffsetMs) / 1000.0, 'f', 1));
    const TimeMs age = askedAt + answer.clockOffsetMs - m_newest;
    if (m_newest == 0)
        report.stale = tr("the server answers but has no samples for this selector");
    else if (age > staleAfter)
        report.stale = tr("the server answers but its newest sample is %1 minutes old").arg(age / minute);
    return report;
}

int PrometheusSource::delayAfterFailureMs(const Error &error, int failures) const
{
    if (!isWorthRetrying(error))
        return std::max(longestPause, config().intervalMs);
    const qint64 grown = qint64(config().intervalMs) << std::min(failures - 1, 10);
    return int(std::min<qint64>(grown, std::max(longestPause, config().intervalMs)));
}

} // namespace lepto
