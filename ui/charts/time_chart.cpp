#include "ui/charts/time_chart.h"

#include "core/base/text.h"
#include "ui/charts/chart_accessible.h"
#include "ui/charts/line_segments.h"
#include "ui/charts/time_axis.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr int dragThreshold = 4, loadingAfterMs = 150;

bool hasPlot(PanelLook look)
{
    return look != PanelLook::Empty && look != PanelLook::Error && look != PanelLook::NotAllowed;
}

} // namespace

TimeChart::TimeChart(TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_slow(new QTimer(this))
{
    installChartAccessible();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_slow->setSingleShot(true);
    m_slow->setInterval(loadingAfterMs);
    connect(m_slow, &QTimer::timeout, this, [this] { m_saysLoading = true, update(); });
    connect(&time, &TimeScale::rangeChanged, this, &TimeChart::rangeMoved);
    connect(&time, &TimeScale::crosshairMoved, this, qOverload<>(&QWidget::update));
    connect(&time, &TimeScale::utcChanged, this, &TimeChart::restyle);
    connect(&time, &TimeScale::liveChanged, this, &TimeChart::restyle);
    connect(&Theme::of(), &Theme::changed, this, &TimeChart::restyle);
    restyle();
}

TimeChart::~TimeChart() = default;

TimeMs TimeChart::from() const
{
    return m_ownTo > 0 ? m_ownFrom : m_time.from();
}

TimeMs TimeChart::to() const
{
    return m_ownTo > 0 ? m_ownTo : m_time.to();
}

int TimeChart::columns() const
{
    return std::max(2, int(m_scene.frame().plot.width() * 2));
}

void TimeChart::setContent(const ChartContent &content)
{
    m_scene.show(content, from(), to());
    update();
    Q_EMIT drawn();
}

void TimeChart::setPanelLook(PanelLook look, const QString &words, const QString &detail)
{
    const bool restyled = (look == PanelLook::Stale) != (m_look == PanelLook::Stale);
    if (look == PanelLook::Loading && m_look != PanelLook::Loading)
        m_slow->start();
    if (look != PanelLook::Loading)
        m_slow->stop(), m_saysLoading = false;
    m_look = look;
    m_words = words;
    m_detail = detail;
    if (restyled)
        restyle();
    update();
}

void TimeChart::setMargins(int left, bool timeLabels)
{
    m_chartLook.leftMargin = left;
    m_chartLook.timeLabels = timeLabels;
    restyle();
}

void TimeChart::setOwnRange(TimeMs from, TimeMs to)
{
    m_ownFrom = from;
    m_ownTo = to;
    rangeMoved();
}

void TimeChart::setDraft(TimeMs from, TimeMs to)
{
    m_draftFrom = from;
    m_draftTo = to;
    update();
}

void TimeChart::rangeMoved()
{
    if (m_scene.frame().from != from() || m_scene.frame().to != to())
        m_scene.showTime(from(), to());
    update();
}

void TimeChart::restyle()
{
    m_chartLook.utc = m_time.utc();
    m_chartLook.calm = !m_time.live();
    m_chartLook.stale = m_look == PanelLook::Stale;
    m_scene.setLook(m_chartLook);
    update();
}

QPixmap TimeChart::picture()
{
    return m_scene.picture();
}

bool TimeChart::event(QEvent *event)
{
    // A window that moves to another screen changes its device pixel ratio without a resize.
    if (event->type() == QEvent::ScreenChangeInternal || event->type() == QEvent::Show)
        m_scene.setSize(size(), devicePixelRatioF());
    return QWidget::event(event);
}

void TimeChart::resizeEvent(QResizeEvent *)
{
    m_scene.setSize(size(), devicePixelRatioF());
    if (m_scene.frame().to != to())
        rangeMoved();
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        return m_time.back();
    if (event->button() == Qt::ForwardButton)
        return m_time.forward();
    if (event->button() != Qt::LeftButton || !hasPlot(m_look))
        return;
    m_pressed = m_pointer = event->pos();
    m_drag = event->modifiers() & Qt::ControlModifier ? Drag::Label
        : event->modifiers() & Qt::ShiftModifier      ? Drag::Pan
                                                      : Drag::Zoom;
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->pos();
    const PlotFrame &frame = m_scene.frame();
    const bool inside = m_pointer.x() >= frame.plot.left() && m_pointer.x() <= frame.plot.right();
    if (m_ownTo == 0 && hasPlot(m_look) && inside)
        m_time.setCrosshair(frame.time(m_pointer.x()));
    showChange(hasPlot(m_look) && m_drag == Drag::None ? m_changes.at(frame, event->position()) : -1);
    setCursor(m_drag == Drag::Pan ? Qt::ClosedHandCursor : hasPlot(m_look) ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void TimeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_drag != Drag::None) {
        m_pointer = event->pos();
        endDrag();
    }
}

void TimeChart::endDrag()
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const PlotFrame frame = m_scene.frame();
    const int moved = m_pointer.x() - m_pressed.x();
    unsetCursor();
    update();
    if (std::abs(moved) < dragThreshold)
        return;
    const auto inside = [&](int x) { return frame.time(std::clamp(double(x), frame.plot.left(), frame.plot.right())); };
    const TimeMs a = std::min(inside(m_pressed.x()), inside(m_pointer.x())),
                 b = std::max(inside(m_pressed.x()), inside(m_pointer.x()));
    if (drag == Drag::Pan) {
        const TimeMs shift = frame.time(m_pressed.x()) - frame.time(m_pointer.x());
        m_time.setRange(frame.from + shift, frame.to + shift);
    } else if (drag == Drag::Zoom) {
        m_time.setRange(a, b);
    } else {
        m_time.setSelection(a, b);
        markLabel();
    }
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_time.reset();
}

