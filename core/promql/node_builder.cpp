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
NodePtr make(What what, ValueType type, Span span, std::initializer_list<int> depths = {})
{
    Node node;
    node.what = std::move(what);
    node.type = type;
    node.at = span.at;
    node.end = span.end;
    for (int depth : depths)
        node.depth = std::max(node.depth, depth + 1);
    if (node.depth > kDeepest)
        throw SyntaxError(span, "expression is nested more than " + std::to_string(kDeepest) + " deep");
    return std::make_shared<const Node>(std::move(node));
}

std::string quotedType(ValueType type)
{
    return quoted(typeText(type));
}

bool matchesEmpty(const Matcher &matcher, Span span)
{
    const auto compiled = CompiledMatcher::compile(matcher);
    if (!compiled)
        throw SyntaxError(span, compiled.error().reason + " in " + quoted(matcher.value.substr(0, 200)));
    return compiled->matchesValue("");
}

void checkSetOperator(const Binary &binary, Span span)
{
    const bool vectors = binary.left->type == ValueType::Vector && binary.right->type == ValueType::Vector;
    if (!vectors)
        throw SyntaxError(span, "set operator " + quoted(operatorText(binary.op)) + " not allowed in binary scalar expression");
    const auto card = binary.matching.card;
    if (card == VectorMatching::Card::OneToMany || card == VectorMatching::Card::ManyToOne)
        throw SyntaxError(span, "no grouping allowed for " + quoted(operatorText(binary.op)) + " operation");
}

void checkMatching(const Binary &binary, Span span)
{
    const VectorMatching &matching = binary.matching;
    const bool vectors = binary.left->type == ValueType::Vector && binary.right->type == ValueType::Vector;
    if (!vectors && matching.given)
        throw SyntaxError(span, "vector matching only allowed between instant vectors");
    if (!matching.on)
        return;
    for (const std::string &label : matching.labels) {
        if (std::find(matching.include.begin(), matching.include.end(), label) != matching.include.end())
            throw SyntaxError(span, "label " + quoted(label) + " must not occur in ON and GROUP clause at once");
    }
}

void checkType(const Node &node, ValueType wanted, const std::string &place)
{
    if (node.type != wanted)
        throw SyntaxError({ startOf(node), node.end },
            "expected type " + std::string(typeText(wanted)) + " in " + place + ", got " + std::string(typeText(node.type)));
}

