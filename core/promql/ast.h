#pragma once

#include "core/promql/duration_expr.h"
#include "core/promql/value.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lepto::promql {

struct Node;
using NodePtr = std::shared_ptr<const Node>;
struct Function;

enum class BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Pow,
    Atan2,
    Equal,
    NotEqual,
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    And,
    Or,
    Unless
};
enum class AggregateOp {
    Sum,
    Avg,
    Min,
    Max,
    Count,
    Group,
    Stddev,
    Stdvar,
    TopK,
    BottomK,
    Quantile,
    CountValues,
    LimitK,
    LimitRatio
};

struct NumberLiteral {
    double value = 0;
    bool duration = false; ///< written as one ("5m"); the value is in seconds
};

struct StringLiteral {
    std::string value;
};

/// `offset` and `@`, in either order.
struct TimeShift {
    enum class At { None, Time, Start, End };
    Duration offset; ///< null: none
    At at = At::None;
    TimeMs time = 0; ///< of At::Time
};

struct VectorSelector {
    std::string name; ///< before the braces; empty where only matchers are given
    std::vector<Matcher> matchers; ///< the name among them
    TimeShift shift;
};

struct MatrixSelector {
    VectorSelector selector;
    Duration range;
};

struct Subquery {
    NodePtr expr;
    Duration range, step; ///< step null: Limits::subqueryStep
    TimeShift shift;
};

struct Unary {
    bool negative = false;
    NodePtr expr;
};

struct VectorMatching {
    enum class Card { OneToOne, ManyToOne, OneToMany, ManyToMany };
    Card card = Card::OneToOne;
    bool on = false; ///< labels are the ones to match on; else the ones to ignore
    bool given = false; ///< on(...) or ignoring(...) was written
    std::vector<std::string> labels, include;
};

struct Binary {
    BinaryOp op = BinaryOp::Add;
    NodePtr left, right;
    bool returnBool = false;
    VectorMatching matching;
};

struct Aggregation {
    AggregateOp op = AggregateOp::Sum;
    NodePtr parameter, expr; ///< parameter null where the operator takes none
    std::vector<std::string> grouping;
    bool without = false;
};

struct Call {
    const Function *function = nullptr; ///< of the static table
    std::vector<NodePtr> args;
};

struct Paren {
    NodePtr expr;
};

/// One node of a checked expression. Immutable; trees share freely between threads.
struct Node {
    std::variant<NumberLiteral, StringLiteral, VectorSelector, MatrixSelector, Subquery, Unary, Binary, Aggregation, Call, Paren>
        what;
    ValueType type = ValueType::Scalar;
    std::size_t at = 0; ///< byte offset in the query that errors name: of a binary node its operator
    std::size_t end = 0; ///< behind its last byte
    int depth = 1; ///< limited by the parser, so that recursion over a tree is safe
};

/// Calls `visit(const Node &)` for the nodes right below this one, from left to right.
template <typename Visit>
void forEachChild(const Node &node, const Visit &visit)
{
    const auto each = [&visit](const auto &...children) { ((children ? visit(*children) : void()), ...); };
    std::visit(
        [&](const auto &what) {
            if constexpr (requires { what.left; })
                each(what.left, what.right);
            else if constexpr (requires { what.parameter; })
                each(what.parameter, what.expr);
            else if constexpr (requires { what.expr; })
                each(what.expr);
            else if constexpr (requires { what.args; })
                std::for_each(what.args.begin(), what.args.end(), each);
        },
        node.what);
}

/// A parsed and type-checked expression. A cheap, immutable value.
class Expr {
public:
    Expr(NodePtr root, std::string query)
        : m_root(std::move(root))
        , m_query(std::make_shared<const std::string>(std::move(query)))
    { }

    const Node &root() const { return *m_root; }
    ValueType type() const { return m_root->type; }
    const std::string &query() const { return *m_query; } ///< as it was written
    /// Canonical text: parses back to the same expression.
    std::string text() const;
    /// Every selector of the expression, in order of appearance.
    std::vector<const VectorSelector *> selectors() const;

private:
    NodePtr m_root;
    std::shared_ptr<const std::string> m_query;
};

bool isComparison(BinaryOp op);
bool isSetOperator(BinaryOp op);
std::string_view operatorText(BinaryOp op);
std::string_view operatorText(AggregateOp op);
std::string_view typeText(ValueType type); ///< "instant vector", ... as in Prometheus's messages
/// Where the text of a node begins.
std::size_t startOf(const Node &node);
/// The node inside any number of parentheses.
const Node &unwrapped(const Node &node);

} // namespace lepto::promql
