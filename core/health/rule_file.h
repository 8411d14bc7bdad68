#pragma once

#include "core/health/rule.h"

#include <QByteArray>

#include <vector>

namespace lepto {

/// Reads a rule file: YAML with `version: 1` and a list `rules`, nothing unknown, nothing twice, every expression checked.
/// Untrusted input: at most 256 KiB and 200 rules. `name` is for the error.
/// Errors: BadInput with "name:line" as subject; one bad rule refuses the file.
Result<std::vector<Rule>> readRules(const QByteArray &bytes, const QString &name);

/// All rules in force, and one sentence for each file that could not be used.
struct RuleSet {
    std::vector<Rule> rules;
    std::vector<Error> problems;
};

/// The shipped rules and then *.yaml of `userFolder` in order of name; a later rule replaces an earlier one with its id.
/// A broken file becomes a problem and hides no other. No folder is no problem.
RuleSet loadRules(const QString &userFolder);

} // namespace lepto
