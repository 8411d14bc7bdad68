#include "ui/charts/time_strip.h"

#include "core/base/text.h"
#include "ui/charts/time_axis.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr int edge = 10, handle = 7, axisHeight = 15;
constexpr TimeMs stepMs = 15 * 60'000, leastSpan = 60'000, minuteMs = 60'000;
/// A hole this wide is told of; shorter ones are less than two pixels.
constexpr TimeMs leastGap = 30 * 60'000;

} // namespace

TimeStrip::TimeStrip(TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
{
    setObjectName(QStringLiteral("timeStrip"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&time, &TimeScale::rangeChanged, this, [this] { describe(), update(); });
    connect(&time, &TimeScale::utcChanged, this, &TimeStrip::redraw);
    connect(&Theme::of(), &Theme::changed, this, &TimeStrip::redraw);
    describe();
}

/// The strip holds now and whatever is shown ahead of it, rounded so that it stands still between steps.
TimeMs TimeStrip::to() const
{
    const TimeMs end = std::max(m_time.now(), m_time.live() ? m_time.to() : m_time.now());
    return (end / stepMs + 1) * stepMs;
}

TimeMs TimeStrip::from() const
{
    return to() - span;
}

double TimeStrip::x(TimeMs t) const
{
    return edge + double(width() - 2 * edge) * double(t - from()) / double(span);
}

TimeMs TimeStrip::time(double at) const
{
    return from() + TimeMs(double(span) * (at - edge) / std::max(1, width() - 2 * edge));
}

void TimeStrip::setLine(Columns line, const QString &name)
{
    m_line = std::move(line);
    m_name = oneLine(name, 120);
    redraw();
}

void TimeStrip::setMarks(std::vector<LabelRegion> labels, std::vector<Incident> incidents)
{
    m_labels = std::move(labels);
    m_incidents = std::move(incidents);
    redraw();
}

void TimeStrip::redraw()
{
    m_ground = {};
    describe();
    update();
}

void TimeStrip::describe()
{
    const bool utc = m_time.utc();
    setAccessibleName(
        tr("The last week, showing %1 to %2").arg(text::dateTime(m_time.from(), utc), text::dateTime(m_time.to(), utc)));
    const auto inView = [this](TimeMs begin, TimeMs end) { return end >= from() && begin <= to(); };
    const auto labels = std::ranges::count_if(m_labels, [&](const LabelRegion &l) { return inView(l.from, l.to); });
    const auto incidents = std::ranges::count_if(m_incidents, [&](const Incident &i) { return inView(i.onset, i.onset); });
    setAccessibleDescription(tr("%1, %2, %3")
                                 .arg(tr("%n labels", nullptr, int(labels)), tr("%n incidents", nullptr, int(incidents)),
                                     tr("%n gaps", nullptr, int(gaps().size()))));
}

std::vector<TimeStrip::Gap> TimeStrip::gaps() const
{
    std::vector<Gap> out;
    for (std::size_t i = 1; i < m_line.columns.size(); ++i) {
        const TimeMs before = m_line.columns[i - 1].t, after = m_line.columns[i].t;
        if (after - before >= std::max(leastGap, m_line.interval * 3))
            out.push_back({ before, after });
    }
    return out;
}

QRectF TimeStrip::brush() const
{
    const double left = std::clamp<double>(x(m_time.from()), edge, width() - edge),
                 right = std::clamp<double>(x(m_time.to()), edge, width() - edge);
    const double middle = (left + right) / 2, wide = std::max(right - left, 6.0); // an hour of a week is still a grip
    return { middle - wide / 2, 1, wide, double(height() - axisHeight - 2) };
}

TimeStrip::Grip TimeStrip::gripAt(const QPointF &at) const
{
    const QRectF area = brush();
    const double reach = std::min<double>(handle, area.width() / 3 + 3);
    if (std::abs(at.x() - area.left()) <= reach && at.x() < area.center().x())
        return Grip::Begin;
    if (std::abs(at.x() - area.right()) <= reach)
        return Grip::End;
    return area.contains(QPointF(at.x(), area.center().y())) ? Grip::Middle : Grip::None;
}

void TimeStrip::setShown(TimeMs begin, TimeMs end)
{
    m_time.setRange(begin, std::max(end, begin + leastSpan));
}

void TimeStrip::move(TimeMs by)
{
    setShown(m_time.from() + by, m_time.to() + by);
}

void TimeStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grip = gripAt(event->position());
    if (m_grip == Grip::None) {
        move(time(event->position().x()) - (m_time.from() + m_time.to()) / 2);
        m_grip = Grip::Middle;
    }
    m_grabbed = time(event->position().x());
    m_begin0 = m_time.from();
    m_end0 = m_time.to();
}

void TimeStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip != Grip::None)
        return drag(time(event->position().x()));
    const Grip grip = gripAt(event->position());
    setCursor(grip == Grip::Middle ? Qt::OpenHandCursor : grip == Grip::None ? Qt::PointingHandCursor : Qt::SizeHorCursor);
}

