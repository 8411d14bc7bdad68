#pragma once

#include "ml/base/series.h"

#include <optional>
#include <string_view>

namespace lepto {

/// A whole text as Go's ParseFloat reads it for Prometheus: decimal with optional sign, point and exponent; inf, infinity and nan in any
/// case. No hexadecimal, no underscores, no blanks. Exactly rounded; too small is 0, too large is nothing. Any thread.
std::optional<double> parseDecimal(std::string_view text);

/// Seconds with decimals (Unix time) to milliseconds without a detour through double; more than three decimals are cut.
/// Beyond int64 the value is clamped. Plain decimals only; exponents go through parseDecimal.
std::optional<TimeMs> parseSeconds(std::string_view text);

/// A whole integer with optional sign; nothing when it does not fit.
std::optional<TimeMs> parseInteger(std::string_view text);

} // namespace lepto
