#include "core/promql/label_regex.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <charconv>

namespace lepto::promql {

namespace {

constexpr std::size_t kLongestPattern = 64 * 1024;

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

QString groupText(const QRegularExpressionMatch &match, std::string_view name)
{
    int index = 0;
    const auto result = std::from_chars(name.data(), name.data() + name.size(), index);
    if (result.ec == std::errc() && result.ptr == name.data() + name.size())
        return index <= match.lastCapturedIndex() ? match.captured(index) : QString();
    return match.regularExpression().namedCaptureGroups().contains(qstr(name)) ? match.captured(qstr(name)) : QString();
}

/// Length of the group reference after a '$' and its name; 0 where it is none.
std::pair<std::size_t, std::string_view> groupReference(std::string_view text)
{
    if (text.starts_with('{')) {
        const std::size_t close = text.find('}');
        return close == std::string_view::npos ? std::pair(std::size_t(0), std::string_view())
                                               : std::pair(close + 1, text.substr(1, close - 1));
    }
    std::size_t length = 0;
    while (length < text.size() && isNameChar(text[length]))
        ++length;
    return { length, text.substr(0, length) };
}

std::vector<std::string> literalsOf(std::string_view pattern)
{
    if (pattern.find_first_of("\\.+*?()[]{}^$") != std::string_view::npos)
        return {};
    std::vector<std::string> literals;
    for (std::size_t start = 0; start <= pattern.size();) {
        const std::size_t bar = std::min(pattern.find('|', start), pattern.size());
        literals.emplace_back(pattern.substr(start, bar - start));
        start = bar + 1;
    }
    return literals;
}

} // namespace

Result<LabelRegex> LabelRegex::compile(std::string_view pattern)
{
    if (pattern.size() > kLongestPattern)
        return Error { ErrorCode::BadInput, std::string(pattern.substr(0, 80)), "regular expression is longer than 64 KiB" };
    // Recursion depth and backtracking are bounded inside the pattern, since QRegularExpression has no setting for it.
    const QString anchored
        = QStringLiteral("(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=10000)^(?:") + qstr(pattern) + QStringLiteral(")\\z");
    auto regex = std::make_shared<QRegularExpression>(anchored, QRegularExpression::DotMatchesEverythingOption);
    if (!regex->isValid() || !QRegularExpression(qstr(pattern)).isValid())
        return Error { ErrorCode::BadInput, std::string(pattern), "invalid regular expression: " + utf8(regex->errorString()) };
    LabelRegex result;
    result.m_regex = std::move(regex);
    result.m_literals = literalsOf(pattern);
    return result;
}

bool LabelRegex::matches(std::string_view text) const
{
    if (!m_literals.empty())
        return std::find(m_literals.begin(), m_literals.end(), text) != m_literals.end();
    return m_regex && m_regex->match(qstr(text)).hasMatch();
}

std::optional<std::string> LabelRegex::expand(std::string_view text, std::string_view replacement) const
{
    const QRegularExpressionMatch match = m_regex->match(qstr(text));
    if (!match.hasMatch())
        return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < replacement.size();) {
        if (replacement[i] != '$') {
            out += replacement[i++];
            continue;
        }
        ++i;
        if (i < replacement.size() && replacement[i] == '$') {
            out += replacement[i++];
            continue;
        }
        const auto [length, name] = groupReference(replacement.substr(i));
        out += length == 0 ? std::string("$") : utf8(groupText(match, name));
        i += length;
    }
    return out;
}

Result<CompiledMatcher> CompiledMatcher::compile(const Matcher &matcher)
{
    CompiledMatcher result;
    result.m_kind = matcher.kind;
    result.m_name = matcher.name;
    result.m_value = matcher.value;
    if (matcher.kind == Matcher::Kind::Regex || matcher.kind == Matcher::Kind::NotRegex) {
        auto regex = LabelRegex::compile(matcher.value);
        if (!regex)
            return regex.error();
        result.m_regex = *regex;
    }
    return result;
}

bool CompiledMatcher::matchesValue(std::string_view value) const
{
    switch (m_kind) {
    case Matcher::Kind::Equal:
        return value == m_value;
    case Matcher::Kind::NotEqual:
        return value != m_value;
    case Matcher::Kind::Regex:
        return m_regex.matches(value);
    case Matcher::Kind::NotRegex:
        return !m_regex.matches(value);
    }
    return false;
}

} // namespace lepto::promql
