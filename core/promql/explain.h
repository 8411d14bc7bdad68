#pragma once

#include "core/promql/profile.h"

#include <QString>

#include <optional>

namespace lepto::promql {

/// What a node does, as a code with parameters; explainWords() makes one sentence of it.
enum class NodeMeaning {
    Number,
    Text,
    Select, ///< {selector}
    SelectRange, ///< {selector, range}
    Subquery, ///< {range, step}
    Negate,
    Arithmetic, ///< {operator}
    Compare, ///< {operator}
    CompareBool, ///< {operator}
    And,
    Or,
    Unless,
    Aggregate, ///< {operator}
    AggregateBy, ///< {operator, labels}
    AggregateWithout, ///< {operator, labels}
    Call, ///< {function}
    Group
};

struct ExplainNode {
    NodeMeaning meaning = NodeMeaning::Number;
    std::vector<std::string> params;
    std::vector<std::pair<std::string, std::string>> clauses; ///< "on", "ignoring", "group_left", "group_right", "offset", "at"
    ValueType type = ValueType::Scalar;
    std::string text; ///< canonical, in one line
    std::size_t at = 0, end = 0; ///< in the query
    std::optional<NodeCost> cost; ///< where a profile was given and the node was evaluated
    std::vector<ExplainNode> children;
};

/// The expression as a tree for reading: parentheses are left out, the rest is node by node. Pure.
ExplainNode explain(const Expr &expr, const Profile *profile = nullptr);

/// One sentence of what a node does with what its children give.
QString explainWords(const ExplainNode &node);

} // namespace lepto::promql
