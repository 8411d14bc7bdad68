#include "core/promql/function_help.h"

#include "core/promql/functions.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepto::promql {

namespace {

struct Help {
    std::string_view word;
    const char *text;
};

// Sorted by word.
constexpr Help kHelp[] = {
    { "abs", QT_TRANSLATE_NOOP("promql", "Absolute value.") },
    { "absent", QT_TRANSLATE_NOOP("promql", "1 where the vector has no element, else nothing.") },
    { "absent_over_time", QT_TRANSLATE_NOOP("promql", "1 where the range has no sample, else nothing.") },
    { "acos", QT_TRANSLATE_NOOP("promql", "Arc cosine, in radians.") },
    { "acosh", QT_TRANSLATE_NOOP("promql", "Inverse hyperbolic cosine.") },
    { "and", QT_TRANSLATE_NOOP("promql", "Elements of the left side that have a partner on the right.") },
    { "asin", QT_TRANSLATE_NOOP("promql", "Arc sine, in radians.") },
    { "asinh", QT_TRANSLATE_NOOP("promql", "Inverse hyperbolic sine.") },
    { "atan", QT_TRANSLATE_NOOP("promql", "Arc tangent, in radians.") },
    { "atan2", QT_TRANSLATE_NOOP("promql", "Angle of the point that both sides give, in radians.") },
    { "atanh", QT_TRANSLATE_NOOP("promql", "Inverse hyperbolic tangent.") },
    { "avg", QT_TRANSLATE_NOOP("promql", "Average of each group.") },
    { "avg_over_time", QT_TRANSLATE_NOOP("promql", "Average of the samples in the range.") },
    { "bool", QT_TRANSLATE_NOOP("promql", "The comparison gives 0 or 1 instead of filtering.") },
    { "bottomk", QT_TRANSLATE_NOOP("promql", "The k smallest elements of each group, with their labels.") },
    { "by", QT_TRANSLATE_NOOP("promql", "Groups by these labels and drops the others.") },
    { "ceil", QT_TRANSLATE_NOOP("promql", "Rounded up to an integer.") },
    { "changes", QT_TRANSLATE_NOOP("promql", "How often the value changed in the range.") },
    { "clamp", QT_TRANSLATE_NOOP("promql", "Values limited to a minimum and a maximum.") },
    { "clamp_max", QT_TRANSLATE_NOOP("promql", "Values limited to a maximum.") },
    { "clamp_min", QT_TRANSLATE_NOOP("promql", "Values limited to a minimum.") },
    { "cos", QT_TRANSLATE_NOOP("promql", "Cosine of radians.") },
    { "cosh", QT_TRANSLATE_NOOP("promql", "Hyperbolic cosine.") },
    { "count", QT_TRANSLATE_NOOP("promql", "Number of elements of each group.") },
    { "count_over_time", QT_TRANSLATE_NOOP("promql", "Number of samples in the range.") },
    { "count_values", QT_TRANSLATE_NOOP("promql", "Number of elements with the same value, the value as a label.") },
    { "day_of_month", QT_TRANSLATE_NOOP("promql", "Day of the month of a time, 1 to 31, in UTC.") },
    { "day_of_week", QT_TRANSLATE_NOOP("promql", "Day of the week of a time, 0 is Sunday, in UTC.") },
    { "day_of_year", QT_TRANSLATE_NOOP("promql", "Day of the year of a time, 1 to 366, in UTC.") },
    { "days_in_month", QT_TRANSLATE_NOOP("promql", "Days of the month of a time, 28 to 31, in UTC.") },
    { "deg", QT_TRANSLATE_NOOP("promql", "Radians as degrees.") },
    { "delta", QT_TRANSLATE_NOOP("promql", "Change of a gauge over the range, extrapolated to its edges.") },
    { "deriv", QT_TRANSLATE_NOOP("promql", "Slope per second of a gauge, by least squares.") },
    { "double_exponential_smoothing",
        QT_TRANSLATE_NOOP("promql", "Smoothed value, with a factor for the level and one for the trend.") },
    { "end", QT_TRANSLATE_NOOP("promql", "End of the query's range, in seconds.") },
    { "exp", QT_TRANSLATE_NOOP("promql", "e to the power of the value.") },
    { "first_over_time", QT_TRANSLATE_NOOP("promql", "Oldest sample in the range.") },
    { "floor", QT_TRANSLATE_NOOP("promql", "Rounded down to an integer.") },
    { "group", QT_TRANSLATE_NOOP("promql", "1 for each group.") },
    { "group_left", QT_TRANSLATE_NOOP("promql", "Many elements of the left side match one of the right.") },
    { "group_right", QT_TRANSLATE_NOOP("promql", "Many elements of the right side match one of the left.") },
    { "histogram_avg", QT_TRANSLATE_NOOP("promql", "Average observation of native histograms.") },
    { "histogram_count", QT_TRANSLATE_NOOP("promql", "Number of observations of native histograms.") },
    { "histogram_fraction", QT_TRANSLATE_NOOP("promql", "Share of the observations between two values.") },
    { "histogram_quantile", QT_TRANSLATE_NOOP("promql", "Quantile of histograms, by interpolation in their buckets.") },
    { "histogram_quantiles", QT_TRANSLATE_NOOP("promql", "Several quantiles of histograms, each under a label.") },
    { "histogram_stddev", QT_TRANSLATE_NOOP("promql", "Standard deviation of native histograms.") },
    { "histogram_stdvar", QT_TRANSLATE_NOOP("promql", "Variance of native histograms.") },
    { "histogram_sum", QT_TRANSLATE_NOOP("promql", "Sum of the observations of native histograms.") },
    { "holt_winters", QT_TRANSLATE_NOOP("promql", "Smoothed value, with a factor for the level and one for the trend.") },
    { "hour", QT_TRANSLATE_NOOP("promql", "Hour of a time, 0 to 23, in UTC.") },
    { "idelta", QT_TRANSLATE_NOOP("promql", "Difference of the last two samples of a gauge.") },
    { "ignoring", QT_TRANSLATE_NOOP("promql", "Matches on all labels but these.") },
    { "increase", QT_TRANSLATE_NOOP("promql", "Increase of a counter over the range, extrapolated to its edges.") },
    { "info", QT_TRANSLATE_NOOP("promql", "Adds the labels of matching info series, such as target_info.") },
    { "irate", QT_TRANSLATE_NOOP("promql", "Increase per second of a counter, from its last two samples.") },
    { "label_join", QT_TRANSLATE_NOOP("promql", "Joins labels with a separator into a new one.") },
    { "label_replace", QT_TRANSLATE_NOOP("promql", "Sets a label from another by a regular expression.") },
    { "last_over_time", QT_TRANSLATE_NOOP("promql", "Newest sample in the range.") },
    { "limit_ratio", QT_TRANSLATE_NOOP("promql", "A share of the elements, always the same ones.") },
    { "limitk", QT_TRANSLATE_NOOP("promql", "Any k elements of each group.") },
    { "ln", QT_TRANSLATE_NOOP("promql", "Natural logarithm.") },
    { "log10", QT_TRANSLATE_NOOP("promql", "Decimal logarithm.") },
    { "log2", QT_TRANSLATE_NOOP("promql", "Binary logarithm.") },
    { "mad_over_time", QT_TRANSLATE_NOOP("promql", "Median absolute deviation of the samples in the range.") },
    { "max", QT_TRANSLATE_NOOP("promql", "Largest value of each group.") },
    { "max_over_time", QT_TRANSLATE_NOOP("promql", "Largest sample in the range.") },
    { "min", QT_TRANSLATE_NOOP("promql", "Smallest value of each group.") },
    { "min_over_time", QT_TRANSLATE_NOOP("promql", "Smallest sample in the range.") },
    { "minute", QT_TRANSLATE_NOOP("promql", "Minute of a time, 0 to 59, in UTC.") },
    { "month", QT_TRANSLATE_NOOP("promql", "Month of a time, 1 to 12, in UTC.") },
    { "offset", QT_TRANSLATE_NOOP("promql", "Looks that much earlier.") },
    { "on", QT_TRANSLATE_NOOP("promql", "Matches on these labels only.") },
    { "or", QT_TRANSLATE_NOOP("promql", "Elements of the left side, and those of the right that have no partner there.") },
    { "pi", QT_TRANSLATE_NOOP("promql", "The number pi.") },
    { "predict_linear", QT_TRANSLATE_NOOP("promql", "Value of a gauge in so many seconds, by least squares.") },
    { "present_over_time", QT_TRANSLATE_NOOP("promql", "1 for each series with a sample in the range.") },
    { "quantile", QT_TRANSLATE_NOOP("promql", "Quantile of each group.") },
    { "quantile_over_time", QT_TRANSLATE_NOOP("promql", "Quantile of the samples in the range.") },
    { "rad", QT_TRANSLATE_NOOP("promql", "Degrees as radians.") },
    { "range", QT_TRANSLATE_NOOP("promql", "Length of the query's range, in seconds.") },
    { "rate", QT_TRANSLATE_NOOP("promql", "Increase per second of a counter over the range, resets taken into account.") },
    { "resets", QT_TRANSLATE_NOOP("promql", "How often a counter was reset in the range.") },
    { "round", QT_TRANSLATE_NOOP("promql", "Rounded to the nearest multiple, 1 where none is given.") },
    { "scalar", QT_TRANSLATE_NOOP("promql", "The only element of a vector as a number, NaN where there is none or more.") },
    { "sgn", QT_TRANSLATE_NOOP("promql", "Sign: 1, 0 or -1.") },
    { "sin", QT_TRANSLATE_NOOP("promql", "Sine of radians.") },
    { "sinh", QT_TRANSLATE_NOOP("promql", "Hyperbolic sine.") },
    { "sort", QT_TRANSLATE_NOOP("promql", "Elements by value, smallest first.") },
    { "sort_by_label", QT_TRANSLATE_NOOP("promql", "Elements by these labels.") },
    { "sort_by_label_desc", QT_TRANSLATE_NOOP("promql", "Elements by these labels, in reverse.") },
    { "sort_desc", QT_TRANSLATE_NOOP("promql", "Elements by value, largest first.") },
    { "sqrt", QT_TRANSLATE_NOOP("promql", "Square root.") },
    { "start", QT_TRANSLATE_NOOP("promql", "Start of the query's range, in seconds.") },
    { "stddev", QT_TRANSLATE_NOOP("promql", "Standard deviation of each group.") },
    { "stddev_over_time", QT_TRANSLATE_NOOP("promql", "Standard deviation of the samples in the range.") },
    { "stdvar", QT_TRANSLATE_NOOP("promql", "Variance of each group.") },
    { "stdvar_over_time", QT_TRANSLATE_NOOP("promql", "Variance of the samples in the range.") },
    { "step", QT_TRANSLATE_NOOP("promql", "Step of the query, in seconds.") },
    { "sum", QT_TRANSLATE_NOOP("promql", "Sum of each group.") },
    { "sum_over_time", QT_TRANSLATE_NOOP("promql", "Sum of the samples in the range.") },
    { "tan", QT_TRANSLATE_NOOP("promql", "Tangent of radians.") },
    { "tanh", QT_TRANSLATE_NOOP("promql", "Hyperbolic tangent.") },
    { "time", QT_TRANSLATE_NOOP("promql", "Time of the evaluation, in seconds.") },
    { "timestamp", QT_TRANSLATE_NOOP("promql", "Time of each sample, in seconds.") },
    { "topk", QT_TRANSLATE_NOOP("promql", "The k largest elements of each group, with their labels.") },
    { "ts_of_first_over_time", QT_TRANSLATE_NOOP("promql", "Time of the oldest sample in the range.") },
    { "ts_of_last_over_time", QT_TRANSLATE_NOOP("promql", "Time of the newest sample in the range.") },
    { "ts_of_max_over_time", QT_TRANSLATE_NOOP("promql", "Time of the largest sample in the range.") },
    { "ts_of_min_over_time", QT_TRANSLATE_NOOP("promql", "Time of the smallest sample in the range.") },
    { "unless", QT_TRANSLATE_NOOP("promql", "Elements of the left side that have no partner on the right.") },
    { "vector", QT_TRANSLATE_NOOP("promql", "A number as a vector of one element without labels.") },
    { "without", QT_TRANSLATE_NOOP("promql", "Groups by all labels but these.") },
    { "year", QT_TRANSLATE_NOOP("promql", "Year of a time, in UTC.") },
};

constexpr std::string_view kWithParameter[] = { "bottomk", "count_values", "limit_ratio", "limitk", "quantile", "topk" };
constexpr std::string_view kPlain[] = { "avg", "count", "group", "max", "min", "stddev", "stdvar", "sum" };

} // namespace

