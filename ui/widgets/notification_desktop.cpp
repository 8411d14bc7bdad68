#include "ui/widgets/notification_desktop.h"

#include "core/base/text.h"
#include "core/settings/settings.h"
#include "ui/theme/icons.h"

#include <QSystemTrayIcon>

namespace lepto {

namespace {

constexpr int titleLength = 120, wordsLength = 300, shownMs = 10'000;

/// How loud; larger is worse. What is no alarm is as loud as information.
int loudness(Severity severity)
{
    return severity == Severity::Critical ? 2 : severity == Severity::Warning ? 1 : 0;
}

int threshold(const QString &word)
{
    return word == QLatin1String("critical") ? 2 : word == QLatin1String("warning") ? 1 : 0;
}

} // namespace

std::optional<std::pair<QTime, QTime>> quietHours(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('-'));
    if (parts.size() != 2)
        return {};
    const QTime from = QTime::fromString(parts[0].trimmed(), QStringLiteral("H:mm")), to = QTime::fromString(parts[1].trimmed(), QStringLiteral("H:mm"));
    return from.isValid() && to.isValid() ? std::optional(std::pair(from, to)) : std::nullopt;
}

bool isQuiet(const QString &hours, QTime now)
{
    const auto quiet = quietHours(hours);
    if (!quiet)
        return false;
    const auto &[from, to] = *quiet;
    return from <= to ? now >= from && now < to : now >= from || now < to; // over midnight
}

DesktopNotifier::DesktopNotifier(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::take(const Notification &notification)
{
    const bool wanted = m_settings.get(setting::notifyDesktop) && loudness(notification.severity) >= threshold(m_settings.get(setting::notifySeverity));
    if (wanted && isAvailable() && !isQuiet(m_settings.get(setting::notifyQuietHours), now()))
        send(notification.severity, oneLine(notification.what, titleLength), oneLine(notification.why, wordsLength));
}

QString DesktopNotifier::problem() const
{
    if (!m_settings.get(setting::notifyDesktop))
        return {};
    if (!isAvailable())
        return tr("This desktop has no place for notifications; messages stay inside the window.");
    const QString hours = m_settings.get(setting::notifyQuietHours);
    return hours.trimmed().isEmpty() || quietHours(hours) ? QString() : tr("The quiet hours “%1” are not of the form 22:00-07:00; there are none.").arg(oneLine(hours, 40));
}

bool DesktopNotifier::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages();
}

void DesktopNotifier::send(Severity severity, const QString &title, const QString &words)
{
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(lineIcon(QStringLiteral("logo"), "accent.text"));
        m_tray->show();
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &DesktopNotifier::pressed);
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, &DesktopNotifier::pressed);
    }
    const auto icon = severity == Severity::Critical ? QSystemTrayIcon::Critical : severity == Severity::Warning ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information;
    m_tray->showMessage(title, words, icon, shownMs);
}

} // namespace lepto
