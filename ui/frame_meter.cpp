#include "ui/frame_meter.h"

namespace lepto {

namespace {

constexpr int interval = 50, ticksPerWindow = 20;

} // namespace

FrameMeter::FrameMeter(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FrameMeter::tick);
    m_clock.start();
    m_timer.start(interval);
}

void FrameMeter::tick()
{
    m_worst = std::max(m_worst, std::max(0, int(m_clock.restart()) - interval));
    if (++m_ticks % ticksPerWindow == 0) {
        m_before = m_worst;
        m_worst = 0;
    }
}

} // namespace lepto
