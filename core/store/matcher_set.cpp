#include "core/store/matcher_set.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <memory>

namespace lepto {

namespace {

constexpr std::size_t kLongestPattern = 16 * 1024;
constexpr std::string_view kSpecial = "\\.+*?()[]{}^$|";

bool isPlain(std::string_view text)
{
    return text.find_first_of(kSpecial) == std::string_view::npos;
}

/// "a|b|c" as its words; nothing where an engine is needed.
std::vector<std::string> plainWords(std::string_view pattern)
{
    std::vector<std::string> words;
    for (std::size_t from = 0; from <= pattern.size();) {
        const std::size_t end = std::min(pattern.find('|', from), pattern.size());
        const std::string_view word = pattern.substr(from, end - from);
        if (!isPlain(word))
            return {};
        words.emplace_back(word);
        from = end + 1;
    }
    std::sort(words.begin(), words.end());
    return words;
}

using Test = std::function<bool(std::string_view)>;

/// Each distinct value is tried once: series share their values.
Test engineTest(QRegularExpression regex)
{
    auto known = std::make_shared<std::unordered_map<std::string, bool>>();
    return [regex = std::move(regex), known](std::string_view value) {
        const auto [at, fresh] = known->try_emplace(std::string(value), false);
        if (fresh)
            at->second = regex.match(qstr(value)).hasMatch();
        return at->second;
    };
}

Result<Test> regexTest(const std::string &pattern)
{
    const auto bad = [&pattern](const QString &reason) {
        return Error { ErrorCode::BadInput, pattern.substr(0, 200), utf8(reason) };
    };
    if (pattern.size() > kLongestPattern)
        return bad(QCoreApplication::translate("Store", "the regular expression is longer than 16 KiB"));
    if (pattern == ".*")
        return Test([](std::string_view) { return true; });
    if (pattern == ".+")
        return Test([](std::string_view value) { return !value.empty(); });
    if (pattern.ends_with(".*") && isPlain(std::string_view(pattern).substr(0, pattern.size() - 2)))
        return Test(
            [prefix = pattern.substr(0, pattern.size() - 2)](std::string_view value) { return value.starts_with(prefix); });
    QRegularExpression regex(QStringLiteral("\\A(?:%1)\\z").arg(qstr(pattern)), QRegularExpression::DotMatchesEverythingOption);
    if (!regex.isValid())
        return bad(QCoreApplication::translate("Store", "the regular expression is not valid: %1").arg(regex.errorString()));
    return engineTest(std::move(regex));
}

} // namespace

Result<CompiledMatcher> CompiledMatcher::compile(const Matcher &matcher)
{
    CompiledMatcher compiled;
    compiled.m_name = matcher.name;
    compiled.m_negative = matcher.kind == Matcher::Kind::NotEqual || matcher.kind == Matcher::Kind::NotRegex;
    const bool regex = matcher.kind == Matcher::Kind::Regex || matcher.kind == Matcher::Kind::NotRegex;
    const auto words = regex ? plainWords(matcher.value) : std::vector<std::string> { matcher.value };
    if (!words.empty()) {
        compiled.m_test = [words](std::string_view value) { return std::binary_search(words.begin(), words.end(), value); };
        if (!compiled.m_negative && !words.front().empty())
            compiled.m_candidates = words;
        return compiled;
    }
    auto test = regexTest(matcher.value);
    if (!test)
        return test.error();
    compiled.m_test = std::move(*test);
    return compiled;
}

Result<MatcherSet> MatcherSet::compile(std::span<const Matcher> matchers)
{
    MatcherSet set;
    for (const Matcher &matcher : matchers) {
        auto compiled = CompiledMatcher::compile(matcher);
        if (!compiled)
            return compiled.error();
        set.m_matchers.push_back(std::move(*compiled));
    }
    return set;
}

bool MatcherSet::matches(const Labels &labels) const
{
    return std::all_of(m_matchers.begin(), m_matchers.end(),
        [&labels](const CompiledMatcher &matcher) { return matcher.matches(labels.get(matcher.name())); });
}

} // namespace lepto
