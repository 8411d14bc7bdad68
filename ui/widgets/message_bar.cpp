#include "ui/widgets/message_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace lepto {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_mark(new MarkLabel(15))
    , m_what(plainLabel(Theme::Type::Strong))
    , m_why(new ElidedLabel(Theme::Type::Body, "secondary"))
    , m_action(makeButton(ButtonKind::Normal))
    , m_more(makeButton(ButtonKind::Ghost))
    , m_close(makeIconButton(QStringLiteral("close")))
{
    setObjectName(QStringLiteral("messageBar"));
    setProperty("pane", QStringLiteral("raised"));
    setFixedHeight(44);
    m_action->setProperty("size", QStringLiteral("small"));
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 10, 0);
    row->setSpacing(10);
    row->addWidget(m_mark);
    row->addWidget(m_what);
    row->addWidget(m_why, 1);
    row->addWidget(m_action);
    row->addWidget(m_more);
    row->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::act);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (!m_messages.empty())
            m_messages.pop_front();
        showFirst();
    });
    m_more->setObjectName(QStringLiteral("messageMore"));
    connect(m_more, &QPushButton::clicked, this, &MessageBar::listWanted);
    showFirst();
}

void MessageBar::post(Message message)
{
    if (message.key.isEmpty())
        message.key = message.what;
    m_log.add({ 0, 0, message.key, message.severity, message.what, message.why, message.page, message.object }, message.grows);
    std::erase_if(m_messages, [&](const Message &m) { return m.key == message.key; });
    // Worst first; among equals the newest.
    const auto at = std::ranges::find_if(m_messages, [&](const Message &m) { return m.severity <= message.severity; });
    const QString said = message.what + QLatin1Char(' ') + message.why;
    m_messages.insert(at, std::move(message));
    showFirst();
    setAccessibleName(said);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::act()
{
    if (m_messages.empty())
        return;
    const Message message = m_messages.front();
    m_messages.pop_front();
    showFirst();
    if (message.act)
        message.act();
    else if (!message.page.isEmpty())
        Q_EMIT goTo(message.page, message.object);
}

void MessageBar::withdraw(const QString &key)
{
    std::erase_if(m_messages, [&](const Message &m) { return m.key == key; });
    showFirst();
}

QString MessageBar::what() const
{
    return m_messages.empty() ? QString() : m_messages.front().what;
}

void MessageBar::showFirst()
{
    setVisible(!m_messages.empty());
    setIconWords(m_close, tr("Dismiss"));
    if (m_messages.empty())
        return;
    const Message &message = m_messages.front();
    m_mark->setMark(lepto::markOf(message.severity));
    m_what->setText(message.what);
    m_why->setText(message.why);
    const QString action = message.action.isEmpty() && !message.page.isEmpty() ? tr("Show it") : message.action;
    m_action->setText(plainButtonText(action));
    m_action->setVisible(!action.isEmpty());
    m_more->setText(tr("%n more", nullptr, waiting() - 1));
    m_more->setVisible(waiting() > 1);
    update();
}

void MessageBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::of().color("line.subtle"));
    if (!m_messages.empty())
        painter.fillRect(QRect(0, 0, 3, height()), Theme::of().color(markToken(lepto::markOf(m_messages.front().severity))));
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showFirst();
    QFrame::changeEvent(event);
}

} // namespace lepto
