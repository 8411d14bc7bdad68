#include "core/promql/aggregators.h"

#include "core/promql/kahan.h"
#include "core/promql/number_text.h"
#include "core/promql/remarks.h"
#include "core/promql/window_functions.h"
#include "ml/base/histogram_buckets.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace lepto::promql {

namespace {

Labels groupLabels(const Aggregation &aggregation, const Labels &labels)
{
    return aggregation.without ? dropLabels(labels, aggregation.grouping, true) : keepLabels(labels, aggregation.grouping);
}

/// Adds each row of a group to one accumulator a step, then asks each accumulator that saw a value.
template <typename Accumulator>
Row accumulate(const Block &block, const RowGroup &group, const Grid &grid)
{
    std::vector<Accumulator> steps(std::size_t(grid.count));
    for (std::size_t index : group.rows) {
        const std::vector<double> &values = block[index].values;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (isPresent(values[i]))
                steps[i].add(values[i]);
        }
    }
    Row row = emptyRow(group.labels, grid);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].count > 0)
            row.values[i] = steps[i].value();
    }
    return row;
}

struct Sum {
    KahanSum sum;
    double count = 0;
    void add(double v)
    {
        ++count;
        sum.add(v);
    }
    double value() const { return sum.value(); }
};

struct Count {
    double count = 0;
    void add(double) { ++count; }
    double value() const { return count; }
};

struct Group {
    double count = 0;
    void add(double) { count = 1; }
    double value() const { return 1; }
};

struct Minimum {
    double best = 0, count = 0;
    void add(double v)
    {
        if (count++ == 0 || v < best || std::isnan(best))
            best = v;
    }
    double value() const { return best; }
};

struct Maximum {
    double best = 0, count = 0;
    void add(double v)
    {
        if (count++ == 0 || v > best || std::isnan(best))
            best = v;
    }
    double value() const { return best; }
};

/// Sum over count while the sum fits a double; a running mean beside it for when it does not.
struct Average {
    KahanSum sum, mean;
    double count = 0;
    bool infinite = false;
    void add(double v)
    {
        ++count;
        sum.add(v);
        infinite = infinite || std::isinf(v);
        mean.add(v / count - mean.value() / count);
    }
    double value() const
    {
        if (std::isinf(sum.sum) && !infinite)
            return mean.value();
        return std::isinf(sum.sum) ? sum.sum : sum.sum / count + sum.compensation / count;
    }
};

struct Variance {
    KahanSum mean, squares;
    double count = 0;
    void add(double v)
    {
        ++count;
        const double delta = v - mean.value();
        mean.add(delta / count);
        squares.add(delta * (v - mean.value()));
    }
    double value() const { return squares.value() / count; }
};

struct Deviation : Variance {
    double value() const { return std::sqrt(Variance::value()); }
};

Row aggregated(AggregateOp op, const Block &block, const RowGroup &group, const Grid &grid)
{
    switch (op) {
    case AggregateOp::Sum:
        return accumulate<Sum>(block, group, grid);
    case AggregateOp::Avg:
        return accumulate<Average>(block, group, grid);
    case AggregateOp::Min:
        return accumulate<Minimum>(block, group, grid);
    case AggregateOp::Max:
        return accumulate<Maximum>(block, group, grid);
    case AggregateOp::Count:
        return accumulate<Count>(block, group, grid);
    case AggregateOp::Group:
        return accumulate<Group>(block, group, grid);
    case AggregateOp::Stddev:
        return accumulate<Deviation>(block, group, grid);
    case AggregateOp::Stdvar:
        return accumulate<Variance>(block, group, grid);
    default:
        fail("aggregation " + std::string(operatorText(op)) + " is not evaluated here");
    }
}

Block quantiles(Evaluation &evaluation, const Aggregation &aggregation, const Line &parameter, const Block &block,
    const std::vector<RowGroup> &groups, const Grid &grid)
{
    for (double q : parameter) {
        if (!(q >= 0 && q <= 1))
            evaluation.warn("quantile value should be between 0 and 1, got " + numberText(q), aggregation.parameter->at);
    }
    Block result;
    std::vector<double> values;
    for (const RowGroup &group : groups) {
        Row row = emptyRow(group.labels, grid);
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            values.clear();
            for (std::size_t index : group.rows) {
                if (isPresent(block[index].values[i]))
                    values.push_back(block[index].values[i]);
            }
            if (!values.empty())
                row.values[i] = quantileOf(values, parameter[i]);
        }
        result.push_back(std::move(row));
    }
    return result;
}

