#include "core/logs/log_level.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace lepto {

namespace {

struct Word {
    std::string_view text;
    LogLevel level;
};

constexpr Word kWords[] = {
    { "error", LogLevel::Error }, { "err", LogLevel::Error }, { "eror", LogLevel::Error }, { "severe", LogLevel::Error },
    { "warning", LogLevel::Warning }, { "warn", LogLevel::Warning }, { "wrn", LogLevel::Warning },
    { "info", LogLevel::Info }, { "inf", LogLevel::Info }, { "information", LogLevel::Info }, { "informational", LogLevel::Info },
    { "notice", LogLevel::Notice },
    { "debug", LogLevel::Debug }, { "dbg", LogLevel::Debug }, { "fine", LogLevel::Debug },
    { "trace", LogLevel::Trace }, { "trc", LogLevel::Trace }, { "finer", LogLevel::Trace }, { "finest", LogLevel::Trace },
    { "fatal", LogLevel::Critical }, { "ftl", LogLevel::Critical }, { "critical", LogLevel::Critical }, { "crit", LogLevel::Critical },
    { "alert", LogLevel::Critical }, { "emerg", LogLevel::Critical }, { "emergency", LogLevel::Critical }, { "panic", LogLevel::Critical },
};
constexpr std::size_t kLongestWord = 13;
constexpr std::size_t kLookAt = 160; ///< bytes of a text that may hold its level

bool isLetter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool isUpper(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Whether the word stands out from a sentence by what is around it.
bool isMarked(std::string_view text, std::size_t from, std::size_t to)
{
    const char before = from > 0 ? text[from - 1] : ' ';
    const char after = to < text.size() ? text[to] : ' ';
    const bool closed = (before == '[' && (after == ']' || after == ':')) || (before == '(' && after == ')') || (before == '<' && after == '>')
        || (before == '|' && after == '|') || (before == ':' && after == ']');
    const bool head = from == 0 && (after == ':' || after == '[');
    const bool field = before == '=' && from >= 6 && (text.substr(from - 6, 6) == "level=" || text.substr(from - 4, 4) == "lvl=");
    return closed || head || field;
}

} // namespace

std::string_view logLevelText(LogLevel level)
{
    static constexpr std::array<std::string_view, kLogLevels> texts { "unknown", "trace", "debug", "info", "notice", "warning", "error", "critical" };
    return texts[std::size_t(level) < texts.size() ? std::size_t(level) : 0];
}

std::optional<LogLevel> logLevelFrom(std::string_view word)
{
    if (word.size() < 3 || word.size() > kLongestWord)
        return std::nullopt;
    char lower[kLongestWord];
    std::transform(word.begin(), word.end(), lower, [](char c) { return isLetter(c) ? char(c | 0x20) : c; });
    for (const Word &known : kWords) {
        if (known.text.size() == word.size() && std::memcmp(known.text.data(), lower, word.size()) == 0)
            return known.level;
    }
    return std::nullopt;
}

std::optional<LogLevel> logLevelFromNumber(int number)
{
    static constexpr LogLevel severities[] = { LogLevel::Critical, LogLevel::Critical, LogLevel::Critical, LogLevel::Error, LogLevel::Warning,
        LogLevel::Notice, LogLevel::Info, LogLevel::Debug };
    static constexpr LogLevel tens[] = { LogLevel::Trace, LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error, LogLevel::Critical };
    if (number >= 0 && number <= 7)
        return severities[number];
    if (number >= 10 && number <= 60 && number % 10 == 0)
        return tens[number / 10 - 1];
    return std::nullopt;
}

LogLevel logLevelIn(std::string_view text)
{
    const std::string_view head = text.substr(0, kLookAt);
    for (std::size_t i = 0; i < head.size();) {
        if (!isLetter(head[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < head.size() && isLetter(head[end]))
            ++end;
        const std::string_view word = head.substr(i, end - i);
        if (isUpper(word) || isMarked(head, i, end)) {
            if (const auto level = logLevelFrom(word))
                return *level;
        }
        i = end;
    }
    return text.starts_with("Traceback (most recent call last)") ? LogLevel::Error : LogLevel::Unknown;
}

} // namespace lepto
