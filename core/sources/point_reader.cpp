#include "core/sources/point_reader.h"

#include "core/sources/decimal.h"
#include "core/sources/point_lane.h"

#include <cstring>

namespace lepto {

namespace {

using json::Outcome;
using json::Text;

unsigned digitOf(char c)
{
    return unsigned(static_cast<unsigned char>(c)) - '0';
}

std::string_view takeNumber(Text &text)
{
    const char *const begin = text.at;
    while (text.at < text.end && (digitOf(*text.at) < 10 || std::strchr("+-.eE", *text.at)))
        ++text.at;
    return { begin, std::size_t(text.at - begin) };
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

Outcome readPointTime(Text &text, TimeMs &out)
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

Outcome readPoint(Text &text, Sample &out)
{
    if (const Outcome outcome = json::expect(text, '['); outcome != Outcome::Ok)
        return outcome;
    if (const Outcome outcome = readPointTime(text, out.t); outcome != Outcome::Ok)
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
        text.at = readFastPoints(text.at, text.end, out);
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
        text.at += text.at < text.end && *text.at == ','; // back onto the fast lane, which begins at a bracket
    }
}

} // namespace lepto
