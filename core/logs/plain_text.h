#pragma once

#include <QString>

#include <string_view>

namespace lepto {

/// Untrusted bytes made visible in one line: control characters, direction overrides, invisible characters and bytes that are no UTF-8
/// as escapes (\x1b, \u202e, \xff), a backslash as it is. Longer than `limit` bytes is cut with an ellipsis.
QString visibleText(std::string_view bytes, std::size_t limit = 4096);

} // namespace lepto
