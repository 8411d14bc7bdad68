#pragma once

#include "ml/base/series.h"

#include <optional>
#include <string_view>

namespace lepto {

/// What a time that leaves something out is completed with.
struct ClockContext {
    TimeMs now = 0;          ///< a time without a year is the last such time before now (plus a day)
    TimeMs zoneOffset = 0;   ///< local time minus UTC, for times that name no zone
};

struct TimeStamp {
    TimeMs t = 0;
    std::size_t length = 0;  ///< bytes of the text that say it
};

/// The time a text begins with: RFC 3339 and its relatives ("2026-11-25 01:42:26,123", "2026/11/25 01:42:26"), syslog ("Nov 25 01:42:26"),
/// the web servers' ("25/Nov/2026:01:42:26 +0000", "Wed Nov 25 01:42:26.123456 2026") and epoch seconds, milli-, micro- and nanoseconds.
std::optional<TimeStamp> leadingTime(std::string_view text, const ClockContext &context);

/// "1125 01:42:26.123456", the time of a klog line behind its letter.
std::optional<TimeStamp> klogTime(std::string_view text, const ClockContext &context);

/// The whole text is one of these times.
std::optional<TimeMs> timeFrom(std::string_view text, const ClockContext &context);

} // namespace lepto
