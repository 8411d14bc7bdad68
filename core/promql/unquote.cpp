#include "core/promql/lexer.h"
#include "core/promql/syntax_error.h"

#include <charconv>

namespace lepto::promql {

namespace {

void appendUtf8(std::string &out, std::uint32_t code)
{
    const auto put = [&](std::uint32_t byte) { out += char(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

/// Reads exactly `digits` digits of `base` at the start of `text`.
std::uint32_t takeCode(std::string_view text, std::size_t digits, int base, std::size_t at)
{
    std::uint32_t code = 0;
    const std::string_view chunk = text.substr(0, digits);
    const auto result = std::from_chars(chunk.data(), chunk.data() + chunk.size(), code, base);
    if (chunk.size() != digits || result.ec != std::errc() || result.ptr != chunk.data() + chunk.size())
        throw SyntaxError(at, "invalid escape sequence in string");
    return code;
}

/// Resolves the escape after a backslash; answers how many bytes of `text` it took.
std::size_t appendEscape(std::string &out, std::string_view text, char quote, std::size_t at)
{
    constexpr std::string_view kNames = "abfnrtv\\", kValues = "\a\b\f\n\r\t\v\\";
    const char c = text.empty() ? '\0' : text[0];
    if (const auto named = kNames.find(c); c != '\0' && named != std::string_view::npos) {
        out += kValues[named];
        return 1;
    }
    if (c == quote) {
        out += quote;
        return 1;
    }
    if (c >= '0' && c <= '7') {
        const std::uint32_t code = takeCode(text, 3, 8, at);
        if (code > 255)
            throw SyntaxError(at, "invalid escape sequence in string");
        out += char(code);
        return 3;
    }
    if (c == 'x') {
        out += char(takeCode(text.substr(1), 2, 16, at));
        return 3;
    }
    if (c == 'u' || c == 'U') {
        const std::size_t digits = c == 'u' ? 4 : 8;
        const std::uint32_t code = takeCode(text.substr(1), digits, 16, at);
        if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
            throw SyntaxError(at, "escape sequence is not a Unicode code point");
        appendUtf8(out, code);
        return digits + 1;
    }
    throw SyntaxError(at, "unknown escape sequence in string");
}

} // namespace

std::string unquote(std::string_view literal, std::size_t at)
{
    const char quote = literal.front();
    const std::string_view body = literal.substr(1, literal.size() - 2);
    if (quote == '`')
        return std::string(body);
    std::string out;
    for (std::size_t i = 0; i < body.size();) {
        if (body[i] == '\\')
            i += 1 + appendEscape(out, body.substr(i + 1), quote, at + 1 + i);
        else
            out += body[i++];
    }
    return out;
}

} // namespace lepto::promql
