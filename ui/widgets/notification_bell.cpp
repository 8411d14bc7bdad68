#include "ui/widgets/notification_bell.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace lepto {

namespace {

constexpr int side = 40, buttonHeight = 28, plateHeight = 13, mostShown = 99;

}

NotificationBell::NotificationBell(QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("notificationBell"));
    setProperty("kind", QStringLiteral("ghost"));
    setProperty("iconOnly", true);
    setAutoDefault(false);
    setFixedSize(side, buttonHeight);
    setLineIcon(this, QStringLiteral("note"));
    say();
}

void NotificationBell::setUnread(int unread)
{
    m_unread = unread;
    say();
    update();
}

void NotificationBell::say()
{
    setAccessibleName(tr("Messages of this run"));
    setAccessibleDescription(m_unread > 0 ? tr("%n unread", nullptr, m_unread) : tr("all read"));
    setToolTip(tr("Messages of this run") + QStringLiteral("  Ctrl+Shift+M"));
}

void NotificationBell::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (m_unread == 0)
        return;
    const Theme &theme = Theme::of();
    QPainter painter(this);
    const QString text = m_unread > mostShown ? QStringLiteral("99+") : QString::number(m_unread);
    QFont font = theme.font(Theme::Type::Micro);
    font.setWeight(QFont::DemiBold);
    const int width = std::max(plateHeight, QFontMetrics(font).horizontalAdvance(text) + 6);
    const QRect plate(this->width() - width - 1, 0, width, plateHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color("text.primary"));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setFont(font);
    painter.setPen(theme.color("bg.pane"));
    painter.drawText(plate, Qt::AlignCenter, text);
}

void NotificationBell::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QPushButton::changeEvent(event);
}

} // namespace lepto
