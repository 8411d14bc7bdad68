#include "core/logs/time_stamp.h"

#include <chrono>

namespace lepto {

namespace {

constexpr TimeMs kDay = 24 * 3'600'000;
constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
constexpr TimeMs kEpochMin = 978'307'200'000, kEpochMax = 4'102'444'800'000; ///< 2001..2100: other numbers are no times

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

class Cursor {
public:
    explicit Cursor(std::string_view text)
        : m_text(text)
    { }
    std::size_t at() const { return m_at; }
    bool atEnd() const { return m_at == m_text.size(); }
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool take(char c)
    {
        const bool same = !atEnd() && m_text[m_at] == c;
        m_at += same;
        return same;
    }
    bool takeOneOf(std::string_view chars)
    {
        const bool one = !atEnd() && chars.find(m_text[m_at]) != std::string_view::npos;
        m_at += one;
        return one;
    }
    bool number(int digits, int &value)
    {
        value = 0;
        for (int i = 0; i < digits; ++i, ++m_at) {
            if (!isDigit(peek()))
                return false;
            value = value * 10 + (m_text[m_at] - '0');
        }
        return true;
    }
    bool word(std::string_view wanted)
    {
        const bool same = m_text.substr(m_at).starts_with(wanted);
        m_at += same ? wanted.size() : 0;
        return same;
    }
    bool month(int &month)
    {
        const std::size_t found = m_at + 3 <= m_text.size() ? kMonths.find(m_text.substr(m_at, 3)) : std::string_view::npos;
        if (found == std::string_view::npos || found % 3 != 0)
            return false;
        month = int(found / 3) + 1;
        m_at += 3;
        return true;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

struct Civil {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0;
};

std::optional<TimeMs> epochOf(const Civil &c)
{
    const std::chrono::year_month_day date { std::chrono::year(c.year), std::chrono::month(unsigned(c.month)), std::chrono::day(unsigned(c.day)) };
    if (!date.ok() || c.hour > 23 || c.minute > 59 || c.second > 60)
        return std::nullopt;
    const TimeMs days = std::chrono::sys_days(date).time_since_epoch().count();
    return days * kDay + ((c.hour * 60 + c.minute) * 60 + c.second) * TimeMs(1000) + c.ms;
}

/// HH:MM:SS, then perhaps a fraction of any length.
bool clockTime(Cursor &cursor, Civil &c)
{
    if (!cursor.number(2, c.hour) || !cursor.take(':') || !cursor.number(2, c.minute) || !cursor.take(':') || !cursor.number(2, c.second))
        return false;
    if (!((cursor.peek() == '.' || cursor.peek() == ',') && isDigit(cursor.peek(1))))
        return true;
    cursor.takeOneOf(".,");
    for (int scale = 100; isDigit(cursor.peek()); scale /= 10) {
        int digit = 0;
        cursor.number(1, digit);
        c.ms += digit * scale;
    }
    return true;
}

/// Z, +01:00, +0100, " +0000", " UTC"; what is missing is local time.
TimeMs zoneOf(Cursor &cursor, const ClockContext &context)
{
    if (cursor.takeOneOf("Zz") || cursor.word(" UTC") || cursor.word(" GMT") || cursor.word(" Z"))
        return 0;
    Cursor ahead = cursor;
    ahead.take(' ');
    const char sign = ahead.peek();
    int hours = 0, minutes = 0;
    if (!ahead.takeOneOf("+-") || !ahead.number(2, hours) || (ahead.take(':'), !ahead.number(2, minutes)) || isDigit(ahead.peek()))
        return context.zoneOffset;
    cursor = ahead;
    return (sign == '-' ? -1 : 1) * (hours * 60 + minutes) * TimeMs(60'000);
}

std::optional<TimeStamp> finished(const Civil &c, TimeMs zone, const Cursor &cursor)
{
    const auto t = epochOf(c);
    return t ? std::optional<TimeStamp>({ *t - zone, cursor.at() }) : std::nullopt;
}

std::optional<TimeStamp> isoTime(std::string_view text, const ClockContext &context)
{
    Cursor cursor(text);
    Civil c;
    if (!cursor.number(4, c.year) || !cursor.takeOneOf("-/") || !cursor.number(2, c.month) || !cursor.takeOneOf("-/") || !cursor.number(2, c.day)
        || !cursor.takeOneOf("Tt _") || !clockTime(cursor, c))
        return std::nullopt;
    return finished(c, zoneOf(cursor, context), cursor);
}

/// The year such that the time is the last one before now.
std::optional<TimeStamp> withoutYear(Civil c, const Cursor &cursor, const ClockContext &context)
{
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(context.now))));
    for (int back = -1; back < 8; ++back) { // 29 February may lie eight years back
        c.year = int(today.year()) - back;
        const auto stamp = finished(c, context.zoneOffset, cursor);
        if (stamp && stamp->t <= context.now + kDay)
            return stamp;
    }
    return std::nullopt;
}

std::optional<TimeStamp> syslogTime(std::string_view text, const ClockContext &context)
{
    Cursor cursor(text);
    Civil c;
    if (!cursor.month(c.month) || !cursor.take(' ') || !cursor.number(cursor.take(' ') ? 1 : 2, c.day) || !cursor.take(' '))
        return std::nullopt;
    if (!clockTime(cursor, c))
        return std::nullopt;
    return withoutYear(c, cursor, context);
}

std::optional<TimeStamp> accessTime(std::string_view text, const ClockContext &context)
{
    Cursor cursor(text);
    Civil c;
    if (!cursor.number(2, c.day) || !cursor.take('/') || !cursor.month(c.month) || !cursor.take('/') || !cursor.number(4, c.year) || !cursor.take(':')
        || !clockTime(cursor, c))
        return std::nullopt;
    return finished(c, zoneOf(cursor, context), cursor);
}

std::optional<TimeStamp> apacheTime(std::string_view text, const ClockContext &context)
{
    Cursor cursor(text);
    Civil c;
    bool day = false;
    for (const char *name : { "Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun " })
        day = day || cursor.word(name);
    if (!day || !cursor.month(c.month) || !cursor.take(' ') || !cursor.number(cursor.take(' ') ? 1 : 2, c.day) || !cursor.take(' ')
        || !clockTime(cursor, c) || !cursor.take(' ') || !cursor.number(4, c.year))
        return std::nullopt;
    return finished(c, context.zoneOffset, cursor);
}

/// Seconds with or without a fraction, or milli-, micro- or nanoseconds: told apart by how many digits there are.
std::optional<TimeStamp> epochTime(std::string_view text)
{
    std::size_t digits = 0;
    std::int64_t value = 0;
    while (digits < text.size() && digits < 20 && isDigit(text[digits]))
        ++digits;
    if (digits != 10 && digits != 13 && digits != 16 && digits != 19)
        return std::nullopt;
    for (std::size_t i = 0; i < 13 && i < digits; ++i)
        value = value * 10 + (text[i] - '0');
    std::size_t length = digits;
    if (digits == 10) {
        value *= 1000;
        if (length + 1 < text.size() && text[length] == '.' && isDigit(text[length + 1])) {
            int scale = 100;
            for (++length; length < text.size() && isDigit(text[length]); ++length, scale /= 10)
                value += (text[length] - '0') * scale;
        }
    }
    const bool ends = length == text.size() || std::string_view(" \t,;|]").find(text[length]) != std::string_view::npos;
    if (!ends || value < kEpochMin || value > kEpochMax)
        return std::nullopt;
    return TimeStamp { value, length };
}

} // namespace

std::optional<TimeStamp> leadingTime(std::string_view text, const ClockContext &context)
{
    if (text.size() < 10)
        return std::nullopt;
    if (isDigit(text[0])) {
        if (text[4] == '-' || text[4] == '/')
            return isoTime(text, context);
        return text[2] == '/' ? accessTime(text, context) : epochTime(text);
    }
    if (text[0] < 'A' || text[0] > 'W')
        return std::nullopt;
    const auto syslog = syslogTime(text, context);
    return syslog ? syslog : apacheTime(text, context);
}

std::optional<TimeStamp> klogTime(std::string_view text, const ClockContext &context)
{
    Cursor cursor(text);
    Civil c;
    if (!cursor.number(2, c.month) || !cursor.number(2, c.day) || !cursor.take(' ') || !clockTime(cursor, c))
        return std::nullopt;
    return withoutYear(c, cursor, context);
}

std::optional<TimeMs> timeFrom(std::string_view text, const ClockContext &context)
{
    const auto stamp = leadingTime(text, context);
    return stamp && stamp->length == text.size() ? std::optional(stamp->t) : std::nullopt;
}

} // namespace lepto
