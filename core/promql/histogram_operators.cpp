#include "core/promql/histogram_operators.h"

#include "core/promql/binary_operators.h"
#include "core/promql/histogram_points.h"
#include "core/promql/remarks.h"
#include "ml/base/histogram_arithmetic.h"

namespace lepto::promql {

namespace {

/// Either a float or a histogram.
struct Side {
    double value = 0;
    const NativeHistogram *histogram = nullptr;
    std::string_view kind() const { return histogram ? "histogram" : "float"; }
};

HistogramPtr multiplied(const NativeHistogram &histogram, double factor)
{
    return scaled(histogram, factor);
}

HistogramPtr divided(const NativeHistogram &histogram, double divisor)
{
    NativeHistogram result = histogram;
    ml::divide(result, divisor);
    return shared(std::move(result));
}

/// A histogram and a float. Null where the operator has no meaning for them.
HistogramPtr withFloat(BinaryOp op, const Side &left, const Side &right)
{
    if (op == BinaryOp::Mul)
        return left.histogram ? multiplied(*left.histogram, right.value) : multiplied(*right.histogram, left.value);
    return op == BinaryOp::Div && left.histogram ? divided(*left.histogram, right.value) : nullptr;
}

HistogramPtr added(Evaluation &evaluation, BinaryOp op, const NativeHistogram &left, const NativeHistogram &right, std::size_t at)
{
    const bool subtraction = op == BinaryOp::Sub;
    NativeHistogram result = left;
    const auto combination = subtraction ? ml::subtract(result, right) : ml::add(result, right);
    const std::string name = subtraction ? "subtraction" : "addition";
    if (!combination.compatible) {
        evaluation.warn(incompatibleLayout(operatorText(op)), at);
        return nullptr;
    }
    if (combination.boundsReconciled)
        evaluation.inform(reconciledBounds(name), at);
    if (combination.resetsConflict)
        evaluation.warn(conflictingResets(name), at);
    if (subtraction)
        result.reset = NativeHistogram::Reset::Gauge;
    return shared(std::move(result));
}

/// Two histograms: + and - give one, == and != compare.
void bothHistograms(Evaluation &evaluation, const Binary &binary, const Row &left, const Row &right, Row &result, std::size_t i)
{
    const NativeHistogram &a = *left.histogramAt(i), &b = *right.histogramAt(i);
    const std::size_t at = startOf(*binary.left);
    if (binary.op == BinaryOp::Add || binary.op == BinaryOp::Sub) {
        if (HistogramPtr sum = added(evaluation, binary.op, a, b, at))
            result.setHistogram(i, std::move(sum));
    } else if (binary.op == BinaryOp::Equal || binary.op == BinaryOp::NotEqual) {
        const bool holds = ml::isSameHistogram(a, b) == (binary.op == BinaryOp::Equal);
        if (binary.returnBool)
            result.values[i] = holds ? 1 : 0;
        else if (holds)
            result.setHistogram(i, left.histograms[i]);
    } else {
        evaluation.inform(incompatibleTypes("histogram", operatorText(binary.op), "histogram"), at);
    }
}

/// What a float comparison or calculation leaves at a step.
double bothFloats(const Binary &binary, double a, double b)
{
    double v = absent();
    withOperator(binary.op, [&](auto apply) {
        v = double(apply(a, b));
        if (isComparison(binary.op) && !binary.returnBool)
            v = v != 0 ? a : absent();
    });
    return v;
}

} // namespace

void histogramsWithScalar(Evaluation &evaluation, const Binary &binary, Row &row, const Line &line, bool scalarLeft)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        const NativeHistogram *histogram = row.histogramAt(i);
        if (!histogram)
            continue;
        const Side own { 0, histogram }, scalar { line[i] };
        const Side &left = scalarLeft ? scalar : own, &right = scalarLeft ? own : scalar;
        if (HistogramPtr result = withFloat(binary.op, left, right)) {
            row.setHistogram(i, std::move(result));
            continue;
        }
        evaluation.inform(incompatibleTypes(left.kind(), operatorText(binary.op), right.kind()), startOf(*binary.left));
        row.values[i] = absent();
    }
}

bool combineWithHistograms(
    Evaluation &evaluation, const Binary &binary, const Row &left, const Row &right, Row &result, Row &matched)
{
    bool any = false;
    for (std::size_t i = 0; i < result.values.size(); ++i) {
        if (isAbsent(left.values[i]) || isAbsent(right.values[i]))
            continue;
        any = true;
        if (!matched.values.empty())
            matched.values[i] = 1;
        const Side a { left.values[i], left.histogramAt(i) }, b { right.values[i], right.histogramAt(i) };
        if (a.histogram && b.histogram) {
            bothHistograms(evaluation, binary, left, right, result, i);
        } else if (!a.histogram && !b.histogram) {
            result.values[i] = bothFloats(binary, a.value, b.value);
        } else if (HistogramPtr scaledOne = withFloat(binary.op, a, b)) {
            result.setHistogram(i, std::move(scaledOne));
        } else {
            evaluation.inform(incompatibleTypes(a.kind(), operatorText(binary.op), b.kind()), startOf(*binary.left));
        }
    }
    return any;
}

} // namespace lepto::promql
