#include "core/promql/store_provider.h"

namespace lepto::promql {

Result<std::vector<Series>> StoreProvider::select(std::span<const Matcher> matchers, TimeMs from, TimeMs to)
{
    std::vector<Series> result;
    const auto visited = visit(matchers, from, to, [&](Series &&series) { result.push_back(std::move(series)); });
    if (!visited)
        return visited.error();
    return result;
}

Result<void> StoreProvider::visit(std::span<const Matcher> matchers, TimeMs from, TimeMs to, const Visitor &visitor)
{
    auto infos = m_store.select(matchers, from, to, m_maxSeries + 1); // one more tells that the limit is passed
    if (!infos)
        return infos.error();
    if (infos->size() > m_maxSeries)
        return Error { ErrorCode::Exhausted, "query", "selects more than " + std::to_string(m_maxSeries) + " series" };
    for (SeriesInfo &info : *infos) {
        auto samples = m_store.range(info.id, from, to);
        if (!samples)
            return samples.error();
        auto histograms = m_store.histogramRange(info.id, from, to);
        if (!histograms)
            return histograms.error();
        Series series { std::move(info.labels), std::move(*samples) };
        series.histograms.reserve(histograms->size());
        for (HistogramSample &sample : *histograms)
            series.histograms.push_back({ sample.t, std::make_shared<const NativeHistogram>(std::move(sample.value)) });
        if (!series.empty())
            visitor(std::move(series));
    }
    return {};
}

} // namespace lepto::promql
