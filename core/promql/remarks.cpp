#include "core/promql/remarks.h"

#include "core/promql/number_text.h"

namespace lepto::promql {

namespace {

std::string ofMetric(std::string text, std::string_view metric)
{
    return metric.empty() ? text : text + " for metric name " + quoted(metric);
}

} // namespace

std::string mixedInRange(std::string_view metric)
{
    return "encountered a mix of histograms and floats for metric name " + quoted(metric);
}
std::string mixedInAggregation()
{
    return "encountered a mix of histograms and floats for aggregation";
}
std::string mixedClassicAndNative(std::string_view metric)
{
    return ofMetric("vector contains a mix of classic and native histograms", metric);
}
std::string mixedSchemas(std::string_view metric)
{
    return "vector contains a mix of histograms with exponential and custom buckets schemas for metric name " + quoted(metric);
}
std::string ignoredInAggregation(std::string_view aggregation)
{
    return "ignored histogram in " + std::string(aggregation) + " aggregation";
}
std::string ignoredInRange(std::string_view metric)
{
    return "ignored histograms in a range containing both floats and histograms for metric name " + quoted(metric);
}
std::string notACounter(std::string_view metric)
{
    return "this native histogram metric is not a counter: " + quoted(metric);
}
std::string notAGauge(std::string_view metric)
{
    return "this native histogram metric is not a gauge: " + quoted(metric);
}
std::string possiblyNotACounter(std::string_view metric)
{
    return "metric might not be a counter, name does not end in _total/_sum/_count/_bucket: " + quoted(metric);
}
std::string incompatibleTypes(std::string_view left, std::string_view operation, std::string_view right)
{
    return "incompatible sample types encountered for binary operator " + quoted(operation) + ": " + std::string(left) + " "
        + std::string(operation) + " " + std::string(right);
}
std::string incompatibleLayout(std::string_view operation)
{
    return "incompatible bucket layout encountered for binary operator " + std::string(operation);
}
std::string reconciledBounds(std::string_view operation)
{
    return "mismatched custom buckets were reconciled during " + std::string(operation);
}
std::string conflictingResets(std::string_view operation)
{
    return "conflicting counter resets during histogram " + std::string(operation);
}
std::string nanInQuantile(bool resultIsNaN, std::string_view metric)
{
    return ofMetric(
        "input to histogram_quantile has NaN observations, result is " + std::string(resultIsNaN ? "NaN" : "skewed higher"),
        metric);
}
std::string nanInFraction(std::string_view metric)
{
    return ofMetric("input to histogram_fraction has NaN observations, which are excluded from all fractions", metric);
}

} // namespace lepto::promql
