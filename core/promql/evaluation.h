#pragma once

#include "core/promql/ast.h"
#include "core/promql/budget.h"
#include "core/promql/functions.h"
#include "core/promql/profile.h"

#include <optional>

namespace lepto::promql {

/// The times to which a selector looks back, one a step of the grid: shifted by `offset`, or all the same under `@`.
struct Times {
    Grid grid;
    TimeMs offset = 0;
    std::optional<TimeMs> fixed;

    TimeMs at(int i) const { return fixed.value_or(grid.at(i)) - offset; }
    TimeMs first() const { return at(0); }
    TimeMs last() const { return at(grid.count - 1); }
};

/// Which samples a range argument means: the window of step i is (at(i) - range, at(i)].
struct RangeShape {
    Times times;
    TimeMs range = 0;
};

/// One run over one expression. Evaluates a node for all steps of a grid at once. Throws EvalError.
class Evaluation {
public:
    Evaluation(const Expr &expr, SeriesProvider &provider, const Limits &limits, const Grid &grid, bool isRange,
        Profile *profile = nullptr);

    Operand evaluate(const Node &node, const Grid &grid);
    Block vector(const Node &node, const Grid &grid);
    Line scalar(const Node &node, const Grid &grid);
    const std::string &string(const Node &node) const;
    RangeShape rangeShape(const Node &node, const Grid &grid) const;
    /// Every series of a range argument, its samples in time order without stale markers, from the first window to the last.
    void visitRange(const Node &node, const RangeShape &shape, const SeriesProvider::Visitor &visitor);
    /// The selector's samples at each step; `timestamps` answers their times in seconds instead of their values.
    Block select(const VectorSelector &selector, std::size_t at, const Grid &grid, bool timestamps = false);

    void warn(std::string text, std::size_t at);
    void inform(std::string text, std::size_t at);

    Budget &budget() { return m_budget; }
    const Limits &limits() const { return m_limits; }
    bool isRange() const { return m_isRange; }
    const Grid &queryGrid() const { return m_grid; }
    QueryWindow window() const { return m_window; }
    Annotations takeAnnotations() { return std::move(m_annotations); }

private:
    Operand evaluateNode(const Node &node, const Grid &grid);
    Operand profiled(const Node &node, const Grid &grid);
    void visitProfiled(const Node &node, const RangeShape &shape, const SeriesProvider::Visitor &visitor);
    void visitPoints(const Node &node, const RangeShape &shape, const SeriesProvider::Visitor &visitor);
    Operand call(const Node &node, const Call &call, const Grid &grid);
    Operand unary(const Unary &unary, const Grid &grid);
    std::vector<Series> fetch(const VectorSelector &selector, TimeMs from, TimeMs to);
    void visitMatrix(const VectorSelector &selector, const RangeShape &shape, const SeriesProvider::Visitor &visitor);
    void visitSubquery(const Subquery &subquery, std::size_t at, const RangeShape &shape, const SeriesProvider::Visitor &visitor);
    Times timesOf(const TimeShift &shift, std::size_t at, const Grid &grid) const;
    TimeMs duration(const DurationNode &duration, std::size_t at) const;
    TimeMs positiveDuration(const DurationNode &duration, std::size_t at) const;

    const Expr &m_expr;
    SeriesProvider &m_provider;
    const Limits &m_limits;
    Grid m_grid;
    bool m_isRange;
    QueryWindow m_window;
    Budget m_budget;
    Annotations m_annotations;
    Profile *m_profile; ///< null where nobody asks
};

// One part of the language each; all throw EvalError.
Operand evaluateBinary(Evaluation &evaluation, const Binary &binary, const Grid &grid);
Block matchVectors(Evaluation &evaluation, const Binary &binary, const Block &left, const Block &right, const Grid &grid);
Block combineSets(const Binary &binary, Block left, Block right, const Grid &grid);
Block evaluateAggregation(Evaluation &evaluation, const Aggregation &aggregation, const Grid &grid);
Block callMath(Evaluation &evaluation, const Call &call, const Grid &grid);
Block callWindow(Evaluation &evaluation, const Call &call, const Grid &grid);
Block callLabel(Evaluation &evaluation, const Call &call, const Grid &grid);
Block callTime(Evaluation &evaluation, const Call &call, const Grid &grid);
Block callHistogram(Evaluation &evaluation, const Call &call, const Grid &grid);
Block callNativeHistogram(Evaluation &evaluation, const Call &call, const Grid &grid);
Block callInfo(Evaluation &evaluation, const Call &call, const Grid &grid);
Block callSort(Evaluation &evaluation, const Call &call, std::size_t at, const Grid &grid);
Operand callSpecial(Evaluation &evaluation, const Call &call, const Grid &grid);

} // namespace lepto::promql
