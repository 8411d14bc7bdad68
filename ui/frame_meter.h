#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace lepto {

/// How late the GUI thread's timers come: the worst of the last two seconds. The console watches itself with it.
class FrameMeter : public QObject {
    Q_OBJECT
public:
    explicit FrameMeter(QObject *parent = nullptr);
    int worstMs() const { return std::max(m_worst, m_before); }

private:
    void tick();
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_worst = 0, m_before = 0, m_ticks = 0;
};

} // namespace lepto
