#pragma once

#include "core/promql/ast.h"
#include "core/promql/syntax_error.h"

namespace lepto::promql {

/// Makes checked nodes: operand types, arguments, matching clauses, depth. Each throws SyntaxError at the offending node.
/// A span's `at` is the place that errors name.
/// What takes the place of a node with a type error, so that the rest can still be checked.
NodePtr standIn(ValueType type, Span span);
NodePtr makeNumber(double value, bool duration, Span span);
NodePtr makeString(std::string value, Span span);
/// `any`: it may match every series.
NodePtr makeSelector(VectorSelector selector, bool any, Span span);
NodePtr makeUnary(bool negative, NodePtr expr, Span span);
NodePtr makeBinary(Binary binary, Span span);
NodePtr makeAggregation(Aggregation aggregation, Span span);
NodePtr makeCall(const Function &function, std::vector<NodePtr> args, Span span);
NodePtr makeParen(NodePtr expr, Span span);
/// `selector[range]`: only for a plain selector without offset and @.
NodePtr makeMatrix(const Node &selector, Duration range, Span span);
NodePtr makeSubquery(Subquery subquery, Span span);
/// `node` with an offset or @ more; only selectors and subqueries take each once.
NodePtr withOffset(const Node &node, Duration offset, Span span);
NodePtr withTime(const Node &node, TimeShift::At kind, TimeMs time, Span span);

} // namespace lepto::promql
