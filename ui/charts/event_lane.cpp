#include "ui/charts/event_lane.h"

#include "core/base/text.h"
#include "ui/charts/chart_accessible.h"
#include "ui/looks.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lepto {

EventLane::EventLane(TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
{
    installChartAccessible();
    setObjectName(QStringLiteral("eventLane"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&time, &TimeScale::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EventLane::setMargins(int left, int right)
{
    m_left = left;
    m_right = right;
    update();
}

void EventLane::setEntries(std::vector<TimelineEntry> entries)
{
    m_entries = std::move(entries);
    setAccessibleName(tr("Events, %n entries", nullptr, int(m_entries.size())));
    update();
}

double EventLane::x(TimeMs t) const
{
    return m_left + (width() - m_left - m_right) * double(t - m_time.from()) / double(std::max<TimeMs>(1, m_time.span()));
}

const TimelineEntry *EventLane::entryAt(int px) const
{
    const TimelineEntry *best = nullptr;
    for (const TimelineEntry &entry : m_entries) {
        if (std::abs(x(entry.at) - px) < 9 && (!best || std::abs(x(entry.at) - px) < std::abs(x(best->at) - px)))
            best = &entry;
    }
    return best;
}

QString EventLane::spokenText(int index) const
{
    const TimelineEntry &entry = m_entries[std::size_t(index)];
    return text::time(entry.at, m_time.utc()) + QStringLiteral(", ") + text::of(entry.kind) + QStringLiteral(", ")
        + oneLine(entry.text, 200);
}

QRect EventLane::spokenRect(int index) const
{
    const double at = x(m_entries[std::size_t(index)].at);
    return at < m_left || at > width() - m_right ? QRect() : QRect(int(at) - 7, 0, 14, height());
}

void EventLane::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color("bg.app"));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(Theme::Type::Caption));
    painter.setPen(theme.color("text.muted"));
    painter.drawText(QRect(14, 0, m_left - 14, height()), Qt::AlignVCenter | Qt::AlignLeft, tr("Events"));
    for (const TimelineEntry &entry : m_entries) {
        const double at = x(entry.at);
        if (at < m_left || at > width() - m_right)
            continue;
        const double top = height() / 2.0 - 7;
        if (entry.kind == TimelineEntry::Kind::Anomaly)
            paintMark(&painter, MarkCode::Anomaly, QRectF(at - 6, top + 1, 12, 12));
        else if (entry.kind == TimelineEntry::Kind::Health)
            paintMark(&painter, MarkCode::Critical, QRectF(at - 6, top + 1, 12, 12));
        else
            painter.drawPixmap(QPointF(at - 7, top), iconPixmap(iconOf(entry.kind), "text.secondary", 14, devicePixelRatioF()));
    }
}

void EventLane::mousePressEvent(QMouseEvent *event)
{
    if (const TimelineEntry *entry = entryAt(event->pos().x()))
        Q_EMIT chosen(entry->at);
}

bool EventLane::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const TimelineEntry *entry = entryAt(help->pos().x());
    const QString words = entry ? spokenText(int(entry - m_entries.data())) : QString();
    QToolTip::showText(help->globalPos(), words.toHtmlEscaped(), this);
    return true;
}

} // namespace lepto