void TimeChart::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const double notches = (turn.y() != 0 ? turn.y() : turn.x()) / 120.0;
    if (event->modifiers() & Qt::ShiftModifier)
        m_time.step(-0.1 * notches);
    else
        m_time.zoom(std::pow(1.25, notches), m_scene.frame().time(event->position().x()));
    event->accept();
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
}

void TimeChart::leaveEvent(QEvent *)
{
    if (m_drag == Drag::None)
        m_time.setCrosshair(0);
    showChange(-1);
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const int points = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCrosshair(-points);
    case Qt::Key_Right:
        return moveCrosshair(points);
    case Qt::Key_Home:
        return m_time.setCrosshair(from());
    case Qt::Key_End:
        return m_time.setCrosshair(std::min(m_time.now(), to()));
    case Qt::Key_L:
        return markLabel();
    case Qt::Key_C:
        if (event->modifiers() & ~Qt::ShiftModifier)
            break;
        return stepChange(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    case Qt::Key_0:
        return m_time.reset();
    case Qt::Key_Escape:
        if (m_change >= 0)
            return showChange(-1);
        if (m_drag != Drag::None || m_time.selectionTo() != 0) {
            m_drag = Drag::None;
            m_time.setSelection(0, 0);
            update();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimeChart::moveCrosshair(int points)
{
    const std::vector<ChartLine> &lines = content().lines;
    const TimeMs at = m_time.crosshair() > 0 ? m_time.crosshair() : std::min(m_time.now(), to());
    if (lines.empty() || lines.front().data.columns.empty())
        return;
    const std::vector<Column> &columns = lines.front().data.columns;
    const auto after = std::upper_bound(columns.begin(), columns.end(), at, [](TimeMs t, const Column &c) { return t < c.t; });
    const auto index = std::clamp<std::ptrdiff_t>(after - columns.begin() - 1 + points, 0, std::ptrdiff_t(columns.size()) - 1);
    m_time.setCrosshair(columns[std::size_t(index)].t);
}

void TimeChart::setChanges(std::vector<Change> changes)
{
    if (m_changes.set(std::move(changes)))
        showChange(-1), update();
}

void TimeChart::stepChange(int by)
{
    const int next = m_changes.step(m_scene.frame(), m_change, by);
    if (next < 0)
        return;
    m_time.setCrosshair(std::clamp(m_changes.changes()[std::size_t(next)].from, from(), to()));
    showChange(next);
    setAccessibleDescription(m_changes.words(next, m_time.utc()).join(QLatin1String(", ")));
}

void TimeChart::showChange(int index)
{
    if (std::exchange(m_change, index) != index)
        update();
}

QString TimeChart::spokenText(int index) const
{
    const ChartLine &line = content().lines[std::size_t(index)];
    const TimeMs at = m_time.crosshair();
    const Column *column = line.data.columns.empty() ? nullptr
        : at > 0                                     ? columnAt(line.data, at, columnWidth())
                                                     : &line.data.columns.back();
    const QString name = oneLine(line.name, 200);
    const QString words = column
        ? tr("%1 %2 at %3").arg(name, text::value(column->last, content().unit), text::time(column->t, m_time.utc()))
        : tr("%1, no value").arg(name);
    return line.visible ? words : tr("%1, hidden").arg(words);
}

QRect TimeChart::spokenRect(int) const
{
    return m_scene.frame().plot.toRect();
}

void TimeChart::markLabel()
{
    TimeMs a = m_time.selectionFrom(), b = m_time.selectionTo();
    if (b <= a || b < from() || a > to()) {
        const TimeMs middle = m_time.crosshair() > 0 ? m_time.crosshair() : std::min(m_time.now(), to());
        const TimeMs half = std::max<TimeMs>((to() - from()) / 40, 1);
        a = middle - half, b = middle + half;
        m_time.setSelection(a, b);
    }
    setDraft(a, b);
    const PlotFrame &frame = m_scene.frame();
    const double left = std::clamp(frame.x(a), frame.plot.left(), frame.plot.right());
    const double right = std::clamp(frame.x(b), frame.plot.left(), frame.plot.right());
    Q_EMIT labelAsked(a, b, QRectF(left, frame.plot.top(), right - left, frame.plot.height()).toRect());
}

} // namespace lepto
