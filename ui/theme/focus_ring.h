#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace lepto {

/// Follows the keyboard focus with a ring that stands 2 px outside buttons. Fields and views draw their own.
/// Installed as an event filter on the application; GUI thread.
class FocusRing : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;
    QWidget *framed() const;          ///< the widget that carries the ring now, or null

private:
    void place(QWidget *widget);
    QPointer<QFocusFrame> m_frame;
    bool m_keyboardLast = true;       ///< decides when the window itself becomes active
};

} // namespace lepto
