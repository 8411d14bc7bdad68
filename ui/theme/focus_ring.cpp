#include "ui/theme/focus_ring.h"

#include <QAbstractButton>
#include <QFocusEvent>
#include <QFocusFrame>

namespace lepto {

namespace {

bool byKeyboard(Qt::FocusReason reason, bool keyboardLast)
{
    if (reason == Qt::ActiveWindowFocusReason)
        return keyboardLast;
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason || reason == Qt::OtherFocusReason;
}

} // namespace

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        m_keyboardLast = event->type() == QEvent::KeyPress;
    if (event->type() == QEvent::FocusIn && watched->isWidgetType()) {
        auto *button = qobject_cast<QAbstractButton *>(watched);
        place(button && byKeyboard(static_cast<QFocusEvent *>(event)->reason(), m_keyboardLast) ? button : nullptr);
    } else if (event->type() == QEvent::FocusOut && m_frame && m_frame->widget() == watched) {
        place(nullptr);
    }
    return false;
}

QWidget *FocusRing::framed() const
{
    return m_frame ? m_frame->widget() : nullptr;
}

void FocusRing::place(QWidget *widget)
{
    if (!widget) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame(widget->window());
    m_frame->setWidget(widget);
}

} // namespace lepto
