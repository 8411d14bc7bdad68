#include "ui/charts/overlay_items.h"
#include "ui/charts/plate.h"
#include "ui/charts/series_color.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/time_chart.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr int plateHeight = 15;

} // namespace

void TimeChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of().color("bg.pane"));
    if (m_look == PanelLook::Empty || m_look == PanelLook::Error || m_look == PanelLook::NotAllowed)
        return paintWords(painter);
    const int pan = m_drag == Drag::Pan ? m_pointer.x() - m_pressed.x() : 0;
    if (m_look == PanelLook::Loading && m_saysLoading)
        painter.setOpacity(0.4);
    painter.drawPixmap(pan, 0, m_scene.picture());
    painter.setOpacity(1);
    if (m_look == PanelLook::Loading && m_saysLoading)
        paintProgress(painter);
    paintOverlay(painter);
    paintFocus(painter);
}

void TimeChart::paintFocus(QPainter &painter) const
{
    if (!hasFocus() || !m_byKeyboard)
        return;
    painter.setPen(QPen(Theme::of().color("accent.line"), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void TimeChart::paintOverlay(QPainter &painter) const
{
    const PlotFrame &frame = m_scene.frame();
    paintDrag(painter);
    const TimeMs crosshair = m_time.crosshair();
    const bool crossed = crosshair >= frame.from && crosshair <= frame.to && crosshair > 0;
    if (crossed && m_chartLook.timeLabels) {
        // Half a time label beside the tag would read as another time.
        const QRectF tag(frame.x(crosshair) - 42, frame.plot.bottom(), 84, 30);
        for (const PlacedLabel &label : placeTimeLabels(frame, m_scene.timeTicks(), content().now)) {
            if (label.rect.intersects(tag))
                painter.fillRect(label.rect.adjusted(-1, -1, 1, 1), Theme::of().color("bg.pane"));
        }
    }
    if (m_chartLook.timeLabels && m_time.now() > frame.from && m_time.now() < frame.to && roomForNow(frame))
        paintTag(painter, m_time.now(), tr("now"), true);
    m_changes.paint(painter, frame);
    if (crossed)
        paintCrosshair(painter);
    m_changes.paintPlate(painter, frame, m_change, m_time.utc());
}

void TimeChart::paintDrag(QPainter &painter) const
{
    const PlotFrame &frame = m_scene.frame();
    double left = 0, right = 0;
    const bool dragging = m_drag == Drag::Zoom || m_drag == Drag::Label;
    if (dragging) {
        left = std::min(m_pressed.x(), m_pointer.x());
        right = std::max(m_pressed.x(), m_pointer.x());
    } else if (m_draftTo > m_draftFrom) {
        left = frame.x(m_draftFrom);
        right = frame.x(m_draftTo);
    }
    left = std::max(left, frame.plot.left());
    right = std::min(right, frame.plot.right());
    if (right - left < 1)
        return;
    const QColor color = Theme::of().color("accent.line");
    QColor faint = color;
    faint.setAlphaF(0.16F);
    painter.fillRect(QRectF(left, frame.plot.top(), right - left, frame.plot.height()), faint);
    QPen pen(color, 1.5);
    if (m_drag != Drag::Zoom)
        pen.setDashPattern({ 3, 2 });
    painter.setPen(pen);
    painter.drawLine(QPointF(left, frame.plot.top()), QPointF(left, frame.plot.bottom()));
    painter.drawLine(QPointF(right, frame.plot.top()), QPointF(right, frame.plot.bottom()));
}

void TimeChart::paintCrosshair(QPainter &painter) const
{
    const PlotFrame &frame = m_scene.frame();
    const TimeMs t = m_time.crosshair();
    const double x = std::floor(frame.x(t)) + 0.5;
    QPen pen(Theme::of().color("chart.crosshair"), 1);
    pen.setDashPattern({ 2, 2 });
    painter.setPen(pen);
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartLine &line : m_scene.lines()) {
        const Column *column = line.visible ? columnAt(line.data, t, columnWidth()) : nullptr;
        if (!column || !std::isfinite(column->last))
            continue;
        painter.setPen(QPen(Theme::of().color(seriesToken(line.slot)), 1.5));
        painter.setBrush(Theme::of().color("bg.pane"));
        painter.drawEllipse(QPointF(x, std::clamp(frame.y(column->last), frame.plot.top(), frame.plot.bottom())), 3, 3);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_chartLook.timeLabels)
        paintTag(painter, t, timeText(t, frame.to - frame.from, m_time.utc()), false);
    if (underMouse() && m_change < 0)
        paintHeatValue(painter);
}

void TimeChart::paintHeatValue(QPainter &painter) const
{
    const PlotFrame &frame = m_scene.frame();
    const HeatMap &map = m_scene.drawing().heat;
    const int row = int(std::floor((frame.plot.bottom() - m_pointer.y()) / frame.plot.height() * double(map.rows.size())));
    const int bin = int((m_time.crosshair() - map.bins.from) / map.bins.width);
    if (row < 0 || row >= map.rows.size() || bin < 0 || bin >= map.bins.count)
        return;
    const double value = map.at(row, bin);
    lepto::paintPlate(painter, frame.plot, m_pointer, map.rows[row],
        { std::isfinite(value) ? text::value(value, m_scene.drawing().unit) : tr("no value") });
}

QByteArray TimeChart::svg(const QString &title)
{
    constexpr int titleHeight = 24;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator out;
    out.setOutputDevice(&buffer);
    out.setResolution(96);
    out.setSize(QSize(width(), height() + titleHeight));
    out.setViewBox(QRect(QPoint(), QSize(width(), height() + titleHeight)));
    out.setTitle(title);
    QPainter painter(&out);
    painter.fillRect(QRect(QPoint(), out.size()), Theme::of().color("bg.pane"));
    painter.setFont(Theme::of().font(Theme::Type::Strong));
    painter.setPen(Theme::of().color("text.primary"));
    painter.drawText(QRect(14, 0, width() - 28, titleHeight), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
    painter.translate(0, titleHeight);
    m_scene.paint(painter);
    m_changes.paint(painter, m_scene.frame());
    painter.end();
    return bytes;
}

void TimeChart::paintTag(QPainter &painter, TimeMs t, const QString &text, bool filled) const
{
    const PlotFrame &frame = m_scene.frame();
    painter.setFont(Theme::of().font(Theme::Type::Micro));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 10;
    const double left = std::clamp(frame.x(t) - width / 2, 0.0, std::max(0.0, this->width() - width - 1));
    const QRectF plate(std::floor(left) + 0.5, std::floor(frame.plot.bottom()) + 3.5, std::ceil(width), plateHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::of().color(filled ? "chart.now" : "line.control"));
    painter.setBrush(Theme::of().color(filled ? "chart.now" : "bg.raised"));
    painter.drawRoundedRect(plate, 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Theme::of().color(filled ? "bg.pane" : "text.primary"));
    painter.drawText(plate, Qt::AlignCenter, text);
}

void TimeChart::paintWords(QPainter &painter) const
{
    const Theme &theme = Theme::of();
    const QRect area = rect().adjusted(12, 0, -12, 0);
    const int lines = m_detail.isEmpty() ? 1 : 2;
    int y = std::max(2, (height() - 28 - 20 * lines) / 2);
    const QRectF mark(width() / 2.0 - 8, y, 16, 16);
    if (m_look == PanelLook::Error)
        paintMark(&painter, MarkCode::Critical, mark);
    else
        painter.drawPixmap(mark.topLeft(),
            iconPixmap(m_look == PanelLook::NotAllowed ? QStringLiteral("lock") : QStringLiteral("explore"), "text.muted", 16,
                devicePixelRatioF()));
    y += 24;
    painter.setFont(theme.font(Theme::Type::Body));
    painter.setPen(theme.color(m_look == PanelLook::Error ? "text.primary" : "text.secondary"));
    const QFontMetrics metrics(painter.font());
    const QRect words(area.left(), y, area.width(), height() - y);
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop, metrics.elidedText(m_words, Qt::ElideRight, area.width()));
    painter.setFont(theme.font(Theme::Type::Caption));
    painter.setPen(theme.color("text.muted"));
    painter.drawText(words.adjusted(0, 21, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
        QFontMetrics(painter.font()).elidedText(m_detail, Qt::ElideRight, area.width()));
    paintFocus(painter);
}

void TimeChart::paintProgress(QPainter &painter) const
{
    // How much is left is not known; a bar of fixed length says that work goes on without moving the eye.
    const QRectF &plot = m_scene.frame().plot;
    painter.fillRect(QRectF(plot.left(), plot.top() - 2, plot.width(), 2), Theme::of().color("bg.hover"));
    painter.fillRect(QRectF(plot.left(), plot.top() - 2, plot.width() / 3, 2), Theme::of().color("accent.line"));
}

} // namespace lepto
