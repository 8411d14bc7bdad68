#include "core/promql/node_builder.h"

#include "core/promql/functions.h"
#include "core/promql/label_regex.h"
#include "core/promql/number_text.h"
#include "core/promql/syntax_error.h"

#include <algorithm>

namespace lepto::promql {

namespace {

constexpr int kDeepest = 200;

template <typename What>
NodePtr make(What what, ValueType type, std::size_t at, std::initializer_list<int> depths = {})
{
    Node node;
    node.what = std::move(what);
    node.type = type;
    node.at = at;
    for (int depth : depths)
        node.depth = std::max(node.depth, depth + 1);
    if (node.depth > kDeepest)
        throw SyntaxError(at, "expression is nested more than " + std::to_string(kDeepest) + " deep");
    return std::make_shared<const Node>(std::move(node));
}

std::string quotedType(ValueType type)
{
    return quoted(typeText(type));
}

bool matchesEmpty(const Matcher &matcher, std::size_t at)
{
    const auto compiled = CompiledMatcher::compile(matcher);
    if (!compiled)
        throw SyntaxError(at, compiled.error().reason + " in " + quoted(matcher.value.substr(0, 200)));
    return compiled->matchesValue("");
}

void checkSetOperator(const Binary &binary, std::size_t at)
{
    const bool vectors = binary.left->type == ValueType::Vector && binary.right->type == ValueType::Vector;
    if (!vectors)
        throw SyntaxError(at, "set operator " + quoted(operatorText(binary.op)) + " not allowed in binary scalar expression");
    const auto card = binary.matching.card;
    if (card == VectorMatching::Card::OneToMany || card == VectorMatching::Card::ManyToOne)
        throw SyntaxError(at, "no grouping allowed for " + quoted(operatorText(binary.op)) + " operation");
}

void checkMatching(const Binary &binary, std::size_t at)
{
    const VectorMatching &matching = binary.matching;
    const bool vectors = binary.left->type == ValueType::Vector && binary.right->type == ValueType::Vector;
    if (!vectors && matching.given)
        throw SyntaxError(at, "vector matching only allowed between instant vectors");
    if (!matching.on)
        return;
    for (const std::string &label : matching.labels) {
        if (std::find(matching.include.begin(), matching.include.end(), label) != matching.include.end())
            throw SyntaxError(at, "label " + quoted(label) + " must not occur in ON and GROUP clause at once");
    }
}

void checkType(const Node &node, ValueType wanted, const std::string &place)
{
    if (node.type != wanted)
        throw SyntaxError(node.at,
            "expected type " + std::string(typeText(wanted)) + " in " + place + ", got " + std::string(typeText(node.type)));
}

void checkArgumentCount(const Function &function, std::size_t given, std::size_t at)
{
    const std::size_t most = function.args.size();
    const std::size_t optional = function.variadic < 0 ? 1 : std::size_t(function.variadic);
    const std::string name = quoted(function.name);
    if (given < most - optional) {
        const std::string bound = function.variadic == 0 ? "" : "at least ";
        throw SyntaxError(at,
            "expected " + bound + std::to_string(most - optional) + " argument(s) in call to " + name + ", got "
                + std::to_string(given));
    }
    if (function.variadic >= 0 && given > most) {
        const std::string bound = function.variadic == 0 ? "" : "at most ";
        throw SyntaxError(at,
            "expected " + bound + std::to_string(most) + " argument(s) in call to " + name + ", got " + std::to_string(given));
    }
}

/// info() takes its second argument as a list of matchers, so it must be a bare selector without a metric name.
void checkInfoArgument(const Call &call)
{
    if (call.function->name != "info" || call.args.size() < 2)
        return;
    const auto *selector = std::get_if<VectorSelector>(&call.args[1]->what);
    if (!selector || !selector->name.empty())
        throw SyntaxError(
            call.args[1]->at, "expected label selectors only, without a metric name, as second argument of \"info\"");
}

TimeShift *shiftOf(Node &node)
{
    if (auto *selector = std::get_if<VectorSelector>(&node.what))
        return &selector->shift;
    if (auto *matrix = std::get_if<MatrixSelector>(&node.what))
        return &matrix->selector.shift;
    if (auto *subquery = std::get_if<Subquery>(&node.what))
        return &subquery->shift;
    return nullptr;
}

} // namespace

NodePtr makeNumber(double value, bool duration, std::size_t at)
{
    return make(NumberLiteral { value, duration }, ValueType::Scalar, at);
}

NodePtr makeString(std::string value, std::size_t at)
{
    return make(StringLiteral { std::move(value) }, ValueType::String, at);
}

NodePtr makeSelector(VectorSelector selector, bool any, std::size_t at)
{
    bool selective = any;
    for (const Matcher &matcher : selector.matchers)
        selective = !matchesEmpty(matcher, at) || selective;
    if (!selective)
        throw SyntaxError(at, "vector selector must contain at least one non-empty matcher");
    return make(std::move(selector), ValueType::Vector, at);
}

NodePtr makeUnary(bool negative, NodePtr expr, std::size_t at)
{
    if (expr->type != ValueType::Scalar && expr->type != ValueType::Vector)
        throw SyntaxError(
            at, "unary expression only allowed on expressions of type scalar or instant vector, got " + quotedType(expr->type));
    const ValueType type = expr->type;
    const int depth = expr->depth;
    return make(Unary { negative, std::move(expr) }, type, at, { depth });
}

NodePtr makeBinary(Binary binary, std::size_t at)
{
    for (const NodePtr &side : { binary.left, binary.right }) {
        if (side->type != ValueType::Scalar && side->type != ValueType::Vector)
            throw SyntaxError(side->at, "binary expression must contain only scalar and instant vector types");
    }
    const bool vectors = binary.left->type == ValueType::Vector || binary.right->type == ValueType::Vector;
    if (binary.returnBool && !isComparison(binary.op))
        throw SyntaxError(at, "bool modifier can only be used on comparison operators");
    if (isComparison(binary.op) && !binary.returnBool && !vectors)
        throw SyntaxError(at, "comparisons between scalars must use BOOL modifier");
    checkMatching(binary, at);
    if (isSetOperator(binary.op)) {
        checkSetOperator(binary, at);
        binary.matching.card = VectorMatching::Card::ManyToMany;
    }
    const int left = binary.left->depth, right = binary.right->depth;
    return make(std::move(binary), vectors ? ValueType::Vector : ValueType::Scalar, at, { left, right });
}

NodePtr makeAggregation(Aggregation aggregation, std::size_t at)
{
    checkType(*aggregation.expr, ValueType::Vector, "aggregation expression");
    if (aggregation.parameter) {
        const ValueType wanted = aggregation.op == AggregateOp::CountValues ? ValueType::String : ValueType::Scalar;
        checkType(*aggregation.parameter, wanted, "aggregation parameter");
    }
    const int inner = aggregation.expr->depth, parameter = aggregation.parameter ? aggregation.parameter->depth : 0;
    return make(std::move(aggregation), ValueType::Vector, at, { inner, parameter });
}

NodePtr makeCall(const Function &function, std::vector<NodePtr> args, std::size_t at)
{
    checkArgumentCount(function, args.size(), at);
    int depth = 0;
    for (std::size_t i = 0; i < args.size(); ++i) {
        checkType(*args[i], function.args[std::min(i, function.args.size() - 1)], "call to function " + quoted(function.name));
        depth = std::max(depth, args[i]->depth);
    }
    Call call { &function, std::move(args) };
    checkInfoArgument(call);
    return make(std::move(call), function.result, at, { depth });
}

NodePtr makeParen(NodePtr expr, std::size_t at)
{
    const ValueType type = expr->type;
    const int depth = expr->depth;
    return make(Paren { std::move(expr) }, type, at, { depth });
}

NodePtr makeMatrix(const Node &node, Duration range, std::size_t at)
{
    const auto *selector = std::get_if<VectorSelector>(&node.what);
    if (!selector)
        throw SyntaxError(at, "ranges only allowed for vector selectors");
    if (selector->shift.offset)
        throw SyntaxError(at, "no offset modifiers allowed before range");
    if (selector->shift.at != TimeShift::At::None)
        throw SyntaxError(at, "no @ modifiers allowed before range");
    return make(MatrixSelector { *selector, std::move(range) }, ValueType::Matrix, node.at);
}

NodePtr makeSubquery(Subquery subquery, std::size_t at)
{
    if (subquery.expr->type != ValueType::Vector)
        throw SyntaxError(at, "subquery is only allowed on instant vector, got " + quotedType(subquery.expr->type));
    const int depth = subquery.expr->depth;
    const std::size_t start = subquery.expr->at;
    return make(std::move(subquery), ValueType::Matrix, start, { depth });
}

NodePtr withOffset(const Node &node, Duration offset, std::size_t at)
{
    Node copy = node;
    TimeShift *shift = shiftOf(copy);
    if (!shift)
        throw SyntaxError(
            at, "offset modifier must be preceded by an instant vector selector or range vector selector or a subquery");
    if (shift->offset)
        throw SyntaxError(at, "offset may not be set multiple times");
    shift->offset = std::move(offset);
    return std::make_shared<const Node>(std::move(copy));
}

NodePtr withTime(const Node &node, TimeShift::At kind, TimeMs time, std::size_t at)
{
    Node copy = node;
    TimeShift *shift = shiftOf(copy);
    if (!shift)
        throw SyntaxError(at, "@ modifier must be preceded by an instant vector selector or range vector selector or a subquery");
    if (shift->at != TimeShift::At::None)
        throw SyntaxError(at, "@ <timestamp> may not be set multiple times");
    shift->at = kind;
    shift->time = time;
    return std::make_shared<const Node>(std::move(copy));
}

} // namespace lepto::promql
