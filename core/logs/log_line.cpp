#include "core/logs/log_line.h"

#include <charconv>

namespace lepto {

std::string patternIdText(std::uint64_t id)
{
    std::string text(16, '0');
    for (int i = 15; i >= 0; --i, id >>= 4)
        text[std::size_t(i)] = "0123456789abcdef"[id & 15];
    return text;
}

std::optional<std::uint64_t> patternIdFrom(std::string_view text)
{
    std::uint64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id, 16);
    if (text.empty() || text.size() > 16 || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return id;
}

} // namespace lepto
