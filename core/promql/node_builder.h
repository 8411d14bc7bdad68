#pragma once

#include "core/promql/ast.h"

namespace lepto::promql {

/// Makes checked nodes: operand types, arguments, matching clauses, depth. Each throws SyntaxError at the offending node.
NodePtr makeNumber(double value, bool duration, std::size_t at);
NodePtr makeString(std::string value, std::size_t at);
/// `any`: it may match every series.
NodePtr makeSelector(VectorSelector selector, bool any, std::size_t at);
NodePtr makeUnary(bool negative, NodePtr expr, std::size_t at);
NodePtr makeBinary(Binary binary, std::size_t at);
NodePtr makeAggregation(Aggregation aggregation, std::size_t at);
NodePtr makeCall(const Function &function, std::vector<NodePtr> args, std::size_t at);
NodePtr makeParen(NodePtr expr, std::size_t at);
/// `selector[range]`: only for a plain selector without offset and @.
NodePtr makeMatrix(const Node &selector, Duration range, std::size_t at);
NodePtr makeSubquery(Subquery subquery, std::size_t at);
/// `node` with an offset or @ more; only selectors and subqueries take each once.
NodePtr withOffset(const Node &node, Duration offset, std::size_t at);
NodePtr withTime(const Node &node, TimeShift::At kind, TimeMs time, std::size_t at);

} // namespace lepto::promql
