#pragma once

#include "core/promql/ast.h"

#include <unordered_map>

namespace lepto::promql {

/// What one node of an expression cost in an evaluation.
struct NodeCost {
    std::size_t evaluations = 0; ///< more than one inside a subquery that is asked again
    std::size_t series = 0; ///< of its result
    std::size_t samples = 0; ///< raw samples of a range, else values of its result
    double seconds = 0; ///< with its children
};

/// By the nodes of one Expr; only valid while that lives.
using Profile = std::unordered_map<const Node *, NodeCost>;

} // namespace lepto::promql
