#include "ui/time_text.h"

#include <QDateTime>

namespace lepto {

namespace {

constexpr TimeMs second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
constexpr TimeMs longest = 3650 * day;

std::optional<TimeMs> unitOf(QChar letter)
{
    switch (letter.unicode()) {
    case 's': return second;
    case 'm': return minute;
    case 'h': return hour;
    case 'd': return day;
    case 'w': return 7 * day;
    default: return std::nullopt;
    }
}

std::optional<TimeMs> startOf(QChar unit, TimeMs at, bool utc)
{
    QDateTime moment = utc ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC) : QDateTime::fromMSecsSinceEpoch(at);
    if (unit == QLatin1Char('h'))
        moment.setTime(QTime(moment.time().hour(), 0));
    else if (unit == QLatin1Char('d'))
        moment.setTime(QTime(0, 0));
    else
        return std::nullopt;
    return moment.toMSecsSinceEpoch();
}

std::optional<TimeMs> absolute(const QString &text, bool utc)
{
    for (const char *format : { "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd" }) {
        QDateTime moment = QDateTime::fromString(QString(text).replace(QLatin1Char('T'), QLatin1Char(' ')), QLatin1String(format));
        if (!moment.isValid())
            continue;
        moment.setTimeSpec(utc ? Qt::UTC : Qt::LocalTime);
        return moment.toMSecsSinceEpoch();
    }
    return std::nullopt;
}

} // namespace

std::optional<TimeMs> parseSpan(const QString &text)
{
    if (text.size() < 2)
        return std::nullopt;
    bool good = false;
    const qint64 count = text.chopped(1).toLongLong(&good);
    const auto unit = unitOf(text.back());
    if (!good || !unit || count <= 0 || count > longest / *unit)
        return std::nullopt;
    return count * *unit;
}

std::optional<TimeMs> parseMoment(const QString &typed, TimeMs now, bool utc)
{
    const QString text = typed.trimmed();
    if (!text.startsWith(QLatin1String("now")))
        return absolute(text, utc);
    const QString rest = text.mid(3).remove(QLatin1Char(' '));
    if (rest.isEmpty())
        return now;
    if (rest.front() == QLatin1Char('/') && rest.size() == 2)
        return startOf(rest.back(), now, utc);
    const auto span = parseSpan(rest.mid(1));
    if (!span || (rest.front() != QLatin1Char('-') && rest.front() != QLatin1Char('+')))
        return std::nullopt;
    return rest.front() == QLatin1Char('-') ? now - *span : now + *span;
}

} // namespace lepto
