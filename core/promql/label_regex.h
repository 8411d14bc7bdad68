#pragma once

#include "core/store/store.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QRegularExpression;

namespace lepto::promql {

/// A label regular expression: anchored at both ends, dot matches everything, limited against runaway backtracking.
/// Immutable and cheap to copy; matching is thread-safe.
class LabelRegex {
public:
    /// Errors: BadInput with the pattern as subject.
    static Result<LabelRegex> compile(std::string_view pattern);
    bool matches(std::string_view text) const;
    /// `replacement` with $1, ${1}, $name and $$ filled from the match of `text`; nothing where it does not match.
    std::optional<std::string> expand(std::string_view text, std::string_view replacement) const;

private:
    std::shared_ptr<const QRegularExpression> m_regex;
    std::vector<std::string> m_literals; ///< of a plain `a|b|c`, compared without a regular expression
};

/// A matcher ready to be applied to many values.
class CompiledMatcher {
public:
    static Result<CompiledMatcher> compile(const Matcher &matcher);
    bool matches(const Labels &labels) const { return matchesValue(labels.get(m_name)); }
    bool matchesValue(std::string_view value) const;

private:
    Matcher::Kind m_kind = Matcher::Kind::Equal;
    std::string m_name, m_value;
    LabelRegex m_regex;
};

} // namespace lepto::promql
