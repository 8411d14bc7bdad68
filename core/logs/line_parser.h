#pragma once

#include "core/logs/line_fields.h"
#include "core/logs/log_level.h"
#include "core/logs/time_stamp.h"

namespace lepto {

/// What can be read out of one line of a log.
struct ParsedLine {
    enum class Shape { Text, Json, Logfmt };
    Shape shape = Shape::Text;
    std::optional<TimeMs> t;            ///< none: the line does not say
    LogLevel level = LogLevel::Unknown;
    std::string service;                ///< of a field or of syslog's tag; empty: the line does not say
    std::string message;                ///< what is left for people: without time, level field, syslog's and the container's head
    std::vector<LogField> fields;       ///< of JSON and logfmt lines
};

/// Reads one line: any bytes, without its end. Never fails: what is not understood is text. Pure, no allocation beyond the result;
/// the cost is linear in the length. This is the entry for hostile input.
ParsedLine parseLogLine(std::string_view bytes, const ClockContext &context);

} // namespace lepto
