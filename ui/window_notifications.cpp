#include "ui/main_window.h"

#include "core/settings/settings.h"
#include "ui/console.h"
#include "ui/desks/alert_desk.h"
#include "ui/models/alert_words.h"
#include "ui/widgets/nav_rail.h"
#include "ui/widgets/notification_bell.h"
#include "ui/widgets/notification_desktop.h"
#include "ui/widgets/notification_panel.h"
#include "ui/widgets/notification_watch.h"

namespace lepto {

/// Messages, their list and their way to the desktop.
void MainWindow::connectNotifications()
{
    new NotificationWatch(m_console, *m_messages, this);
    NotificationLog *log = &m_messages->log();
    m_notices = new NotificationPanel(*log, this);
    m_desktop = new DesktopNotifier(m_settings, this);
    connect(m_messages, &MessageBar::listWanted, this, &MainWindow::openMessages);
    connect(m_messages, &MessageBar::goTo, this, qOverload<const QString &, const QString &>(&MainWindow::go));
    connect(m_notices, &NotificationPanel::goTo, this, qOverload<const QString &, const QString &>(&MainWindow::go));
    connect(m_bell, &QPushButton::clicked, this, &MainWindow::openMessages);
    connect(log, &NotificationLog::changed, this, [this, log] { m_bell->setUnread(log->unread()); });
    connect(log, &NotificationLog::added, m_desktop, &DesktopNotifier::take);
    connect(m_desktop, &DesktopNotifier::pressed, this, [this] {
        showNormal();
        raise();
        activateWindow();
    });
    if (m_console.alerts())
        connect(m_console.alerts(), &AlertDesk::changed, this, &MainWindow::sayBadges);
    sayDesktop();
}

void MainWindow::openMessages()
{
    m_notices->open();
}

/// Where the desktop cannot do what the settings want, it is said once for each reason.
void MainWindow::sayDesktop()
{
    const QString problem = m_desktop->problem(), key = QStringLiteral("desktop-notifications");
    if (problem == m_desktopProblem)
        return;
    m_desktopProblem = problem;
    if (problem.isEmpty())
        m_messages->withdraw(key);
    else
        m_messages->post({ key, Severity::Warning, tr("Notifications on the desktop are off."), problem });
}

int MainWindow::alertsThatWantSomebody() const
{
    AlertDesk *desk = m_console.alerts();
    return desk ? countAlerts(desk->snapshot().alerts).active : 0;
}

} // namespace lepto
