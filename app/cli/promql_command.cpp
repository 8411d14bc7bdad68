#include "app/cli/promql_command.h"

#include "app/cli/common.h"
#include "app/cli/query_command.h"
#include "core/base/text.h"
#include "core/promql/diagnostics.h"
#include "core/promql/estimate.h"
#include "core/promql/evaluator.h"
#include "core/promql/explain.h"
#include "core/promql/formatter.h"
#include "core/promql/store_provider.h"

#include <QDateTime>

namespace lepto::cli {

namespace {

using promql::ExplainNode;

void showError(Session &s, const QString &expression, const promql::Diagnostic &error)
{
    s.out.line(QStringLiteral("%1:%2: %3").arg(error.line).arg(error.column).arg(qstr(error.reason)));
    for (const QString &line : qstr(promql::underlined(utf8(expression), error)).split(u'\n'))
        s.out.line(QStringLiteral("    ") + line);
}

QJsonObject errorJson(const promql::Diagnostic &error)
{
    return {{QStringLiteral("line"), error.line},
            {QStringLiteral("column"), error.column},
            {QStringLiteral("offset"), qint64(error.at)},
            {QStringLiteral("end"), qint64(error.end)},
            {QStringLiteral("reason"), qstr(error.reason)}};
}

/// Shows what is wrong with an expression; true where nothing is.
bool isFine(Session &s, const QString &expression, QJsonObject &json)
{
    QJsonArray errors;
    for (const promql::Diagnostic &error : promql::diagnose(utf8(expression))) {
        showError(s, expression, error);
        errors.append(errorJson(error));
    }
    json.insert(QStringLiteral("errors"), errors);
    return errors.isEmpty();
}

int check(Session &s)
{
    if (const auto word = s.word(0, QStringLiteral("the expression")); !word)
        return s.out.fail(word.error());
    QJsonArray all;
    bool good = true;
    for (const QString &expression : s.words) {
        QJsonObject json{{QStringLiteral("query"), expression}};
        if (isFine(s, expression, json)) {
            const promql::Expr expr = *promql::parse(utf8(expression));
            s.out.line(qstr(expr.text()));
            json.insert(QStringLiteral("text"), qstr(expr.text()));
            json.insert(QStringLiteral("type"), qstr(promql::typeText(expr.type())));
        } else {
            good = false;
        }
        all.append(json);
    }
    if (all.size() == 1)
        s.out.value(all[0].toObject());
    else
        s.out.value(all);
    return good ? Good : Finding;
}

/// The one expression of a command, or nothing where its errors were shown instead.
std::optional<promql::Expr> expressionOf(Session &s, int &exit)
{
    exit = Finding;
    const auto word = s.word(0, QStringLiteral("the expression"));
    if (!word) {
        exit = s.out.fail(word.error());
        return std::nullopt;
    }
    QJsonObject json{{QStringLiteral("query"), *word}};
    if (!isFine(s, *word, json)) {
        s.out.value(json);
        return std::nullopt;
    }
    return *promql::parse(utf8(*word));
}

int format(Session &s)
{
    int exit = Good;
    const auto expr = expressionOf(s, exit);
    if (!expr)
        return exit;
    const QString text = qstr(promql::formatted(*expr));
    for (const QString &line : text.split(u'\n'))
        s.out.line(line);
    s.out.value(QJsonObject{{QStringLiteral("text"), text}});
    return Good;
}

QString costText(const promql::NodeCost &cost)
{
    return QStringLiteral("  (%1 series, %2 samples, %3 ms)").arg(cost.series).arg(cost.samples).arg(cost.seconds * 1000, 0, 'f', 2);
}

void showTree(Session &s, const ExplainNode &node, int level)
{
    const QString indent(level * 2, u' ');
    s.out.line(indent + oneLine(qstr(node.text), 160) + (node.cost ? costText(*node.cost) : QString()));
    s.out.line(indent + QStringLiteral("  ") + promql::explainWords(node));
    for (const ExplainNode &child : node.children)
        showTree(s, child, level + 1);
}

QJsonObject treeJson(const ExplainNode &node)
{
    QJsonArray children;
    for (const ExplainNode &child : node.children)
        children.append(treeJson(child));
    QJsonObject json{{QStringLiteral("text"), qstr(node.text)},
                     {QStringLiteral("does"), promql::explainWords(node)},
                     {QStringLiteral("type"), qstr(promql::typeText(node.type))},
                     {QStringLiteral("at"), qint64(node.at)},
                     {QStringLiteral("end"), qint64(node.end)},
                     {QStringLiteral("children"), children}};
    if (node.cost) {
        json.insert(QStringLiteral("series"), qint64(node.cost->series));
        json.insert(QStringLiteral("samples"), qint64(node.cost->samples));
        json.insert(QStringLiteral("seconds"), node.cost->seconds);
    }
    return json;
}

int show(Session &s, const promql::Expr &expr, const promql::Profile *profile, QJsonObject json)
{
    const ExplainNode tree = promql::explain(expr, profile);
    showTree(s, tree, 0);
    json.insert(QStringLiteral("tree"), treeJson(tree));
    s.out.value(json);
    return Good;
}

/// Evaluates with a profile, after saying what it is going to read.
int profiled(Session &s, const promql::Expr &expr)
{
    return withServices(s, [&](Services &services) {
        const auto store = services.requireStore();
        const auto range = store ? queryTimes(s) : Result<QueryTimes>(store.error());
        if (!range)
            return s.out.fail(range.error());
        const auto estimate = promql::estimate(expr, **store, range->from, range->to, range->step);
        if (!estimate)
            return s.out.fail(estimate.error());
        s.out.line(QStringLiteral("Reads about %1 samples of %2 series.").arg(estimate->samples).arg(estimate->series));
        promql::StoreProvider provider(**store);
        promql::Profile profile;
        const auto failure = range->step > 0
            ? [&] { const auto r = promql::evaluateRange(expr, provider, range->from, range->to, range->step, {}, &profile); return r ? Error() : r.error(); }()
            : [&] { const auto r = promql::evaluate(expr, provider, range->to, {}, &profile); return r ? Error() : r.error(); }();
        if (!failure.reason.empty())
            return s.out.fail(failure);
        return show(s, expr, &profile,
                    {{QStringLiteral("estimatedSamples"), qint64(estimate->samples)}, {QStringLiteral("estimatedSeries"), qint64(estimate->series)}});
    });
}

int explain(Session &s)
{
    int exit = Good;
    const auto expr = expressionOf(s, exit);
    if (!expr)
        return exit;
    return s.options.isSet(QStringLiteral("profile")) ? profiled(s, *expr) : show(s, *expr, nullptr, {});
}

} // namespace

void PromqlCommand::addOptions(QCommandLineParser &parser) const
{
    addQueryOptions(parser);
    parser.addOption({QStringLiteral("profile"), QStringLiteral("explain: evaluate it too, and show what each part cost")});
}

std::vector<Verb> PromqlCommand::verbs() const
{
    return {{QStringLiteral("check"), QStringLiteral("EXPR..."), QStringLiteral("parse and type-check; prints the canonical text, or each error with its place"), check},
            {QStringLiteral("format"), QStringLiteral("EXPR"), QStringLiteral("prints it over several lines where it is long"), format},
            {QStringLiteral("explain"), QStringLiteral("EXPR [--profile]"), QStringLiteral("prints its tree with what each part does"), explain},
            {QStringLiteral("eval"), QStringLiteral("EXPR"), QStringLiteral("as query"), evaluateQuery}};
}

} // namespace lepto::cli
