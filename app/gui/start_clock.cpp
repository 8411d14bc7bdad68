#include "app/gui/start_clock.h"

#include <QLoggingCategory>

#include <utility>

namespace lepto {

namespace {

Q_LOGGING_CATEGORY(startLog, "leptoscope.start", QtWarningMsg)

}

void StartClock::framePainted()
{
    if (!std::exchange(m_saidFrame, true))
        qCInfo(startLog, "first frame");
    if (m_healthKnown && !std::exchange(m_saidPage, true))
        qCInfo(startLog, "first page");
}

} // namespace lepto
