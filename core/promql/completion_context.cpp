#include "core/promql/completion_context.h"

#include "core/promql/function_help.h"
#include "core/promql/functions.h"

#include <algorithm>
#include <vector>

namespace lepto::promql {

namespace {

using Expects = CompletionContext::Expects;

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':' || c == '.'
        || static_cast<unsigned char>(c) >= 0x80;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Walks over the query with just as much grammar as completion needs.
class Reader {
public:
    Reader(std::string_view query, std::size_t cursor)
        : m_query(query)
        , m_text(query.substr(0, cursor))
    { }

    CompletionContext run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '#')
                comment();
            else if (c == '"' || c == '\'' || c == '`')
                string(c);
            else if (isWordByte(c))
                word();
            else
                symbol(c);
            if (m_done)
                return m_context;
        }
        m_context.from = m_text.size();
        m_context.expects = expected();
        return described();
    }

private:
    struct Place {
        char open = 0;
        bool labels = false; ///< by (...), on (...)
        std::string metric = {};
        bool asked = false; ///< an operator stands behind the label
        std::string label = {};
    };

    void comment()
    {
        const std::size_t end = m_text.find('\n', m_at);
        m_done = end == std::string_view::npos;
        m_context.expects = Expects::Nothing;
        m_at = m_done ? m_text.size() : end;
    }

    void string(char quote)
    {
        const std::size_t start = m_at + 1;
        for (m_at = start; m_at < m_text.size() && m_text[m_at] != quote; ++m_at)
            m_at += m_text[m_at] == '\\' && quote != '`' ? 1 : 0;
        if (m_at < m_text.size()) {
            ++m_at;
            ended(Expects::Operator);
            return;
        }
        m_done = true;
        m_context.from = start;
        m_context.word = m_text.substr(std::min(start, m_text.size()));
        m_context.expects = inBraces() && place().asked ? Expects::LabelValue : Expects::Nothing;
        described();
    }

    void word()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && isWordByte(m_text[m_at]))
            ++m_at;
        const std::string_view word = m_text.substr(start, m_at - start);
        if (m_at == m_text.size()) {
            m_done = true;
            m_context.from = start;
            m_context.word = word;
            m_context.expects = expected();
            described();
            return;
        }
        if (inBraces())
            place().label = std::string(word);
        finished(word);
    }

    void finished(std::string_view word)
    {
        m_lastWord = std::string(word);
        if (isOneOf(word, { "and", "or", "unless", "atan2" }))
            m_next = Expects::Matching;
        else if (word == "offset")
            m_next = Expects::Duration;
        else if (word == "bool")
            m_next = Expects::Matching;
        else if (!isOneOf(word, { "by", "without", "on", "ignoring", "group_left", "group_right" }))
            operand(word);
    }

    void operand(std::string_view word)
    {
        const bool aggregation = !aggregationSignature(word).empty();
        m_next = aggregation ? Expects::Grouping : Expects::Operator;
        if (!aggregation && !findFunction(word) && !(word[0] >= '0' && word[0] <= '9'))
            m_metric = std::string(word);
    }

    void symbol(char c)
    {
        ++m_at;
        if (c == '(' || c == '{' || c == '[')
            return open(c);
        if (c == ')' || c == '}' || c == ']')
            return close(c);
        if (inBraces()) {
            place().asked = c != ',' && (place().asked || isOneOf(std::string_view(&c, 1), { "=", "!", "~" }));
        } else if (c == ',') {
            m_next = Expects::Operand;
        } else if (c == '@') {
            m_next = Expects::Time;
        } else if (isOneOf(std::string_view(&c, 1), { "+", "-", "*", "/", "%", "^", "=", "!", "<", ">" })) {
            m_next = Expects::Matching;
        }
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            m_lastWord.clear();
    }

    void open(char c)
    {
        const bool labels = c == '(' && isOneOf(m_lastWord, { "by", "without", "on", "ignoring", "group_left", "group_right" });
        m_places.push_back({ c, labels, c == '{' ? m_lastWord.empty() ? std::string() : m_metric : std::string() });
        m_lastWord.clear();
        m_next = Expects::Operand;
    }

    void close(char)
    {
        const bool grouping = !m_places.empty() && m_places.back().labels;
        if (!m_places.empty())
            m_places.pop_back();
        m_lastWord.clear();
        // Behind by (...) comes the argument, or what follows the aggregation.
        m_next = grouping ? Expects::Matching : Expects::Operator;
    }

    void ended(Expects next)
    {
        m_lastWord.clear();
        if (inBraces())
            place().asked = false;
        m_next = next;
    }

    Expects expected() const
    {
        if (m_places.empty())
            return m_next;
        const Place &place = m_places.back();
        if (place.open == '[')
            return Expects::Duration;
        if (place.open == '{')
            return place.asked || (!place.label.empty() && m_context.word.empty() && !m_lastWord.empty()) ? Expects::Nothing
                                                                                                          : Expects::LabelName;
        return place.labels ? Expects::LabelName : m_next;
    }

    CompletionContext described()
    {
        if (!m_places.empty()) {
            m_context.metric = m_places.back().metric;
            m_context.label = m_places.back().label;
        }
        if (m_context.metric.empty() && !m_places.empty() && m_places.back().labels)
            m_context.metric = firstMetric();
        return m_context;
    }

    /// The metric that a grouping is about may stand behind the cursor: the first word of the query that can be one.
    std::string firstMetric() const
    {
        for (std::size_t at = 0; at < m_query.size();) {
            std::size_t end = at;
            while (end < m_query.size() && isWordByte(m_query[end]))
                ++end;
            const std::string_view word = m_query.substr(at, end - at);
            const std::size_t next = std::min(m_query.find_first_not_of(" \t\n", end), m_query.size());
            const bool selector = next < m_query.size() ? m_query[next] == '{' || m_query[next] == '[' : at > m_text.size();
            const bool inside = at <= m_text.size() && end >= m_text.size();
            if (!word.empty() && selector && !inside && !findFunction(word) && aggregationSignature(word).empty())
                return std::string(word);
            at = end + 1;
        }
        return m_metric;
    }

    bool inBraces() const { return !m_places.empty() && m_places.back().open == '{'; }
    Place &place() { return m_places.back(); }

    std::string_view m_query, m_text;
    std::size_t m_at = 0;
    std::vector<Place> m_places;
    Expects m_next = Expects::Operand;
    std::string m_lastWord, m_metric;
    CompletionContext m_context;
    bool m_done = false;
};

} // namespace

CompletionContext completionContext(std::string_view query, std::size_t cursor)
{
    return Reader(query, std::min(cursor, query.size())).run();
}

} // namespace lepto::promql
