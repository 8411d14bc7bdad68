#include "ui/charts/line_segments.h"

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

TimeMs usualSpacing(const Columns &data)
{
    if (data.interval > 0 || data.columns.size() < 3)
        return data.interval;
    std::vector<TimeMs> steps;
    steps.reserve(data.columns.size());
    for (std::size_t i = 1; i < data.columns.size(); ++i)
        steps.push_back(data.columns[i].t - data.columns[i - 1].t);
    std::nth_element(steps.begin(), steps.begin() + std::ptrdiff_t(steps.size() / 2), steps.end());
    return steps[steps.size() / 2];
}

void addColumn(QList<QPointF> &points, const Column &column, TimeMs origin)
{
    const double x = double(column.t - origin);
    if (column.min == column.max) {
        points.append({ x, column.min });
        return;
    }
    // Which extreme came first is not stored; the one nearer to the column's first value keeps the line shortest.
    const bool rising = std::abs(column.first - column.min) <= std::abs(column.first - column.max);
    points.append({ x, rising ? column.min : column.max });
    points.append({ x, rising ? column.max : column.min });
}

} // namespace

TimeMs longestStep(const Columns &data, TimeMs columnWidth)
{
    return std::max(usualSpacing(data) * 5 / 2, columnWidth * 3 / 2);
}

LineSegments lineSegments(const Columns &data, TimeMs origin, TimeMs columnWidth)
{
    LineSegments line;
    const TimeMs longest = longestStep(data, columnWidth);
    QList<QPointF> points;
    TimeMs before = 0;
    bool any = false;
    for (const Column &column : data.columns) {
        if (!std::isfinite(column.min) || !std::isfinite(column.max)) {
            if (!points.isEmpty())
                line.segments.push_back(std::exchange(points, {}));
            continue;
        }
        const bool hole = any && longest > 0 && column.t - before > longest;
        if (hole)
            line.gaps.push_back({ before, column.t });
        if (hole && !points.isEmpty())
            line.segments.push_back(std::exchange(points, {}));
        if (points.isEmpty())
            points.reserve(qsizetype(data.columns.size() * 2));
        addColumn(points, column, origin);
        before = column.t;
        any = true;
    }
    if (!points.isEmpty())
        line.segments.push_back(std::move(points));
    return line;
}

const Column *columnAt(const Columns &data, TimeMs t, TimeMs columnWidth)
{
    const auto after
        = std::upper_bound(data.columns.begin(), data.columns.end(), t, [](TimeMs at, const Column &c) { return at < c.t; });
    if (after == data.columns.begin())
        return nullptr;
    const Column &column = *(after - 1);
    return t - column.t <= std::max<TimeMs>(longestStep(data, columnWidth), 1) ? &column : nullptr;
}

} // namespace lepto
