#include "ui/models/query_text.h"

#include "core/base/text.h"
#include "core/promql/diagnostics.h"
#include "core/promql/formatter.h"
#include "core/promql/number_text.h"
#include "core/promql/parser.h"
#include "ui/models/name_index.h"
#include "ui/models/series_words.h"

#include <algorithm>

namespace lepto {

namespace {

int unitsBefore(const std::string &text, std::size_t at)
{
    return int(QString::fromUtf8(text.data(), qsizetype(std::min(at, text.size()))).size());
}

const promql::VectorSelector *selectorOf(const promql::Node &node)
{
    if (const auto *range = std::get_if<promql::MatrixSelector>(&node.what))
        return &range->selector;
    return std::get_if<promql::VectorSelector>(&node.what);
}

struct Place {
    std::size_t at = 0, end = 0;
    const promql::VectorSelector *selector = nullptr;
};

void findSelectors(const promql::Node &node, std::string_view metric, std::vector<Place> &found)
{
    if (const auto *selector = selectorOf(node); selector && selector->name == metric)
        found.push_back({ node.at, node.end, selector });
    promql::forEachChild(node, [&](const promql::Node &child) { findSelectors(child, metric, found); });
}

std::string matcherText(const Matcher &matcher)
{
    static constexpr const char *signs[] = { "=", "!=", "=~", "!~" };
    return matcher.name + signs[int(matcher.kind)] + promql::quoted(matcher.value);
}

/// The selector's own part of `text`: name and braces, without range, offset and `@`.
std::size_t ownLength(std::string_view text, std::string_view name)
{
    std::size_t at = name.size();
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t'))
        ++at;
    if (at < text.size() && text[at] == '{')
        return text.rfind('}') + 1;
    return name.size();
}

std::string extended(const promql::VectorSelector &selector, const Matcher &added)
{
    std::string out = selector.name + "{";
    for (const Matcher &matcher : selector.matchers) {
        if (matcher.name != "__name__" && matcher.name != added.name)
            out += matcherText(matcher) + ",";
    }
    return out + matcherText(added) + "}";
}

const promql::Node *firstSelectorNode(const promql::Node &node)
{
    if (selectorOf(node))
        return &node;
    const promql::Node *found = nullptr;
    promql::forEachChild(node, [&](const promql::Node &child) { found = found ? found : firstSelectorNode(child); });
    return found;
}

/// The metric with most series among those that `fits`, but for the console's own.
const NameIndex::Metric *largest(const NameIndex &names, bool (*fits)(const QString &))
{
    const NameIndex::Metric *best = nullptr;
    for (const NameIndex::Metric &metric : names.metrics()) {
        const bool own = metric.name.starts_with("leptoscope");
        if (!own && fits(qstr(metric.name)) && (!best || metric.series > best->series))
            best = &metric;
    }
    return best;
}

} // namespace

TextSpan spanOf(const QString &query, std::size_t at, std::size_t end)
{
    const std::string bytes = utf8(query);
    return { unitsBefore(bytes, at), unitsBefore(bytes, end) };
}

std::vector<QueryFault> faultsOf(const QString &query)
{
    std::vector<QueryFault> out;
    if (query.trimmed().isEmpty())
        return out;
    for (const promql::Diagnostic &diagnostic : promql::diagnose(utf8(query)))
        out.push_back({ spanOf(query, diagnostic.at, diagnostic.end), oneLine(qstr(diagnostic.reason), 300) });
    return out;
}

QString formattedQuery(const QString &query)
{
    const auto expr = promql::parse(utf8(query));
    return expr ? qstr(promql::formatted(*expr, 90)) : query;
}

QString withMatcher(const QString &query, const QString &metric, const QString &label, const QString &value)
{
    std::string text = utf8(query);
    const auto expr = promql::parse(text);
    std::vector<Place> places;
    if (expr)
        findSelectors(expr->root(), utf8(metric), places);
    if (places.empty())
        return {};
    const Matcher added { Matcher::Kind::Equal, utf8(label), utf8(value) };
    std::ranges::sort(places, std::greater(), &Place::at); // from the back, so that places stay right
    for (const Place &place : places) {
        const std::size_t own = ownLength(std::string_view(text).substr(place.at, place.end - place.at), place.selector->name);
        text.replace(place.at, own, extended(*place.selector, added));
    }
    return qstr(text);
}

QString selectorQuery(const QString &metric, const QString &label, const QString &value)
{
    const QString selector
        = metric + QLatin1Char('{') + qstr(matcherText({ Matcher::Kind::Equal, utf8(label), utf8(value) })) + QLatin1Char('}');
    return isCounter(metric) ? QStringLiteral("rate(%1[5m])").arg(selector) : selector;
}

QString firstSelector(const QString &query)
{
    const std::string text = utf8(query);
    const auto expr = promql::parse(text);
    const promql::Node *node = expr ? firstSelectorNode(expr->root()) : nullptr;
    if (!node)
        return {};
    const promql::VectorSelector &selector = *selectorOf(*node);
    const QString own
        = qstr(text.substr(node->at, ownLength(std::string_view(text).substr(node->at, node->end - node->at), selector.name)));
    return own.contains(QLatin1Char('{')) ? own : own + QStringLiteral("{}");
}

QStringList exampleQueries(const NameIndex &names)
{
    QStringList out;
    const auto plainName = [](const QString &name) { return !name.isEmpty() && !name.contains(QLatin1Char('.')); };
    const auto add = [&](const NameIndex::Metric *metric, const QString &shape) {
        if (metric && plainName(qstr(metric->name)))
            out.append(shape.arg(qstr(metric->name)));
    };
    add(largest(names, [](const QString &name) { return name.endsWith(QLatin1String("_bucket")); }),
        QStringLiteral("histogram_quantile(0.99, sum by (le) (rate(%1[5m])))"));
    add(largest(names, [](const QString &name) { return name.endsWith(QLatin1String("_total")); }),
        QStringLiteral("topk(5, rate(%1[5m]))"));
    add(largest(names, [](const QString &name) { return !isCounter(name) && name.endsWith(QLatin1String("_bytes")); }),
        QStringLiteral("%1"));
    add(largest(names, [](const QString &name) { return !isCounter(name); }), QStringLiteral("sum by (instance) (%1)"));
    out.removeDuplicates();
    return out;
}

} // namespace lepto
