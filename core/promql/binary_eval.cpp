#include "core/promql/binary_operators.h"
#include "core/promql/evaluation.h"
#include "core/promql/histogram_operators.h"

namespace lepto::promql {

namespace {

Line scalars(const Binary &binary, Line left, const Line &right)
{
    withOperator(binary.op, [&](auto apply) {
        for (std::size_t i = 0; i < left.size(); ++i)
            left[i] = double(apply(left[i], right[i]));
    });
    return left;
}

/// A vector against a scalar. A comparison without bool keeps the vector's value and name where it holds.
Block withScalar(Evaluation &evaluation, const Binary &binary, Block block, const Line &line, bool scalarLeft)
{
    const bool filters = isComparison(binary.op) && !binary.returnBool;
    withOperator(binary.op, [&](auto apply) {
        for (Row &row : block) {
            if (!row.histograms.empty())
                histogramsWithScalar(evaluation, binary, row, line, scalarLeft);
            for (std::size_t i = 0; i < line.size(); ++i) {
                double &v = row.values[i];
                if (isAbsent(v) || row.histogramAt(i))
                    continue;
                const double result = double(scalarLeft ? apply(line[i], v) : apply(v, line[i]));
                v = !filters ? result : result != 0 ? v : absent();
            }
        }
    });
    if (filters)
        return block;
    for (Row &row : block)
        row.labels = withoutName(row.labels);
    return mergeRows(std::move(block));
}

} // namespace

Operand evaluateBinary(Evaluation &evaluation, const Binary &binary, const Grid &grid)
{
    Operand left = evaluation.evaluate(*binary.left, grid);
    Operand right = evaluation.evaluate(*binary.right, grid);
    auto *leftLine = std::get_if<Line>(&left), *rightLine = std::get_if<Line>(&right);
    if (leftLine && rightLine)
        return scalars(binary, std::move(*leftLine), *rightLine);
    if (leftLine)
        return withScalar(evaluation, binary, std::move(std::get<Block>(right)), *leftLine, true);
    if (rightLine)
        return withScalar(evaluation, binary, std::move(std::get<Block>(left)), *rightLine, false);
    if (isSetOperator(binary.op))
        return combineSets(binary, std::move(std::get<Block>(left)), std::move(std::get<Block>(right)), grid);
    return matchVectors(evaluation, binary, std::get<Block>(left), std::get<Block>(right), grid);
}

} // namespace lepto::promql
