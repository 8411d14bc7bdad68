#include "ui/theme/marks.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include <cmath>
#include <numbers>

namespace lepto {

namespace {

QPolygonF octagon(const QRectF &r)
{
    QPolygonF shape;
    for (int i = 0; i < 8; ++i) {
        const double angle = (i + 0.5) * std::numbers::pi / 4;
        const double radius = r.width() / 2 / std::cos(std::numbers::pi / 8);
        shape << r.center() + QPointF(radius * std::cos(angle), radius * std::sin(angle)) * 0.98;
    }
    return shape;
}

QPolygonF triangle(const QRectF &r)
{
    return { { { r.center().x(), r.top() + 0.02 * r.height() }, { r.right(), r.bottom() - 0.06 * r.height() },
        { r.left(), r.bottom() - 0.06 * r.height() } } };
}

/// "!" cut into a filled shape, or the "i" of the ring when turned round.
void stem(QPainter *p, const QRectF &r, const QColor &color, double lift, bool turned)
{
    const double w = std::max(1.2, r.width() * 0.13);
    p->setPen(QPen(color, w, Qt::SolidLine, Qt::FlatCap));
    const double x = r.center().x(), u = r.height();
    const auto y = [&](double share) { return r.top() + u * (turned ? 1 - share : share + lift); };
    p->drawLine(QPointF(x, y(0.24)), QPointF(x, y(0.54)));
    p->setPen(Qt::NoPen);
    p->setBrush(color);
    p->drawRect(QRectF(x - w / 2, y(turned ? 0.74 : 0.64), w, w));
}

void ring(QPainter *p, const QRectF &r, const QColor &color, double width, const QList<qreal> &dashes = {})
{
    QPen pen(color, width);
    if (!dashes.isEmpty())
        pen.setDashPattern(dashes);
    p->setPen(pen);
    p->setBrush(Qt::NoBrush);
    p->drawEllipse(r.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

void stroke(QPainter *p, const QColor &color, double width, std::initializer_list<QPointF> points)
{
    p->setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p->setBrush(Qt::NoBrush);
    p->drawPolyline(QPolygonF(QList<QPointF>(points)));
}

QPointF at(const QRectF &r, double x, double y)
{
    return { r.left() + x * r.width(), r.top() + y * r.height() };
}

void fillShape(QPainter *p, const QPolygonF &shape, const QColor &color)
{
    p->setPen(Qt::NoPen);
    p->setBrush(color);
    p->drawPolygon(shape);
}

void brackets(QPainter *p, const QRectF &r, const QColor &color, double width)
{
    stroke(p, color, width, { at(r, .35, .08), at(r, .12, .08), at(r, .12, .92), at(r, .35, .92) });
    stroke(p, color, width, { at(r, .65, .08), at(r, .88, .08), at(r, .88, .92), at(r, .65, .92) });
}

void paintRinged(QPainter *p, MarkCode code, const QRectF &r, const QColor &color, double line)
{
    switch (code) {
    case MarkCode::Info:
        ring(p, r, color, line);
        stem(p, r, color, 0, true);
        break;
    case MarkCode::Ok:
        ring(p, r, color, line);
        stroke(p, color, line, { at(r, .30, .52), at(r, .45, .66), at(r, .71, .37) });
        break;
    case MarkCode::NoData:
        ring(p, r, color, line, { 1.6, 1.5 });
        break;
    case MarkCode::Stale:
        ring(p, r, color, line);
        stroke(p, color, line, { at(r, .5, .26), at(r, .5, .53), at(r, .68, .62) });
        break;
    case MarkCode::Pending:
        ring(p, r, color, line);
        p->setPen(Qt::NoPen);
        p->setBrush(color);
        p->drawPie(r.adjusted(line * 1.7, line * 1.7, -line * 1.7, -line * 1.7), 0, 90 * 16);
        break;
    default:
        ring(p, r, color, line);
    }
}

void paintOutlined(QPainter *p, MarkCode code, const QRectF &r, const QColor &color, double line)
{
    const QColor ground = Theme::of().color("bg.pane");
    switch (code) {
    case MarkCode::Critical:
        fillShape(p, octagon(r), color);
        stem(p, r, ground, 0, false);
        break;
    case MarkCode::Warning:
        fillShape(p, triangle(r), color);
        stem(p, r, ground, 0.13, false);
        break;
    case MarkCode::Maintenance:
        p->setPen(QPen(color, line));
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(r.adjusted(line, line, -line, -line), 2, 2);
        stroke(p, color, line, { at(r, .30, .70), at(r, .70, .30) });
        break;
    case MarkCode::Anomaly:
        fillShape(p, QPolygonF({ at(r, .5, .02), at(r, .98, .5), at(r, .5, .98), at(r, .02, .5) }), color);
        break;
    case MarkCode::Label:
        brackets(p, r, color, line);
        break;
    default:
        stroke(p, color, line * 1.2, { at(r, .2, .2), at(r, .8, .8) });
        stroke(p, color, line * 1.2, { at(r, .8, .2), at(r, .2, .8) });
    }
}

} // namespace

MarkCode markOf(Severity severity)
{
    switch (severity) {
    case Severity::Ok: return MarkCode::Ok;
    case Severity::Maintenance: return MarkCode::Maintenance;
    case Severity::NoData: return MarkCode::NoData;
    case Severity::Stale: return MarkCode::Stale;
    case Severity::Info: return MarkCode::Info;
    case Severity::Warning: return MarkCode::Warning;
    case Severity::Critical: return MarkCode::Critical;
    }
    return MarkCode::None;
}

const char *markToken(MarkCode code)
{
    switch (code) {
    case MarkCode::Critical:
    case MarkCode::Cross: return "sev.critical";
    case MarkCode::Warning: return "sev.warning";
    case MarkCode::Info:
    case MarkCode::Maintenance: return "sev.info";
    case MarkCode::Ok: return "sev.ok";
    case MarkCode::Anomaly: return "ml.anomaly";
    case MarkCode::Label:
    case MarkCode::Pending: return "accent.text";
    default: return "sev.nodata";
    }
}

const char *tintToken(MarkCode code)
{
    switch (code) {
    case MarkCode::Critical:
    case MarkCode::Cross: return "tint.critical";
    case MarkCode::Warning: return "tint.warning";
    case MarkCode::Info:
    case MarkCode::Maintenance: return "tint.info";
    case MarkCode::Ok: return "tint.ok";
    case MarkCode::Anomaly: return "tint.anomaly";
    case MarkCode::Label:
    case MarkCode::Pending: return "bg.selected";
    default: return "tint.nodata";
    }
}

void paintMark(QPainter *painter, MarkCode code, const QRectF &rect)
{
    if (code == MarkCode::None)
        return;
    const double side = std::min(rect.width(), rect.height());
    const QRectF square(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    const double line = std::max(1.2, side * 0.1);
    const QColor color = Theme::of().color(markToken(code));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool ringed = code == MarkCode::Info || code == MarkCode::Ok || code == MarkCode::NoData || code == MarkCode::Stale
        || code == MarkCode::Pending || code == MarkCode::Todo;
    if (ringed)
        paintRinged(painter, code, square, color, line);
    else
        paintOutlined(painter, code, square, color, line);
    painter->restore();
}

QPixmap markPixmap(MarkCode code, int size, qreal dpr)
{
    const QString key = QStringLiteral("mark/%1/%2/%3/%4").arg(int(code)).arg(size).arg(dpr).arg(Theme::of().dark());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap(QSize(size, size) * dpr);
    picture.setDevicePixelRatio(dpr);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintMark(&painter, code, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

} // namespace lepto
