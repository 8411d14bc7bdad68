#include "ui/charts/heat_map.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

using Lines = std::vector<const ChartLine *>;

double boundOf(const ChartLine &line)
{
    bool good = false;
    const QString text = qstr(line.labels.get("le"));
    const double bound = text.toDouble(&good);
    return good ? bound : std::numeric_limits<double>::infinity();
}

bool areBuckets(const Lines &lines)
{
    if (lines.size() < 2)
        return false;
    const Labels first = lines.front()->labels.with("le", "");
    return std::all_of(lines.begin(), lines.end(),
        [&](const ChartLine *line) { return !line->labels.get("le").empty() && line->labels.with("le", "") == first; });
}

/// Buckets are counted from zero: what fell into one is what it holds more than the one below.
void takeBucketsApart(HeatMap &map)
{
    const auto count = std::size_t(map.bins.count);
    for (std::size_t at = map.cells.size(); at-- > count;) {
        const double own = map.cells[at] - map.cells[at - count];
        map.cells[at] = own < 0 ? 0 : own; // scraped between two increments
    }
}

void toShares(HeatMap &map)
{
    for (int bin = 0; bin < map.bins.count; ++bin) {
        double sum = 0;
        for (int row = 0; row < map.rows.size(); ++row)
            sum += std::isfinite(map.at(row, bin)) ? std::abs(map.at(row, bin)) : 0;
        for (int row = 0; row < map.rows.size(); ++row) {
            double &cell = map.cells[std::size_t(row) * std::size_t(map.bins.count) + std::size_t(bin)];
            cell = sum > 0 ? cell / sum : std::numeric_limits<double>::quiet_NaN();
        }
    }
}

void findEnds(HeatMap &map, ChartView::Scale scale)
{
    map.log = scale == ChartView::Scale::Log;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double cell : map.cells) {
        if (std::isfinite(cell) && (!map.log || cell > 0))
            low = std::min(low, cell), high = std::max(high, cell);
    }
    if (low > high)
        low = map.log ? 1 : 0, high = low + 1;
    map.lowest = map.log || low < 0 ? low : 0;
    map.highest = std::max(high, map.lowest);
}

} // namespace

double HeatMap::level(double value) const
{
    if (!std::isfinite(value) || (log && value <= 0))
        return -1;
    const auto place = [this](double v) { return log ? std::log10(v) : v; };
    const double span = place(highest) - place(lowest);
    return span > 0 ? std::clamp((place(value) - place(lowest)) / span, 0.0, 1.0) : 1;
}

HeatMap heatMap(const ChartContent &content, const TimeBins &bins)
{
    Lines lines;
    for (const ChartLine &line : content.lines) {
        if (line.visible && line.shift == 0)
            lines.push_back(&line);
    }
    HeatMap map;
    map.bins = bins;
    map.buckets = areBuckets(lines);
    if (map.buckets)
        std::stable_sort(
            lines.begin(), lines.end(), [](const ChartLine *a, const ChartLine *b) { return boundOf(*a) < boundOf(*b); });
    else
        std::reverse(lines.begin(), lines.end()); // the first series stands at the top
    for (const ChartLine *line : lines) {
        const auto row = map.buckets ? lastInBins(line->data, bins, content.now) : greatestInBins(line->data, bins, content.now);
        map.cells.insert(map.cells.end(), row.begin(), row.end());
        map.rows.append(map.buckets ? QStringLiteral("≤ ") + qstr(line->labels.get("le")) : line->name);
    }
    if (map.buckets)
        takeBucketsApart(map);
    if (content.view.scale == ChartView::Scale::Percent)
        toShares(map);
    findEnds(map, content.view.scale);
    return map;
}

} // namespace lepto
