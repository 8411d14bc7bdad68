#pragma once

#include "core/store/store.h"

#include <optional>
#include <string_view>
#include <vector>

namespace lepto {

/// Matchers of a plain series selector such as `up{job="a",instance=~"b.*"}`; nothing for anything else (functions, offsets, odd escapes).
/// Only for asking servers by matchers; whether the selector is right PromQL is for the server to say. Pure.
std::optional<std::vector<Matcher>> parseSelector(std::string_view text);

} // namespace lepto
