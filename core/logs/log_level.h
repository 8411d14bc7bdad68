#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lepto {

/// How serious a line says it is, worst last. Unknown where it says nothing.
enum class LogLevel : std::uint8_t { Unknown, Trace, Debug, Info, Notice, Warning, Error, Critical };
inline constexpr int kLogLevels = 8;

/// "unknown", "trace", "debug", "info", "notice", "warning", "error", "critical": the spelling in labels and on the command line.
std::string_view logLevelText(LogLevel level);

/// The usual spellings in any case: "warn", "WRN", "fatal", "inf"; nothing for any other word.
std::optional<LogLevel> logLevelFrom(std::string_view word);

/// A number in a level field: 0..7 as syslog's severity (RFC 5424), 10..60 as the tens of bunyan and pino.
std::optional<LogLevel> logLevelFromNumber(int number);

/// The level that a text without fields shows: "[error]", "WARN", "level=info", "panic:" near its beginning.
/// A bare word in lower case inside a sentence is no level.
LogLevel logLevelIn(std::string_view text);

} // namespace lepto
