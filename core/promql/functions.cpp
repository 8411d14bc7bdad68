#include "core/promql/functions.h"

#include <algorithm>

namespace lepto::promql {

namespace {

constexpr auto S = ValueType::Scalar;
constexpr auto T = ValueType::String;
constexpr auto V = ValueType::Vector;
constexpr auto M = ValueType::Matrix;
using K = FunctionKind;

// Sorted by name: found by binary search.
const std::vector<Function> &table()
{
    static const std::vector<Function> functions {
        { "abs", K::Math, { V } },
        { "absent", K::Special, { V } },
        { "absent_over_time", K::Special, { M } },
        { "acos", K::Math, { V } },
        { "acosh", K::Math, { V } },
        { "asin", K::Math, { V } },
        { "asinh", K::Math, { V } },
        { "atan", K::Math, { V } },
        { "atanh", K::Math, { V } },
        { "avg_over_time", K::Window, { M } },
        { "ceil", K::Math, { V } },
        { "changes", K::Window, { M } },
        { "clamp", K::Math, { V, S, S } },
        { "clamp_max", K::Math, { V, S } },
        { "clamp_min", K::Math, { V, S } },
        { "cos", K::Math, { V } },
        { "cosh", K::Math, { V } },
        { "count_over_time", K::Window, { M } },
        { "day_of_month", K::Time, { V }, 1 },
        { "day_of_week", K::Time, { V }, 1 },
        { "day_of_year", K::Time, { V }, 1 },
        { "days_in_month", K::Time, { V }, 1 },
        { "deg", K::Math, { V } },
        { "delta", K::Window, { M } },
        { "deriv", K::Window, { M } },
        { "double_exponential_smoothing", K::Window, { M, S, S } },
        { "end", K::Special, {}, 0, S },
        { "exp", K::Math, { V } },
        { "first_over_time", K::Window, { M } },
        { "floor", K::Math, { V } },
        { "histogram_avg", K::NativeHistogram, { V } },
        { "histogram_count", K::NativeHistogram, { V } },
        { "histogram_fraction", K::Histogram, { S, S, V } },
        { "histogram_quantile", K::Histogram, { S, V } },
        { "histogram_quantiles", K::Histogram, { V, T, S, S }, -1 },
        { "histogram_stddev", K::NativeHistogram, { V } },
        { "histogram_stdvar", K::NativeHistogram, { V } },
        { "histogram_sum", K::NativeHistogram, { V } },
        { "holt_winters", K::Window, { M, S, S } },
        { "hour", K::Time, { V }, 1 },
        { "idelta", K::Window, { M } },
        { "increase", K::Window, { M } },
        { "info", K::Info, { V, V }, 1 },
        { "irate", K::Window, { M } },
        { "label_join", K::Label, { V, T, T, T }, -1 },
        { "label_replace", K::Label, { V, T, T, T, T } },
        { "last_over_time", K::Window, { M } },
        { "ln", K::Math, { V } },
        { "log10", K::Math, { V } },
        { "log2", K::Math, { V } },
        { "mad_over_time", K::Window, { M } },
        { "max_over_time", K::Window, { M } },
        { "min_over_time", K::Window, { M } },
        { "minute", K::Time, { V }, 1 },
        { "month", K::Time, { V }, 1 },
        { "pi", K::Special, {}, 0, S },
        { "predict_linear", K::Window, { M, S } },
        { "present_over_time", K::Window, { M } },
        { "quantile_over_time", K::Window, { S, M } },
        { "rad", K::Math, { V } },
        { "range", K::Special, {}, 0, S },
        { "rate", K::Window, { M } },
        { "resets", K::Window, { M } },
        { "round", K::Math, { V, S }, 1 },
        { "scalar", K::Special, { V }, 0, S },
        { "sgn", K::Math, { V } },
        { "sin", K::Math, { V } },
        { "sinh", K::Math, { V } },
        { "sort", K::Sort, { V } },
        { "sort_by_label", K::Sort, { V, T }, -1 },
        { "sort_by_label_desc", K::Sort, { V, T }, -1 },
        { "sort_desc", K::Sort, { V } },
        { "sqrt", K::Math, { V } },
        { "start", K::Special, {}, 0, S },
        { "stddev_over_time", K::Window, { M } },
        { "stdvar_over_time", K::Window, { M } },
        { "step", K::Special, {}, 0, S },
        { "sum_over_time", K::Window, { M } },
        { "tan", K::Math, { V } },
        { "tanh", K::Math, { V } },
        { "time", K::Special, {}, 0, S },
        { "timestamp", K::Special, { V } },
        { "ts_of_first_over_time", K::Window, { M } },
        { "ts_of_last_over_time", K::Window, { M } },
        { "ts_of_max_over_time", K::Window, { M } },
        { "ts_of_min_over_time", K::Window, { M } },
        { "vector", K::Special, { S } },
        { "year", K::Time, { V }, 1 },
    };
    return functions;
}

} // namespace

const Function *findFunction(std::string_view name)
{
    const auto found = std::lower_bound(
        table().begin(), table().end(), name, [](const Function &f, std::string_view wanted) { return f.name < wanted; });
    return found != table().end() && found->name == name ? &*found : nullptr;
}

std::span<const Function> allFunctions()
{
    return table();
}

} // namespace lepto::promql
