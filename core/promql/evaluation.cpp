#include "core/promql/evaluation.h"

#include "core/promql/histogram_points.h"
#include "core/promql/number_text.h"

#include <algorithm>

namespace lepto::promql {

namespace {

template <typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

void addOnce(std::vector<std::string> &texts, std::string text)
{
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(std::move(text));
}

} // namespace

Evaluation::Evaluation(const Expr &expr, SeriesProvider &provider, const Limits &limits, const Grid &grid, bool isRange,
    Profile *profile)
    : m_expr(expr)
    , m_provider(provider)
    , m_limits(limits)
    , m_grid(grid)
    , m_isRange(isRange)
    , m_window { isRange ? grid.step : 0, grid.last() - grid.start }
    , m_budget(limits)
    , m_profile(profile)
{ }

Operand Evaluation::evaluate(const Node &node, const Grid &grid)
{
    m_budget.checkTime();
    return m_profile ? profiled(node, grid) : evaluateNode(node, grid);
}

Operand Evaluation::evaluateNode(const Node &node, const Grid &grid)
{
    return std::visit(
        Overloaded {
            [&](const NumberLiteral &number) -> Operand { return Line(std::size_t(grid.count), number.value); },
            [&](const StringLiteral &text) -> Operand { return text.value; },
            [&](const VectorSelector &selector) -> Operand { return select(selector, node.at, grid); },
            [&](const MatrixSelector &) -> Operand { fail("a range vector has no value of its own here"); },
            [&](const Subquery &) -> Operand { fail("a subquery has no value of its own here"); },
            [&](const Unary &inner) -> Operand { return unary(inner, grid); },
            [&](const Binary &binary) -> Operand { return evaluateBinary(*this, binary, grid); },
            [&](const Aggregation &aggregation) -> Operand { return evaluateAggregation(*this, aggregation, grid); },
            [&](const Call &inner) -> Operand { return call(node, inner, grid); },
            [&](const Paren &paren) -> Operand { return evaluate(*paren.expr, grid); },
        },
        node.what);
}

Block Evaluation::vector(const Node &node, const Grid &grid)
{
    return std::get<Block>(evaluate(node, grid));
}
Line Evaluation::scalar(const Node &node, const Grid &grid)
{
    return std::get<Line>(evaluate(node, grid));
}
const std::string &Evaluation::string(const Node &node) const
{
    return std::get<StringLiteral>(unwrapped(node).what).value;
}

Operand Evaluation::unary(const Unary &unary, const Grid &grid)
{
    Operand operand = evaluate(*unary.expr, grid);
    if (!unary.negative)
        return operand;
    if (auto *line = std::get_if<Line>(&operand)) {
        for (double &v : *line)
            v = -v;
        return operand;
    }
    Block &block = std::get<Block>(operand);
    for (Row &row : block) {
        row.labels = withoutName(row.labels);
        for (double &v : row.values)
            v = isAbsent(v) ? v : -v;
        for (std::size_t i = 0; i < row.histograms.size(); ++i) {
            if (const NativeHistogram *histogram = row.histogramAt(i))
                row.setHistogram(i, scaled(*histogram, -1));
        }
    }
    return mergeRows(std::move(block));
}

Operand Evaluation::call(const Node &node, const Call &call, const Grid &grid)
{
    switch (call.function->kind) {
    case FunctionKind::Math:
        return callMath(*this, call, grid);
    case FunctionKind::Window:
        return callWindow(*this, call, grid);
    case FunctionKind::Label:
        return callLabel(*this, call, grid);
    case FunctionKind::Time:
        return callTime(*this, call, grid);
    case FunctionKind::Histogram:
        return callHistogram(*this, call, grid);
    case FunctionKind::Sort:
        return callSort(*this, call, node.at, grid);
    case FunctionKind::Special:
        return callSpecial(*this, call, grid);
    case FunctionKind::NativeHistogram:
        return callNativeHistogram(*this, call, grid);
    case FunctionKind::Info:
        return callInfo(*this, call, grid);
    }
    return Block();
}

void Evaluation::warn(std::string text, std::size_t at)
{
    addOnce(m_annotations.warnings, "PromQL warning: " + std::move(text) + " (" + positionText(m_expr.query(), at) + ")");
}

void Evaluation::inform(std::string text, std::size_t at)
{
    addOnce(m_annotations.infos, "PromQL info: " + std::move(text) + " (" + positionText(m_expr.query(), at) + ")");
}

} // namespace lepto::promql
