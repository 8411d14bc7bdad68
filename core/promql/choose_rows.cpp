#include "core/promql/aggregators.h"

#include "core/promql/number_text.h"

#include <algorithm>
#include <cmath>

namespace lepto::promql {

namespace {

void checkParameter(Evaluation &evaluation, const Aggregation &aggregation, const Line &parameter)
{
    const bool ratio = aggregation.op == AggregateOp::LimitRatio;
    for (double k : parameter) {
        if (std::isnan(k))
            fail(ratio ? "Ratio value is NaN" : "Parameter value is NaN");
        if (ratio && std::abs(k) > 1) {
            evaluation.warn(
                "ratio value should be between -1 and 1, got " + numberText(k) + ", capping to " + (k > 0 ? "1" : "-1"),
                aggregation.parameter->at);
        }
    }
}

/// A series is in a ratio by its hash, the same at every step; r and r - 1 are complements.
bool inRatio(const Labels &labels, double ratio)
{
    const double place = double(labels.hash()) / 18446744073709551616.0;
    return ratio >= 0 ? place < std::min(ratio, 1.0) : place >= 1.0 + std::max(ratio, -1.0);
}

/// Orders the rows of a group that are present at a step, the wanted ones first.
void rank(std::vector<std::size_t> &rows, const Block &block, std::size_t step, AggregateOp op, std::size_t k)
{
    if (op == AggregateOp::LimitK)
        return;
    const auto before = [&](std::size_t a, std::size_t b) {
        const double left = block[a].values[step], right = block[b].values[step];
        if (std::isnan(left) || std::isnan(right))
            return !std::isnan(left) && std::isnan(right);
        if (left == right)
            return a < b;
        return op == AggregateOp::TopK ? left > right : left < right;
    };
    const auto middle = rows.begin() + std::ptrdiff_t(std::min(k, rows.size()));
    std::partial_sort(rows.begin(), middle, rows.end(), before);
}

std::vector<std::size_t> presentRows(const Block &block, const RowGroup &group, std::size_t step)
{
    std::vector<std::size_t> rows;
    for (std::size_t index : group.rows) {
        if (isPresent(block[index].values[step]))
            rows.push_back(index);
    }
    return rows;
}

Block limitByRatio(Block block, const Line &ratio)
{
    for (Row &row : block) {
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            if (!inRatio(row.labels, ratio[i]))
                row.values[i] = absent();
        }
    }
    return block;
}

} // namespace

Block chooseRows(Evaluation &evaluation, const Aggregation &aggregation, const Line &parameter, Block block, const Grid &grid)
{
    checkParameter(evaluation, aggregation, parameter);
    if (aggregation.op == AggregateOp::LimitRatio)
        return limitByRatio(std::move(block), parameter);
    Block ordered;
    for (const RowGroup &group : groupRows(aggregation, block)) {
        evaluation.budget().checkTime();
        for (std::size_t i = 0; i < std::size_t(grid.count); ++i) {
            const double wanted = parameter[i] < 1 ? 0 : std::min(parameter[i], double(group.rows.size()));
            const auto k = std::size_t(wanted);
            std::vector<std::size_t> rows = presentRows(block, group, i);
            rank(rows, block, i, aggregation.op, k);
            for (std::size_t place = 0; place < rows.size(); ++place) {
                if (place >= k)
                    block[rows[place]].values[i] = absent();
                else if (grid.count == 1)
                    ordered.push_back(block[rows[place]]);
            }
        }
    }
    return grid.count == 1 ? ordered : block;
}

} // namespace lepto::promql
