#pragma once

#include "core/promql/ast.h"
#include "core/promql/lexer.h"

namespace lepto::promql {

constexpr int kUnaryPrecedence = 5;

/// A binary operator and how strongly it binds; only ^ associates to the right.
struct Operator {
    BinaryOp op;
    int precedence;
};
/// Nothing where the token is none.
std::optional<Operator> binaryOperator(const Token &token);
std::optional<AggregateOp> aggregateOperator(const Token &token);
/// Whether an aggregation has an argument before its vector, as topk(3, v).
bool takesParameter(AggregateOp op);

} // namespace lepto::promql
