#pragma once

#include "core/promql/ast.h"

#include <string_view>

namespace lepto::promql {

/// Parses and type-checks one PromQL expression (the language of Prometheus 3, without native-histogram literals).
/// Input is untrusted: at most 64 KiB, nesting at most 200 deep. Pure; any thread.
/// Errors: BadInput with "line:column" as subject and what was unexpected as reason.
Result<Expr> parse(std::string_view query);

} // namespace lepto::promql
