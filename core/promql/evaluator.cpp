#include "core/promql/evaluator.h"

#include "core/promql/evaluation.h"
#include "core/promql/histogram_points.h"

#include <algorithm>
#include <stdexcept>

namespace lepto::promql {

namespace {

constexpr TimeMs kFarthest = 4'000'000'000'000'000'000; // leaves room for the longest offset and range

/// sort() and topk() decide the order of their result; everything else comes by labels.
bool ordersItself(const Node &root)
{
    const Node &node = unwrapped(root);
    if (const auto *call = std::get_if<Call>(&node.what))
        return call->function->kind == FunctionKind::Sort;
    if (const auto *aggregation = std::get_if<Aggregation>(&node.what))
        return aggregation->op == AggregateOp::TopK || aggregation->op == AggregateOp::BottomK;
    return false;
}

std::vector<VectorSample> vectorOf(Block block, bool keepOrder)
{
    block = mergeRows(std::move(block));
    std::vector<VectorSample> samples;
    for (Row &row : block) {
        if (isPresent(row.values[0]))
            samples.push_back({ std::move(row.labels), row.values[0], row.histogramAt(0) ? row.histograms[0] : nullptr });
    }
    if (!keepOrder)
        std::sort(samples.begin(), samples.end(), [](const auto &a, const auto &b) { return a.labels < b.labels; });
    return samples;
}

std::vector<Series> windowsOf(Evaluation &evaluation, const Node &node, const Grid &grid)
{
    const RangeShape shape = evaluation.rangeShape(node, grid);
    std::vector<Series> result;
    evaluation.visitRange(node, shape, [&](Series &&series) {
        if (!series.empty())
            result.push_back(std::move(series));
    });
    std::sort(result.begin(), result.end(), [](const Series &a, const Series &b) { return a.labels < b.labels; });
    return result;
}

std::vector<Series> seriesOf(Block block, const Grid &grid)
{
    block = mergeRows(std::move(block));
    std::vector<Series> result;
    for (Row &row : block) {
        Series series = seriesOfRow(std::move(row), grid);
        if (!series.empty())
            result.push_back(std::move(series));
    }
    std::sort(result.begin(), result.end(), [](const Series &a, const Series &b) { return a.labels < b.labels; });
    return result;
}

Value instantValue(const Expr &expr, Evaluation &evaluation, const Grid &grid)
{
    Value value;
    value.type = expr.type();
    value.at = grid.start;
    if (expr.type() == ValueType::Matrix) {
        value.matrix = windowsOf(evaluation, expr.root(), grid);
    } else {
        Operand operand = evaluation.evaluate(expr.root(), grid);
        if (const auto *line = std::get_if<Line>(&operand))
            value.scalar = line->front();
        else if (auto *text = std::get_if<std::string>(&operand))
            value.string = std::move(*text);
        else
            value.vector = vectorOf(std::move(std::get<Block>(operand)), ordersItself(expr.root()));
    }
    value.annotations = evaluation.takeAnnotations();
    return value;
}

/// The border that internal exceptions do not cross.
template <typename Answer, typename Work>
Result<Answer> guarded(const Expr &expr, Work work)
{
    try {
        return work();
    } catch (const EvalError &failure) {
        return failure.error;
    } catch (const std::bad_alloc &) {
        return Error { ErrorCode::Exhausted, expr.query().substr(0, 200), "not enough memory" };
    }
}

} // namespace

Result<Value> evaluate(const Expr &expr, SeriesProvider &provider, TimeMs at, const Limits &limits, Profile *profile)
{
    if (at < -kFarthest || at > kFarthest)
        return Error { ErrorCode::BadInput, "time", "is out of bounds" };
    return guarded<Value>(expr, [&]() -> Result<Value> {
        const Grid grid { at, 1, 1 };
        Evaluation evaluation(expr, provider, limits, grid, false, profile);
        return instantValue(expr, evaluation, grid);
    });
}

Result<Matrix> evaluateRange(const Expr &expr, SeriesProvider &provider, TimeMs from, TimeMs to, TimeMs step,
    const Limits &limits, Profile *profile)
{
    if (step <= 0)
        return Error { ErrorCode::BadInput, "step", "must be greater than 0" };
    if (from < -kFarthest || to > kFarthest || step > kFarthest)
        return Error { ErrorCode::BadInput, "range", "is out of bounds" };
    if (to < from)
        return Error { ErrorCode::BadInput, "range", "ends before it starts" };
    if ((to - from) / step > limits.maxSteps)
        return Error { ErrorCode::Exhausted, "range", "has more than " + std::to_string(limits.maxSteps) + " steps" };
    if (expr.type() != ValueType::Scalar && expr.type() != ValueType::Vector)
        return Error { ErrorCode::BadInput, "query",
            "invalid expression type \"" + std::string(typeText(expr.type()))
                + "\" for a range, must be scalar or instant vector" };
    return guarded<Matrix>(expr, [&]() -> Result<Matrix> {
        const Grid grid { from, step, int((to - from) / step) + 1 };
        Evaluation evaluation(expr, provider, limits, grid, true, profile);
        Operand operand = evaluation.evaluate(expr.root(), grid);
        if (auto *line = std::get_if<Line>(&operand))
            operand = Block { Row { {}, std::move(*line) } };
        return Matrix { seriesOf(std::move(std::get<Block>(operand)), grid), evaluation.takeAnnotations() };
    });
}

} // namespace lepto::promql
