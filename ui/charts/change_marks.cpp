#include "ui/charts/change_marks.h"

#include "core/base/text.h"
#include "ui/charts/plate.h"
#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr double reach = 6, flagHeight = 9, flagWidth = 5, barHeight = 3;

bool inView(const Change &change, const PlotFrame &frame)
{
    return std::max(change.from, change.to) >= frame.from && change.from <= frame.to;
}

/// From its beginning to its end, cut to the plot; no width: a moment.
QRectF areaOf(const Change &change, const PlotFrame &frame)
{
    const double left = std::clamp(frame.x(change.from), frame.plot.left(), frame.plot.right());
    const double right = change.to > change.from ? std::clamp(frame.x(change.to), left, frame.plot.right()) : left;
    return QRectF(left, frame.plot.top(), right - left, frame.plot.height());
}

void paintFlag(QPainter &painter, double x, double top, const QColor &color)
{
    QPainterPath flag;
    flag.moveTo(x - flagWidth, top);
    flag.lineTo(x + flagWidth, top);
    flag.lineTo(x, top + flagHeight);
    flag.closeSubpath();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(flag, color);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

bool ChangeMarks::set(std::vector<Change> changes)
{
    std::stable_sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) { return a.from < b.from; });
    if (changes == m_changes)
        return false;
    m_changes = std::move(changes);
    return true;
}

int ChangeMarks::at(const PlotFrame &frame, const QPointF &point) const
{
    int best = -1;
    double nearest = reach;
    if (!frame.plot.adjusted(-reach, -reach, reach, 0).contains(point))
        return best;
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        if (!inView(m_changes[i], frame))
            continue;
        const QRectF area = areaOf(m_changes[i], frame);
        const bool onBar = point.y() < area.top() + flagHeight && point.x() >= area.left() && point.x() <= area.right();
        const double away = onBar ? 0 : std::min(std::abs(point.x() - area.left()), std::abs(point.x() - area.right()));
        if (away < nearest)
            nearest = away, best = int(i);
    }
    return best;
}

int ChangeMarks::step(const PlotFrame &frame, int current, int by) const
{
    int at = current < 0 ? (by > 0 ? 0 : int(m_changes.size()) - 1) : current + by;
    while (at >= 0 && at < int(m_changes.size()) && !inView(m_changes[std::size_t(at)], frame))
        at += by > 0 ? 1 : -1;
    return at >= 0 && at < int(m_changes.size()) ? at : -1;
}

void ChangeMarks::paint(QPainter &painter, const PlotFrame &frame) const
{
    const QColor color = Theme::of().color("text.secondary");
    QColor ground = color;
    ground.setAlphaF(0.08F);
    QPen pen(Theme::of().color("text.muted"), 1);
    pen.setDashPattern({ 1, 3 });
    for (const Change &change : m_changes) {
        if (!inView(change, frame))
            continue;
        const QRectF area = areaOf(change, frame);
        if (area.width() >= 1) {
            painter.fillRect(area, ground);
            painter.fillRect(QRectF(area.left(), area.top(), area.width(), barHeight), color);
        }
        if (change.from < frame.from)
            continue;
        painter.setPen(pen);
        const double x = std::floor(area.left()) + 0.5;
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        paintFlag(painter, x, area.top(), color);
    }
}

QStringList ChangeMarks::words(int index, bool utc) const
{
    const Change &change = m_changes[std::size_t(index)];
    QString when = text::dateTime(change.from, utc);
    if (change.to > change.from)
        when = tr("%1 to %2").arg(when, text::dateTime(change.to, utc));
    QStringList words { change.title.isEmpty() ? tr("Change") : oneLine(change.title, 200),
        change.author.isEmpty() ? when : tr("%1 by %2").arg(when, oneLine(change.author, 60)) };
    if (!change.source.isEmpty())
        words.append(tr("from %1").arg(oneLine(change.source, 60)));
    if (!change.tags.isEmpty())
        words.append(oneLine(change.tags.join(QStringLiteral(", ")), 120));
    if (!change.text.isEmpty())
        words.append(oneLine(change.text, 160));
    return words;
}

void ChangeMarks::paintPlate(QPainter &painter, const PlotFrame &frame, int current, bool utc) const
{
    if (current < 0 || current >= int(m_changes.size()) || !inView(m_changes[std::size_t(current)], frame))
        return;
    const QRectF area = areaOf(m_changes[std::size_t(current)], frame);
    QStringList lines = words(current, utc);
    const auto close = std::count_if(m_changes.begin(), m_changes.end(),
        [&](const Change &other) { return inView(other, frame) && std::abs(areaOf(other, frame).left() - area.left()) < reach; });
    if (close > 1)
        lines.append(tr("and %n more here", nullptr, int(close) - 1));
    const QString title = lines.takeFirst();
    lepto::paintPlate(painter, frame.plot, area.topLeft() + QPointF(0, flagHeight + 3), title, lines);
}

bool concerns(const Change &change, const ChartContent &content)
{
    const auto contradicts = [&](const ChartLine &line) {
        return std::any_of(change.labels.pairs().begin(), change.labels.pairs().end(),
            [&](const Labels::Pair &pair) { return line.labels.has(pair.first) && line.labels.get(pair.first) != pair.second; });
    };
    return content.lines.empty() || !std::all_of(content.lines.begin(), content.lines.end(), contradicts);
}

} // namespace lepto
