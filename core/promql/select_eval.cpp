#include "core/promql/evaluation.h"

#include "core/promql/histogram_points.h"
#include "core/promql/number_text.h"

#include <algorithm>

namespace lepto::promql {

namespace {

TimeMs floorTo(TimeMs t, TimeMs step)
{
    const TimeMs rest = t % step;
    return t - (rest < 0 ? rest + step : rest);
}

/// The newest sample at each step that is neither stale nor older than the lookback.
Row sampledRow(const Series &series, const Times &times, TimeMs lookback, bool timestamps)
{
    Row row = emptyRow(series.labels, times.grid);
    const Sample *next = series.samples.data(), *end = next + series.samples.size();
    for (int i = 0; i < times.grid.count; ++i) {
        const TimeMs t = times.at(i);
        while (next != end && next->t <= t)
            ++next;
        if (next == series.samples.data())
            continue;
        const Sample &newest = next[-1];
        if (newest.t > t - lookback && isPresent(newest.v))
            row.values[std::size_t(i)] = timestamps ? double(newest.t) / 1000.0 : newest.v;
    }
    return row;
}

} // namespace

TimeMs Evaluation::duration(const DurationNode &node, std::size_t at) const
{
    const auto ms = evaluateDuration(node, m_window);
    if (!ms)
        fail("duration " + durationText(node) + " is out of range (" + positionText(m_expr.query(), at) + ")");
    return *ms;
}

TimeMs Evaluation::positiveDuration(const DurationNode &node, std::size_t at) const
{
    const TimeMs ms = duration(node, at);
    if (ms <= 0)
        fail("duration " + durationText(node) + " must be greater than 0 (" + positionText(m_expr.query(), at) + ")");
    return ms;
}

Times Evaluation::timesOf(const TimeShift &shift, std::size_t at, const Grid &grid) const
{
    Times times { grid, shift.offset ? duration(*shift.offset, at) : 0, {} };
    if (shift.at == TimeShift::At::Time)
        times.fixed = shift.time;
    else if (shift.at == TimeShift::At::Start)
        times.fixed = m_grid.start;
    else if (shift.at == TimeShift::At::End)
        times.fixed = m_grid.last();
    return times;
}

std::vector<Series> Evaluation::fetch(const VectorSelector &selector, TimeMs from, TimeMs to)
{
    auto found = m_provider.select(selector.matchers, from, to);
    if (!found)
        throw EvalError { found.error() };
    m_budget.checkSeries(found->size());
    std::size_t samples = 0;
    for (const Series &series : *found)
        samples += costOf(series);
    m_budget.charge(samples);
    std::sort(found->begin(), found->end(), [](const Series &a, const Series &b) { return a.labels < b.labels; });
    return std::move(*found);
}

Block Evaluation::select(const VectorSelector &selector, std::size_t at, const Grid &grid, bool timestamps)
{
    const Times times = timesOf(selector.shift, at, grid);
    const std::vector<Series> found = fetch(selector, times.first() - m_limits.lookback + 1, times.last());
    m_budget.chargeRows(found.size(), grid);
    Block block;
    block.reserve(found.size());
    for (const Series &series : found)
        block.push_back(series.histograms.empty() ? sampledRow(series, times, m_limits.lookback, timestamps)
                                                  : mixedRow(series, times, m_limits.lookback, timestamps));
    return block;
}

RangeShape Evaluation::rangeShape(const Node &node, const Grid &grid) const
{
    const Node &inner = unwrapped(node);
    if (const auto *selector = std::get_if<MatrixSelector>(&inner.what))
        return { timesOf(selector->selector.shift, inner.at, grid), positiveDuration(*selector->range, inner.at) };
    const auto &subquery = std::get<Subquery>(inner.what);
    return { timesOf(subquery.shift, inner.at, grid), positiveDuration(*subquery.range, inner.at) };
}

void Evaluation::visitRange(const Node &node, const RangeShape &shape, const SeriesProvider::Visitor &visitor)
{
    m_profile ? visitProfiled(unwrapped(node), shape, visitor) : visitPoints(node, shape, visitor);
}

void Evaluation::visitPoints(const Node &node, const RangeShape &shape, const SeriesProvider::Visitor &visitor)
{
    const Node &inner = unwrapped(node);
    if (const auto *selector = std::get_if<MatrixSelector>(&inner.what))
        visitMatrix(selector->selector, shape, visitor);
    else
        visitSubquery(std::get<Subquery>(inner.what), inner.at, shape, visitor);
}

void Evaluation::visitMatrix(const VectorSelector &selector, const RangeShape &shape, const SeriesProvider::Visitor &visitor)
{
    std::size_t count = 0;
    const auto visited
        = m_provider.visit(selector.matchers, shape.times.first() - shape.range + 1, shape.times.last(), [&](Series &&series) {
              m_budget.checkTime();
              m_budget.checkSeries(++count);
              m_budget.charge(costOf(series));
              std::erase_if(series.samples, [](const Sample &sample) { return isAbsent(sample.v); });
              std::erase_if(series.histograms, isStale);
              visitor(std::move(series));
          });
    if (!visited)
        throw EvalError { visited.error() };
}

void Evaluation::visitSubquery(
    const Subquery &subquery, std::size_t at, const RangeShape &shape, const SeriesProvider::Visitor &visitor)
{
    const TimeMs step = subquery.step ? positiveDuration(*subquery.step, at) : m_limits.subqueryStep;
    // Steps are multiples of the subquery's step, so that the answer does not depend on when it is asked.
    const TimeMs first = floorTo(shape.times.first() - shape.range, step) + step;
    const TimeMs last = shape.times.last();
    if (last < first)
        return;
    if ((last - first) / step >= TimeMs(m_limits.maxSamples))
        m_budget.charge(m_limits.maxSamples + 1);
    const Grid inner { first, step, int((last - first) / step) + 1 };
    for (Row &row : vector(*subquery.expr, inner)) {
        Series series = seriesOfRow(std::move(row), inner);
        forgetHints(series);
        m_budget.charge(costOf(series));
        if (!series.empty())
            visitor(std::move(series));
    }
}

} // namespace lepto::promql
