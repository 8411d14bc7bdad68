#include "core/sources/exporter_source.h"

#include "core/base/text.h"
#include "core/sources/exposition_proto.h"

namespace lepto {

namespace {

constexpr TimeMs futureLimit = 10 * 60 * 1000; // Prometheus' own bound

Labels reportLabels(const char *name, std::vector<Labels::Pair> target)
{
    target.emplace_back("__name__", name);
    return Labels(std::move(target));
}

bool looksLikeAWebPage(const HttpAnswer &answer)
{
    return answer.contentType.startsWith("text/html") || (answer.body.left(200).trimmed().startsWith('<') && !answer.contentType.contains("protobuf"));
}

} // namespace

std::vector<Labels::Pair> targetOf(const SourceConfig &config)
{
    const std::string name = utf8(config.name);
    return { { "job", name }, { "instance", utf8(authorityOf(QUrl(config.url))) }, { "source", name } };
}

ExporterSource::ExporterSource(const SourceConfig &config, const QString &secret, const SourceLimits &limits, QObject *parent)
    : PollingSource(config, parent)
    , m_limits(limits)
    , m_http(config, secret)
    , m_target(targetOf(config))
{
    for (const char *name : { "up", "scrape_duration_seconds", "scrape_samples_scraped" })
        m_reports.push_back(reportLabels(name, m_target));
}

void ExporterSource::poll()
{
    HttpRequest request;
    request.url = QUrl(config().url);
    request.accept = "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,"
                     "application/openmetrics-text;version=1.0.0;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";
    request.timeoutMs = config().timeoutMs;
    request.maxBytes = std::min(m_limits.maxBytes, m_limits.maxPageBytes);
    request.headers = { { "X-Prometheus-Scrape-Timeout-Seconds", QByteArray::number(config().timeoutMs / 1000.0) } };
    const TimeMs at = scrapeTime();
    m_http.send(request, this, [this, at](const Result<HttpAnswer> &answer) { take(answer, at); });
}

void ExporterSource::take(const Result<HttpAnswer> &answer, TimeMs at)
{
    const QUrl url(config().url);
    if (!answer)
        return failScrape(answer.error(), at);
    if (!answer->isGood())
        return failScrape(statusError(url, *answer), at);
    if (looksLikeAWebPage(*answer)) {
        const QString reason = tr("the answer is a web page instead of metrics; check the path, it is often /metrics");
        return failScrape({ ErrorCode::BadInput, utf8(authorityOf(url)), utf8(reason) }, at);
    }
    takePage(*answer, at);
}

void ExporterSource::takePage(const HttpAnswer &answer, TimeMs at)
{
    const std::string_view text(answer.body.constData(), std::size_t(answer.body.size()));
    ExpositionOptions options;
    const std::string_view type(answer.contentType.constData(), std::size_t(answer.contentType.size()));
    const bool proto = isProtoExposition(type); // the only form with native histograms
    options.format = expositionFormat(type, text);
    options.at = at;
    options.target = m_target;
    options.maxSamples = m_limits.maxSamples;
    ExpositionPage page = proto ? parseProtoExposition(text, options, &m_cache) : parseExposition(text, options, &m_cache);
    const std::string subject = utf8(authorityOf(QUrl(config().url)));
    if (page.full)
        return failScrape({ ErrorCode::Exhausted, subject, utf8(tr("the page has more than %1 samples").arg(m_limits.maxSamples)) }, at);
    if (page.samples.empty() && page.refusedLines > 0) {
        const QString first = tr("no line of the answer is a metric; line %1: %2").arg(page.issues[0].line).arg(qstr(page.issues[0].reason));
        return failScrape({ ErrorCode::BadInput, subject, utf8(first) }, at);
    }
    ScrapeReport report;
    report.series = qint64(page.samples.size());
    report.clockOffsetMs = answer.clockOffsetMs.value_or(0);
    report.partial = page.refusedLines > 0;
    for (const ExpositionIssue &issue : page.issues)
        report.warnings += tr("line %1 is left out: %2").arg(issue.line).arg(qstr(issue.reason));
    const std::size_t scraped = page.samples.size();
    if (const qint64 dropped = dropFuture(page.samples, at))
        report.warnings += tr("%n samples lie in the future and are left out", nullptr, int(dropped));
    markVanished(page.samples, at);
    addReport(page.samples, at, true, scraped);
    finish({ config().name, at, std::move(page.samples), std::move(page.histograms) }, report);
}

qint64 ExporterSource::dropFuture(std::vector<LabelledSample> &samples, TimeMs at) const
{
    return qint64(std::erase_if(samples, [at](const LabelledSample &s) { return s.sample.t > at + futureLimit; }));
}

void ExporterSource::markVanished(std::vector<LabelledSample> &samples, TimeMs at)
{
    std::unordered_set<Labels> present;
    std::vector<Labels> current;
    for (const LabelledSample &s : samples) {
        if (s.sample.t == at) { // a page's own times say themselves when a series ended
            present.insert(s.labels);
            current.push_back(s.labels);
        }
    }
    for (const Labels &labels : m_previous) {
        if (!present.contains(labels))
            samples.push_back({ labels, { at, staleMarker() } });
    }
    m_previous = std::move(current);
}

void ExporterSource::addReport(std::vector<LabelledSample> &samples, TimeMs at, bool up, std::size_t scraped)
{
    samples.push_back({ m_reports[0], { at, up ? 1.0 : 0.0 } });
    samples.push_back({ m_reports[1], { at, double(pollAgeMs()) / 1000.0 } });
    samples.push_back({ m_reports[2], { at, double(scraped) } });
}

void ExporterSource::failScrape(const Error &error, TimeMs at)
{
    Scrape scrape { config().name, at, {}, {} };
    markVanished(scrape.samples, at);
    addReport(scrape.samples, at, false, 0);
    fail(error, std::move(scrape));
}

} // namespace lepto
