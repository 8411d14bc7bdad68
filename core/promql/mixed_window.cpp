#include "core/promql/mixed_window.h"

#include "core/promql/remarks.h"
#include "core/promql/sliding_window.h"
#include "ml/base/histogram_arithmetic.h"

#include <algorithm>

namespace lepto::promql {

namespace {

/// Calls `visit(before, now)` for neighbours in time; each side is a Sample or a HistogramPoint, the other pointer null.
template <typename Visit>
void visitNeighbours(const MixedWindow &window, Visit visit)
{
    struct Point {
        const Sample *sample = nullptr;
        const HistogramPoint *histogram = nullptr;
    };
    Point before;
    for (std::size_t s = 0, h = 0; s < window.samples.size() || h < window.histograms.size();) {
        const bool takeSample
            = h == window.histograms.size() || (s < window.samples.size() && window.samples[s].t < window.histograms[h].t);
        const Point now = takeSample ? Point { &window.samples[s++], nullptr } : Point { nullptr, &window.histograms[h++] };
        if (before.sample || before.histogram)
            visit(before, now);
        before = now;
    }
}

double changesOf(const MixedWindow &window)
{
    double count = 0;
    visitNeighbours(window, [&](const auto &before, const auto &now) {
        bool same = false;
        if (before.sample && now.sample)
            same = before.sample->v == now.sample->v || (std::isnan(before.sample->v) && std::isnan(now.sample->v));
        else if (before.histogram && now.histogram)
            same = ml::isSameHistogram(*before.histogram->value, *now.histogram->value);
        count += same ? 0 : 1;
    });
    return count;
}

double resetsOf(const MixedWindow &window)
{
    double count = 0;
    visitNeighbours(window, [&](const auto &before, const auto &now) {
        bool reset = true; // a float after a histogram, or the other way round, is a new counter
        if (before.sample && now.sample)
            reset = now.sample->v < before.sample->v;
        else if (before.histogram && now.histogram)
            reset = ml::isReset(*now.histogram->value, *before.histogram->value);
        count += reset ? 1 : 0;
    });
    return count;
}

/// The newest or oldest of both kinds, and its time.
Element edge(const MixedWindow &window, bool newest, bool asTime)
{
    const Sample *sample = window.samples.empty() ? nullptr : newest ? &window.samples.back() : &window.samples.front();
    const HistogramPoint *histogram = window.histograms.empty() ? nullptr
        : newest                                                ? &window.histograms.back()
                                                                : &window.histograms.front();
    if (sample && histogram)
        (sample->t > histogram->t) == newest ? void(histogram = nullptr) : void(sample = nullptr);
    if (asTime)
        return { double(sample ? sample->t : histogram->t) / 1000.0 };
    return sample ? Element { sample->v } : Element { absent(), histogram->value };
}

/// Functions that take both kinds; nothing for a function of floats only.
std::optional<Element> onBothKinds(std::string_view name, const MixedWindow &window, const RemarkSink &remarks)
{
    if (name == "rate" || name == "increase" || name == "delta")
        return histogramRate(window, remarks, name != "delta", name == "rate");
    if (name == "irate" || name == "idelta")
        return histogramInstantRate(window, remarks, name == "irate");
    if (name == "sum_over_time" || name == "avg_over_time")
        return histogramTotal(window, remarks, name == "avg_over_time");
    if (name == "count_over_time")
        return Element { double(window.samples.size() + window.histograms.size()) };
    if (name == "present_over_time")
        return Element { 1 };
    if (name == "changes")
        return Element { changesOf(window) };
    if (name == "resets")
        return Element { resetsOf(window) };
    if (name == "last_over_time" || name == "ts_of_last_over_time")
        return edge(window, true, name.starts_with("ts_of"));
    if (name == "first_over_time" || name == "ts_of_first_over_time")
        return edge(window, false, name.starts_with("ts_of"));
    return std::nullopt;
}

Element elementOf(const WindowFunctionInfo &function, const Window &floats, const MixedWindow &window, const RemarkSink &remarks)
{
    if (!window.histograms.empty()) {
        if (auto element = onBothKinds(function.name, window, remarks))
            return *element;
    }
    if (window.samples.empty())
        return {};
    if (window.isMixed())
        remarks.inform(ignoredInRange(remarks.metric));
    return { function.run(floats) };
}

} // namespace

Row runOverMixed(Evaluation &evaluation, const Call &call, const Node &ranged, const RangeShape &shape, const Series &series,
    const std::vector<Line> &params)
{
    const WindowFunctionInfo &function = windowFunction(call.function->name);
    const Grid &grid = shape.times.grid;
    Row row = emptyRow(function.keepsName ? series.labels : withoutName(series.labels), grid);
    const std::vector<double> resets = function.counter ? cumulativeResets(series.samples) : std::vector<double>();
    SlidingWindow<Sample> samples(shape, series.samples);
    SlidingWindow<HistogramPoint> histograms(shape, series.histograms);
    const RemarkSink remarks { evaluation, series.labels.name(), ranged.at };
    for (int i = 0; i < grid.count; ++i) {
        evaluation.budget().checkTime();
        const auto [firstSample, lastSample] = samples.step(i);
        const auto [firstHistogram, lastHistogram] = histograms.step(i);
        if (firstSample == lastSample && firstHistogram == lastHistogram)
            continue;
        Window floats { std::span(series.samples).subspan(firstSample, lastSample - firstSample) };
        floats.resets = function.counter ? resets.data() + firstSample : nullptr;
        floats.end = shape.times.at(i);
        floats.start = floats.end - shape.range;
        floats.now = grid.at(i);
        for (std::size_t p = 0; p < params.size(); ++p)
            floats.params[p] = params[p][std::size_t(i)];
        const MixedWindow window { floats.samples,
            std::span(series.histograms).subspan(firstHistogram, lastHistogram - firstHistogram), floats.start, floats.end };
        Element element = elementOf(function, floats, window, remarks);
        if (element.histogram)
            row.setHistogram(std::size_t(i), std::move(element.histogram));
        else
            row.values[std::size_t(i)] = element.value;
    }
    return row;
}

} // namespace lepto::promql
