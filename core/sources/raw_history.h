#pragma once

#include "core/sources/history_sink.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/range_query.h"
#include "core/sources/source_limits.h"

namespace lepto {

/// Brings the raw history of a source's selector from its server into a sink: by remote read, else by VictoriaMetrics' export, else by
/// `selector[range]`; which way the server has is learnt at the first answer. Lives in one thread with an event loop.
class RawHistory : public QObject {
    Q_OBJECT
public:
    enum class Way { Read, Export, Query };
    RawHistory(const SourceConfig &config, const QString &secret, const SourceLimits &limits, HistorySink &sink, QObject *parent = nullptr);

    /// Everything in [from, to]; with `known` above 0, chunks that begin before it came with an earlier range and are left out.
    /// Errors: those of the server, and of the sink.
    void fetch(const TimeRange &range, TimeMs known, QObject *context, std::function<void(Result<QueryAnswer>)> answer);
    void cancel() { m_client.cancelAll(); }
    Way way() const { return m_way; }

private:
    using Answer = std::function<void(Result<QueryAnswer>)>;
    void ask(const TimeRange &range, TimeMs known, QObject *context, Answer answer);
    Result<QueryAnswer> handOver(Result<QueryAnswer> answer);

    SourceConfig m_config;
    SourceLimits m_limits;
    HistorySink &m_sink;
    PrometheusClient m_client;
    LabelCache m_cache;
    std::vector<Matcher> m_matchers;
    Way m_way;
    bool m_wayKnown = false;
};

} // namespace lepto
