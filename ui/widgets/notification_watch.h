#pragma once

#include "ui/widgets/message_bar.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace lepto {

class AlertDesk;
class Console;
struct Alert;

/// Makes messages of what begins: alerts that fire (never silenced ones), incidents that open, Alertmanagers that fall silent. What comes
/// together, or within a minute of the first, is one message with a count.
class NotificationWatch : public QObject {
    Q_OBJECT
public:
    NotificationWatch(Console &console, MessageBar &messages, QObject *parent = nullptr);

private:
    void takeAlerts(const std::vector<Alert> &alerts);
    void sayAlerts();
    void takeIncidents();
    void takeSources();
    MessageBar::Message alertMessage() const;

    Console &m_console;
    MessageBar &m_messages;
    QTimer m_together;
    QElapsedTimer m_sinceFirst;
    std::vector<Alert> m_fired;       ///< of the message that still grows
    int m_folds = 0;                  ///< so many messages of alerts so far
    QSet<qint64> m_known;             ///< incidents
    QSet<QString> m_dead;             ///< sources
    TimeMs m_begin;                   ///< what is older is no news
};

} // namespace lepto
