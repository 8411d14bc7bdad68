#pragma once

#include "core/promql/ast.h"
#include "core/promql/syntax_error.h"

#include <string_view>

namespace lepto::promql {

/// Parses and type-checks one PromQL expression (the language of Prometheus 3, without native-histogram literals).
/// Input is untrusted: at most 64 KiB, nesting at most 200 deep. Pure; any thread.
/// Errors: BadInput with "line:column" as subject and what was unexpected as reason.
Result<Expr> parse(std::string_view query);

/// An expression, or every error that could be found: the parser goes on behind a type error, and ends at a syntax error.
struct ParseOutcome {
    std::optional<Expr> expr;
    std::vector<SyntaxError> errors; ///< in the order in which they were found; at most 16
};
ParseOutcome parseWithErrors(std::string_view query);

} // namespace lepto::promql
