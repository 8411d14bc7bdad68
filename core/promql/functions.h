#pragma once

#include "core/promql/ast.h"

#include <span>
#include <string_view>

namespace lepto::promql {

/// How a function works, which decides the part of the evaluator that runs it.
enum class FunctionKind { Math, Window, Label, Time, Histogram, NativeHistogram, Info, Sort, Special };

/// Signature of one function, as of Prometheus 3.
struct Function {
    std::string_view name;
    FunctionKind kind = FunctionKind::Math;
    std::vector<ValueType> args;
    int variadic = 0; ///< how many of the last arguments may be left out; -1: the last may repeat, or be left out
    ValueType result = ValueType::Vector;
};

/// Null where there is none of that name (names are case sensitive).
const Function *findFunction(std::string_view name);
std::span<const Function> allFunctions();

} // namespace lepto::promql