void TimeStrip::drag(TimeMs to)
{
    const TimeMs by = to - m_grabbed;
    if (m_grip == Grip::Middle)
        setShown(m_begin0 + by, m_end0 + by);
    else if (m_grip == Grip::Begin)
        setShown(std::min(m_begin0 + by, m_end0 - leastSpan), m_end0);
    else
        setShown(m_begin0, std::max(m_end0 + by, m_begin0 + leastSpan));
}

void TimeStrip::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

void TimeStrip::wheelEvent(QWheelEvent *event)
{
    m_time.zoom(event->angleDelta().y() > 0 ? 1.25 : 0.8, (m_time.from() + m_time.to()) / 2);
    event->accept();
}

void TimeStrip::keyPressEvent(QKeyEvent *event)
{
    const TimeMs by = std::max(minuteMs, m_time.span() / 4) * (event->key() == Qt::Key_Left ? -1 : 1);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers() & Qt::ShiftModifier)
            setShown(m_time.from(), m_time.to() + by);
        else
            move(by);
        return;
    case Qt::Key_Up:
        return m_time.zoom(2, (m_time.from() + m_time.to()) / 2);
    case Qt::Key_Down:
        return m_time.zoom(0.5, (m_time.from() + m_time.to()) / 2);
    case Qt::Key_Home:
        return setShown(from(), from() + m_time.span());
    case Qt::Key_End:
        return m_time.setLive(true);
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeStrip::resizeEvent(QResizeEvent *)
{
    m_ground = {};
}

void TimeStrip::paintEvent(QPaintEvent *)
{
    const TimeMs end = to();
    if (m_ground.isNull() || m_end != end) {
        m_end = end;
        m_ground = QPixmap(size() * devicePixelRatioF());
        m_ground.setDevicePixelRatio(devicePixelRatioF());
        QPainter ground(&m_ground);
        paintGround(ground);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_ground);
    paintBrush(painter);
}

void TimeStrip::paintGround(QPainter &painter) const
{
    const Theme &theme = Theme::of();
    painter.fillRect(rect(), theme.color("bg.app"));
    painter.setFont(theme.font(Theme::Type::Micro));
    for (const TimeTick &tick : timeTicks(from(), to(), std::max(2, width() / 110), m_time.utc())) {
        painter.setPen(theme.color("chart.grid"));
        painter.drawLine(QPointF(x(tick.t), 0), QPointF(x(tick.t), height() - axisHeight));
        painter.setPen(theme.color("chart.axis"));
        painter.drawText(QRectF(x(tick.t) - 50, height() - axisHeight, 100, axisHeight), Qt::AlignCenter, tick.label);
    }
    paintGaps(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLine(painter);
    paintMarks(painter);
    if (m_line.columns.empty()) {
        painter.setPen(theme.color("text.disabled"));
        painter.drawText(QRectF(edge, 0, width() - 2 * edge, height() - axisHeight), Qt::AlignCenter, tr("no samples this week"));
    }
}

void TimeStrip::paintGaps(QPainter &painter) const
{
    const Theme &theme = Theme::of();
    for (const Gap &gap : gaps()) {
        const QRectF area(x(gap.from), 0, std::max(2.0, x(gap.to) - x(gap.from)), height() - axisHeight);
        painter.fillRect(area, QBrush(theme.color("line.control"), Qt::Dense6Pattern));
        const QString words = tr("gap %1").arg(text::duration(gap.to - gap.from));
        if (painter.fontMetrics().horizontalAdvance(words) + 6 < area.width()) {
            painter.setPen(theme.color("text.muted"));
            painter.drawText(area, Qt::AlignCenter, words);
        }
    }
}

void TimeStrip::paintLine(QPainter &painter) const
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Column &column : m_line.columns) {
        low = std::isfinite(column.min) ? std::min(low, column.min) : low;
        high = std::isfinite(column.max) ? std::max(high, column.max) : high;
    }
    const double top = 12, bottom = height() - axisHeight - 3, range = high > low ? high - low : 1;
    painter.setPen(QPen(Theme::of().color("text.muted"), 1));
    const Column *before = nullptr;
    for (const Column &column : m_line.columns) {
        const auto y = [&](double v) { return high > low ? bottom - (bottom - top) * (v - low) / range : (top + bottom) / 2; };
        if (std::isfinite(column.min) && std::isfinite(column.max)) {
            painter.drawLine(QPointF(x(column.t), y(column.min)), QPointF(x(column.t), y(column.max)));
            if (before && column.t - before->t < std::max(leastGap, m_line.interval * 3))
                painter.drawLine(QPointF(x(before->t), y(before->last)), QPointF(x(column.t), y(column.first)));
            before = &column;
        } else {
            before = nullptr;
        }
    }
}

