#include "core/promql/evaluation.h"

#include <algorithm>

namespace lepto::promql {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void addResult(NodeCost &cost, const Operand &operand)
{
    ++cost.evaluations;
    if (const auto *line = std::get_if<Line>(&operand))
        cost.samples += line->size();
    const auto *block = std::get_if<Block>(&operand);
    if (!block)
        return;
    std::size_t series = 0;
    for (const Row &row : *block) {
        const auto present = std::size_t(std::count_if(row.values.begin(), row.values.end(), isPresent));
        cost.samples += present;
        series += present > 0 ? 1 : 0;
    }
    cost.series = std::max(cost.series, series);
}

} // namespace

Operand Evaluation::profiled(const Node &node, const Grid &grid)
{
    const auto start = Clock::now();
    Operand operand = evaluateNode(node, grid);
    NodeCost &cost = (*m_profile)[&node];
    cost.seconds += secondsSince(start);
    addResult(cost, operand);
    return operand;
}

/// The visitor's time belongs to the function that asks, not to the range.
void Evaluation::visitProfiled(const Node &node, const RangeShape &shape, const SeriesProvider::Visitor &visitor)
{
    const auto start = Clock::now();
    double visiting = 0;
    std::size_t series = 0, samples = 0;
    visitPoints(node, shape, [&](Series &&one) {
        ++series;
        samples += one.samples.size() + one.histograms.size();
        const auto visit = Clock::now();
        visitor(std::move(one));
        visiting += secondsSince(visit);
    });
    NodeCost &cost = (*m_profile)[&node];
    cost.seconds += secondsSince(start) - visiting;
    cost.series = std::max(cost.series, series);
    cost.samples += samples;
    ++cost.evaluations;
}

} // namespace lepto::promql
