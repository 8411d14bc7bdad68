#include "core/promql/evaluation.h"

#include <cmath>
#include <numbers>

namespace lepto::promql {

namespace {

struct MathFunction {
    std::string_view name;
    double (*run)(double);
};

constexpr MathFunction kFunctions[] = {
    { "abs", [](double v) { return std::abs(v); } },
    { "acos", [](double v) { return std::acos(v); } },
    { "acosh", [](double v) { return std::acosh(v); } },
    { "asin", [](double v) { return std::asin(v); } },
    { "asinh", [](double v) { return std::asinh(v); } },
    { "atan", [](double v) { return std::atan(v); } },
    { "atanh", [](double v) { return std::atanh(v); } },
    { "ceil", [](double v) { return std::ceil(v); } },
    { "cos", [](double v) { return std::cos(v); } },
    { "cosh", [](double v) { return std::cosh(v); } },
    { "deg", [](double v) { return v * 180 / std::numbers::pi; } },
    { "exp", [](double v) { return std::exp(v); } },
    { "floor", [](double v) { return std::floor(v); } },
    { "ln", [](double v) { return std::log(v); } },
    { "log10", [](double v) { return std::log10(v); } },
    { "log2", [](double v) { return std::log2(v); } },
    { "rad", [](double v) { return v * std::numbers::pi / 180; } },
    { "sgn", [](double v) { return v > 0 ? 1.0
                                : v < 0  ? -1.0
                                         : v; } },
    { "sin", [](double v) { return std::sin(v); } },
    { "sinh", [](double v) { return std::sinh(v); } },
    { "sqrt", [](double v) { return std::sqrt(v); } },
    { "tan", [](double v) { return std::tan(v); } },
    { "tanh", [](double v) { return std::tanh(v); } },
};

double rounded(double v, double nearest)
{
    const double inverse = 1.0 / nearest; // multiplying by the inverse keeps decimal steps exact
    return std::floor(v * inverse + 0.5) / inverse;
}

double clamped(double v, double low, double high)
{
    if (std::isnan(v) || std::isnan(low) || std::isnan(high))
        return std::nan("");
    return std::max(low, std::min(high, v));
}

template <typename Apply>
Block mapped(Block block, Apply apply)
{
    for (Row &row : block) {
        row.labels = withoutName(row.labels);
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            if (isPresent(row.values[i]))
                row.values[i] = apply(row.values[i], i);
        }
    }
    return mergeRows(std::move(block));
}

} // namespace

Block callMath(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    const std::string_view name = call.function->name;
    Block block = floatsOf(evaluation.vector(*call.args[0], grid));
    std::vector<Line> params;
    for (std::size_t i = 1; i < call.args.size(); ++i)
        params.push_back(evaluation.scalar(*call.args[i], grid));
    if (name == "round") {
        return mapped(std::move(block), [&](double v, std::size_t i) { return rounded(v, params.empty() ? 1.0 : params[0][i]); });
    }
    if (name == "clamp") {
        return mapped(std::move(block), [&](double v, std::size_t i) {
            return params[1][i] < params[0][i] ? absent() : clamped(v, params[0][i], params[1][i]);
        });
    }
    if (name == "clamp_min" || name == "clamp_max") {
        const double open = name == "clamp_min" ? HUGE_VAL : -HUGE_VAL;
        return mapped(std::move(block),
            [&](double v, std::size_t i) { return open > 0 ? clamped(v, params[0][i], open) : clamped(v, open, params[0][i]); });
    }
    for (const MathFunction &function : kFunctions) {
        if (function.name == name)
            return mapped(std::move(block), [&](double v, std::size_t) { return function.run(v); });
    }
    fail("function " + std::string(name) + " is not evaluated here");
}

} // namespace lepto::promql
