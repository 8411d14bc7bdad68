#pragma once

#include "core/alerts/alert.h"
#include "core/alerts/go_pattern.h"

namespace lepto {

/// Matchers ready to be applied to alerts, judging as Alertmanager does: all must hold, and a label that is absent has the empty value.
class AlertFilter {
public:
    AlertFilter() = default;                       ///< matches everything
    /// Errors: BadInput with the regular expression that is not valid.
    static Result<AlertFilter> compile(const std::vector<SilenceMatcher> &matchers);
    /// Errors: of parseMatchers and compile; an empty text matches everything.
    static Result<AlertFilter> parse(const QString &text);

    bool matches(const Labels &labels) const;
    /// Holds even where there are no labels; Alertmanager refuses such a silence.
    bool matchesEmpty() const { return matches(Labels()); }
    /// Each matcher holds for nearly any value (`.+`, `.*`, `!=` of one value): what is left out are exceptions.
    bool matchesNearlyAll() const;

private:
    struct One {
        SilenceMatcher matcher;
        std::string name;
        GoPattern pattern;
        bool holds(const QString &value) const;
    };
    std::vector<One> m_all;
};

} // namespace lepto
