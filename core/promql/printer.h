#pragma once

#include "core/promql/ast.h"

namespace lepto::promql {

/// Canonical text of a node, in one line.
std::string print(const Node &node);
/// `* bool on (a) group_left (b)`
std::string operatorWithMatching(const Binary &binary);
/// `sum by (a) `, with the blank that belongs before the parenthesis; `sum` alone without a grouping.
std::string aggregationHead(const Aggregation &aggregation);
/// Whether a name may stand without quotes; metrics may have colons.
bool isPlainName(std::string_view name, bool colons);
/// Name and matchers, without range, offset and @.
std::string bareSelector(const VectorSelector &selector);
/// `offset` and `@` with a leading blank each.
std::string shiftText(const TimeShift &shift);

} // namespace lepto::promql
