#include "core/promql/formatter.h"

#include "core/promql/functions.h"
#include "core/promql/printer.h"

namespace lepto::promql {

namespace {

class Formatter {
public:
    explicit Formatter(std::size_t width)
        : m_width(width)
    { }

    std::string text(const Node &node, int level) const
    {
        std::string flat = print(node);
        if (flat.size() <= m_width)
            return indent(level) + flat;
        if (const auto *binary = std::get_if<Binary>(&node.what))
            return broken(*binary, level);
        if (const auto *aggregation = std::get_if<Aggregation>(&node.what))
            return broken(*aggregation, level);
        if (const auto *call = std::get_if<Call>(&node.what); call && !call->args.empty())
            return indent(level) + std::string(call->function->name) + "(\n" + list(call->args, level + 1) + "\n" + indent(level)
                + ")";
        if (const auto *paren = std::get_if<Paren>(&node.what))
            return indent(level) + "(\n" + text(*paren->expr, level + 1) + "\n" + indent(level) + ")";
        if (const auto *unary = std::get_if<Unary>(&node.what))
            return indent(level) + (unary->negative ? "-" : "+") + withoutIndent(text(*unary->expr, level));
        if (const auto *subquery = std::get_if<Subquery>(&node.what))
            return text(*subquery->expr, level) + flat.substr(print(*subquery->expr).size());
        return indent(level) + flat;
    }

private:
    std::string broken(const Binary &binary, int level) const
    {
        return text(*binary.left, level + 1) + "\n" + indent(level) + operatorWithMatching(binary) + "\n"
            + text(*binary.right, level + 1);
    }
    std::string broken(const Aggregation &aggregation, int level) const
    {
        std::vector<NodePtr> args { aggregation.expr };
        if (aggregation.parameter)
            args.insert(args.begin(), aggregation.parameter);
        return indent(level) + aggregationHead(aggregation) + "(\n" + list(args, level + 1) + "\n" + indent(level) + ")";
    }
    std::string list(const std::vector<NodePtr> &args, int level) const
    {
        std::string lines;
        for (const NodePtr &arg : args)
            lines += (lines.empty() ? "" : ",\n") + text(*arg, level);
        return lines;
    }
    static std::string indent(int level) { return std::string(std::size_t(level) * 2, ' '); }
    static std::string withoutIndent(const std::string &text) { return text.substr(text.find_first_not_of(' ')); }

    std::size_t m_width;
};

} // namespace

std::string formatted(const Expr &expr, std::size_t width)
{
    return Formatter(width).text(expr.root(), 0);
}

} // namespace lepto::promql
