#include "ui/charts/log_lane.h"

#include "core/base/text.h"
#include "ui/charts/chart_accessible.h"
#include "ui/charts/log_feed.h"
#include "ui/console.h"
#include "ui/text.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace lepto {

namespace {

constexpr double topRoom = 12; ///< for the marks of new patterns, logical pixels

/// Lines of one bar as they are stacked: errors, warnings, the rest.
using Parts = std::array<std::int64_t, 3>;
constexpr std::array<const char *, 3> partTokens = { "sev.critical", "sev.warning", "sev.nodata" };

Parts partsOf(const LogBucket &bucket)
{
    Parts parts {};
    for (int level = 0; level < kLogLevels; ++level) {
        const std::size_t part = level >= int(LogLevel::Error) ? 0 : level == int(LogLevel::Warning) ? 1 : 2;
        parts[part] += bucket.lines[std::size_t(level)];
    }
    return parts;
}

std::int64_t total(const Parts &parts)
{
    return parts[0] + parts[1] + parts[2];
}

} // namespace

LogLane::LogLane(Console &console, TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_feed(new LogFeed(console, time, *this))
{
    installChartAccessible();
    setObjectName(QStringLiteral("logLane"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    connect(&time, &TimeScale::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_feed, &LogFeed::arrived, this, &LogLane::setCounts);
    connect(m_feed, &LogFeed::failed, this, [this](bool none, const QString &words) {
        m_state = State::Failed;
        m_words = none ? tr("No logs are kept here") : words;
        m_counts = {};
        say();
    });
    if (!console.events())
        hide();
    say();
}

void LogLane::setMargins(int left, int right)
{
    m_left = left;
    m_right = right;
    update();
}

void LogLane::setService(const QString &service)
{
    m_feed->setService(service);
}

void LogLane::setCounts(const LogCounts &counts)
{
    m_state = State::Good;
    m_counts = counts;
    m_current = std::min(m_current, spokenCount() - 1);
    say();
}

void LogLane::say()
{
    std::int64_t lines = 0, errors = 0;
    for (const LogBucket &bucket : m_counts.buckets.buckets) {
        lines += total(partsOf(bucket));
        errors += partsOf(bucket)[0];
    }
    setAccessibleName(m_state == State::Good
            ? tr("Logs, %1 lines in view, %2 errors, %3 new patterns")
                  .arg(text::count(lines), text::count(errors), text::count(qint64(m_counts.fresh.size())))
            : tr("Logs, %1").arg(m_state == State::Failed ? m_words : tr("loading")));
    if (m_current < 0)
        setAccessibleDescription(tr("Arrow keys move from bar to bar, Enter selects the stretch of a bar"));
    update();
}

double LogLane::x(TimeMs t) const
{
    return m_left + (width() - m_left - m_right) * double(t - m_time.from()) / double(std::max<TimeMs>(1, m_time.span()));
}

QRectF LogLane::barOf(const LogBucket &bucket) const
{
    const double left = std::max<double>(x(bucket.t), m_left);
    const double right = std::min<double>(x(bucket.t + std::max<TimeMs>(1, m_counts.buckets.step)), width() - m_right);
    return right <= left ? QRectF() : QRectF(left, 0, std::max(1.0, right - left), height());
}

int LogLane::barAt(double px) const
{
    for (int i = 0; i < spokenCount(); ++i) {
        const QRectF bar = barOf(m_counts.buckets.buckets[std::size_t(i)]);
        if (!bar.isEmpty() && px >= bar.left() && px < bar.right())
            return i;
    }
    return -1;
}

const LogPattern *LogLane::patternAt(double px) const
{
    for (const LogPattern &pattern : m_counts.fresh) {
        if (std::abs(x(pattern.firstSeen) - px) < 7)
            return &pattern;
    }
    return nullptr;
}

QString LogLane::spokenText(int index) const
{
    const LogBucket &bucket = m_counts.buckets.buckets[std::size_t(index)];
    const Parts parts = partsOf(bucket);
    return tr("%1 to %2: %3 lines, %4 errors, %5 warnings")
        .arg(text::time(bucket.t, m_time.utc()), text::time(bucket.t + m_counts.buckets.step, m_time.utc()),
            text::count(total(parts)), text::count(parts[0]), text::count(parts[1]));
}

QRect LogLane::spokenRect(int index) const
{
    return barOf(m_counts.buckets.buckets[std::size_t(index)]).toAlignedRect();
}

void LogLane::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color("bg.app"));
    painter.setFont(theme.font(Theme::Type::Caption));
    painter.setPen(theme.color("text.muted"));
    painter.drawText(QRect(14, 0, m_left - 16, height()), Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(tr("Logs"), Qt::ElideRight, m_left - 16));
    if (!m_counts.buckets.buckets.empty()) {
        paintBars(painter);
        paintPatterns(painter);
    } else if (m_state != State::Waiting) {
        painter.setPen(theme.color("text.muted"));
        painter.drawText(QRect(m_left, 0, width() - m_left - m_right, height()), Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(
                m_state == State::Failed ? m_words : tr("No lines in this range"), Qt::ElideRight, width() - m_left - m_right));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.color("accent.line"), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void LogLane::paintBars(QPainter &painter) const
{
    std::int64_t most = 1;
    for (const LogBucket &bucket : m_counts.buckets.buckets)
        most = std::max(most, total(partsOf(bucket)));
    const double room = height() - topRoom - 3;
    for (int i = 0; i < spokenCount(); ++i) {
        const LogBucket &bucket = m_counts.buckets.buckets[std::size_t(i)];
        const QRectF bar = barOf(bucket);
        if (bar.isEmpty())
            continue;
        const double right = bar.width() > 3 ? bar.right() - 1 : bar.right();
        if (i == m_current || (m_time.selectionFrom() == bucket.t && m_time.selectionTo() > bucket.t))
            painter.fillRect(bar.adjusted(0, 2, 0, -2), Theme::of().color("bg.selected"));
        double y = height() - 3;
        const Parts parts = partsOf(bucket);
        for (std::size_t part = 0; part < parts.size(); ++part) {
            if (parts[part] == 0)
                continue;
            // One error among ten thousand lines is still to be seen.
            const double high = std::max(part == 0 ? 2.0 : 1.0, room * double(parts[part]) / double(most));
            painter.fillRect(QRectF(bar.left(), y - high, right - bar.left(), high), Theme::of().color(partTokens[part]));
            y -= high;
        }
    }
    painter.setFont(Theme::of().font(Theme::Type::Micro));
    painter.setPen(Theme::of().color("text.muted"));
    painter.drawText(QRectF(0, 1, m_left - 6, topRoom + 2), Qt::AlignRight | Qt::AlignTop, text::compact(double(most)));
}

void LogLane::paintPatterns(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    double free = m_left;
    std::vector<TimeMs> times;
    for (const LogPattern &pattern : m_counts.fresh)
        times.push_back(pattern.firstSeen);
    std::sort(times.begin(), times.end());
    for (const TimeMs t : times) {
        const double at = x(t);
        if (at < free || at > width() - m_right)
            continue;
        paintMark(&painter, MarkCode::Info, QRectF(at - 5, 1, 10, 10));
        free = at + 8;
    }
}

void LogLane::choose(int bar)
{
    if (bar < 0 || bar >= spokenCount())
        return;
    m_current = bar;
    const LogBucket &bucket = m_counts.buckets.buckets[std::size_t(bar)];
    m_time.setSelection(bucket.t, bucket.t + std::max<TimeMs>(1, m_counts.buckets.step));
    update();
}

void LogLane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(barAt(event->position().x()));
}

void LogLane::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (by != 0 && spokenCount() > 0) {
        m_current = m_current < 0 ? (by > 0 ? 0 : spokenCount() - 1) : std::clamp(m_current + by, 0, spokenCount() - 1);
        m_time.setCrosshair(m_counts.buckets.buckets[std::size_t(m_current)].t);
        setAccessibleDescription(spokenText(m_current));
        return update();
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        return choose(m_current);
    QWidget::keyPressEvent(event);
}

void LogLane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->refresh();
}

bool LogLane::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const LogPattern *pattern = help->y() < topRoom ? patternAt(help->x()) : nullptr;
        const int bar = barAt(help->x());
        const QString words = pattern ? tr("New pattern, first seen %1: %2")
                                            .arg(text::time(pattern->firstSeen, m_time.utc()), oneLine(qstr(pattern->text), 200))
            : bar >= 0 ? spokenText(bar)
                       : QString();
        QToolTip::showText(help->globalPos(), words.toHtmlEscaped(), this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange)
        say();
    return QWidget::event(event);
}

} // namespace lepto
