#include "core/promql/evaluation.h"
#include "core/promql/histogram_functions.h"
#include "core/promql/number_text.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>

namespace lepto::promql {

namespace {

/// The buckets of one histogram: rows of a block and their bounds.
struct BucketRows {
    Labels labels; ///< without le, the name still there
    std::vector<std::pair<double, const Row *>> rows;
};

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

std::vector<BucketRows> histogramsOf(Evaluation &evaluation, const Block &block, std::size_t at)
{
    std::vector<BucketRows> histograms;
    std::unordered_map<Labels, std::size_t> places;
    for (const Row &row : block) {
        const auto bound = boundOf(row.labels.get("le"));
        if (!bound) {
            if (!isEmptyRow(row))
                evaluation.warn("bucket label \"le\" is missing or has a malformed value of " + quoted(row.labels.get("le"))
                        + " for metric name " + quoted(row.labels.name()),
                    at);
            continue;
        }
        const Labels labels = row.labels.with("le", {});
        const auto [place, fresh] = places.try_emplace(labels, histograms.size());
        if (fresh)
            histograms.push_back({ labels, {} });
        histograms[place->second].rows.emplace_back(*bound, &row);
    }
    return histograms;
}

/// Runs `ask` on the buckets of each histogram at each step.
template <typename Ask>
Block perHistogram(Evaluation &evaluation, const std::vector<BucketRows> &histograms, const Grid &grid, std::size_t at, Ask ask)
{
    Block result;
    for (const BucketRows &histogram : histograms) {
        evaluation.budget().checkTime();
        evaluation.budget().chargeRows(1, grid);
        Row row = emptyRow(withoutName(histogram.labels), grid);
        std::vector<Bucket> buckets;
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            buckets.clear();
            for (const auto &[bound, source] : histogram.rows) {
                if (isPresent(source->values[i]))
                    buckets.push_back({ bound, source->values[i] });
            }
            if (buckets.empty())
                continue;
            const Buckets usable = usableBuckets(buckets);
            if (usable.fixed) {
                evaluation.inform("input to histogram_quantile needed to be fixed for monotonicity for metric name "
                        + quoted(histogram.labels.name()),
                    at);
            }
            row.values[i] = ask(usable, i);
        }
        result.push_back(std::move(row));
    }
    return result;
}

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
    return mergeRows(perHistogram(evaluation, histograms, grid, argument.at,
        [&](const Buckets &buckets, std::size_t step) { return bucketQuantile(quantiles[step], buckets); }));
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
        Block rows = perHistogram(evaluation, histograms, grid, call.args[0]->at,
            [&](const Buckets &buckets, std::size_t step) { return bucketQuantile(line[step], buckets); });
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
    return mergeRows(perHistogram(evaluation, histograms, grid, call.args[2]->at,
        [&](const Buckets &buckets, std::size_t step) { return bucketFraction(lower[step], upper[step], buckets); }));
}

} // namespace

Block callHistogram(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    if (call.function->name == "histogram_quantile")
        return quantile(evaluation, *call.args[0], *call.args[1], grid);
    if (call.function->name == "histogram_quantiles")
        return quantiles(evaluation, call, grid);
    return fraction(evaluation, call, grid);
}

} // namespace lepto::promql
