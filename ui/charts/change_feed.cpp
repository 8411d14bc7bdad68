#include "ui/charts/change_feed.h"

#include "ui/console.h"
#include "ui/desks/event_desk.h"
#include "ui/time_scale.h"

#include <QTimer>

namespace lepto {

namespace {

constexpr int askAfterMs = 120;

} // namespace

ChangeFeed::ChangeFeed(Console &console, TimeScale &time, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_time(time)
    , m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(askAfterMs);
    connect(m_soon, &QTimer::timeout, this, &ChangeFeed::ask);
    if (!console.events())
        return;
    connect(console.events(), &EventDesk::changesChanged, m_soon, qOverload<>(&QTimer::start));
    connect(&time, &TimeScale::rangeChanged, this, &ChangeFeed::askIfOutside);
    m_soon->start();
}

void ChangeFeed::askIfOutside()
{
    if (m_time.from() < m_from || m_time.to() > m_to || m_to - m_from > m_time.span() * 8)
        m_soon->start();
}

void ChangeFeed::ask()
{
    m_from = m_time.from() - m_time.span();
    m_to = m_time.to() + m_time.span();
    m_console.events()->changes(m_from, m_to, this, [this, serial = ++m_serial](Result<std::vector<Change>> answer) {
        // What is drawn stays where the answer failed: a chart is no place for this error.
        if (serial != m_serial || !answer)
            return;
        m_changes = *std::move(answer);
        Q_EMIT arrived();
    });
}

} // namespace lepto