std::string signatureOf(const Function &function)
{
    std::string text(function.name);
    const std::size_t optional = function.variadic < 0 ? 1 : std::size_t(function.variadic);
    text += "(";
    for (std::size_t i = 0; i < function.args.size(); ++i) {
        const bool mayMiss = i + optional >= function.args.size();
        text += mayMiss ? i == 0 ? "[" : " [, " : i == 0 ? "" : ", ";
        text += typeText(function.args[i]);
        text += function.variadic < 0 && mayMiss ? ", ..." : "";
        text += mayMiss ? "]" : "";
    }
    return text + ")";
}

std::string aggregationSignature(std::string_view name)
{
    if (std::find(std::begin(kPlain), std::end(kPlain), name) != std::end(kPlain))
        return std::string(name) + " [by (labels)] (instant vector)";
    if (std::find(std::begin(kWithParameter), std::end(kWithParameter), name) == std::end(kWithParameter))
        return {};
    return std::string(name) + " [by (labels)] (" + (name == "count_values" ? "string" : "scalar") + ", instant vector)";
}

QString helpOf(std::string_view word)
{
    const auto found = std::lower_bound(
        std::begin(kHelp), std::end(kHelp), word, [](const Help &help, std::string_view wanted) { return help.word < wanted; });
    return found != std::end(kHelp) && found->word == word ? QCoreApplication::translate("promql", found->text) : QString();
}

} // namespace lepto::promql
