#pragma once

#include "core/changes/change.h"

#include <QObject>

#include <vector>

class QTimer;

namespace lepto {

class Console;
class TimeScale;

/// Keeps the changes round the visible time: asks the desk for the range and as much beside it, again when the range leaves that
/// or something was changed. GUI thread.
class ChangeFeed : public QObject {
    Q_OBJECT
public:
    ChangeFeed(Console &console, TimeScale &time, QObject *parent);
    const std::vector<Change> &changes() const { return m_changes; }

Q_SIGNALS:
    void arrived();

private:
    void ask();
    void askIfOutside();

    Console &m_console;
    TimeScale &m_time;
    QTimer *m_soon;
    std::vector<Change> m_changes;
    TimeMs m_from = 0, m_to = 0; ///< what was asked for last
    quint64 m_serial = 0;
};

} // namespace lepto
