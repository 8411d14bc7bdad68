#include "ui/charts/log_feed.h"

#include "ui/console.h"
#include "ui/text.h"
#include "ui/time_scale.h"

#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace lepto {

namespace {

constexpr int askAfterMs = 150, liveEveryMs = 5000, pixelsABar = 4;

} // namespace

LogFeed::LogFeed(Console &console, TimeScale &time, QWidget &watched)
    : QObject(&watched)
    , m_console(console)
    , m_time(time)
    , m_watched(watched)
    , m_soon(new QTimer(this))
    , m_live(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(askAfterMs);
    m_live->setInterval(liveEveryMs);
    connect(m_soon, &QTimer::timeout, this, &LogFeed::ask);
    connect(m_live, &QTimer::timeout, this, [this] {
        if (m_time.live())
            ask();
    });
    if (!console.events())
        return;
    m_live->start();
    connect(console.events(), &EventDesk::changesChanged, this, &LogFeed::refresh);
    connect(&time, &TimeScale::rangeChanged, this, [this] {
        if (!m_time.live()) // a live range moves with every second
            refresh();
    });
    connect(&time, &TimeScale::liveChanged, this, &LogFeed::refresh);
}

void LogFeed::setService(const QString &service)
{
    if (std::exchange(m_service, service) != service)
        refresh();
}

void LogFeed::refresh()
{
    m_soon->start();
}

void LogFeed::ask()
{
    if (!m_console.events() || !m_watched.isVisible())
        return;
    const TimeMs to = std::min(m_time.to(), std::max(m_time.now(), m_time.from() + 1));
    const TimeMs step = std::max<TimeMs>(1000, m_time.span() * pixelsABar / std::max(100, m_watched.width()));
    Q_EMIT asked();
    m_console.events()->logCounts(
        m_time.from(), to, step, m_service, this, [this, serial = ++m_serial](const Result<LogCounts> &answer) {
            if (serial != m_serial)
                return;
            if (answer)
                Q_EMIT arrived(*answer);
            else
                Q_EMIT failed(answer.error().code == ErrorCode::NotFound, text::of(answer.error()));
        });
}

} // namespace lepto
