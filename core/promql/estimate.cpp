#include "core/promql/estimate.h"

#include <algorithm>

namespace lepto::promql {

namespace {

constexpr TimeMs kLookback = 300'000;
constexpr std::size_t kMostSeries = 100'000, kProbed = 8;

/// A selector with how far it looks back in all.
struct Reach {
    const VectorSelector *selector = nullptr;
    TimeMs back = 0;
};

TimeMs lengthOf(const Duration &duration, const QueryWindow &window)
{
    return duration ? std::max<TimeMs>(0, evaluateDuration(*duration, window).value_or(0)) : 0;
}

void collectReaches(const Node &node, const QueryWindow &window, TimeMs back, std::vector<Reach> &found)
{
    if (const auto *vector = std::get_if<VectorSelector>(&node.what))
        found.push_back({ vector, back + kLookback });
    else if (const auto *matrix = std::get_if<MatrixSelector>(&node.what))
        found.push_back({ &matrix->selector, back + lengthOf(matrix->range, window) });
    else if (const auto *subquery = std::get_if<Subquery>(&node.what))
        back += lengthOf(subquery->range, window);
    forEachChild(node, [&](const Node &child) { collectReaches(child, window, back, found); });
}

/// Samples of a selector, from the counts of a few of its series spread over all.
Result<std::size_t> samplesOf(const Store &store, const std::vector<SeriesInfo> &series, TimeMs from, TimeMs to)
{
    const std::size_t probes = std::min(kProbed, series.size());
    std::size_t counted = 0;
    for (std::size_t i = 0; i < probes; ++i) {
        const auto columns = store.columns(series[i * series.size() / probes].id, from, to, 1);
        if (!columns)
            return columns.error();
        counted += std::size_t(columns->samples);
    }
    return probes == 0 ? 0 : std::size_t(double(counted) / double(probes) * double(series.size()));
}

} // namespace

Result<Estimate> estimate(const Expr &expr, const Store &store, TimeMs from, TimeMs to, TimeMs step)
{
    std::vector<Reach> reaches;
    const TimeMs first = step > 0 ? from : to;
    collectReaches(expr.root(), { step, to - first }, 0, reaches);
    const auto steps = std::size_t(step > 0 ? (to - first) / step + 1 : 1);
    Estimate result;
    for (const Reach &reach : reaches) {
        const TimeMs offset = reach.selector->shift.offset
            ? evaluateDuration(*reach.selector->shift.offset, { step, to - first }).value_or(0)
            : 0;
        const TimeMs start = first - offset - reach.back, end = to - offset;
        auto series = store.select(reach.selector->matchers, start, end, kMostSeries + 1);
        if (!series)
            return series.error();
        result.capped = result.capped || series->size() > kMostSeries;
        const auto samples = samplesOf(store, *series, start, end);
        if (!samples)
            return samples.error();
        result.series += series->size();
        result.samples += *samples;
        result.points = std::max(result.points, series->size() * steps);
    }
    return result;
}

} // namespace lepto::promql
