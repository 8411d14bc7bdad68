#include "core/promql/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lepto::promql {

namespace {

/// Length of the UTF-8 sequence at the start of `text`; 0 where it is malformed.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

std::string hexEscape(unsigned char byte)
{
    constexpr char kDigits[] = "0123456789abcdef";
    return { '\\', 'x', kDigits[byte >> 4], kDigits[byte & 15] };
}

} // namespace

std::string numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return std::string(buffer, end);
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        const auto byte = static_cast<unsigned char>(text[0]);
        if (length == 0 || (length == 1 && (byte < 0x20 || byte == 0x7F) && byte != '\n' && byte != '\t'))
            out += hexEscape(byte);
        else if (byte == '\n' || byte == '\t')
            out += byte == '\n' ? "\\n" : "\\t";
        else if (byte == '"' || byte == '\\')
            out += { '\\', char(byte) };
        else
            out += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out + "\"";
}

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string positionText(std::string_view query, std::size_t at)
{
    const std::string_view before = query.substr(0, std::min(at, query.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return std::to_string(line) + ":" + std::to_string(before.size() - lineStart + 1);
}

} // namespace lepto::promql
