#include "core/logs/line_parser.h"

#include <algorithm>
#include <charconv>

namespace lepto {

namespace {

constexpr std::size_t kLongestService = 100;
constexpr std::size_t kAccessHead = 256; ///< an access log has its time within these bytes

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value) : std::nullopt;
}

LogLevel levelOfField(const std::string &value)
{
    if (const auto word = logLevelFrom(value))
        return *word;
    const auto number = wholeNumber(value);
    return number ? logLevelFromNumber(*number).value_or(LogLevel::Unknown) : LogLevel::Unknown;
}

void takeFields(ParsedLine &line, const ClockContext &context)
{
    if (const auto *time = fieldOf(line.fields, { "timestamp", "@timestamp", "time", "ts", "datetime", "t" })) {
        if (const auto t = timeFrom(*time, context))
            line.t = t;
    }
    if (const auto *level = fieldOf(line.fields, { "level", "severity", "lvl", "loglevel", "log.level", "levelname", "severity_text" }))
        line.level = levelOfField(*level);
    if (const auto *service = fieldOf(line.fields, { "service", "service.name", "service_name", "app", "application" }))
        line.service = service->substr(0, kLongestService);
}

/// "stdout F " and "stderr P " of the container runtime.
std::string_view withoutContainerHead(std::string_view text)
{
    if (!text.starts_with("stdout ") && !text.starts_with("stderr "))
        return text;
    const std::string_view tag = text.substr(7, 2);
    return tag == "F " || tag == "P " ? text.substr(9) : text;
}

/// "<34>" in front of a syslog line; its last three bits are the severity.
std::string_view takePriority(std::string_view text, ParsedLine &line)
{
    const std::size_t close = text.substr(0, 6).find('>');
    if (!text.starts_with('<') || close == std::string_view::npos)
        return text;
    const auto priority = wholeNumber(text.substr(1, close - 1));
    if (!priority || *priority < 0 || *priority > 191)
        return text;
    line.level = *logLevelFromNumber(*priority % 8);
    text.remove_prefix(close + 1);
    const bool versioned = text.size() > 2 && isDigit(text[0]) && text[1] == ' ' && isDigit(text[2]); // RFC 5424
    return versioned ? text.substr(2) : text;
}

/// "host tag[pid]: message" behind syslog's time.
std::string_view takeTag(std::string_view text, ParsedLine &line)
{
    const std::size_t host = text.find(' ');
    if (host == std::string_view::npos || host > 64)
        return text;
    const std::string_view rest = text.substr(host + 1);
    const std::size_t colon = rest.substr(0, 80).find(':');
    std::string_view tag = rest.substr(0, colon == std::string_view::npos ? 0 : colon);
    if (tag.empty() || tag.find(' ') != std::string_view::npos)
        return text;
    if (const std::size_t bracket = tag.find('['); bracket != std::string_view::npos)
        tag = tag.substr(0, bracket);
    line.service = tag;
    return trimmed(rest.substr(colon + 1));
}

/// "I1125 01:42:26.123456  1234 file.go:12] message"
bool takeKlog(std::string_view text, ParsedLine &line, const ClockContext &context)
{
    static constexpr std::string_view letters = "IWEF";
    static constexpr LogLevel levels[] = { LogLevel::Info, LogLevel::Warning, LogLevel::Error, LogLevel::Critical };
    const std::size_t letter = text.size() > 20 && isDigit(text[1]) ? letters.find(text[0]) : std::string_view::npos;
    if (letter == std::string_view::npos)
        return false;
    const auto stamp = klogTime(text.substr(1), context);
    const std::size_t close = stamp ? text.find("] ") : std::string_view::npos;
    if (close == std::string_view::npos)
        return false;
    line.t = stamp->t;
    line.level = levels[letter];
    line.message = text.substr(close + 2);
    return true;
}

/// `1.2.3.4 - user [25/Nov/2026:01:42:26 +0000] "GET / HTTP/1.1" 200 12`: the status tells the level.
bool takeAccess(std::string_view text, ParsedLine &line, const ClockContext &context)
{
    const std::size_t open = text.substr(0, kAccessHead).find('[');
    if (open == std::string_view::npos || open == 0)
        return false;
    const auto stamp = leadingTime(text.substr(open + 1), context);
    if (!stamp || !text.substr(open + 1 + stamp->length).starts_with("] "))
        return false;
    line.t = stamp->t;
    const std::string_view request = text.substr(open + stamp->length + 3);
    const std::size_t close = request.find("\" ");
    if (request.starts_with('"') && close != std::string_view::npos && close + 5 <= request.size()) {
        const auto status = wholeNumber(request.substr(close + 2, 3));
        line.level = !status || *status < 100 ? LogLevel::Unknown : *status >= 500 ? LogLevel::Error : *status >= 400 ? LogLevel::Warning : LogLevel::Info;
    }
    line.message = request;
    return true;
}

/// A time at the beginning, bare or in brackets; the rest of the text.
std::string_view takeTime(std::string_view text, ParsedLine &line, const ClockContext &context)
{
    const bool bracket = text.starts_with('[');
    const auto stamp = leadingTime(text.substr(bracket), context);
    if (!stamp || (bracket && text.substr(1 + stamp->length, 1) != "]"))
        return text;
    line.t = stamp->t;
    const bool syslog = !bracket && (text[0] >= 'A' || line.level != LogLevel::Unknown); // named month, or behind a priority
    std::string_view rest = trimmed(text.substr(stamp->length + (bracket ? 2 : 0)));
    return syslog ? takeTag(rest, line) : withoutContainerHead(rest);
}

bool takeStructure(std::string_view text, ParsedLine &line, const ClockContext &context)
{
    using Shape = ParsedLine::Shape;
    const bool brace = text.starts_with('{');
    auto fields = brace ? jsonFields(text) : logfmtFields(text);
    if (!fields)
        return false;
    line.shape = brace ? Shape::Json : Shape::Logfmt;
    line.fields = *std::move(fields);
    takeFields(line, context);
    const auto *message = fieldOf(line.fields, { "msg", "message", "log", "event", "text", "body" });
    line.message = message ? std::string(trimmed(*message)) : std::string(text);
    return true;
}

void takeText(std::string_view text, ParsedLine &line, const ClockContext &context)
{
    if (takeKlog(text, line, context) || takeAccess(text, line, context))
        return;
    text = takeTime(takePriority(text, line), line, context);
    if (!text.empty() && takeStructure(text, line, context))
        return;
    line.message = text;
    if (line.level == LogLevel::Unknown)
        line.level = logLevelIn(text);
}

} // namespace

ParsedLine parseLogLine(std::string_view bytes, const ClockContext &context)
{
    ParsedLine line;
    const std::string_view text = trimmed(bytes);
    if (text.empty())
        return line;
    if (!text.starts_with('{') || !takeStructure(text, line, context)) {
        takeText(text, line, context);
        return line;
    }
    // A container's JSON wraps the program's own line, which may have a shape of its own.
    if (line.level == LogLevel::Unknown && fieldOf(line.fields, { "log" })) {
        ParsedLine inner;
        const std::string wrapped = line.message;
        if (!wrapped.starts_with('{') || !takeStructure(wrapped, inner, context))
            takeText(wrapped, inner, context);
        line.level = inner.level;
        line.t = inner.t ? inner.t : line.t;
        line.service = inner.service.empty() ? line.service : inner.service;
        line.message = std::move(inner.message);
    }
    if (line.level == LogLevel::Unknown)
        line.level = logLevelIn(line.message);
    return line;
}

} // namespace lepto
