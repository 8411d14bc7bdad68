#include "core/promql/evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace lepto::promql {

namespace {

Line constant(const Grid &grid, double v)
{
    return Line(std::size_t(grid.count), v);
}

Line stepTimes(const Grid &grid)
{
    Line line(std::size_t(grid.count));
    for (int i = 0; i < grid.count; ++i)
        line[std::size_t(i)] = double(grid.at(i)) / 1000.0;
    return line;
}

/// The value of the only element at each step, NaN where there is none or more.
Line onlyElement(const Block &block, const Grid &grid)
{
    Line line = constant(grid, std::numeric_limits<double>::quiet_NaN());
    std::vector<int> seen(line.size(), 0);
    for (const Row &row : block) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (isAbsent(row.values[i]))
                continue;
            line[i] = ++seen[i] == 1 ? row.values[i] : std::numeric_limits<double>::quiet_NaN();
        }
    }
    return line;
}

/// What an absent element would have been called: the labels that the selector asks for by equality, each once.
Labels absentLabels(const Node &node)
{
    const Node &inner = unwrapped(node);
    const auto *selector = std::get_if<VectorSelector>(&inner.what);
    if (const auto *matrix = std::get_if<MatrixSelector>(&inner.what))
        selector = &matrix->selector;
    if (!selector)
        return {};
    std::map<std::string, int> uses;
    for (const Matcher &matcher : selector->matchers)
        ++uses[matcher.name];
    std::vector<Labels::Pair> pairs;
    for (const Matcher &matcher : selector->matchers) {
        if (matcher.kind == Matcher::Kind::Equal && matcher.name != "__name__" && uses[matcher.name] == 1)
            pairs.emplace_back(matcher.name, matcher.value);
    }
    return Labels(std::move(pairs));
}

Block absentOf(const Block &block, Labels labels, const Grid &grid)
{
    Row row { std::move(labels), constant(grid, 1.0) };
    for (const Row &present : block) {
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            if (isPresent(present.values[i]))
                row.values[i] = absent();
        }
    }
    return { std::move(row) };
}

template <typename Points>
bool hasPointIn(const Points &points, TimeMs after, TimeMs until)
{
    const auto next = std::upper_bound(
        points.begin(), points.end(), after, [](TimeMs t, const auto &point) { return t < point.t; });
    return next != points.end() && next->t <= until;
}

Block absentOverTime(Evaluation &evaluation, const Node &node, const Grid &grid)
{
    const RangeShape shape = evaluation.rangeShape(node, grid);
    Block present { emptyRow({}, grid) };
    evaluation.visitRange(node, shape, [&](Series &&series) {
        for (int i = 0; i < grid.count; ++i) {
            const TimeMs end = shape.times.at(i);
            if (hasPointIn(series.samples, end - shape.range, end) || hasPointIn(series.histograms, end - shape.range, end))
                present[0].values[std::size_t(i)] = 1;
        }
    });
    return absentOf(present, absentLabels(node), grid);
}

Block timestampsOf(Evaluation &evaluation, const Node &node, const Grid &grid)
{
    const Node &inner = unwrapped(node);
    Block block;
    if (const auto *selector = std::get_if<VectorSelector>(&inner.what)) {
        block = evaluation.select(*selector, inner.at, grid, true);
    } else {
        block = evaluation.vector(inner, grid);
        const Line times = stepTimes(grid);
        for (Row &row : block) {
            for (std::size_t i = 0; i < times.size(); ++i)
                row.values[i] = isAbsent(row.values[i]) ? row.values[i] : times[i];
            row.histograms.clear();
        }
    }
    for (Row &row : block)
        row.labels = withoutName(row.labels);
    return mergeRows(std::move(block));
}

} // namespace

Operand callSpecial(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    const std::string_view name = call.function->name;
    const Grid &query = evaluation.queryGrid();
    if (name == "time")
        return stepTimes(grid);
    if (name == "pi")
        return constant(grid, std::numbers::pi);
    if (name == "start")
        return constant(grid, double(query.start) / 1000.0);
    if (name == "end")
        return constant(grid, double(query.last()) / 1000.0);
    if (name == "step")
        return constant(grid, double(evaluation.window().step) / 1000.0);
    if (name == "range")
        return constant(grid, double(evaluation.window().range) / 1000.0);
    if (name == "scalar")
        return onlyElement(floatsOf(evaluation.vector(*call.args[0], grid)), grid);
    if (name == "vector")
        return Block { Row { {}, evaluation.scalar(*call.args[0], grid) } };
    if (name == "absent")
        return absentOf(evaluation.vector(*call.args[0], grid), absentLabels(*call.args[0]), grid);
    if (name == "absent_over_time")
        return absentOverTime(evaluation, *call.args[0], grid);
    if (name == "timestamp")
        return timestampsOf(evaluation, *call.args[0], grid);
    fail("function " + std::string(name) + "() is not supported by local evaluation");
}

} // namespace lepto::promql
