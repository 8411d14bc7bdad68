#pragma once

#include "core/sources/polling_source.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/source_limits.h"

#include <unordered_map>

namespace lepto {

/// Mirrors the raw samples of a selector: by remote read where the server has it (with stale markers), else by VictoriaMetrics' export,
/// else it asks for `selector[time since the last answer]`. Times are the server's own, and an outage of up to an hour is filled in afterwards. Pauses
/// grow while a server is down, and are long after a refusal (4xx), which asking again does not mend.
class PrometheusSource final : public PollingSource {
    Q_OBJECT
public:
    PrometheusSource(const SourceConfig &config, const QString &secret, const SourceLimits &limits = {}, QObject *parent = nullptr);

private:
    void poll() override;
    void halt() override { m_client.cancelAll(); }
    int delayAfterFailureMs(const Error &error, int failures) const override;
    enum class Way { Read, Export, Query };
    void ask(TimeMs now);
    void tryNext(const Result<QueryAnswer> &answer, TimeMs now);
    void take(const Result<QueryAnswer> &answer, TimeMs askedAt);
    void takeNew(const QueryAnswer &answer, Scrape &scrape);
    TimeMs windowMs(TimeMs now) const;
    void forgetOldSeries(TimeMs newest);
    PrometheusClient::ScanOptions scanOptions();
    ScrapeReport reportOf(const QueryAnswer &answer, TimeMs askedAt) const;

    SourceLimits m_limits;
    PrometheusClient m_client;
    LabelCache m_cache;
    std::unordered_map<Labels, TimeMs> m_last;   ///< newest time by series
    TimeMs m_lastAsked = 0, m_newest = 0;
    std::vector<Matcher> m_matchers;             ///< of the selector; empty: remote read cannot be asked
    Way m_way;
    qint64 m_offset = 0;                         ///< server's clock minus ours, as far as known
};

/// The selector as it is sent: an empty one means every series.
QString selectorOf(const SourceConfig &config);

} // namespace lepto
