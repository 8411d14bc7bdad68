#include "core/store/series_limiter.h"

#include <algorithm>

namespace lepto {

namespace {

void keepTop(std::vector<Counted> &counts, std::size_t top)
{
    const auto middle = counts.begin() + std::ptrdiff_t(std::min(top, counts.size()));
    std::partial_sort(counts.begin(), middle, counts.end(),
        [](const Counted &a, const Counted &b) { return a.count != b.count ? a.count > b.count : a.name < b.name; });
    counts.erase(middle, counts.end());
}

/// The label of a metric's series with the most values.
Counted widestLabel(const SeriesIndex &index, const std::string &metric)
{
    std::map<std::string, std::set<std::string_view>> values;
    for (const SeriesId id : index.carrying("__name__", metric))
        for (const auto &[name, value] : index.labels(id)->pairs())
            values[name].insert(value);
    Counted widest;
    for (const auto &[name, all] : values)
        if (std::int64_t(all.size()) > widest.count)
            widest = { name, std::int64_t(all.size()) };
    return widest;
}

} // namespace

void SeriesLimiter::setLimits(const SeriesLimits &limits, const SeriesIndex &index)
{
    m_limits = limits;
    recount(index);
}

void SeriesLimiter::recount(const SeriesIndex &index)
{
    m_series = 0;
    m_bySource.clear();
    m_byMetric.clear();
    if (m_limits.any())
        for (const auto &[id, labels] : index.all())
            count(labels);
}

SeriesLimiter::Key SeriesLimiter::keyOf(const Labels &labels) const
{
    return { std::string(labels.get(m_limits.sourceLabel)), std::string(labels.name()) };
}

void SeriesLimiter::count(const Labels &labels)
{
    const Key key = keyOf(labels);
    ++m_series;
    ++m_bySource[key.first];
    ++m_byMetric[key];
}

bool SeriesLimiter::admit(const Labels &labels)
{
    if (!m_limits.any())
        return true;
    const Key key = keyOf(labels);
    const auto below = [](std::int64_t count, std::int64_t limit) { return limit == 0 || count < limit; };
    const auto countOf = [](const auto &counts, const auto &of) {
        const auto at = counts.find(of);
        return at == counts.end() ? 0 : at->second;
    };
    if (below(m_series, m_limits.series) && below(countOf(m_bySource, key.first), m_limits.perSource)
        && below(countOf(m_byMetric, key), m_limits.perMetric)) {
        count(labels);
        return true;
    }
    refusedAgain(labels);
    return false;
}

void SeriesLimiter::refusedAgain(const Labels &labels)
{
    const Key key = keyOf(labels);
    if (m_refused.size() >= kRemembered && !m_refused.contains(key))
        return;
    Refused &refused = m_refused[key];
    ++refused.samples;
    if (refused.series.size() < kRemembered)
        refused.series.insert(labels.hash());
    else if (!refused.series.contains(labels.hash()))
        ++refused.more;
}

void SeriesLimiter::report(const SeriesIndex &index, std::size_t top, Cardinality &out) const
{
    for (const auto &[key, refused] : m_refused) {
        const std::int64_t series = std::int64_t(refused.series.size()) + refused.more;
        out.refused.push_back({ key.first, key.second, {}, 0, series, refused.samples });
        out.refusedSeries += series;
        out.refusedSamples += refused.samples;
    }
    std::sort(out.refused.begin(), out.refused.end(),
        [](const RefusedMetric &a, const RefusedMetric &b) { return a.series > b.series; });
    out.refused.resize(std::min(top, out.refused.size()));
    for (RefusedMetric &metric : out.refused) {
        const Counted widest = widestLabel(index, metric.metric);
        metric.label = widest.name;
        metric.values = widest.count;
    }
}

Cardinality cardinalityOf(const SeriesIndex &index, std::size_t top)
{
    Cardinality found;
    found.series = std::int64_t(index.size());
    for (const auto &[name, values] : index.names()) {
        std::int64_t bytes = 0;
        for (const auto &[value, series] : values) {
            const auto count = std::int64_t(series.size());
            bytes += std::int64_t(name.size() + value.size()) * count;
            found.seriesByPair.push_back({ name + '=' + value, count });
            if (name == "__name__")
                found.seriesByMetric.push_back({ value, count });
        }
        found.labelPairs += std::int64_t(values.size());
        found.valuesByLabel.push_back({ name, std::int64_t(values.size()) });
        found.bytesByLabel.push_back({ name, bytes });
    }
    for (auto *counts : { &found.seriesByMetric, &found.valuesByLabel, &found.bytesByLabel, &found.seriesByPair })
        keepTop(*counts, top);
    return found;
}

} // namespace lepto
