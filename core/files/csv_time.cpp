#include "core/files/csv_time.h"

#include "core/sources/decimal.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace lepto {

namespace {

constexpr TimeMs kHour = 3'600'000;

struct DateFields {
    std::array<int, 3> parts {};     ///< as they stand
    std::array<int, 3> digits {};    ///< of each; 0: the name of a month
    char separator = 0;
    int hour = 0, minute = 0, second = 0, millis = 0;
    std::optional<int> offset;       ///< minutes east of UTC
};

constexpr std::string_view kMonths[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

class DateReader {
public:
    explicit DateReader(std::string_view text)
        : m_text(text)
    { }

    std::optional<DateFields> read()
    {
        for (int i = 0; i < 3; ++i)
            if (!part(i))
                return std::nullopt;
        if (!m_text.empty() && !time())
            return std::nullopt;
        return m_text.empty() ? std::optional(m_fields) : std::nullopt;
    }

private:
    bool part(int i)
    {
        if (i > 0) {
            const std::size_t gap = std::min(m_text.find_first_not_of("-/. ,"), m_text.size());
            if (gap == 0 || gap > 2)
                return false;
            m_fields.separator = m_text[0];
            m_text.remove_prefix(gap);
        }
        if (!m_text.empty() && isLetter(m_text[0]))
            return month(i);
        return number(m_fields.parts[std::size_t(i)], 4, &m_fields.digits[std::size_t(i)]);
    }
    bool month(int i)
    {
        std::string word;
        while (!m_text.empty() && isLetter(m_text[0])) {
            word += char(m_text[0] | 0x20);
            m_text.remove_prefix(1);
        }
        const auto at = std::find(std::begin(kMonths), std::end(kMonths), std::string_view(word).substr(0, 3));
        m_fields.parts[std::size_t(i)] = int(at - std::begin(kMonths)) + 1;
        return at != std::end(kMonths) && i < 2;
    }
    bool number(int &out, int most, int *digits = nullptr)
    {
        int n = 0;
        for (out = 0; n < most && !m_text.empty() && isDigit(m_text[0]); ++n, m_text.remove_prefix(1))
            out = 10 * out + (m_text[0] - '0');
        if (digits)
            *digits = n;
        return n > 0;
    }
    bool take(char c)
    {
        if (m_text.empty() || m_text[0] != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    void blanks()
    {
        while (take(' ')) { }
    }
    bool time()
    {
        if (!take('T') && !take('t')) {
            take(',');
            blanks();
        }
        if (!number(m_fields.hour, 2) || !take(':') || !number(m_fields.minute, 2))
            return false;
        if (take(':') && !number(m_fields.second, 2))
            return false;
        if (take('.') || take(','))
            if (!fraction())
                return false;
        blanks();
        return halfDay() && zone();
    }
    bool fraction()
    {
        int scale = 100, n = 0;
        for (; !m_text.empty() && isDigit(m_text[0]); ++n, m_text.remove_prefix(1), scale /= 10)
            m_fields.millis += scale * (m_text[0] - '0');
        return n > 0;
    }
    bool halfDay()
    {
        if (m_text.size() < 2 || (m_text[1] | 0x20) != 'm')
            return true;
        const char half = char(m_text[0] | 0x20);
        if ((half != 'a' && half != 'p') || m_fields.hour < 1 || m_fields.hour > 12)
            return false;
        m_fields.hour = m_fields.hour % 12 + (half == 'p' ? 12 : 0);
        m_text.remove_prefix(2);
        blanks();
        return true;
    }
    bool zone()
    {
        if (m_text == "Z" || m_text == "z" || m_text == "UTC" || m_text == "GMT") {
            m_fields.offset = 0;
            m_text = {};
        }
        if (m_text.empty())
            return true;
        const bool west = m_text[0] == '-';
        int hours = 0, minutes = 0;
        if ((!take('+') && !take('-')) || !number(hours, 2))
            return false;
        if (!m_text.empty() && (take(':'), !number(minutes, 2)))
            return false;
        m_fields.offset = (west ? -1 : 1) * (60 * hours + minutes);
        return hours <= 14 && minutes < 60;
    }

    std::string_view m_text;
    DateFields m_fields;
};

/// Days since 1970-01-01 in the proleptic Gregorian calendar; nothing for a day that there is not.
std::optional<std::int64_t> daysOf(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() && year >= 1000 ? std::optional(QDate(1970, 1, 1).daysTo(date)) : std::nullopt;
}

std::optional<std::int64_t> daysOf(const DateFields &f, TimeUnit unit)
{
    const auto &[a, b, c] = f.parts;
    if (f.digits[0] == 0)
        return daysOf(c, a, b);
    if (f.digits[0] == 4)
        return daysOf(a, b, c);
    if (f.digits[1] == 0 || unit == TimeUnit::DayFirst)
        return daysOf(c, b, a);
    return unit == TimeUnit::MonthFirst ? daysOf(c, a, b) : std::nullopt;
}

std::optional<TimeMs> epoch(std::string_view text, TimeUnit unit)
{
    if (unit == TimeUnit::Seconds)
        if (const auto seconds = parseSeconds(text))
            return seconds;
    constexpr double perMs[] = { 1e-3, 1, 1e3, 1e6 };
    const std::size_t point = std::min(text.find_first_of(".eE"), text.size());
    const auto whole = parseInteger(text.substr(0, point));
    const bool plain = point == text.size() || text.find_first_of("eE", point) == std::string_view::npos;
    if (whole && plain && unit != TimeUnit::Seconds) {
        const TimeMs scale = unit == TimeUnit::Millis ? 1 : unit == TimeUnit::Micros ? 1000 : 1'000'000;
        return *whole / scale - (*whole % scale < 0);
    }
    const auto value = parseDecimal(text);
    if (!value || !(std::abs(*value) < 9e18))
        return std::nullopt;
    return TimeMs(std::floor(*value / perMs[int(unit)]));
}

} // namespace

TimeMs CsvTime::fromLocal(TimeMs local)
{
    const TimeMs hour = local >= 0 ? local / kHour : (local - kHour + 1) / kHour;
    if (hour != m_hour) { // zones change their offset at whole hours of local time
        m_hour = hour;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(local, Qt::UTC);
        m_offset = TimeMs(QDateTime(at.date(), at.time(), m_zone).offsetFromUtc()) * 1000;
    }
    return local - m_offset;
}

std::optional<TimeMs> CsvTime::read(std::string_view text)
{
    if (m_unit < TimeUnit::YearFirst)
        return epoch(text, m_unit);
    const auto fields = DateReader(text).read();
    const auto days = fields ? daysOf(*fields, m_unit) : std::nullopt;
    if (!days || fields->hour > 24 || fields->minute > 59 || fields->second > 60)
        return std::nullopt;
    const TimeMs local = *days * 24 * kHour + fields->hour * kHour + fields->minute * 60'000 + fields->second * 1000 + fields->millis;
    return fields->offset ? local - TimeMs(*fields->offset) * 60'000 : fromLocal(local);
}

namespace {

std::optional<TimeUnit> epochUnitOf(std::string_view text)
{
    const auto value = parseDecimal(text);
    const double size = value ? std::abs(*value) : 0;
    if (size < 5e7) // the summer of 1971 in seconds; smaller numbers count something else
        return std::nullopt;
    return size < 1e11 ? TimeUnit::Seconds : size < 1e14 ? TimeUnit::Millis : size < 1e17 ? TimeUnit::Micros : TimeUnit::Nanos;
}

TimeGuess guessDates(std::span<const std::string_view> texts)
{
    bool dayFirst = false, monthFirst = false, ordered = true, dots = false;
    for (const std::string_view text : texts) {
        const auto fields = DateReader(text).read();
        if (!fields)
            return {};
        if (fields->digits[0] == 4 || fields->digits[0] == 0 || fields->digits[1] == 0)
            continue;
        ordered = false;
        dayFirst = dayFirst || fields->parts[0] > 12;
        monthFirst = monthFirst || fields->parts[1] > 12;
        dots = dots || fields->separator == '.';
    }
    if (dayFirst && monthFirst)
        return {};
    if (ordered)
        return { TimeUnit::YearFirst, false };
    return { monthFirst ? TimeUnit::MonthFirst : TimeUnit::DayFirst, !dayFirst && !monthFirst && !dots };
}

} // namespace

TimeGuess guessTimeUnit(std::span<const std::string_view> texts)
{
    if (texts.empty())
        return {};
    const auto unit = epochUnitOf(texts.front());
    if (!unit)
        return guessDates(texts);
    const bool all = std::all_of(texts.begin(), texts.end(), [&](std::string_view text) { return epochUnitOf(text) == unit; });
    return { all ? unit : std::nullopt, false };
}

} // namespace lepto
