#include "core/promql/evaluation.h"
#include "core/promql/mixed_window.h"
#include "core/promql/number_text.h"
#include "core/promql/remarks.h"
#include "core/promql/sliding_window.h"
#include "core/promql/window_functions.h"

#include <algorithm>

namespace lepto::promql {

namespace {

constexpr std::size_t kSamplesBetweenChecks = 200'000; // milliseconds, whatever the function

Row runOver(Evaluation &evaluation, const WindowFunctionInfo &function, const RangeShape &shape, const Series &series,
    const std::vector<Line> &params)
{
    const Grid &grid = shape.times.grid;
    Row row = emptyRow(function.keepsName ? series.labels : withoutName(series.labels), grid);
    const std::vector<double> resets = function.counter ? cumulativeResets(series.samples) : std::vector<double>();
    SlidingWindow sliding(shape, series.samples);
    Window window;
    std::size_t unchecked = 0;
    for (int i = 0; i < grid.count; ++i) {
        const auto [first, last] = sliding.step(i);
        unchecked += last - first + 1;
        if (unchecked > kSamplesBetweenChecks) {
            evaluation.budget().checkTime();
            unchecked = 0;
        }
        if (first == last)
            continue;
        window.samples = { series.samples.data() + first, last - first };
        window.resets = function.counter ? resets.data() + first : nullptr;
        window.end = shape.times.at(i);
        window.start = window.end - shape.range;
        window.now = grid.at(i);
        for (std::size_t p = 0; p < params.size(); ++p)
            window.params[p] = params[p][std::size_t(i)];
        row.values[std::size_t(i)] = function.run(window);
    }
    return row;
}

void checkParameters(Evaluation &evaluation, const Call &call, const std::vector<Line> &params)
{
    if (call.function->name == "quantile_over_time") {
        for (double q : params[0]) {
            if (!(q >= 0 && q <= 1))
                evaluation.warn("quantile value should be between 0 and 1, got " + numberText(q), call.args[0]->at);
        }
    }
    if (call.function->name != "holt_winters" && call.function->name != "double_exponential_smoothing")
        return;
    for (std::size_t p = 0; p < 2; ++p) {
        for (double factor : params[p]) {
            if (!(factor > 0 && factor < 1))
                fail(std::string("invalid ") + (p == 0 ? "smoothing" : "trend") + " factor, expected 0 < factor < 1, got "
                    + numberText(factor));
        }
    }
}

/// A rate of what is not named like a counter is often a mistake.
void remarkName(Evaluation &evaluation, const Series &series, std::size_t at)
{
    const std::string_view name = series.labels.name();
    constexpr std::string_view kEndings[] = { "_total", "_sum", "_count", "_bucket" };
    const bool named = std::any_of(
        std::begin(kEndings), std::end(kEndings), [&](std::string_view ending) { return name.ends_with(ending); });
    if (!name.empty() && !named && !series.samples.empty())
        evaluation.inform(possiblyNotACounter(name), at);
}

} // namespace

Block callWindow(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    const WindowFunctionInfo &function = windowFunction(call.function->name);
    std::vector<Line> params;
    const Node *ranged = nullptr;
    for (const NodePtr &arg : call.args) {
        if (arg->type == ValueType::Scalar)
            params.push_back(evaluation.scalar(*arg, grid));
        else
            ranged = arg.get();
    }
    checkParameters(evaluation, call, params);
    const RangeShape shape = evaluation.rangeShape(*ranged, grid);
    Block block;
    evaluation.visitRange(*ranged, shape, [&](Series &&series) {
        evaluation.budget().chargeRows(1, grid);
        if (function.counter)
            remarkName(evaluation, series, ranged->at);
        block.push_back(series.histograms.empty() ? runOver(evaluation, function, shape, series, params)
                                                  : runOverMixed(evaluation, call, *ranged, shape, series, params));
    });
    const auto byLabels = [](const Row &a, const Row &b) { return a.labels < b.labels; };
    if (!std::is_sorted(block.begin(), block.end(), byLabels))
        std::sort(block.begin(), block.end(), byLabels);
    return function.keepsName ? block : mergeRows(std::move(block));
}

} // namespace lepto::promql