void checkArgumentCount(const Function &function, std::size_t given, Span span)
{
    const std::size_t most = function.args.size();
    const std::size_t optional = function.variadic < 0 ? 1 : std::size_t(function.variadic);
    const std::string name = quoted(function.name);
    if (given < most - optional) {
        const std::string bound = function.variadic == 0 ? "" : "at least ";
        throw SyntaxError(span,
            "expected " + bound + std::to_string(most - optional) + " argument(s) in call to " + name + ", got "
                + std::to_string(given));
    }
    if (function.variadic >= 0 && given > most) {
        const std::string bound = function.variadic == 0 ? "" : "at most ";
        throw SyntaxError(span,
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
        throw SyntaxError({ call.args[1]->at, call.args[1]->end },
            "expected label selectors only, without a metric name, as second argument of \"info\"");
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

NodePtr standIn(ValueType type, Span span)
{
    switch (type) {
    case ValueType::Scalar:
        return make(NumberLiteral {}, type, span);
    case ValueType::String:
        return make(StringLiteral {}, type, span);
    case ValueType::Vector:
        return make(VectorSelector {}, type, span);
    case ValueType::Matrix:
        return make(MatrixSelector {}, type, span);
    }
    return nullptr;
}

NodePtr makeNumber(double value, bool duration, Span span)
{
    return make(NumberLiteral { value, duration }, ValueType::Scalar, span);
}

NodePtr makeString(std::string value, Span span)
{
    return make(StringLiteral { std::move(value) }, ValueType::String, span);
}

NodePtr makeSelector(VectorSelector selector, bool any, Span span)
{
    bool selective = any;
    for (const Matcher &matcher : selector.matchers)
        selective = !matchesEmpty(matcher, span) || selective;
    if (!selective)
        throw SyntaxError(span, "vector selector must contain at least one non-empty matcher");
    return make(std::move(selector), ValueType::Vector, span);
}

NodePtr makeUnary(bool negative, NodePtr expr, Span span)
{
    if (expr->type != ValueType::Scalar && expr->type != ValueType::Vector)
        throw SyntaxError(
            span, "unary expression only allowed on expressions of type scalar or instant vector, got " + quotedType(expr->type));
    const ValueType type = expr->type;
    const int depth = expr->depth;
    return make(Unary { negative, std::move(expr) }, type, span, { depth });
}

NodePtr makeBinary(Binary binary, Span span)
{
    const Span sign { span.at, span.at + operatorText(binary.op).size() };
    for (const NodePtr &side : { binary.left, binary.right }) {
        if (side->type != ValueType::Scalar && side->type != ValueType::Vector)
            throw SyntaxError(
                { startOf(*side), side->end }, "binary expression must contain only scalar and instant vector types");
    }
    const bool vectors = binary.left->type == ValueType::Vector || binary.right->type == ValueType::Vector;
    if (binary.returnBool && !isComparison(binary.op))
        throw SyntaxError(sign, "bool modifier can only be used on comparison operators");
    if (isComparison(binary.op) && !binary.returnBool && !vectors)
        throw SyntaxError(sign, "comparisons between scalars must use BOOL modifier");
    checkMatching(binary, sign);
    if (isSetOperator(binary.op)) {
        checkSetOperator(binary, sign);
        binary.matching.card = VectorMatching::Card::ManyToMany;
    }
    const int left = binary.left->depth, right = binary.right->depth;
    return make(std::move(binary), vectors ? ValueType::Vector : ValueType::Scalar, span, { left, right });
}

NodePtr makeAggregation(Aggregation aggregation, Span span)
{
    checkType(*aggregation.expr, ValueType::Vector, "aggregation expression");
    if (aggregation.parameter) {
        const ValueType wanted = aggregation.op == AggregateOp::CountValues ? ValueType::String : ValueType::Scalar;
        checkType(*aggregation.parameter, wanted, "aggregation parameter");
    }
    const int inner = aggregation.expr->depth, parameter = aggregation.parameter ? aggregation.parameter->depth : 0;
    return make(std::move(aggregation), ValueType::Vector, span, { inner, parameter });
}

NodePtr makeCall(const Function &function, std::vector<NodePtr> args, Span span)
{
    checkArgumentCount(function, args.size(), span);
    int depth = 0;
    for (std::size_t i = 0; i < args.size(); ++i) {
        checkType(*args[i], function.args[std::min(i, function.args.size() - 1)], "call to function " + quoted(function.name));
        depth = std::max(depth, args[i]->depth);
    }
    Call call { &function, std::move(args) };
    checkInfoArgument(call);
    return make(std::move(call), function.result, span, { depth });
}

NodePtr makeParen(NodePtr expr, Span span)
{
    const ValueType type = expr->type;
    const int depth = expr->depth;
    return make(Paren { std::move(expr) }, type, span, { depth });
}

NodePtr makeMatrix(const Node &node, Duration range, Span span)
{
    const auto *selector = std::get_if<VectorSelector>(&node.what);
    if (!selector)
        throw SyntaxError(span, "ranges only allowed for vector selectors");
    if (selector->shift.offset)
        throw SyntaxError(span, "no offset modifiers allowed before range");
    if (selector->shift.at != TimeShift::At::None)
        throw SyntaxError(span, "no @ modifiers allowed before range");
    return make(MatrixSelector { *selector, std::move(range) }, ValueType::Matrix, { node.at, span.end });
}

NodePtr makeSubquery(Subquery subquery, Span span)
{
    if (subquery.expr->type != ValueType::Vector)
        throw SyntaxError(span, "subquery is only allowed on instant vector, got " + quotedType(subquery.expr->type));
    const int depth = subquery.expr->depth;
    const Span whole { subquery.expr->at, span.end };
    return make(std::move(subquery), ValueType::Matrix, whole, { depth });
}

NodePtr withOffset(const Node &node, Duration offset, Span span)
{
    Node copy = node;
    TimeShift *shift = shiftOf(copy);
    if (!shift)
        throw SyntaxError(
            span, "offset modifier must be preceded by an instant vector selector or range vector selector or a subquery");
    if (shift->offset)
        throw SyntaxError(span, "offset may not be set multiple times");
    shift->offset = std::move(offset);
    copy.end = span.end;
    return std::make_shared<const Node>(std::move(copy));
}

NodePtr withTime(const Node &node, TimeShift::At kind, TimeMs time, Span span)
{
    Node copy = node;
    TimeShift *shift = shiftOf(copy);
    if (!shift)
        throw SyntaxError(
            span, "@ modifier must be preceded by an instant vector selector or range vector selector or a subquery");
    if (shift->at != TimeShift::At::None)
        throw SyntaxError(span, "@ <timestamp> may not be set multiple times");
    shift->at = kind;
    shift->time = time;
    copy.end = span.end;
    return std::make_shared<const Node>(std::move(copy));
}

} // namespace lepto::promql
