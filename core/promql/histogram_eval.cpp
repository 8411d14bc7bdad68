#include "core/promql/evaluation.h"
#include "core/promql/histogram_functions.h"
#include "core/promql/number_text.h"
#include "core/promql/remarks.h"
#include "ml/base/histogram_statistics.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>

namespace lepto::promql {

namespace {

/// One histogram of a vector: the rows of its classic buckets with their bounds, a row of native histograms, or both.
struct HistogramRows {
    Labels labels; ///< without le, the name still there
    std::vector<std::pair<double, const Row *>> buckets = {};
    const Row *native = nullptr;
};

bool hasFloats(const Row &row)
{
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (isPresent(row.values[i]) && !row.histogramAt(i))
            return true;
    }
    return false;
}

std::optional<double> boundOf(std::string_view text)
{
    if (text == "+Inf" || text == "Inf")
        return std::numeric_limits<double>::infinity();
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double bound = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), bound);
    if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size() || std::isnan(bound))
        return std::nullopt;
    return bound;
}

std::vector<HistogramRows> histogramsOf(Evaluation &evaluation, const Block &block, std::size_t at)
{
    std::vector<HistogramRows> histograms;
    std::unordered_map<Labels, std::size_t> places;
    const auto place = [&](const Labels &labels) -> HistogramRows & {
        const auto [found, fresh] = places.try_emplace(labels, histograms.size());
        if (fresh)
            histograms.push_back({ labels });
        return histograms[found->second];
    };
    for (const Row &row : block) {
        if (!row.histograms.empty())
            place(row.labels).native = &row;
        if (!hasFloats(row))
            continue;
        if (const auto bound = boundOf(row.labels.get("le"))) {
            place(row.labels.with("le", {})).buckets.emplace_back(*bound, &row);
            continue;
        }
        evaluation.warn("bucket label \"le\" is missing or has a malformed value of " + quoted(row.labels.get("le"))
                + " for metric name " + quoted(row.labels.name()),
            at);
    }
    return histograms;
}

/// The classic buckets at one step; empty where there are none.
std::vector<Bucket> bucketsAt(const HistogramRows &histogram, std::size_t step)
{
    std::vector<Bucket> buckets;
    for (const auto &[bound, source] : histogram.buckets) {
        if (isPresent(source->values[step]) && !source->histogramAt(step))
            buckets.push_back({ bound, source->values[step] });
    }
    return buckets;
}

Buckets usable(Evaluation &evaluation, const std::vector<Bucket> &buckets, std::string_view metric, std::size_t at)
{
    const Buckets result = usableBuckets(buckets);
    if (result.fixed)
        evaluation.inform(
            "input to histogram_quantile needed to be fixed for monotonicity for metric name " + quoted(metric), at);
    return result;
}

/// Runs `ask` on each histogram at each step: with its classic buckets, or with the native histogram and the metric's name.
template <typename Ask>
Block perHistogram(
    Evaluation &evaluation, const std::vector<HistogramRows> &histograms, const Grid &grid, std::size_t at, Ask ask)
{
    Block result;
    for (const HistogramRows &histogram : histograms) {
        evaluation.budget().checkTime();
        evaluation.budget().chargeRows(1, grid);
        const std::string_view metric = histogram.labels.name();
        Row row = emptyRow(withoutName(histogram.labels), grid);
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const auto buckets = bucketsAt(histogram, i);
            const NativeHistogram *native = histogram.native ? histogram.native->histogramAt(i) : nullptr;
            if (native && !buckets.empty())
                evaluation.warn(mixedClassicAndNative(metric), at);
            else if (native)
                row.values[i] = ask(*native, metric, i);
            else if (!buckets.empty())
                row.values[i] = ask(usable(evaluation, buckets, metric, at), metric, i);
        }
        result.push_back(std::move(row));
    }
    return result;
}

/// The quantile of both kinds of histograms, with the remarks of native ones.
struct QuantileOf {
    Evaluation &evaluation;
    const Line &quantiles;
    std::size_t at;

    double operator()(const Buckets &buckets, std::string_view, std::size_t step) const
    {
        return bucketQuantile(quantiles[step], buckets);
    }
    double operator()(const NativeHistogram &histogram, std::string_view metric, std::size_t step) const
    {
        const auto estimate = ml::quantileOf(histogram, quantiles[step]);
        if (estimate.nanObservations)
            evaluation.inform(nanInQuantile(std::isnan(estimate.value), metric), at);
        return estimate.value;
    }
};

