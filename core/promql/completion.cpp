#include "core/promql/completion.h"

#include "core/promql/completion_context.h"
#include "core/promql/function_help.h"
#include "core/promql/functions.h"
#include "core/promql/number_text.h"
#include "core/promql/printer.h"

#include <algorithm>
#include <tuple>

namespace lepto::promql {

namespace {

using Expects = CompletionContext::Expects;
using Kind = Completion::Kind;

constexpr std::size_t kAsked = 500; // of a source of names, before ranking
constexpr std::string_view kAggregations[] = { "avg", "bottomk", "count", "count_values", "group", "limit_ratio", "limitk", "max",
    "min", "quantile", "stddev", "stdvar", "sum", "topk" };
constexpr std::string_view kRanges[] = { "1m", "5m", "10m", "30m", "1h", "6h", "1d", "7d" };

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return result;
}

/// How well a name fits what is written: 0 begins with it, 1 a part behind _ or : does, 2 contains it; -1 not at all.
int fit(const std::string &name, const std::string &part)
{
    const std::string lower = lowered(name);
    const std::size_t at = lower.find(part);
    if (at == std::string::npos)
        return -1;
    return at == 0 ? 0 : lower[at - 1] == '_' || lower[at - 1] == ':' ? 1 : 2;
}

/// What most queries are made of goes before the rest that fits as well.
bool isUsual(const Completion &completion)
{
    constexpr std::string_view kUsual[]
        = { "avg", "count", "histogram_quantile", "increase", "max", "min", "rate", "sum", "topk" };
    return completion.kind <= Kind::Function
        && std::find(std::begin(kUsual), std::end(kUsual), completion.name) != std::end(kUsual);
}

class Collector {
public:
    Collector(std::string_view query, std::size_t cursor, const CompletionNames &names)
        : m_query(query)
        , m_cursor(std::min(cursor, query.size()))
        , m_names(names)
        , m_context(completionContext(query, m_cursor))
        , m_part(lowered(m_context.word))
    { }

    CompletionList collect(std::size_t limit)
    {
        CompletionList list { m_context.from, m_cursor, {} };
        offer();
        std::stable_sort(m_ranked.begin(), m_ranked.end(), [](const Ranked &a, const Ranked &b) {
            const auto key = [](const Ranked &one) {
                return std::tuple(one.fit, !isUsual(one.completion), int(one.completion.kind), one.completion.name.size());
            };
            return key(a) < key(b);
        });
        for (std::size_t i = 0; i < std::min(limit, m_ranked.size()); ++i)
            list.items.push_back(std::move(m_ranked[i].completion));
        return list;
    }

private:
    struct Ranked {
        int fit = 0;
        Completion completion;
    };

    void offer()
    {
        switch (m_context.expects) {
        case Expects::Nothing:
            return;
        case Expects::Operand:
            return offerOperands();
        case Expects::Operator:
            return offerWords({ "and", "or", "unless", "atan2", "offset", "by", "without" });
        case Expects::Grouping:
            return offerWords({ "by", "without" });
        case Expects::Matching:
            offerWords({ "bool", "on", "ignoring", "group_left", "group_right" });
            return offerOperands();
        case Expects::LabelName:
            return offerNames(Kind::Label, m_names.labels ? m_names.labels(m_context.metric, m_context.word, kAsked) : Names());
        case Expects::LabelValue:
            return offerNames(Kind::Value,
                m_names.values ? m_names.values(m_context.metric, m_context.label, m_context.word, kAsked) : Names());
        case Expects::Duration:
            return offerDurations();
        case Expects::Time:
            return offerWords({ "start()", "end()" });
        }
    }

    void offerOperands()
    {
        for (std::string_view name : kAggregations)
            add(Kind::Aggregation, std::string(name), withParenthesis(name), aggregationSignature(name));
        for (const Function &function : allFunctions())
            add(Kind::Function, std::string(function.name), withParenthesis(function.name), signatureOf(function));
        offerNames(Kind::Metric, m_names.metrics ? m_names.metrics(m_context.word, kAsked) : Names());
    }

    void offerWords(std::initializer_list<std::string_view> words)
    {
        for (std::string_view word : words)
            add(Kind::Keyword, std::string(word), std::string(word));
    }

    void offerDurations()
    {
        const bool digits = !m_part.empty() && m_part.find_first_not_of("0123456789") == std::string::npos;
        for (std::string_view unit : { "s", "m", "h", "d", "w", "ms" }) {
            if (digits)
                add(Kind::Range, m_part + std::string(unit), m_part + std::string(unit));
        }
        for (std::string_view range : kRanges) {
            if (!digits)
                add(Kind::Range, std::string(range), std::string(range));
        }
    }

    using Names = CompletionNames::Names;
    void offerNames(Kind kind, Names names)
    {
        names.resize(std::min(names.size(), kAsked));
        for (std::string &name : names) {
            if (isValidUtf8(name))
                add(kind, name, inserted(kind, name));
        }
    }

    std::string inserted(Kind kind, const std::string &name) const
    {
        if (kind == Kind::Metric)
            return isPlainName(name, true) ? name : "{" + quoted(name) + "}";
        if (kind == Kind::Label)
            return isPlainName(name, false) ? name : quoted(name);
        const std::string literal = quoted(name); // the opening quote is already there
        const bool closed = m_cursor < m_query.size() && m_query[m_cursor] == m_query[m_context.from - 1];
        return literal.substr(1, literal.size() - 2) + (closed ? std::string() : std::string(1, m_query[m_context.from - 1]));
    }

    std::string withParenthesis(std::string_view name) const
    {
        const bool there = m_cursor < m_query.size() && m_query[m_cursor] == '(';
        return std::string(name) + (there ? "" : "(");
    }

    void add(Kind kind, std::string name, std::string text, std::string signature = {})
    {
        if (const int fits = fit(name, m_part); fits >= 0 && name != m_context.word)
            m_ranked.push_back({ fits, { kind, std::move(name), std::move(text), std::move(signature) } });
    }

    std::string_view m_query;
    std::size_t m_cursor;
    const CompletionNames &m_names;
    CompletionContext m_context;
    std::string m_part;
    std::vector<Ranked> m_ranked;
};

} // namespace

CompletionList complete(std::string_view query, std::size_t cursor, const CompletionNames &names, std::size_t limit)
{
    return Collector(query, cursor, names).collect(limit);
}

} // namespace lepto::promql
