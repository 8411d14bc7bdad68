#pragma once

#include "core/promql/ast.h"

#include <cmath>

namespace lepto::promql {

/// Calls `body` with the operator as a function object of two doubles: it answers bool for a comparison, double
/// otherwise. The switch stays out of the loops this way. Not for set operators.
template <typename Body>
void withOperator(BinaryOp op, Body body)
{
    switch (op) {
    case BinaryOp::Add:
        return body([](double a, double b) { return a + b; });
    case BinaryOp::Sub:
        return body([](double a, double b) { return a - b; });
    case BinaryOp::Mul:
        return body([](double a, double b) { return a * b; });
    case BinaryOp::Div:
        return body([](double a, double b) { return a / b; });
    case BinaryOp::Mod:
        return body([](double a, double b) { return std::fmod(a, b); });
    case BinaryOp::Pow:
        return body([](double a, double b) { return std::pow(a, b); });
    case BinaryOp::Atan2:
        return body([](double a, double b) { return std::atan2(a, b); });
    case BinaryOp::Equal:
        return body([](double a, double b) { return a == b; });
    case BinaryOp::NotEqual:
        return body([](double a, double b) { return a != b; });
    case BinaryOp::Less:
        return body([](double a, double b) { return a < b; });
    case BinaryOp::Greater:
        return body([](double a, double b) { return a > b; });
    case BinaryOp::LessEqual:
        return body([](double a, double b) { return a <= b; });
    case BinaryOp::GreaterEqual:
        return body([](double a, double b) { return a >= b; });
    case BinaryOp::And:
    case BinaryOp::Or:
    case BinaryOp::Unless:
        return;
    }
}

} // namespace lepto::promql