void TimeStrip::paintMarks(QPainter &painter) const
{
    const Theme &theme = Theme::of();
    for (const LabelRegion &label : m_labels)
        painter.fillRect(QRectF(x(label.from), 1, std::max(2.0, x(label.to) - x(label.from)), 3), theme.color("accent.line"));
    double free = 0; // where the next word may begin
    for (auto incident = m_incidents.rbegin(); incident != m_incidents.rend(); ++incident) {
        const double at = x(incident->onset);
        if (at < edge || at > width() - edge)
            continue;
        const double end = incident->ended > 0 ? x(incident->ended) : at;
        painter.fillRect(
            QRectF(at, 6, std::max(4.0, end - at), 4), theme.color(incident->ended > 0 ? "sev.nodata" : "sev.critical"));
        const QString name = text::incident(incident->id);
        const double wide = painter.fontMetrics().horizontalAdvance(name);
        if (at + 8 < free || at + 8 + wide > width() - edge)
            continue;
        painter.setPen(theme.color("text.secondary"));
        painter.drawText(QPointF(std::max(at, end) + 8, 12), name);
        free = std::max(at, end) + wide + 16;
    }
}

void TimeStrip::paintBrush(QPainter &painter) const
{
    const Theme &theme = Theme::of();
    const QRectF area = brush();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = theme.color("accent.fill");
    fill.setAlphaF(0.28F);
    painter.setPen(QPen(theme.color("accent.line"), hasFocus() ? 2 : 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.setBrush(theme.color("accent.line"));
    painter.setPen(Qt::NoPen);
    for (const double side : { area.left(), area.right() })
        painter.drawRoundedRect(QRectF(side - 2, area.center().y() - 7, 4, 14), 2, 2);
}

QString TimeStrip::wordsAt(const QPointF &at) const
{
    const TimeMs t = time(at.x()), near = time(at.x() + 4) - t;
    const bool utc = m_time.utc();
    for (const Incident &incident : m_incidents) {
        if (t >= incident.onset - near && t <= std::max(incident.ended, incident.onset) + near)
            return text::incident(incident.id) + QStringLiteral(", ") + oneLine(incident.title, 120) + QStringLiteral(", ")
                + text::dateTime(incident.onset, utc);
    }
    for (const LabelRegion &label : m_labels) {
        if (t >= label.from - near && t <= label.to + near)
            return text::of(label.cls) + QStringLiteral(", ") + text::dateTime(label.from, utc) + QStringLiteral(" – ")
                + text::dateTime(label.to, utc);
    }
    for (const Gap &gap : gaps()) {
        if (t >= gap.from && t <= gap.to)
            return tr("no samples for %1").arg(text::duration(gap.to - gap.from));
    }
    return text::dateTime(t, utc) + (m_name.isEmpty() ? QString() : QStringLiteral(", ") + m_name);
}

bool TimeStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos()).toHtmlEscaped(), this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange)
        redraw();
    return QWidget::event(event);
}

} // namespace lepto