Block countValues(Evaluation &evaluation, const Aggregation &aggregation, const Block &block, const Grid &grid)
{
    const std::string &label = evaluation.string(*aggregation.parameter);
    if (label.empty() || !isValidUtf8(label))
        fail("invalid label name " + quoted(label));
    Block result;
    std::unordered_map<Labels, std::size_t> places;
    for (const Row &row : block) {
        const Labels base
            = aggregation.without ? groupLabels(aggregation, row.labels).with(label, {}) : groupLabels(aggregation, row.labels);
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            if (isAbsent(row.values[i]))
                continue;
            const NativeHistogram *histogram = row.histogramAt(i);
            const Labels labels = base.with(label, histogram ? ml::textOf(*histogram) : numberText(row.values[i]));
            const auto [place, fresh] = places.try_emplace(labels, result.size());
            if (fresh) {
                evaluation.budget().chargeRows(1, grid);
                result.push_back(emptyRow(labels, grid));
            }
            double &count = result[place->second].values[i];
            count = isAbsent(count) ? 1 : count + 1;
        }
    }
    return result;
}

/// Aggregations of numbers leave histograms out.
bool isForFloats(AggregateOp op)
{
    switch (op) {
    case AggregateOp::Count:
    case AggregateOp::Group:
    case AggregateOp::CountValues:
    case AggregateOp::LimitK:
    case AggregateOp::LimitRatio:
        return false;
    default:
        return true;
    }
}

Block floatsFor(Evaluation &evaluation, const Aggregation &aggregation, Block block)
{
    bool ignored = false;
    block = floatsOf(std::move(block), &ignored);
    if (ignored)
        evaluation.inform(ignoredInAggregation(operatorText(aggregation.op)), aggregation.expr->at);
    return block;
}

} // namespace

std::vector<RowGroup> groupRows(const Aggregation &aggregation, const Block &block)
{
    std::vector<RowGroup> groups;
    std::unordered_map<Labels, std::size_t> places;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const Labels labels = groupLabels(aggregation, block[i].labels);
        const auto [place, fresh] = places.try_emplace(labels, groups.size());
        if (fresh)
            groups.push_back({ labels, {} });
        groups[place->second].rows.push_back(i);
    }
    return groups;
}

Block evaluateAggregation(Evaluation &evaluation, const Aggregation &aggregation, const Grid &grid)
{
    const bool numeric = aggregation.parameter && aggregation.parameter->type == ValueType::Scalar;
    const Line parameter = numeric ? evaluation.scalar(*aggregation.parameter, grid) : Line();
    Block block = evaluation.vector(*aggregation.expr, grid);
    if (hasHistograms(block)) {
        if (aggregation.op == AggregateOp::Sum || aggregation.op == AggregateOp::Avg)
            return aggregateMixed(evaluation, aggregation, std::move(block), grid);
        if (isForFloats(aggregation.op))
            block = floatsFor(evaluation, aggregation, std::move(block));
    }
    switch (aggregation.op) {
    case AggregateOp::CountValues:
        return countValues(evaluation, aggregation, block, grid);
    case AggregateOp::Quantile:
        return quantiles(evaluation, aggregation, parameter, block, groupRows(aggregation, block), grid);
    case AggregateOp::TopK:
    case AggregateOp::BottomK:
    case AggregateOp::LimitK:
    case AggregateOp::LimitRatio:
        return chooseRows(evaluation, aggregation, parameter, std::move(block), grid);
    default:
        break;
    }
    return aggregateFloats(evaluation, aggregation, block, grid);
}

Block aggregateFloats(Evaluation &evaluation, const Aggregation &aggregation, const Block &block, const Grid &grid)
{
    Block result;
    for (const RowGroup &group : groupRows(aggregation, block)) {
        evaluation.budget().chargeRows(1, grid);
        result.push_back(aggregated(aggregation.op, block, group, grid));
    }
    return result;
}

} // namespace lepto::promql
