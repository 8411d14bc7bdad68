#include "ui/widgets/popup.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace lepto {

Popup::Popup(QWidget *window)
    : QFrame(window)
{
    setProperty("popup", true);
    setAutoFillBackground(true);
    hide();
}

void Popup::openBelow(QWidget *anchor, QWidget *first)
{
    m_anchor = anchor;
    adjustSize();
    const QPoint below = anchor->mapTo(parentWidget(), QPoint(anchor->width(), anchor->height() + 4));
    const int x = std::clamp(below.x() - width(), 8, std::max(8, parentWidget()->width() - width() - 8));
    move(x, below.y());
    appear(first);
}

void Popup::openAtTop(int top, QWidget *first)
{
    m_anchor = nullptr;
    move((parentWidget()->width() - width()) / 2, top);
    appear(first);
}

void Popup::appear(QWidget *first)
{
    for (Popup *other : parentWidget()->findChildren<Popup *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (other != this)
            other->close(); // one at a time
    }
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
        qApp->installEventFilter(this);
    }
    show();
    raise();
    if (first)
        first->setFocus(Qt::PopupFocusReason);
}

void Popup::close()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

bool Popup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        const bool inside = widget == this || isAncestorOf(widget) || widget == m_anchor || widget->window() != window();
        if (!inside)
            close();
    }
    return QFrame::eventFilter(watched, event);
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace lepto
