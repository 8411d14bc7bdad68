#include "ui/widgets/query_row.h"

#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/query_edit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int badgeSide = 18, badgeLeft = 12;
constexpr const char *slotTokens[] = { "chart.1", "chart.2", "chart.3", "chart.4", "chart.5", "chart.6", "chart.7", "chart.8" };

} // namespace

QueryRow::QueryRow(int slot, QWidget *parent)
    : QWidget(parent)
    , m_slot(slot)
    , m_edit(new QueryEdit)
    , m_cost(plainLabel(Theme::Type::Caption, "muted"))
    , m_error(wrappedLabel(Theme::Type::Caption, "critical"))
    , m_run(makeButton(ButtonKind::Normal))
    , m_eye(makeIconButton(QStringLiteral("eye")))
    , m_remove(makeIconButton(QStringLiteral("close")))
{
    m_edit->setObjectName(QStringLiteral("queryEdit") + letter());
    m_error->setObjectName(QStringLiteral("queryError") + letter());
    m_error->setContentsMargins(badgeLeft + badgeSide + 14, 0, 14, 6);
    m_error->hide();
    m_run->setProperty("size", QStringLiteral("small"));
    m_eye->setCheckable(true);
    m_eye->setChecked(true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(badgeLeft + badgeSide + 8, 2, 8, 2);
    line->setSpacing(6);
    line->addWidget(m_edit, 1);
    line->addWidget(m_cost);
    for (QPushButton *button : { m_run, m_eye, m_remove })
        line->addWidget(button);
    auto *column = flatColumn(this);
    column->addLayout(line);
    column->addWidget(m_error);
    column->addWidget(horizontalLine());
    connect(m_edit, &QueryEdit::runAsked, this, &QueryRow::runAsked);
    connect(m_edit, &QueryEdit::duplicateAsked, this, &QueryRow::duplicateAsked);
    connect(m_run, &QPushButton::clicked, this, &QueryRow::runAsked);
    connect(m_remove, &QPushButton::clicked, this, &QueryRow::removeAsked);
    connect(m_eye, &QPushButton::toggled, this, &QueryRow::shownChanged);
    say();
}

QString QueryRow::letter() const
{
    return QChar(ushort('A' + m_slot % 26));
}

bool QueryRow::shown() const
{
    return m_eye->isChecked();
}

void QueryRow::say()
{
    m_edit->setAccessibleName(tr("Query %1, PromQL").arg(letter()));
    m_edit->setPlaceholderText(tr("PromQL, for example rate(node_cpu_seconds_total[5m])"));
    m_run->setText(tr("Run"));
    m_run->setAccessibleName(tr("Run query %1").arg(letter()));
    setIconWords(m_eye, tr("Show or hide query %1").arg(letter()));
    setIconWords(m_remove, tr("Remove query %1").arg(letter()));
}

void QueryRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void QueryRow::setRunning()
{
    m_cost->setText(tr("asking"));
}

void QueryRow::setAnswer(const QString &error, qint64 tookMs, int series)
{
    m_cost->setText(error.isEmpty()
            ? tr("%n series", nullptr, series) + QStringLiteral(" · ") + text::duration(std::max<qint64>(tookMs, 1))
            : QString());
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_edit->markError(error.isEmpty() ? -1 : errorPosition(error));
    m_edit->setAccessibleDescription(error);
}

void QueryRow::setRemovable(bool removable)
{
    m_remove->setEnabled(removable);
}

QString QueryRow::error() const
{
    return m_error->isVisibleTo(this) ? m_error->text() : QString();
}

void QueryRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of().color("bg.app"));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF badge(badgeLeft, m_edit->geometry().center().y() - badgeSide / 2.0 + 0.5, badgeSide, badgeSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of().color(shown() ? slotTokens[m_slot % 8] : "bg.hover"));
    painter.drawRoundedRect(badge, 3, 3);
    painter.setFont(Theme::of().font(Theme::Type::Micro));
    painter.setPen(Theme::of().color(shown() ? "bg.pane" : "text.muted"));
    painter.drawText(badge, Qt::AlignCenter, letter());
}

} // namespace lepto
