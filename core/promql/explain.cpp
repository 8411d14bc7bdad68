#include "core/promql/explain.h"

#include "core/promql/functions.h"
#include "core/promql/printer.h"

#include <algorithm>

namespace lepto::promql {

namespace {

std::string joined(const std::vector<std::string> &labels)
{
    std::string text;
    for (const std::string &label : labels)
        text += (text.empty() ? "" : ", ") + label;
    return text;
}

class Explainer {
public:
    explicit Explainer(const Profile *profile)
        : m_profile(profile)
    { }

    ExplainNode explain(const Node &outer) const
    {
        const Node &node = unwrapped(outer);
        ExplainNode result;
        result.type = node.type;
        result.text = print(node).substr(0, kLongestText);
        result.at = startOf(node);
        result.end = node.end;
        if (m_profile) {
            if (const auto found = m_profile->find(&node); found != m_profile->end())
                result.cost = found->second;
        }
        std::visit([&](const auto &what) { fill(result, what); }, node.what);
        return result;
    }

private:
    static constexpr std::size_t kLongestText = 400;

    void fill(ExplainNode &result, const NumberLiteral &) const { result.meaning = NodeMeaning::Number; }
    void fill(ExplainNode &result, const StringLiteral &) const { result.meaning = NodeMeaning::Text; }
    void fill(ExplainNode &result, const VectorSelector &selector) const
    {
        result.meaning = NodeMeaning::Select;
        result.params = { bareSelector(selector) };
        addShift(result, selector.shift);
    }
    void fill(ExplainNode &result, const MatrixSelector &matrix) const
    {
        result.meaning = NodeMeaning::SelectRange;
        result.params = { bareSelector(matrix.selector), durationText(*matrix.range) };
        addShift(result, matrix.selector.shift);
    }
    void fill(ExplainNode &result, const Subquery &subquery) const
    {
        result.meaning = NodeMeaning::Subquery;
        result.params = { durationText(*subquery.range), subquery.step ? durationText(*subquery.step) : std::string() };
        addShift(result, subquery.shift);
        result.children = { explain(*subquery.expr) };
    }
    void fill(ExplainNode &result, const Unary &unary) const
    {
        result.meaning = unary.negative ? NodeMeaning::Negate : NodeMeaning::Group;
        result.children = { explain(*unary.expr) };
    }
    void fill(ExplainNode &result, const Binary &binary) const
    {
        result.meaning = meaningOf(binary);
        result.params = { std::string(operatorText(binary.op)) };
        const VectorMatching &matching = binary.matching;
        if (matching.given)
            result.clauses.emplace_back(matching.on ? "on" : "ignoring", joined(matching.labels));
        if (matching.card == VectorMatching::Card::ManyToOne)
            result.clauses.emplace_back("group_left", joined(matching.include));
        else if (matching.card == VectorMatching::Card::OneToMany)
            result.clauses.emplace_back("group_right", joined(matching.include));
        result.children = { explain(*binary.left), explain(*binary.right) };
    }
    void fill(ExplainNode &result, const Aggregation &aggregation) const
    {
        const bool grouped = aggregation.without || !aggregation.grouping.empty();
        result.meaning = !grouped ? NodeMeaning::Aggregate
            : aggregation.without ? NodeMeaning::AggregateWithout
                                  : NodeMeaning::AggregateBy;
        result.params = { std::string(operatorText(aggregation.op)), joined(aggregation.grouping) };
        if (aggregation.parameter)
            result.children.push_back(explain(*aggregation.parameter));
        result.children.push_back(explain(*aggregation.expr));
    }
    void fill(ExplainNode &result, const Call &call) const
    {
        result.meaning = NodeMeaning::Call;
        result.params = { std::string(call.function->name) };
        for (const NodePtr &arg : call.args)
            result.children.push_back(explain(*arg));
    }
    void fill(ExplainNode &result, const Paren &paren) const { result = explain(*paren.expr); }

    static NodeMeaning meaningOf(const Binary &binary)
    {
        switch (binary.op) {
        case BinaryOp::And:
            return NodeMeaning::And;
        case BinaryOp::Or:
            return NodeMeaning::Or;
        case BinaryOp::Unless:
            return NodeMeaning::Unless;
        default:
            break;
        }
        if (!isComparison(binary.op))
            return NodeMeaning::Arithmetic;
        return binary.returnBool ? NodeMeaning::CompareBool : NodeMeaning::Compare;
    }
    static void addShift(ExplainNode &result, const TimeShift &shift)
    {
        if (shift.offset)
            result.clauses.emplace_back("offset", durationText(*shift.offset));
        TimeShift at = shift;
        at.offset = {};
        if (const std::string text = shiftText(at); !text.empty())
            result.clauses.emplace_back("at", text.substr(3)); // behind " @ "
    }

    const Profile *m_profile;
};

} // namespace

ExplainNode explain(const Expr &expr, const Profile *profile)
{
    return Explainer(profile).explain(expr.root());
}

} // namespace lepto::promql
