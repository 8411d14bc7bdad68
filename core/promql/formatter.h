#pragma once

#include "core/promql/ast.h"

namespace lepto::promql {

/// The expression over several lines, indented by two blanks: a node whose text is longer than `width` is broken at its
/// operator or its parentheses, as Prometheus' formatter does. Parses back to the same expression.
std::string formatted(const Expr &expr, std::size_t width = 100);

} // namespace lepto::promql
