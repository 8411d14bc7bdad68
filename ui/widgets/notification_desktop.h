#pragma once

#include "ui/widgets/notification_log.h"

#include <QTime>

#include <memory>
#include <optional>

class QSystemTrayIcon;

namespace lepto {

class Settings;

/// "22:00-07:00" as begin and end; nothing where it is no such text.
std::optional<std::pair<QTime, QTime>> quietHours(const QString &text);
bool isQuiet(const QString &hours, QTime now);

/// Messages on the desktop outside the window, where the settings want them (off by default): from a severity on, outside quiet hours.
/// GUI thread.
class DesktopNotifier : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotifier(const Settings &settings, QObject *parent = nullptr);
    ~DesktopNotifier() override;
    void take(const Notification &notification);
    /// Why nothing can come although it is wanted: no such desktop, hours that cannot be read. Empty: all is well, or nothing is wanted.
    QString problem() const;

Q_SIGNALS:
    void pressed();                   ///< somebody clicked a message on the desktop

protected:
    virtual bool isAvailable() const;
    virtual void send(Severity severity, const QString &title, const QString &words);
    virtual QTime now() const { return QTime::currentTime(); }

private:
    const Settings &m_settings;
    std::unique_ptr<QSystemTrayIcon> m_tray;
};

} // namespace lepto
