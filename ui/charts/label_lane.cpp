#include "ui/charts/label_lane.h"

#include "core/base/text.h"
#include "ui/charts/chart_accessible.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace lepto {

LabelLane::LabelLane(TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
{
    installChartAccessible();
    setObjectName(QStringLiteral("labelLane"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    connect(&time, &TimeScale::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setLabels({});
}

void LabelLane::setMargins(int left, int right)
{
    m_left = left;
    m_right = right;
    update();
}

void LabelLane::setLabels(std::vector<LabelRegion> labels)
{
    m_labels = std::move(labels);
    // The same stretch labelled on many series is one bar.
    std::sort(m_labels.begin(), m_labels.end(), [](const LabelRegion &a, const LabelRegion &b) {
        return std::tie(a.from, a.to, a.cls, a.id) < std::tie(b.from, b.to, b.cls, b.id);
    });
    setAccessibleName(tr("Labels, %n in view", nullptr, int(m_labels.size())));
    update();
}

QRectF LabelLane::rectOf(const LabelRegion &label) const
{
    const double width = std::max(1, this->width() - m_left - m_right);
    const auto x
        = [&](TimeMs t) { return m_left + width * double(t - m_time.from()) / double(std::max<TimeMs>(1, m_time.span())); };
    const double left = std::max<double>(x(label.from), m_left), right = std::min<double>(x(label.to), this->width() - m_right);
    return right <= left ? QRectF() : QRectF(left, 4, std::max(4.0, right - left), height() - 8);
}

const LabelRegion *LabelLane::labelAt(const QPointF &at) const
{
    for (auto label = m_labels.rbegin(); label != m_labels.rend(); ++label) {
        if (rectOf(*label).contains(at))
            return &*label;
    }
    return nullptr;
}

QString LabelLane::textOf(const LabelRegion &label) const
{
    QStringList parts { text::of(label.cls),
        text::minute(label.from, m_time.utc()) + QStringLiteral(" – ") + text::minute(label.to, m_time.utc()) };
    if (!label.reason.isEmpty())
        parts.append(oneLine(label.reason, 200));
    if (!label.author.isEmpty())
        parts.append(tr("by %1").arg(oneLine(label.author, 60)));
    return parts.join(QStringLiteral(", "));
}

void LabelLane::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color("bg.app"));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(Theme::Type::Caption));
    painter.setPen(theme.color("text.muted"));
    painter.drawText(QRect(14, 0, m_left - 14, height()), Qt::AlignVCenter | Qt::AlignLeft, tr("Labels"));
    for (const LabelRegion &label : m_labels) {
        const QRectF area = rectOf(label);
        if (area.isEmpty())
            continue;
        const bool incident = label.cls == LabelRegion::Class::Incident || label.id == m_current;
        painter.setPen(QPen(theme.color(incident ? "accent.line" : "line.control"), label.id == m_current ? 2 : 1));
        painter.setBrush(theme.color(incident ? "bg.selected" : "bg.raised"));
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.setPen(theme.color(incident ? "accent.text" : "text.secondary"));
        const QString words = label.reason.isEmpty() ? text::of(label.cls)
                                                     : text::of(label.cls) + QStringLiteral(" · ") + oneLine(label.reason, 80);
        if (area.width() > 24)
            painter.drawText(area.adjusted(5, 0, -3, 0), Qt::AlignVCenter | Qt::AlignLeft,
                painter.fontMetrics().elidedText(words, Qt::ElideRight, int(area.width()) - 8));
    }
    if (m_labels.empty()) {
        painter.setPen(theme.color("text.disabled"));
        painter.drawText(QRect(m_left, 0, width() - m_left, height()), Qt::AlignVCenter | Qt::AlignLeft,
            tr("Ctrl+drag on a chart marks a stretch"));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.color("accent.line"), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void LabelLane::mousePressEvent(QMouseEvent *event)
{
    const LabelRegion *label = labelAt(event->position());
    m_current = label ? label->id : 0;
    setFocus();
    if (label)
        m_time.setSelection(label->from, label->to);
    update();
}

void LabelLane::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && m_current != 0) {
        Q_EMIT removeAsked(std::exchange(m_current, 0));
        return;
    }
    if ((event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) && !m_labels.empty()) {
        const auto at
            = std::find_if(m_labels.begin(), m_labels.end(), [this](const LabelRegion &l) { return l.id == m_current; });
        auto place = at == m_labels.end() ? 0 : at - m_labels.begin() + (event->key() == Qt::Key_Right ? 1 : -1);
        place = std::clamp<std::ptrdiff_t>(place, 0, std::ptrdiff_t(m_labels.size()) - 1);
        m_current = m_labels[std::size_t(place)].id;
        setAccessibleDescription(textOf(m_labels[std::size_t(place)]));
        update();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool LabelLane::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const LabelRegion *label = labelAt(help->pos());
        QToolTip::showText(help->globalPos(), label ? textOf(*label).toHtmlEscaped() : QString(), this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange)
        update();
    return QWidget::event(event);
}

} // namespace lepto
