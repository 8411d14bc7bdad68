#include "ui/charts/overlay_items.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr double gapBesideText = 6;

void plate(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect.adjusted(-3, -1, 3, 1), Theme::of().color("bg.pane"));
}

} // namespace

bool roomForNow(const PlotFrame &frame)
{
    return frame.plot.width() > 300;
}

QPixmap hatchTile(const QColor &color, double ratio)
{
    constexpr int side = 6;
    QPixmap tile(int(std::lround(side * ratio)), int(std::lround(side * ratio)));
    tile.setDevicePixelRatio(ratio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor stripe = color;
    stripe.setAlphaF(0.34F);
    painter.setPen(QPen(stripe, 1));
    for (const int shift : { -side, 0, side })
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0));
    return tile;
}

PlotItem::PlotItem(const PlotFrame &frame, double z, QGraphicsItem *chart)
    : QGraphicsItem(chart)
    , m_frame(frame)
{
    setZValue(z);
    setAcceptedMouseButtons(Qt::NoButton);
}

QRectF PlotItem::boundingRect() const
{
    return QRectF(-4, -4, m_frame.plot.right() + 204, m_frame.plot.bottom() + 104);
}

void GroundItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF &plot = m_frame.plot;
    if (now > 0 && now < m_frame.to) {
        const double left = std::max(plot.left(), m_frame.x(now));
        painter->fillRect(QRectF(left, plot.top(), plot.right() - left, plot.height()), Theme::of().color("chart.future"));
    }
    QColor dot = Theme::of().color("sev.nodata");
    dot.setAlphaF(0.55F);
    for (const Gap &gap : gaps) {
        const double left = std::max(plot.left(), m_frame.x(gap.from)), right = std::min(plot.right(), m_frame.x(gap.to));
        for (double x = std::ceil(left / 5) * 5; x < right; x += 5) {
            for (double y = plot.top() + 2; y < plot.bottom(); y += 5)
                painter->fillRect(QRectF(x, y, 1, 1), dot);
        }
    }
}

void GridItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF &plot = m_frame.plot;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(Theme::of().color("chart.grid"), 1));
    for (const double value : values.ticks) {
        const double y = std::floor(m_frame.y(value)) + 0.5;
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    for (const TimeTick &tick : times) {
        const double x = std::floor(m_frame.x(tick.t)) + 0.5;
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

void AxisItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF &plot = m_frame.plot;
    painter->setFont(Theme::of().font(Theme::Type::Micro));
    painter->setPen(Theme::of().color("chart.axis"));
    const QFontMetricsF metrics(painter->font());
    double free = plot.bottom() + metrics.height();
    for (std::size_t i = 0; i < values.ticks.size(); ++i) {
        const double y = m_frame.y(values.ticks[i]);
        const bool top = i + 1 == values.ticks.size();
        if (y > free - metrics.height() * 0.5 && !top)
            continue;
        const double base = std::max(y + metrics.capHeight() / 2, metrics.ascent());
        painter->drawText(QPointF(plot.left() - gapBesideText - metrics.horizontalAdvance(values.labels[qsizetype(i)]), base),
            values.labels[qsizetype(i)]);
        free = y - metrics.height() * 0.5;
    }
    if (!note.isEmpty())
        painter->drawText(QPointF(plot.left(), metrics.ascent()), metrics.elidedText(note, Qt::ElideRight, noteWidth));
    if (!timeLabels)
        return;
    for (const PlacedLabel &label : placeTimeLabels(m_frame, times, now))
        painter->drawText(QPointF(label.rect.left(), label.rect.top() + metrics.ascent()), label.text);
}

std::vector<PlacedLabel> placeTimeLabels(const PlotFrame &frame, const std::vector<TimeTick> &ticks, TimeMs now)
{
    const QFontMetricsF metrics(Theme::of().font(Theme::Type::Micro));
    const bool tagged = now > frame.from && now < frame.to && roomForNow(frame);
    std::vector<PlacedLabel> placed;
    double free = 0;
    for (const TimeTick &tick : ticks) {
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = std::min(frame.x(tick.t) - width / 2, frame.plot.right() - width + 4);
        const bool underNow = tagged && std::abs(frame.x(now) - left - width / 2) < width / 2 + 18;
        if (left < free || underNow)
            continue;
        placed.push_back({ QRectF(left, frame.plot.bottom() + 5, width, metrics.height()), tick.label });
        free = left + width + 8;
    }
    return placed;
}

QRectF AnomalyItem::area(const Anomaly &anomaly) const
{
    const QRectF &plot = m_frame.plot;
    const TimeMs end = anomaly.open && now > anomaly.to ? now : anomaly.to;
    const double left = std::max(plot.left(), m_frame.x(anomaly.from));
    const double right = std::min(plot.right(), std::max(m_frame.x(end), left + 2));
    return right <= plot.left() || left >= plot.right() ? QRectF() : QRectF(left, plot.top(), right - left, plot.height());
}

void AnomalyItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    QColor faint = Theme::of().color("ml.anomaly");
    const QPixmap tile = anomalies.empty() ? QPixmap() : hatchTile(faint, m_frame.ratio);
    faint.setAlphaF(0.07F);
    for (const Anomaly &anomaly : anomalies) {
        const QRectF stretch = area(anomaly);
        if (stretch.isEmpty())
            continue;
        painter->fillRect(stretch, faint);
        painter->drawTiledPixmap(stretch, tile, QPointF(std::fmod(stretch.left(), 6), 0));
    }
}

void AnomalyBarItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    for (const Anomaly &anomaly : m_of.anomalies) {
        if (const QRectF stretch = m_of.area(anomaly); !stretch.isEmpty())
            painter->fillRect(QRectF(stretch.topLeft(), QSizeF(stretch.width(), 2)), Theme::of().color("ml.anomaly"));
    }
}

void LabelItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF &plot = m_frame.plot;
    const QColor color = Theme::of().color("accent.line");
    QColor faint = color;
    faint.setAlphaF(0.12F);
    for (const LabelRegion &label : labels) {
        const double left = m_frame.x(label.from), right = m_frame.x(label.to);
        if (right < plot.left() || left > plot.right())
            continue;
        painter->fillRect(
            QRectF(QPointF(std::max(left, plot.left()), plot.top()), QPointF(std::min(right, plot.right()), plot.bottom())),
            faint);
        for (const double edge : { left, right }) {
            if (edge >= plot.left() && edge <= plot.right())
                painter->fillRect(QRectF(edge - 0.75, plot.top(), 1.5, plot.height()), color);
        }
    }
}

void LimitItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    std::vector<QRectF> taken;
    for (const ChartLimit &limit : limits) {
        if (limit.value >= m_frame.lower && limit.value <= m_frame.upper)
            paintLimit(painter, limit, taken);
    }
    if (now > m_frame.from && now < m_frame.to) {
        const QRectF &plot = m_frame.plot;
        painter->fillRect(QRectF(std::floor(m_frame.x(now)), plot.top(), 1, plot.height()), Theme::of().color("chart.now"));
    }
}

void LimitItem::paintLimit(QPainter *painter, const ChartLimit &limit, std::vector<QRectF> &taken) const
{
    const QRectF &plot = m_frame.plot;
    const double y = std::floor(m_frame.y(limit.value)) + 0.5;
    QPen pen(Theme::of().color("chart.threshold"), 1);
    pen.setDashPattern({ 5, 4 });
    painter->setPen(pen);
    painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter->setFont(Theme::of().font(Theme::Type::Micro));
    const QFontMetricsF metrics(painter->font());
    const bool above = y - metrics.height() - 3 > plot.top();
    QRectF where(
        plot.left() + 5, above ? y - metrics.height() - 2 : y + 3, metrics.horizontalAdvance(limit.name), metrics.height());
    // Limits that lie close together name themselves side by side.
    for (const QRectF &other : taken) {
        if (where.intersects(other))
            where.moveLeft(other.right() + 14);
    }
    if (where.right() > plot.right())
        return;
    taken.push_back(where);
    plate(painter, where.adjusted(0, 2, 0, -1));
    painter->setPen(Theme::of().color("chart.threshold"));
    painter->drawText(QPointF(where.left(), where.top() + metrics.ascent()), limit.name);
}

void StrokeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setClipRect(m_frame.plot.adjusted(-1, -1, 1, 1));
    for (const Stroke &stroke : strokes) {
        QPolygonF line;
        line.reserve(stroke.points.size());
        for (const QPointF &point : stroke.points)
            line.append({ m_frame.x(origin + TimeMs(point.x())), m_frame.y(point.y()) });
        QPen pen(stroke.color, stroke.width);
        if (stroke.dashed)
            pen.setDashPattern({ 4, 3 });
        pen.setCapStyle(stroke.dashed ? Qt::FlatCap : Qt::RoundCap);
        painter->setPen(pen);
        painter->setRenderHint(QPainter::Antialiasing, stroke.dashed || line.size() == 1);
        if (line.size() == 1)
            painter->drawEllipse(line.front(), 0.75, 0.75);
        else
            painter->drawPolyline(line);
    }
}

} // namespace lepto
