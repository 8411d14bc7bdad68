#include "ui/widgets/notification_log.h"

#include <QDateTime>

#include <algorithm>

namespace lepto {

void NotificationLog::add(Notification notification, bool grows)
{
    notification.at = QDateTime::currentMSecsSinceEpoch();
    const auto same = std::ranges::find_if(m_all, [&](const Notification &n) {
        return n.key == notification.key && (grows || (n.what == notification.what && n.why == notification.why));
    });
    if (same != m_all.end()) {
        notification.id = same->id;
        notification.times = grows ? 1 : same->times + 1;
        m_all.erase(same);
    } else {
        notification.id = ++m_last;
    }
    m_all.push_front(notification);
    if (m_all.size() > most)
        m_all.pop_back();
    Q_EMIT added(notification);
    Q_EMIT changed();
}

const Notification *NotificationLog::find(qint64 id) const
{
    const auto found = std::ranges::find(m_all, id, &Notification::id);
    return found == m_all.end() ? nullptr : &*found;
}

int NotificationLog::unread() const
{
    return int(std::ranges::count(m_all, false, &Notification::read));
}

void NotificationLog::markRead(qint64 id)
{
    const auto found = std::ranges::find(m_all, id, &Notification::id);
    if (found == m_all.end() || std::exchange(found->read, true))
        return;
    Q_EMIT changed();
}

void NotificationLog::markAllRead()
{
    for (Notification &notification : m_all)
        notification.read = true;
    Q_EMIT changed();
}

} // namespace lepto
