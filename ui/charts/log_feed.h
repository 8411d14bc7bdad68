#pragma once

#include "ui/desks/event_desk.h"

#include <QObject>

class QTimer;
class QWidget;

namespace lepto {

class Console;
class TimeScale;

/// Counts of log lines for the visible time: asks the desk when the range rests, and every few seconds while it is live and
/// `watched` is visible. Only the newest answer counts. GUI thread.
class LogFeed : public QObject {
    Q_OBJECT
public:
    LogFeed(Console &console, TimeScale &time, QWidget &watched);
    void setService(const QString &service); ///< empty: all lines
    /// Asks soon, at most once however often it is called.
    void refresh();

Q_SIGNALS:
    void asked();
    void arrived(const lepto::LogCounts &counts);
    void failed(bool none, const QString &words); ///< none: no logs are kept here

private:
    void ask();

    Console &m_console;
    TimeScale &m_time;
    QWidget &m_watched;
    QTimer *m_soon, *m_live;
    QString m_service;
    quint64 m_serial = 0;
};

} // namespace lepto
