#pragma once

#include "core/remediate/parameter.h"

namespace lepto {

/// `{{name}}` inside one text. The value goes in as it is, once: never split, never read again for more holes, no expressions.
namespace argumenttemplate {

/// The names in order. Errors: BadInput for unmatched braces and for names that are not among the parameters.
Result<QStringList> holesOf(const QString &text, const std::vector<Parameter> &parameters);
/// The holes filled; `text` has passed holesOf.
QString fill(const QString &text, const ParameterValues &values);

/// An argument list may be run when: the program is an absolute path or a parameter of type path, no shell is given a command
/// text, and no element that begins with a parameter could be taken for an option (unless a literal "--" stands before it).
Result<void> checkArgv(const QStringList &argv, const std::vector<Parameter> &parameters);

/// In PromQL a hole stands inside a double-quoted string (the value is escaped there, and for =~ and !~ quoted as a literal), or
/// it is of a number type. Errors: BadInput.
Result<void> checkExpr(const QString &expr, const std::vector<Parameter> &parameters);
QString fillExpr(const QString &expr, const ParameterValues &values);

} // namespace argumenttemplate

} // namespace lepto
