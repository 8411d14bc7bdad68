#include "app/gui/timed_application.h"

#include <QElapsedTimer>
#include <QEvent>

namespace lepto {

bool TimedApplication::notify(QObject *receiver, QEvent *event)
{
    if (event->type() != QEvent::UpdateRequest || !onFrame)
        return QApplication::notify(receiver, event);
    QElapsedTimer took;
    took.start();
    const bool handled = QApplication::notify(receiver, event);
    onFrame(double(took.nsecsElapsed()) * 1e-9);
    return handled;
}

} // namespace lepto
