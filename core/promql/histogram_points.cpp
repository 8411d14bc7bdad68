#include "core/promql/histogram_points.h"

#include "ml/base/histogram_arithmetic.h"

namespace lepto::promql {

bool isStale(const HistogramPoint &point)
{
    return isStaleMarker(point.value->sum);
}

std::size_t costOf(const Series &series)
{
    std::size_t cost = series.samples.size();
    for (const HistogramPoint &point : series.histograms)
        cost += sizeof(NativeHistogram) / sizeof(Sample)
            + (point.value->positiveCounts.size() + point.value->negativeCounts.size()) / 2;
    return cost;
}

Row mixedRow(const Series &series, const Times &times, TimeMs lookback, bool timestamps)
{
    Row row = emptyRow(series.labels, times.grid);
    std::size_t samples = 0, histograms = 0; // how many are not after the step
    for (int i = 0; i < times.grid.count; ++i) {
        const TimeMs t = times.at(i);
        while (samples < series.samples.size() && series.samples[samples].t <= t)
            ++samples;
        while (histograms < series.histograms.size() && series.histograms[histograms].t <= t)
            ++histograms;
        const Sample *sample = samples == 0 ? nullptr : &series.samples[samples - 1];
        const HistogramPoint *histogram = histograms == 0 ? nullptr : &series.histograms[histograms - 1];
        if (sample && histogram)
            (sample->t < histogram->t) ? void(sample = nullptr) : void(histogram = nullptr);
        const bool usable = sample ? sample->t > t - lookback && isPresent(sample->v)
                                   : histogram && histogram->t > t - lookback && !isStale(*histogram);
        if (!usable)
            continue;
        if (timestamps)
            row.values[std::size_t(i)] = double(sample ? sample->t : histogram->t) / 1000.0;
        else if (sample)
            row.values[std::size_t(i)] = sample->v;
        else
            row.setHistogram(std::size_t(i), histogram->value);
    }
    return row;
}

Series seriesOfRow(Row row, const Grid &grid)
{
    Series series { std::move(row.labels), {} };
    series.samples.reserve(row.histograms.empty() ? row.values.size() : 0);
    for (int i = 0; i < grid.count; ++i) {
        const auto step = std::size_t(i);
        if (row.histogramAt(step))
            series.histograms.push_back({ grid.at(i), std::move(row.histograms[step]) });
        else if (isPresent(row.values[step]))
            series.samples.push_back({ grid.at(i), row.values[step] });
    }
    return series;
}

void forgetHints(Series &series)
{
    for (HistogramPoint &point : series.histograms) {
        if (point.value->reset != NativeHistogram::Reset::Yes && point.value->reset != NativeHistogram::Reset::No)
            continue;
        NativeHistogram histogram = *point.value;
        histogram.reset = NativeHistogram::Reset::Unknown;
        point.value = shared(std::move(histogram));
    }
}

HistogramPtr scaled(const NativeHistogram &histogram, double factor)
{
    NativeHistogram result = histogram;
    ml::multiply(result, factor);
    return shared(std::move(result));
}

HistogramPtr shared(NativeHistogram histogram)
{
    return std::make_shared<const NativeHistogram>(std::move(histogram));
}

} // namespace lepto::promql
