#include "core/promql/printer.h"

#include "core/promql/functions.h"
#include "core/promql/number_text.h"

#include <algorithm>
#include <cmath>

namespace lepto::promql {

namespace {

std::string labelText(const std::string &label)
{
    return isPlainName(label, false) ? label : quoted(label);
}

std::string joined(const std::vector<std::string> &labels)
{
    std::string text;
    for (const std::string &label : labels)
        text += (text.empty() ? "" : ", ") + labelText(label);
    return text;
}

std::string_view matcherText(Matcher::Kind kind)
{
    switch (kind) {
    case Matcher::Kind::Equal:
        return "=";
    case Matcher::Kind::NotEqual:
        return "!=";
    case Matcher::Kind::Regex:
        return "=~";
    case Matcher::Kind::NotRegex:
        return "!~";
    }
    return "=";
}

std::string matchingText(const Binary &binary)
{
    const VectorMatching &matching = binary.matching;
    std::string text = binary.returnBool ? " bool" : "";
    if (!matching.given)
        return text;
    text += (matching.on ? " on (" : " ignoring (") + joined(matching.labels) + ")";
    if (matching.card == VectorMatching::Card::ManyToOne)
        text += " group_left (" + joined(matching.include) + ")";
    else if (matching.card == VectorMatching::Card::OneToMany)
        text += " group_right (" + joined(matching.include) + ")";
    return text;
}

// Parentheses are nodes of the tree, so that operands never need new ones.
struct Printer {
    std::string operator()(const NumberLiteral &node) const
    {
        if (std::isinf(node.value))
            return "Inf"; // a sign is a node of its own
        return node.duration ? formatDuration(TimeMs(node.value * 1000.0 + 0.5)) : numberText(node.value);
    }
    std::string operator()(const StringLiteral &node) const { return quoted(node.value); }
    std::string operator()(const VectorSelector &node) const { return bareSelector(node) + shiftText(node.shift); }
    std::string operator()(const MatrixSelector &node) const
    {
        return bareSelector(node.selector) + "[" + durationText(*node.range) + "]" + shiftText(node.selector.shift);
    }
    std::string operator()(const Subquery &node) const
    {
        const std::string step = node.step ? durationText(*node.step) : "";
        return print(*node.expr) + "[" + durationText(*node.range) + ":" + step + "]" + shiftText(node.shift);
    }
    std::string operator()(const Unary &node) const { return (node.negative ? "-" : "+") + print(*node.expr); }
    std::string operator()(const Binary &node) const
    {
        return print(*node.left) + " " + operatorWithMatching(node) + " " + print(*node.right);
    }
    std::string operator()(const Aggregation &node) const
    {
        return aggregationHead(node) + "(" + (node.parameter ? print(*node.parameter) + ", " : "") + print(*node.expr) + ")";
    }
    std::string operator()(const Call &node) const
    {
        std::string args;
        for (const NodePtr &arg : node.args)
            args += (args.empty() ? "" : ", ") + print(*arg);
        return std::string(node.function->name) + "(" + args + ")";
    }
    std::string operator()(const Paren &node) const { return "(" + print(*node.expr) + ")"; }
};

void collectSelectors(const Node &node, std::vector<const VectorSelector *> &found)
{
    if (const auto *vector = std::get_if<VectorSelector>(&node.what))
        found.push_back(vector);
    else if (const auto *matrix = std::get_if<MatrixSelector>(&node.what))
        found.push_back(&matrix->selector);
    forEachChild(node, [&found](const Node &child) { collectSelectors(child, found); });
}

} // namespace

bool isPlainName(std::string_view name, bool colons)
{
    const auto letter
        = [&](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (colons && c == ':'); };
    return !name.empty() && letter(name[0])
        && std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

std::string print(const Node &node)
{
    return std::visit(Printer {}, node.what);
}

std::string operatorWithMatching(const Binary &binary)
{
    return std::string(operatorText(binary.op)) + matchingText(binary);
}

std::string aggregationHead(const Aggregation &aggregation)
{
    std::string text(operatorText(aggregation.op));
    if (aggregation.without || !aggregation.grouping.empty())
        text += (aggregation.without ? " without (" : " by (") + joined(aggregation.grouping) + ") ";
    return text;
}

std::string bareSelector(const VectorSelector &selector)
{
    std::string matchers;
    for (const Matcher &matcher : selector.matchers) {
        if (matcher.name == "__name__" && !selector.name.empty())
            continue;
        matchers += matchers.empty() ? "" : ",";
        matchers += labelText(matcher.name) + std::string(matcherText(matcher.kind)) + quoted(matcher.value);
    }
    return selector.name + (matchers.empty() && !selector.name.empty() ? "" : "{" + matchers + "}");
}

std::string shiftText(const TimeShift &shift)
{
    std::string text;
    if (shift.at == TimeShift::At::Start)
        text += " @ start()";
    else if (shift.at == TimeShift::At::End)
        text += " @ end()";
    else if (shift.at == TimeShift::At::Time)
        text += " @ " + numberText(double(shift.time) / 1000.0);
    if (shift.offset)
        text += " offset " + durationText(*shift.offset);
    return text;
}

std::string Expr::text() const
{
    return print(*m_root);
}

std::vector<const VectorSelector *> Expr::selectors() const
{
    std::vector<const VectorSelector *> found;
    collectSelectors(*m_root, found);
    return found;
}

bool isComparison(BinaryOp op)
{
    return op >= BinaryOp::Equal && op <= BinaryOp::GreaterEqual;
}
bool isSetOperator(BinaryOp op)
{
    return op >= BinaryOp::And;
}

std::string_view operatorText(BinaryOp op)
{
    constexpr std::string_view kTexts[]
        = { "+", "-", "*", "/", "%", "^", "atan2", "==", "!=", "<", ">", "<=", ">=", "and", "or", "unless" };
    return kTexts[std::size_t(op)];
}

std::string_view operatorText(AggregateOp op)
{
    constexpr std::string_view kTexts[] = { "sum", "avg", "min", "max", "count", "group", "stddev", "stdvar", "topk", "bottomk",
        "quantile", "count_values", "limitk", "limit_ratio" };
    return kTexts[std::size_t(op)];
}

std::string_view typeText(ValueType type)
{
    constexpr std::string_view kTexts[] = { "scalar", "string", "instant vector", "range vector" };
    return kTexts[std::size_t(type)];
}

std::size_t startOf(const Node &node)
{
    const Node *first = &node;
    while (const auto *binary = std::get_if<Binary>(&first->what))
        first = binary->left.get();
    return first->at;
}

const Node &unwrapped(const Node &node)
{
    const Node *inner = &node;
    while (const auto *paren = std::get_if<Paren>(&inner->what))
        inner = paren->expr.get();
    return *inner;
}

} // namespace lepto::promql
