#pragma once

#include "core/store/store.h"

#include <functional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lepto {

/// One matcher made ready for many values. A regular expression is anchored; alternatives of plain words and a plain prefix
/// are compared without the engine, everything else goes through QRegularExpression with its match limit.
class CompiledMatcher {
public:
    /// Errors: BadInput with the expression and what is wrong in it.
    static Result<CompiledMatcher> compile(const Matcher &matcher);

    const std::string &name() const { return m_name; }
    bool matches(std::string_view value) const { return m_test(value) != m_negative; }
    /// The values that can match, where they are few and known; empty where any value may.
    const std::vector<std::string> &candidates() const { return m_candidates; }

private:
    std::string m_name;
    bool m_negative = false;
    std::vector<std::string> m_candidates;
    std::function<bool(std::string_view)> m_test;
};

/// All matchers of a selector.
class MatcherSet {
public:
    static Result<MatcherSet> compile(std::span<const Matcher> matchers);

    bool matches(const Labels &labels) const;
    const std::vector<CompiledMatcher> &matchers() const { return m_matchers; }

private:
    std::vector<CompiledMatcher> m_matchers;
};

} // namespace lepto
