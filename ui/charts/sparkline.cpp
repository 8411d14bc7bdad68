#include "ui/charts/sparkline.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

Sparkline makeSparkline(const ChartAnswer &answer, TimeMs from, TimeMs to, TimeMs now, std::optional<double> limit)
{
    Sparkline line { from, to, now, {}, {}, limit };
    for (const Column &column : answer.data.columns) {
        if (std::isfinite(column.last))
            line.past.push_back({ double(column.t - from), column.last });
    }
    if (!answer.withheld) {
        for (const BandPoint &point : answer.forecast) {
            if (std::isfinite(point.mid))
                line.future.push_back({ double(point.t - from), point.mid });
        }
    }
    return line;
}

void paintSparkline(QPainter *painter, const QRectF &rect, const Sparkline &line, const QColor &color)
{
    double lower = 0, upper = -std::numeric_limits<double>::infinity();
    for (const auto *points : { &line.past, &line.future }) {
        for (const QPointF &point : *points) {
            lower = std::min(lower, point.y());
            upper = std::max(upper, point.y());
        }
    }
    if (line.limit)
        upper = std::max(upper, *line.limit * 1.05);
    if (!(upper > lower) || line.to <= line.from)
        return;
    const auto place = [&](const QPointF &point) {
        return QPointF(rect.left() + rect.width() * point.x() / double(line.to - line.from),
            rect.bottom() - rect.height() * (point.y() - lower) / (upper - lower));
    };
    const auto draw = [&](const std::vector<QPointF> &points) {
        QPolygonF polygon;
        for (const QPointF &point : points)
            polygon.append(place(point));
        painter->drawPolyline(polygon);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen dashed(Theme::of().color("chart.threshold"), 1);
    dashed.setDashPattern({ 3, 2 });
    painter->setPen(dashed);
    if (line.limit)
        painter->drawLine(place({ 0, *line.limit }), place({ double(line.to - line.from), *line.limit }));
    painter->fillRect(
        QRectF(place({ double(line.now - line.from), 0 }).x(), rect.top(), 1, rect.height()), Theme::of().color("line.control"));
    painter->setPen(QPen(color, 1.25));
    draw(line.past);
    QPen future(color, 1.25);
    future.setDashPattern({ 2, 2 });
    painter->setPen(future);
    draw(line.future);
    painter->restore();
}

void SparklineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), Theme::of().color("line.subtle"));
    if (const Sparkline *line = m_of(index))
        paintSparkline(painter, QRectF(option.rect).adjusted(8, 9, -8, -10), *line, Theme::of().color("chart.1"));
}

} // namespace lepto
