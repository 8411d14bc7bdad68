#include "core/sources/json_text.h"

#include <cstdint>
#include <cstring>

namespace lepto::json {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

void appendUtf8(std::uint32_t code, std::string &out)
{
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xC0 | code >> 6);
        out += char(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += char(0xE0 | code >> 12);
        out += char(0x80 | (code >> 6 & 0x3F));
        out += char(0x80 | (code & 0x3F));
    } else {
        out += char(0xF0 | code >> 18);
        out += char(0x80 | (code >> 12 & 0x3F));
        out += char(0x80 | (code >> 6 & 0x3F));
        out += char(0x80 | (code & 0x3F));
    }
}

bool readHex(const char *at, std::uint32_t &code)
{
    code = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = at[i];
        const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
        if (digit < 0)
            return false;
        code = code << 4 | std::uint32_t(digit);
    }
    return true;
}

// After a backslash and u; `at` stands on the four digits.
Outcome readEscape(Text &text, std::string &out)
{
    constexpr std::uint32_t replacement = 0xFFFD;
    std::uint32_t code = 0, low = 0;
    if (text.end - text.at < 4)
        return Outcome::More;
    if (!readHex(text.at, code))
        return Outcome::Bad;
    text.at += 4;
    if (code >= 0xD800 && code < 0xDC00) {
        if (text.end - text.at < 6)
            return Outcome::More;
        const bool pair = text.at[0] == '\\' && text.at[1] == 'u' && readHex(text.at + 2, low) && low >= 0xDC00 && low < 0xE000;
        code = pair ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : replacement;
        text.at += pair ? 6 : 0;
    } else if (code >= 0xDC00 && code < 0xE000) {
        code = replacement;
    }
    appendUtf8(code, out);
    return Outcome::Ok;
}

Outcome readBackslash(Text &text, std::string &out)
{
    if (text.end - text.at < 2)
        return Outcome::More;
    const char c = text.at[1];
    constexpr std::string_view from = "\"\\/bfnrt", to = "\"\\/\b\f\n\r\t";
    if (c == 'u') {
        text.at += 2;
        return readEscape(text, out);
    }
    const std::size_t k = from.find(c);
    if (k == std::string_view::npos)
        return Outcome::Bad;
    out += to[k];
    text.at += 2;
    return Outcome::Ok;
}

// True, false, null and numbers: letters and signs up to the next structure.
Outcome skipWord(Text &text)
{
    const char *begin = text.at;
    while (text.at < text.end && !isBlank(*text.at) && std::strchr(",]}:\"[{", *text.at) == nullptr)
        ++text.at;
    if (text.at == text.end)
        return Outcome::More;
    const std::string_view word(begin, std::size_t(text.at - begin));
    const bool number = !word.empty() && word.find_first_not_of("+-.eE0123456789") == std::string_view::npos;
    return number || word == "true" || word == "false" || word == "null" ? Outcome::Ok : Outcome::Bad;
}

Outcome skipString(Text &text)
{
    for (++text.at; text.at < text.end; ++text.at) {
        if (*text.at == '"') {
            ++text.at;
            return Outcome::Ok;
        }
        text.at += *text.at == '\\';
    }
    text.at = text.end;
    return Outcome::More;
}

} // namespace

Outcome peek(Text &text, char &c)
{
    while (text.at < text.end && isBlank(*text.at))
        ++text.at;
    if (text.at >= text.end)
        return Outcome::More;
    c = *text.at;
    return Outcome::Ok;
}

Outcome expect(Text &text, char c)
{
    char next = 0;
    if (const Outcome outcome = peek(text, next); outcome != Outcome::Ok)
        return outcome;
    if (next != c)
        return Outcome::Bad;
    ++text.at;
    return Outcome::Ok;
}

Outcome readString(Text &text, std::string &out)
{
    out.clear();
    if (const Outcome outcome = expect(text, '"'); outcome != Outcome::Ok)
        return outcome;
    while (text.at < text.end) {
        const char *run = text.at;
        while (text.at < text.end && *text.at != '"' && *text.at != '\\')
            ++text.at;
        out.append(run, std::size_t(text.at - run));
        if (text.at == text.end)
            break;
        if (*text.at == '"') {
            ++text.at;
            return Outcome::Ok;
        }
        if (const Outcome outcome = readBackslash(text, out); outcome != Outcome::Ok)
            return outcome;
    }
    return Outcome::More;
}

Outcome skipValue(Text &text)
{
    constexpr int deepest = 64;
    char closers[deepest];
    int depth = 0;
    do {
        char c = 0;
        if (const Outcome outcome = peek(text, c); outcome != Outcome::Ok)
            return outcome;
        Outcome outcome = Outcome::Ok;
        if (c == '{' || c == '[') {
            if (depth == deepest)
                return Outcome::Bad;
            closers[depth++] = c == '{' ? '}' : ']';
            ++text.at;
        } else if (c == '}' || c == ']') {
            if (depth == 0 || closers[depth - 1] != c)
                return Outcome::Bad;
            --depth;
            ++text.at;
        } else if (c == '"') {
            outcome = skipString(text);
        } else if ((c == ',' || c == ':') && depth > 0) {
            ++text.at;
            continue;
        } else {
            outcome = skipWord(text);
        }
        if (outcome != Outcome::Ok)
            return outcome;
    } while (depth > 0);
    return Outcome::Ok;
}

Outcome readOptionalString(Text &text, std::string &out)
{
    char c = 0;
    out.clear();
    if (const Outcome outcome = peek(text, c); outcome != Outcome::Ok)
        return outcome;
    return c == '"' ? readString(text, out) : skipValue(text);
}

} // namespace lepto::json
