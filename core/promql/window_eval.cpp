#include "core/promql/evaluation.h"
#include "core/promql/number_text.h"
#include "core/promql/window_functions.h"

#include <algorithm>

namespace lepto::promql {

namespace {

constexpr std::size_t kSamplesBetweenChecks = 200'000; // milliseconds, whatever the function

/// Cumulative counter drops, so that any window's correction is one subtraction.
std::vector<double> cumulativeResets(const std::vector<Sample> &samples)
{
    std::vector<double> resets(samples.size());
    double total = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (samples[i].v < samples[i - 1].v)
            total += samples[i - 1].v;
        resets[i] = total;
    }
    return resets;
}

/// Slides a window over one series; times never run backwards, so each sample enters and leaves once.
class SlidingWindow {
public:
    SlidingWindow(const RangeShape &shape, const Series &series)
        : m_shape(shape)
        , m_samples(series.samples)
    { }

    /// The samples of step i, as [first, last).
    std::pair<std::size_t, std::size_t> step(int i)
    {
        const TimeMs end = m_shape.times.at(i), start = end - m_shape.range;
        while (m_last < m_samples.size() && m_samples[m_last].t <= end)
            ++m_last;
        while (m_first < m_last && m_samples[m_first].t <= start)
            ++m_first;
        return { m_first, m_last };
    }

private:
    const RangeShape &m_shape;
    const std::vector<Sample> &m_samples;
    std::size_t m_first = 0, m_last = 0;
};

Row runOver(Evaluation &evaluation, const WindowFunctionInfo &function, const RangeShape &shape, const Series &series,
    const std::vector<Line> &params)
{
    const Grid &grid = shape.times.grid;
    Row row = emptyRow(function.keepsName ? series.labels : withoutName(series.labels), grid);
    const std::vector<double> resets = function.counter ? cumulativeResets(series.samples) : std::vector<double>();
    SlidingWindow sliding(shape, series);
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
        block.push_back(runOver(evaluation, function, shape, series, params));
    });
    const auto byLabels = [](const Row &a, const Row &b) { return a.labels < b.labels; };
    if (!std::is_sorted(block.begin(), block.end(), byLabels))
        std::sort(block.begin(), block.end(), byLabels);
    return function.keepsName ? block : mergeRows(std::move(block));
}

} // namespace lepto::promql
