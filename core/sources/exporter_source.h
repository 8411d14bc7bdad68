#pragma once

#include "core/sources/exposition_parser.h"
#include "core/sources/http_client.h"
#include "core/sources/polling_source.h"
#include "core/sources/source_limits.h"

#include <unordered_set>

namespace lepto {

/// Scrapes one exporter's page as Prometheus would: up, scrape_duration_seconds and scrape_samples_scraped beside the page's samples,
/// stale markers for series that vanish and for all of them when a scrape fails.
class ExporterSource final : public PollingSource {
    Q_OBJECT
public:
    ExporterSource(const SourceConfig &config, const QString &secret, const SourceLimits &limits = {}, QObject *parent = nullptr);

private:
    void poll() override;
    void halt() override { m_http.cancelAll(); }
    void take(const Result<HttpAnswer> &answer, TimeMs at);
    void takePage(const HttpAnswer &answer, TimeMs at);
    void failScrape(const Error &error, TimeMs at);
    void addReport(std::vector<LabelledSample> &samples, TimeMs at, bool up, std::size_t scraped);
    qint64 dropFuture(std::vector<LabelledSample> &samples, TimeMs at) const;
    void markVanished(std::vector<LabelledSample> &samples, TimeMs at);

    SourceLimits m_limits;
    HttpClient m_http;
    LabelCache m_cache;
    std::vector<Labels::Pair> m_target;
    std::vector<Labels> m_reports;               ///< of up, duration, count
    std::vector<Labels> m_previous;              ///< series of the last page that lie at the scrape's time
};

/// job = the source's name, instance = host:port of its address, source = its name.
std::vector<Labels::Pair> targetOf(const SourceConfig &config);

} // namespace lepto
