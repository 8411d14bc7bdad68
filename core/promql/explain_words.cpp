#include "core/base/text.h"
#include "core/promql/explain.h"
#include "core/promql/function_help.h"

#include <QCoreApplication>

namespace lepto::promql {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("promql", text);
}

QString param(const ExplainNode &node, std::size_t i)
{
    return i < node.params.size() ? oneLine(qstr(node.params[i]), 120) : QString();
}

QString sentence(const ExplainNode &node)
{
    switch (node.meaning) {
    case NodeMeaning::Number:
        return say(QT_TRANSLATE_NOOP("promql", "A number."));
    case NodeMeaning::Text:
        return say(QT_TRANSLATE_NOOP("promql", "A text."));
    case NodeMeaning::Select:
        return say(QT_TRANSLATE_NOOP("promql", "The newest sample of each series that matches %1.")).arg(param(node, 0));
    case NodeMeaning::SelectRange:
        return say(QT_TRANSLATE_NOOP("promql", "The samples of the last %2 of each series that matches %1."))
            .arg(param(node, 0), param(node, 1));
    case NodeMeaning::Subquery:
        return param(node, 1).isEmpty()
            ? say(QT_TRANSLATE_NOOP("promql", "Evaluates its argument over the last %1, at the default step."))
                  .arg(param(node, 0))
            : say(QT_TRANSLATE_NOOP("promql", "Evaluates its argument over the last %1, every %2."))
                  .arg(param(node, 0), param(node, 1));
    case NodeMeaning::Negate:
        return say(QT_TRANSLATE_NOOP("promql", "Changes the sign."));
    case NodeMeaning::Arithmetic:
        return say(QT_TRANSLATE_NOOP("promql", "Calculates left %1 right.")).arg(param(node, 0));
    case NodeMeaning::Compare:
        return say(QT_TRANSLATE_NOOP("promql", "Keeps the elements for which left %1 right holds.")).arg(param(node, 0));
    case NodeMeaning::CompareBool:
        return say(QT_TRANSLATE_NOOP("promql", "1 where left %1 right holds, else 0.")).arg(param(node, 0));
    case NodeMeaning::And:
        return helpOf("and");
    case NodeMeaning::Or:
        return helpOf("or");
    case NodeMeaning::Unless:
        return helpOf("unless");
    case NodeMeaning::Aggregate:
    case NodeMeaning::Call:
        return helpOf(node.params.empty() ? std::string() : node.params[0]);
    case NodeMeaning::AggregateBy:
        return say(QT_TRANSLATE_NOOP("promql", "%1 Groups by %2.")).arg(helpOf(node.params[0]), param(node, 1));
    case NodeMeaning::AggregateWithout:
        if (param(node, 1).isEmpty())
            return say(QT_TRANSLATE_NOOP("promql", "%1 Groups by all labels.")).arg(helpOf(node.params[0]));
        return say(QT_TRANSLATE_NOOP("promql", "%1 Groups by all labels but %2.")).arg(helpOf(node.params[0]), param(node, 1));
    case NodeMeaning::Group:
        return say(QT_TRANSLATE_NOOP("promql", "Leaves its argument as it is."));
    }
    return {};
}

QString clauseWords(const std::pair<std::string, std::string> &clause)
{
    const QString value = oneLine(qstr(clause.second), 120);
    if (clause.first == "on")
        return say(QT_TRANSLATE_NOOP("promql", "Sides match on %1.")).arg(value);
    if (clause.first == "ignoring")
        return say(QT_TRANSLATE_NOOP("promql", "Sides match on all labels but %1.")).arg(value);
    if (clause.first == "offset")
        return say(QT_TRANSLATE_NOOP("promql", "Looks %1 earlier.")).arg(value);
    if (clause.first == "at")
        return say(QT_TRANSLATE_NOOP("promql", "Looks at the time %1.")).arg(value);
    return helpOf(clause.first);
}

} // namespace

QString explainWords(const ExplainNode &node)
{
    QString words = sentence(node);
    for (const auto &clause : node.clauses)
        words += u' ' + clauseWords(clause);
    return words;
}

} // namespace lepto::promql