struct FractionOf {
    Evaluation &evaluation;
    const Line &lower, &upper;
    std::size_t at;

    double operator()(const Buckets &buckets, std::string_view, std::size_t step) const
    {
        return bucketFraction(lower[step], upper[step], buckets);
    }
    double operator()(const NativeHistogram &histogram, std::string_view metric, std::size_t step) const
    {
        const auto estimate = ml::fractionOf(histogram, lower[step], upper[step]);
        if (estimate.nanObservations)
            evaluation.inform(nanInFraction(metric), at);
        return estimate.value;
    }
};

void checkQuantiles(Evaluation &evaluation, const Line &quantiles, std::size_t at)
{
    for (double q : quantiles) {
        if (!(q >= 0 && q <= 1))
            evaluation.warn("quantile value should be between 0 and 1, got " + numberText(q), at);
    }
}

/// The quantile as a label value: "0.0" and "1.0" as clients write them, else the shortest text.
std::string quantileLabel(double q)
{
    const std::string text = numberText(q);
    return std::isfinite(q) && text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

Block quantile(Evaluation &evaluation, const Node &parameter, const Node &argument, const Grid &grid)
{
    const Line quantiles = evaluation.scalar(parameter, grid);
    checkQuantiles(evaluation, quantiles, parameter.at);
    const Block block = evaluation.vector(argument, grid);
    const auto histograms = histogramsOf(evaluation, block, argument.at);
    return mergeRows(perHistogram(evaluation, histograms, grid, argument.at, QuantileOf { evaluation, quantiles, argument.at }));
}

Block quantiles(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    const std::string &label = evaluation.string(*call.args[1]);
    if (label.empty() || !isValidUtf8(label))
        fail("invalid label name " + quoted(label));
    const Block block = evaluation.vector(*call.args[0], grid);
    const auto histograms = histogramsOf(evaluation, block, call.args[0]->at);
    Block result;
    for (std::size_t q = 2; q < call.args.size(); ++q) {
        const Line line = evaluation.scalar(*call.args[q], grid);
        checkQuantiles(evaluation, line, call.args[q]->at);
        const std::size_t at = call.args[0]->at;
        Block rows = perHistogram(evaluation, histograms, grid, at, QuantileOf { evaluation, line, at });
        for (Row &row : rows) {
            if (row.labels.has(label))
                fail("label " + quoted(label) + " of the quantiles is already a label of the histogram");
            row.labels = row.labels.with(label, quantileLabel(line[0]));
            result.push_back(std::move(row));
        }
    }
    return mergeRows(std::move(result));
}

Block fraction(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    const Line lower = evaluation.scalar(*call.args[0], grid), upper = evaluation.scalar(*call.args[1], grid);
    const Block block = evaluation.vector(*call.args[2], grid);
    const auto histograms = histogramsOf(evaluation, block, call.args[2]->at);
    const std::size_t at = call.args[2]->at;
    return mergeRows(perHistogram(evaluation, histograms, grid, at, FractionOf { evaluation, lower, upper, at }));
}

double statistic(std::string_view function, const NativeHistogram &histogram)
{
    if (function == "histogram_count")
        return histogram.count;
    if (function == "histogram_sum")
        return histogram.sum;
    if (function == "histogram_avg")
        return ml::averageOf(histogram);
    const double variance = ml::varianceOf(histogram);
    return function == "histogram_stddev" ? std::sqrt(variance) : variance;
}

} // namespace

Block callNativeHistogram(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    Block result;
    for (const Row &row : evaluation.vector(*call.args[0], grid)) {
        if (row.histograms.empty())
            continue; // floats have no native histogram in them
        evaluation.budget().chargeRows(1, grid);
        Row values = emptyRow(withoutName(row.labels), grid);
        for (std::size_t i = 0; i < values.values.size(); ++i) {
            if (const NativeHistogram *histogram = row.histogramAt(i))
                values.values[i] = statistic(call.function->name, *histogram);
        }
        result.push_back(std::move(values));
    }
    return mergeRows(std::move(result));
}

Block callHistogram(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    if (call.function->name == "histogram_quantile")
        return quantile(evaluation, *call.args[0], *call.args[1], grid);
    if (call.function->name == "histogram_quantiles")
        return quantiles(evaluation, call, grid);
    return fraction(evaluation, call, grid);
}

} // namespace lepto::promql
