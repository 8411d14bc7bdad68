#pragma once

#include "core/promql/evaluation.h"
#include "core/promql/window_functions.h"

namespace lepto::promql {

/// What a function over a range sees at one step of a series that has histograms; not both parts are empty.
struct MixedWindow {
    std::span<const Sample> samples;
    std::span<const HistogramPoint> histograms;
    TimeMs start = 0, end = 0;
    bool isMixed() const { return !samples.empty() && !histograms.empty(); }
};

/// One element of a result: a float, a histogram, or nothing.
struct Element {
    double value = absent();
    HistogramPtr histogram = {};
};

/// Where remarks about a window go: the metric's name and the place of the range in the query.
struct RemarkSink {
    Evaluation &evaluation;
    std::string_view metric;
    std::size_t at = 0;

    void warn(std::string text) const { evaluation.warn(std::move(text), at); }
    void inform(std::string text) const { evaluation.inform(std::move(text), at); }
};

/// Runs a window function over a series that has histograms.
Row runOverMixed(Evaluation &evaluation, const Call &call, const Node &ranged, const RangeShape &shape, const Series &series,
    const std::vector<Line> &params);

// The rate family on histograms; a window with floats among them has no result but a warning.
Element histogramRate(const MixedWindow &window, const RemarkSink &remarks, bool counter, bool perSecond);
Element histogramInstantRate(const MixedWindow &window, const RemarkSink &remarks, bool counter);
/// sum_over_time and avg_over_time.
Element histogramTotal(const MixedWindow &window, const RemarkSink &remarks, bool average);

} // namespace lepto::promql
