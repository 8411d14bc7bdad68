#include "core/base/text.h"
#include "ui/text.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/widgets/health_map.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPixmapCache>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr int instanceStep = 9;

QPixmap dot(double ratio)
{
    const QString key = QStringLiteral("healthDot/%1/%2").arg(ratio).arg(Theme::of().dark());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap(QSize(9, 9) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of().color("sev.nodata"));
    painter.drawEllipse(QPointF(4.5, 4.5), 2, 2);
    QPixmapCache::insert(key, picture);
    return picture;
}

const SignalState *worstSignal(const ServiceState &service)
{
    const auto found = std::find_if(
        service.signals_.begin(), service.signals_.end(), [&](const SignalState &s) { return s.signal == service.worstSignal; });
    return found == service.signals_.end() ? nullptr : &*found;
}

} // namespace

/// What stands at the right of the name: the worst value when something is wrong, else how many instances are up.
/// `brief` leaves out what the value is of.
QString HealthMap::tileNote(const ServiceState &service, bool brief) const
{
    if (service.severity == Severity::NoData || service.severity == Severity::Stale)
        return service.instances > service.instancesUp ? tr("%1 silent").arg(service.instances - service.instancesUp)
                                                       : tr("no data");
    if (service.severity == Severity::Maintenance)
        return oneLine(service.reason, 40);
    if (service.severity >= Severity::Warning) {
        if (const SignalState *signal = worstSignal(service); signal && std::isfinite(signal->value))
            return (brief ? QString() : oneLine(signal->title, 40) + QLatin1Char(' ')) + text::value(signal->value, signal->unit);
        return oneLine(service.reason, 60);
    }
    return service.instances > 0 ? QStringLiteral("%1/%2").arg(service.instancesUp).arg(service.instances) : QString();
}

void HealthMap::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::of().color("bg.pane"));
    painter.translate(0, -verticalScrollBar()->value());
    const QRect seen = event->rect().translated(0, verticalScrollBar()->value());
    painter.setFont(Theme::of().font(Theme::Type::Body));
    painter.setPen(Theme::of().color("text.muted"));
    for (const Row &row : m_rows) {
        const QRect label(14, row.top + 6, 62, 18);
        QString tier = row.tier;
        if (!tier.isEmpty())
            tier[0] = tier[0].toUpper();
        painter.drawText(
            label, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(tier, Qt::ElideRight, label.width()));
    }
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        if (m_tiles[i].rect.intersects(seen))
            paintTile(painter, m_tiles[i], int(i) == m_current, int(i) == m_hovered);
    }
}

void HealthMap::paintTile(QPainter &painter, const Tile &tile, bool current, bool hovered) const
{
    const Theme &theme = Theme::of();
    const ServiceState &service = m_health.services[tile.service];
    const Severity severity = m_stale ? worse(service.severity, Severity::Stale) : service.severity;
    const bool alarm = severity >= Severity::Warning;
    const bool silent = severity == Severity::NoData || severity == Severity::Stale;
    const MarkCode mark = markOf(severity);
    QPen border(theme.color(alarm                                     ? markToken(mark)
                        : silent || severity == Severity::Maintenance ? "line.control"
                                                                      : "line.default"),
        1);
    if (silent)
        border.setDashPattern({ 3, 2 });
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border);
    painter.setBrush(theme.color(alarm ? tintToken(mark) : hovered ? "bg.hover" : "bg.raised"));
    painter.drawRoundedRect(QRectF(tile.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (current) {
        painter.setPen(QPen(theme.color("accent.line"), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(tile.rect).adjusted(1, 1, -1, -1), 3, 3);
    }
    int left = tile.rect.left() + 9;
    const int base = tile.rect.top() + 18;
    if (severity != Severity::Ok) {
        painter.drawPixmap(left, tile.rect.top() + 8, markPixmap(mark, 12, devicePixelRatioF()));
        left += 18;
    }
    const QFont control = theme.font(Theme::Type::Control), number = theme.font(Theme::Type::Number);
    const QString name
        = QFontMetrics(control).elidedText(oneLine(qstr(service.service), 80), Qt::ElideRight, tile.rect.right() - 8 - left);
    painter.setFont(control);
    painter.setPen(theme.color(severity == Severity::Ok ? "text.secondary" : "text.primary"));
    painter.drawText(left, base, name);
    left += QFontMetrics(control).horizontalAdvance(name) + 10;
    const int room = tile.rect.right() - 8 - left;
    const bool brief = QFontMetrics(number).horizontalAdvance(tileNote(service, false)) > room;
    const QString note = QFontMetrics(number).elidedText(tileNote(service, brief), Qt::ElideRight, room);
    if (room > 24) {
        painter.setFont(number);
        painter.setPen(theme.color(alarm ? markToken(mark) : severity == Severity::Ok ? "text.muted" : "text.primary"));
        painter.drawText(tile.rect.right() - 8 - QFontMetrics(number).horizontalAdvance(note), base, note);
    }
    paintInstances(painter, service, tile.rect.adjusted(9, 25, -9, -6));
}

void HealthMap::paintInstances(QPainter &painter, const ServiceState &service, const QRect &area) const
{
    const double ratio = devicePixelRatioF();
    const int fits = std::max(1, area.width() / instanceStep);
    const int shown = std::min(service.instances, service.instances > fits ? fits - 3 : fits);
    // The dead are drawn first when not all fit: a mark that is cut off must never be the one that matters.
    const int down = std::clamp(service.instances - service.instancesUp, 0, service.instances);
    const QPixmap up = service.severity == Severity::Maintenance ? markPixmap(MarkCode::Maintenance, 9, ratio) : dot(ratio);
    const QPixmap silent = markPixmap(MarkCode::NoData, 9, ratio);
    for (int i = 0; i < shown; ++i)
        painter.drawPixmap(area.left() - 1 + i * instanceStep, area.top(), i < down ? silent : up);
    if (shown < service.instances) {
        painter.setFont(Theme::of().font(Theme::Type::Micro));
        painter.setPen(Theme::of().color("text.muted"));
        painter.drawText(
            area.left() + shown * instanceStep + 2, area.top() + 8, QStringLiteral("+%1").arg(service.instances - shown));
    }
}

} // namespace lepto
