#pragma once

#include <string>
#include <string_view>

namespace lepto::promql {

/// Shortest text that reads back as the same double: "0.1", "1e+100", "+Inf", "-Inf", "NaN".
std::string numberText(double value);
/// A PromQL string literal with double quotes; bytes that are not printable ASCII or valid UTF-8 are escaped.
std::string quoted(std::string_view text);
bool isValidUtf8(std::string_view text);
/// "line:column", both from 1, of a byte offset.
std::string positionText(std::string_view query, std::size_t at);

} // namespace lepto::promql
