#pragma once

#include "ml/base/series.h"

#include <QTimeZone>

#include <optional>
#include <span>
#include <string_view>

namespace lepto {

/// How a column of a text file writes its times.
enum class TimeUnit { Seconds, Millis, Micros, Nanos, YearFirst, DayFirst, MonthFirst };

/// Reads one form of time. Epochs may have decimals; dates are those of RFC 3339, of spreadsheets (18.11.2026 14:02, 11/18/2026 2:02 PM)
/// and with names of months (18 Nov 2026 14:02:11); a date that brings no zone is taken in `zone`. Not thread-safe (it remembers the
/// zone's offset of the last hour).
class CsvTime {
public:
    explicit CsvTime(TimeUnit unit, QTimeZone zone = QTimeZone::utc())
        : m_unit(unit)
        , m_zone(std::move(zone))
    { }

    TimeUnit unit() const { return m_unit; }
    std::optional<TimeMs> read(std::string_view text);

private:
    TimeMs fromLocal(TimeMs local);

    TimeUnit m_unit;
    QTimeZone m_zone;
    TimeMs m_hour = -1, m_offset = 0;
};

/// The form that fits all of the texts. Epochs are told by their size: 2026 in seconds has 10 digits, in ms 13, in µs 16, in ns 19.
struct TimeGuess {
    std::optional<TimeUnit> unit;
    bool ambiguous = false; ///< 03/04/2026 may be in March or in April
};
TimeGuess guessTimeUnit(std::span<const std::string_view> texts);

} // namespace lepto
