#include "core/sources/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr double exactPowers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22 };

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool equalsNoCase(std::string_view text, std::string_view lower)
{
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((text[i] | 0x20) != lower[i])
            return false;
    }
    return true;
}

std::optional<double> parseWord(std::string_view text, bool negative)
{
    if (equalsNoCase(text, "inf") || equalsNoCase(text, "infinity"))
        return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (equalsNoCase(text, "nan"))
        return std::numeric_limits<double>::quiet_NaN();
    return std::nullopt;
}

// Clinger's fast path: a mantissa below 2^53 times or over an exact power of ten is exactly rounded.
bool fastPath(std::string_view text, double &out)
{
    std::uint64_t mantissa = 0;
    int digits = 0, decimals = 0;
    bool point = false;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
        } else if (isDigit(c)) {
            mantissa = mantissa * 10 + std::uint64_t(c - '0');
            decimals += point;
            if (++digits > 18)
                return false;
        } else {
            return false;
        }
    }
    if (digits == 0 || mantissa > (1ULL << 53))
        return false;
    out = double(mantissa) / exactPowers[decimals];
    return true;
}

bool isTiny(std::string_view text)
{
    const std::size_t e = text.find_first_of("eE");
    return e != std::string_view::npos ? text.substr(e + 1).starts_with('-') : text.starts_with('0') || text.starts_with('.');
}

} // namespace

std::optional<double> parseDecimal(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    if (fastPath(text, value))
        return negative ? -value : value;
    if (text.empty() || !(isDigit(text[0]) || text[0] == '.'))
        return parseWord(text, negative);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument)
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        if (!isTiny(text))
            return std::nullopt;
        value = 0;
    }
    return negative ? -value : value;
}

std::optional<TimeMs> parseInteger(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    TimeMs value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<TimeMs> parseSeconds(std::string_view text)
{
    const bool negative = text.starts_with('-');
    std::string_view rest = text.substr(negative ? 1 : 0);
    std::uint64_t ms = 0;
    int decimals = -1;
    bool any = false;
    for (const char c : rest) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
        } else if (isDigit(c) && (ms < 900'000'000'000'000ULL || decimals >= 3)) {
            any = true;
            if (decimals < 3)
                ms = ms * 10 + std::uint64_t(c - '0');
            decimals += decimals >= 0 && decimals < 3;
        } else {
            const auto seconds = parseDecimal(text);
            if (!seconds || !std::isfinite(*seconds))
                return std::nullopt;
            constexpr double limit = 9.2e18;
            return TimeMs(std::clamp(std::round(*seconds * 1000.0), -limit, limit));
        }
    }
    if (!any)
        return std::nullopt;
    for (int i = std::max(decimals, 0); i < 3; ++i)
        ms *= 10;
    return negative ? -TimeMs(ms) : TimeMs(ms);
}

} // namespace lepto
