#include "ui/charts/time_axis.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace lepto {

namespace {

constexpr TimeMs second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;

constexpr std::array<TimeMs, 30> steps = { 1, 2, 5, 10, 20, 50, 100, 200, 500, second, 2 * second, 5 * second, 15 * second,
    30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour,
    12 * hour, day, 2 * day, 7 * day, 30 * day, 365 * day };

QDateTime dateTime(TimeMs t, bool utc)
{
    return utc ? QDateTime::fromMSecsSinceEpoch(t, Qt::UTC) : QDateTime::fromMSecsSinceEpoch(t);
}

QString dateText(const QDateTime &at)
{
    return QLocale().toString(
        at.date(), QLocale().language() == QLocale::Chinese ? QStringLiteral("M月d日") : QStringLiteral("d MMM"));
}

} // namespace

std::vector<TimeTick> timeTicks(TimeMs from, TimeMs to, int wanted, bool utc)
{
    std::vector<TimeTick> ticks;
    if (to <= from || wanted < 1)
        return ticks;
    const auto found = std::find_if(steps.begin(), steps.end(), [&](TimeMs s) { return (to - from) / s <= wanted; });
    const TimeMs step = found == steps.end() ? (to - from) / wanted + 1 : *found;
    // Local midnights and hours lie on round UTC times plus the offset; one offset for the range keeps the grid even across a
    // clock change.
    const TimeMs offset = utc ? 0 : TimeMs(dateTime(from, false).offsetFromUtc()) * second;
    const TimeMs shifted = from + offset;
    TimeMs t = shifted - ((shifted % step) + step) % step - offset;
    for (t = t < from ? t + step : t; t <= to; t += step) {
        const QDateTime at = dateTime(t, utc);
        const bool midnight = at.time().msecsSinceStartOfDay() == 0;
        const QString form = step < second ? QStringLiteral("HH:mm:ss.zzz")
            : step < minute                ? QStringLiteral("HH:mm:ss")
                                           : QStringLiteral("HH:mm");
        ticks.push_back({ t, midnight || step >= day ? dateText(at) : at.toString(form), midnight });
    }
    return ticks;
}

QString timeText(TimeMs t, TimeMs range, bool utc)
{
    const QDateTime at = dateTime(t, utc);
    const QString clock = at.toString(range < 10 * second ? QStringLiteral("HH:mm:ss.zzz") : QStringLiteral("HH:mm:ss"));
    return range > day ? dateText(at) + QLatin1Char(' ') + clock : clock;
}

} // namespace lepto
