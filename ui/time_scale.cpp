#include "ui/time_scale.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs second = 1000, hour = 3600 * second, year = 365 * 24 * hour;
constexpr TimeMs defaultPast = 3 * hour, defaultAhead = hour;
constexpr std::size_t rememberedPlaces = 100;

} // namespace

TimeScale::TimeScale(TimeMs now, QObject *parent)
    : QObject(parent)
    , m_range { now - defaultPast, now + defaultAhead }
    , m_now(now)
    , m_ahead(defaultAhead)
{
    remember();
}

void TimeScale::follow(TimeMs now)
{
    m_now = now;
    if (!m_live)
        return;
    const Range shifted { now + m_ahead - span(), now + m_ahead };
    if (shifted == m_range)
        return;
    m_range = shifted;
    Q_EMIT rangeChanged();
}

void TimeScale::setRange(TimeMs from, TimeMs to)
{
    if (to < from)
        std::swap(from, to);
    const TimeMs width = std::clamp(to - from, second, 10 * year);
    const Range range { to - width, to };
    show(range, false);
    remember();
}

void TimeScale::setLast(TimeMs past, TimeMs ahead)
{
    m_ahead = std::max<TimeMs>(0, ahead);
    show({ m_now - std::clamp(past, second, 10 * year), m_now + m_ahead }, true);
    remember();
}

void TimeScale::setLive(bool live)
{
    if (live == m_live)
        return;
    if (live) {
        m_ahead = std::min(m_ahead, span() / 2);
        show({ m_now + m_ahead - span(), m_now + m_ahead }, true);
    } else {
        show(m_range, false);
    }
    remember();
}

void TimeScale::setUtc(bool utc)
{
    if (utc == m_utc)
        return;
    m_utc = utc;
    Q_EMIT utcChanged();
}

void TimeScale::step(double spans)
{
    const auto shift = TimeMs(double(span()) * spans);
    setRange(m_range.from + shift, m_range.to + shift);
}

void TimeScale::zoom(double factor, TimeMs around)
{
    if (!(factor > 0))
        return;
    const bool crosshairInside = m_crosshair >= m_range.from && m_crosshair <= m_range.to && m_crosshair > 0;
    if (around == 0)
        around = crosshairInside ? m_crosshair : m_range.from + span() / 2;
    const double left = double(around - m_range.from) / factor, right = double(m_range.to - around) / factor;
    setRange(around - TimeMs(left), around + TimeMs(right));
}

void TimeScale::reset()
{
    setLast(defaultPast, defaultAhead);
}

void TimeScale::back()
{
    if (canGoBack())
        visit(m_history[--m_at]);
}

void TimeScale::forward()
{
    if (canGoForward())
        visit(m_history[++m_at]);
}

void TimeScale::setCrosshair(TimeMs t)
{
    if (t == m_crosshair)
        return;
    m_crosshair = t;
    Q_EMIT crosshairMoved();
}

void TimeScale::setSelection(TimeMs from, TimeMs to)
{
    const Range selection { std::min(from, to), std::max(from, to) };
    if (selection == m_selection)
        return;
    m_selection = selection;
    Q_EMIT selectionChanged();
}

void TimeScale::show(Range range, bool live)
{
    const bool moved = !(range == m_range), switched = live != m_live;
    m_range = range;
    m_live = live;
    if (switched)
        Q_EMIT liveChanged();
    if (moved)
        Q_EMIT rangeChanged();
}

void TimeScale::remember()
{
    if (!m_history.empty())
        m_history.resize(m_at + 1);
    m_history.push_back({ m_range, m_ahead, m_live });
    if (m_history.size() > rememberedPlaces)
        m_history.erase(m_history.begin());
    m_at = m_history.size() - 1;
}

void TimeScale::visit(const Place &place)
{
    m_ahead = place.ahead;
    if (place.live) {
        const TimeMs width = place.range.to - place.range.from;
        show({ m_now + m_ahead - width, m_now + m_ahead }, true);
    } else {
        show(place.range, false);
    }
}

} // namespace lepto
