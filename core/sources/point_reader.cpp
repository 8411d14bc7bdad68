#include "core/sources/point_reader.h"

#include "core/sources/decimal.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace lepto {

namespace {

using json::Outcome;
using json::Text;

static_assert(std::endian::native == std::endian::little, "eight digits are read as one little-endian word");

constexpr double powersOfTen[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19 };
constexpr std::ptrdiff_t roomy = 80; ///< bytes of a usual point and more: no end needs to be looked for within

unsigned digitOf(char c)
{
    return unsigned(static_cast<unsigned char>(c)) - '0';
}

std::uint64_t load8(const char *p)
{
    std::uint64_t word;
    std::memcpy(&word, p, sizeof word);
    return word;
}

// All eight bytes between '0' and '9': adding 6 or subtracting '0' moves any other byte out of the high half 3.
bool isEightDigits(std::uint64_t word)
{
    return ((word & 0xF0F0F0F0F0F0F0F0ULL) | (((word + 0x0606060606060606ULL) & 0xF0F0F0F0F0F0F0F0ULL) >> 4)) == 0x3333333333333333ULL;
}

// Pairs, then fours, then eight digits are summed inside one word.
std::uint64_t eightDigits(std::uint64_t word)
{
    word = (word & 0x0F0F0F0F0F0F0F0FULL) * 2561 >> 8;
    word = (word & 0x00FF00FF00FF00FFULL) * 6553601 >> 16;
    return (word & 0x0000FFFF0000FFFFULL) * 42949672960001ULL >> 32;
}

const char *readDigits(const char *p, std::uint64_t &value)
{
    if (const std::uint64_t word = load8(p); isEightDigits(word)) {
        value = value * 100'000'000 + eightDigits(word);
        p += 8;
    }
    for (unsigned digit = digitOf(*p); digit < 10; digit = digitOf(*++p))
        value = value * 10 + digit;
    return p;
}

/// Ten or so digits, a point, up to three more; nullptr for any other shape.
const char *fastTime(const char *p, TimeMs &out)
{
    const char *const begin = p;
    std::uint64_t value = 0;
    p = readDigits(p, value);
    if (p == begin || p - begin > 12)
        return nullptr;
    int decimals = 0;
    if (*p == '.') {
        ++p;
        for (unsigned digit = digitOf(*p); digit < 10; digit = digitOf(*++p)) {
            if (++decimals > 3)
                return nullptr;
            value = value * 10 + digit;
        }
    }
    constexpr std::uint64_t scale[] = { 1000, 100, 10, 1 };
    out = TimeMs(value * scale[decimals]);
    return p;
}

/// A plain decimal of at most 19 digits up to its quote; nullptr for any other shape or when one division is not exact.
const char *fastValue(const char *p, double &out)
{
    const bool negative = *p == '-';
    p += negative;
    const char *const begin = p;
    std::uint64_t mantissa = 0;
    p = readDigits(p, mantissa);
    std::ptrdiff_t digits = p - begin, decimals = 0;
    if (*p == '.') {
        const char *const point = ++p;
        p = readDigits(p, mantissa);
        decimals = p - point;
        digits += decimals;
    }
    if (*p != '"' || digits == 0 || digits > 19 || mantissa > (1ULL << 53))
        return nullptr;
    const double value = double(mantissa) / powersOfTen[decimals];
    out = negative ? -value : value;
    return p;
}

/// One point without blanks; nullptr when it has another shape. Reads at most `roomy` bytes.
const char *fastPoint(const char *p, Sample &out)
{
    if (*p != '[')
        return nullptr;
    p = fastTime(p + 1, out.t);
    if (!p || p[0] != ',' || p[1] != '"')
        return nullptr;
    p = fastValue(p + 2, out.v);
    return p && p[1] == ']' ? p + 2 : nullptr;
}

std::string_view takeNumber(Text &text)
{
    const char *const begin = text.at;
    while (text.at < text.end && (digitOf(*text.at) < 10 || std::strchr("+-.eE", *text.at)))
        ++text.at;
    return { begin, std::size_t(text.at - begin) };
}

Outcome takeTime(Text &text, TimeMs &out)
{
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    const std::string_view number = takeNumber(text);
    if (text.at == text.end)
        return Outcome::More;
    const auto time = parseSeconds(number);
    if (!time)
        return Outcome::Bad;
    out = *time;
    return Outcome::Ok;
}

Outcome takeValue(Text &text, double &out)
{
    if (const Outcome outcome = json::expect(text, '"'); outcome != Outcome::Ok)
        return outcome;
    const void *quote = std::memchr(text.at, '"', std::size_t(text.end - text.at));
    if (!quote)
        return text.end - text.at > 1000 ? Outcome::Bad : Outcome::More;
    const char *const close = static_cast<const char *>(quote);
    const auto value = parseDecimal({ text.at, std::size_t(close - text.at) });
    if (!value)
        return Outcome::Bad;
    out = *value;
    text.at = close + 1;
    return Outcome::Ok;
}

} // namespace

Outcome readPoint(Text &text, Sample &out)
{
    if (const Outcome outcome = json::expect(text, '['); outcome != Outcome::Ok)
        return outcome;
    if (const Outcome outcome = takeTime(text, out.t); outcome != Outcome::Ok)
        return outcome;
    if (const Outcome outcome = json::expect(text, ','); outcome != Outcome::Ok)
        return outcome;
    if (const Outcome outcome = takeValue(text, out.v); outcome != Outcome::Ok)
        return outcome;
    return json::expect(text, ']');
}

Outcome readPoints(Text &text, std::vector<Sample> &out)
{
    Sample sample;
    for (;;) {
        while (text.end - text.at > roomy) {
            const char *const next = fastPoint(text.at, sample);
            if (!next)
                break;
            out.push_back(sample);
            text.at = next + (*next == ',');
            if (*next != ',')
                break;
        }
        const Text begin = text;
        char c = 0;
        if (json::peek(text, c) != Outcome::Ok)
            return Outcome::More;
        if (c == ']') {
            ++text.at;
            return Outcome::Ok;
        }
        text.at += c == ',';
        const Outcome outcome = readPoint(text, sample);
        if (outcome == Outcome::More)
            text = begin;
        if (outcome != Outcome::Ok)
            return outcome;
        out.push_back(sample);
    }
}

} // namespace lepto
