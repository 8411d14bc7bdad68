#include "ui/charts/chart_drawing.h"

#include "ui/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr int heatCell = 5; ///< logical pixels

/// Replaces all values of a line, e.g. by their logarithms.
template <typename Map>
void mapValues(ChartLine &line, Map map)
{
    for (Column &column : line.data.columns)
        column = { column.t, map(column.min), map(column.max), map(column.first), map(column.last) };
    for (std::vector<BandPoint> *band : { &line.expected, &line.forecast }) {
        for (BandPoint &point : *band)
            point = { point.t, map(point.lower), map(point.mid), map(point.upper) };
    }
}

double firstVisible(const Columns &data, TimeMs from, TimeMs to)
{
    for (const Column &column : data.columns) {
        if (column.t >= from && column.t <= to && std::isfinite(column.first) && column.first != 0)
            return column.first;
    }
    return none;
}

/// Columns of single values at the bins' starts.
Columns columnsOf(const std::vector<double> &values, const TimeBins &bins)
{
    Columns data;
    data.interval = bins.width;
    for (std::size_t i = 0; i < values.size(); ++i)
        data.columns.push_back({ bins.start(int(i)), values[i], values[i], values[i], values[i] });
    return data;
}

std::vector<double> sumsOf(const std::vector<std::vector<double>> &rows, int count)
{
    std::vector<double> sums(std::size_t(count), 0.0);
    for (const std::vector<double> &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            sums[i] += std::isfinite(row[i]) ? std::abs(row[i]) : 0;
    }
    return sums;
}

} // namespace

void ChartDrafter::takeLimits(const ChartContent &content, ChartDrawing &drawing)
{
    for (const ChartLimit &limit : content.limits) {
        const QString value = text::value(limit.value, content.unit);
        drawing.limits.push_back({ limit.value, limit.name.isEmpty() ? value : limit.name + QLatin1Char(' ') + value });
    }
}

void ChartDrafter::toDecades(ChartDrawing &drawing)
{
    int homeless = 0;
    double least = std::numeric_limits<double>::infinity();
    for (const ChartLine &line : drawing.lines) {
        for (const Column &column : line.data.columns) {
            homeless += line.visible && (column.min <= 0 || column.max <= 0);
            for (const double v : { column.min, column.max })
                least = v > 0 && v < least ? v : least;
        }
    }
    // A column that reaches below zero is drawn down to the least value there is; one that lies there wholly is no line at all.
    const auto decade = [&](double v) { return std::log10(std::max(v, least)); };
    for (ChartLine &line : drawing.lines) {
        for (Column &column : line.data.columns) {
            if (!(column.max > 0))
                column = { column.t, none, none, none, none };
        }
        mapValues(line, [&](double v) { return std::isfinite(v) && std::isfinite(least) ? decade(v) : none; });
    }
    std::erase_if(drawing.limits, [](const ChartLimit &limit) { return limit.value <= 0; });
    for (ChartLimit &limit : drawing.limits)
        limit.value = std::log10(limit.value);
    drawing.note = homeless > 0 ? tr("log axis, %n values of 0 or below have no place on it", nullptr, homeless) : tr("log axis");
}

void ChartDrafter::toShares(const ChartContent &content, TimeMs from, TimeMs to, ChartDrawing &drawing)
{
    drawing.unit = QStringLiteral("ratio");
    std::erase_if(drawing.limits, [&](const ChartLimit &) { return content.lines.size() > 1; });
    bool homeless = false;
    for (ChartLine &line : drawing.lines) {
        const double first = firstVisible(line.data, from, to);
        homeless = homeless || (line.visible && !std::isfinite(first) && !line.data.columns.empty());
        mapValues(line, [first](double v) { return v / first; });
        for (ChartLimit &limit : drawing.limits)
            limit.value /= first;
    }
    drawing.note = homeless ? tr("% of each series' first visible value; a series of zeros has none")
                            : tr("% of each series' first visible value");
}

void ChartDrafter::stack(const ChartContent &content, const TimeBins &bins, ChartDrawing &drawing)
{
    std::vector<std::vector<double>> rows;
    for (const ChartLine &line : content.lines) {
        const bool drawn = line.visible && line.shift == 0;
        rows.push_back(drawn ? lastInBins(line.data, bins, content.now) : std::vector<double>());
    }
    const bool percent = content.view.scale == ChartView::Scale::Percent;
    const std::vector<double> sums = sumsOf(rows, bins.count);
    std::vector<double> above(std::size_t(bins.count), 0.0), below = above; // values below zero are stacked downwards
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].empty())
            continue;
        ChartArea area { content.lines[i].slot, {} };
        for (std::size_t bin = 0; bin < rows[i].size(); ++bin) {
            const double share = percent ? (sums[bin] > 0 ? rows[i][bin] / sums[bin] : none) : rows[i][bin];
            double &base = share < 0 ? below[bin] : above[bin];
            const double start = base, end = base + share;
            area.points.push_back({ bins.start(int(bin)), std::min(start, end), end, share < 0 ? start : end });
            rows[i][bin] = end;
            base = std::isfinite(end) ? end : base;
        }
        ChartLine line { content.lines[i].labels, content.lines[i].name, content.lines[i].slot, true, columnsOf(rows[i], bins),
            {}, {}, 0 };
        drawing.lines.push_back(std::move(line));
        drawing.areas.push_back(std::move(area));
    }
    drawing.unit = percent ? QStringLiteral("ratio") : content.unit;
    drawing.note = percent ? tr("stacked, % of the sum; last value of each column") : tr("stacked, last value of each column");
}

ChartDrawing ChartDrafter::draft(const ChartContent &content, TimeMs from, TimeMs to, int pixels)
{
    const ChartView &view = content.view;
    ChartDrawing drawing;
    drawing.unit = content.unit;
    if (view.draw == ChartView::Draw::Stacked) {
        drawing.own = true;
        stack(content, timeBins(from, to, pixels), drawing);
        if (view.scale == ChartView::Scale::Log)
            drawing.note = tr("stacked, last value of each column; a stack has no log axis");
        return drawing;
    }
    if (view.draw == ChartView::Draw::Heat) {
        drawing.own = true;
        drawing.heat = heatMap(content, timeBins(from, to, std::max(1, pixels / heatCell)));
        const bool percent = view.scale == ChartView::Scale::Percent;
        drawing.unit = percent ? QStringLiteral("ratio") : content.unit;
        drawing.note = drawing.heat.buckets ? tr("heat map of the buckets, last value of each cell")
                                            : tr("heat map, greatest value of each cell");
        if (percent)
            drawing.note = tr("%1, % of the sum").arg(drawing.note);
        else if (drawing.heat.log)
            drawing.note = tr("%1, log colours").arg(drawing.note);
        return drawing;
    }
    takeLimits(content, drawing);
    if (view.scale != ChartView::Scale::Log && view.scale != ChartView::Scale::Percent)
        return drawing;
    drawing.own = true;
    drawing.lines = content.lines;
    if (view.scale == ChartView::Scale::Log)
        toDecades(drawing);
    else
        toShares(content, from, to, drawing);
    return drawing;
}

} // namespace lepto
