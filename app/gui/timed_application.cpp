#include "app/gui/timed_application.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QThread>

namespace lepto {

bool TimedApplication::notify(QObject *receiver, QEvent *event)
{
    // Other threads' events pass here too.
    if (!onFrame || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const bool frame = event->type() == QEvent::UpdateRequest; // the event may not live afterwards
    QElapsedTimer took;
    took.start();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const double seconds = double(took.nsecsElapsed()) * 1e-9;
    if (frame)
        onFrame(seconds);
    if (m_depth == 0 && seconds > longestEvent && onStall)
        onStall(seconds);
    return handled;
}

} // namespace lepto
