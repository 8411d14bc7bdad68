#include "core/sources/raw_history.h"

#include "core/base/text.h"
#include "core/sources/exporter_source.h"
#include "core/sources/prometheus_source.h"
#include "core/sources/selector.h"

#include <QPointer>

namespace lepto {

RawHistory::RawHistory(const SourceConfig &config, const QString &secret, const SourceLimits &limits, HistorySink &sink, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_limits(limits)
    , m_sink(sink)
    , m_client(config, secret)
    , m_matchers(parseSelector(utf8(selectorOf(config))).value_or(std::vector<Matcher>()))
    , m_way(m_matchers.empty() ? Way::Export : Way::Read)
{
    m_client.setMaxBytes(limits.maxBytes);
}

void RawHistory::fetch(const TimeRange &range, TimeMs known, QObject *context, Answer answer)
{
    ask(range, known, context, [this, range, known, context = QPointer<QObject>(context), answer = std::move(answer)](Result<QueryAnswer> said) {
        const bool refused = !said && (said.error().code == ErrorCode::BadInput || said.error().code == ErrorCode::NotFound);
        if (!refused || m_wayKnown || m_way == Way::Query || !context) {
            m_wayKnown = m_wayKnown || bool(said);
            return answer(handOver(std::move(said)));
        }
        m_way = m_way == Way::Read ? Way::Export : Way::Query;
        fetch(range, known, context, answer);
    });
}

void RawHistory::ask(const TimeRange &range, TimeMs known, QObject *context, Answer answer)
{
    PrometheusClient::ScanOptions scan;
    scan.maxSeries = m_limits.maxSeries;
    scan.cache = &m_cache;
    scan.target = targetOf(m_config);
    if (m_way == Way::Export)
        return m_client.exportSamples(selectorOf(m_config), range.from, range.to, scan, context, std::move(answer));
    if (m_way == Way::Query) {
        const QString expr = selectorOf(m_config) + QStringLiteral("[%1ms]").arg(range.to - range.from + 1);
        return m_client.query(expr, range.to, scan, context, std::move(answer));
    }
    scan.sink = &m_sink;
    scan.skipBefore = known;
    m_client.read({ range.from, range.to, m_matchers }, scan, context, std::move(answer));
}

// Remote read handed over what came while it came.
Result<QueryAnswer> RawHistory::handOver(Result<QueryAnswer> answer)
{
    if (!answer || answer->series.empty())
        return answer;
    std::vector<SeriesRun> runs;
    std::vector<LabelledHistogram> histograms;
    for (QuerySeries &series : answer->series) {
        runs.push_back({ series.labels, series.samples });
        for (HistogramSample &histogram : series.histograms)
            histograms.push_back({ series.labels, std::move(histogram) });
    }
    if (const auto taken = m_sink.takeRuns(runs); !taken)
        return taken.error();
    if (const auto taken = histograms.empty() ? Result<void>() : m_sink.takeHistograms(histograms); !taken)
        return taken.error();
    return answer;
}

} // namespace lepto
