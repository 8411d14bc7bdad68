#pragma once

#include "core/alerts/alert.h"

namespace lepto {

/// Reads `severity="critical", instance=~"db-.*"`, with or without braces around it. Names and values may stand in double quotes; a name
/// that is more than letters, digits, _ and : must (Alertmanager 0.27 and newer know such names). In quotes \\, \" and \n are escapes and
/// any other backslash is itself, which is how every version of Alertmanager reads them.
/// Errors: BadInput with the character (from 1) in the reason; `problemAt` gets it as an index from 0. Regular expressions are checked.
Result<std::vector<SilenceMatcher>> parseMatchers(const QString &text, qsizetype *problemAt = nullptr);

/// One matcher in the form that all versions of Alertmanager read back as it is.
QString matcherText(const SilenceMatcher &matcher);
/// `{a="b", c=~"d.*"}`
QString matchersText(const std::vector<SilenceMatcher> &matchers);

} // namespace lepto
