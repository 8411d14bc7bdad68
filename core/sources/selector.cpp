#include "core/sources/selector.h"

namespace lepto {

namespace {

class SelectorReader {
public:
    explicit SelectorReader(std::string_view text) : m_text(text) {}

    std::optional<std::vector<Matcher>> read()
    {
        std::vector<Matcher> out;
        if (const std::string_view name = word(true); !name.empty())
            out.push_back({ Matcher::Kind::Equal, "__name__", std::string(name) });
        if (take('{') && !readMatchers(out))
            return std::nullopt;
        skipBlanks();
        return m_at == m_text.size() && !out.empty() ? std::optional(std::move(out)) : std::nullopt;
    }

private:
    bool readMatchers(std::vector<Matcher> &out)
    {
        while (!take('}')) {
            Matcher matcher;
            matcher.name = word(false);
            if (matcher.name.empty() || !readOperator(matcher.kind) || !readString(matcher.value))
                return false;
            out.push_back(std::move(matcher));
            if (!take(',') && peek() != '}')
                return false;
        }
        return true;
    }
    bool readOperator(Matcher::Kind &kind)
    {
        const bool negative = take('!');
        if (!negative && !take('='))
            return false;
        const bool regex = m_at < m_text.size() && m_text[m_at] == '~';
        if (negative && !regex && (m_at >= m_text.size() || m_text[m_at] != '='))
            return false;
        m_at += regex || negative;
        kind = regex ? (negative ? Matcher::Kind::NotRegex : Matcher::Kind::Regex) : (negative ? Matcher::Kind::NotEqual : Matcher::Kind::Equal);
        return true;
    }
    bool readString(std::string &out)
    {
        const char quote = peek();
        if (quote != '"' && quote != '\'' && quote != '`')
            return false;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
            char c = m_text[m_at];
            if (c == '\\' && quote != '`') {
                const char escaped = ++m_at < m_text.size() ? m_text[m_at] : '\0';
                if (escaped != '\\' && escaped != quote && escaped != 'n')
                    return false;
                c = escaped == 'n' ? '\n' : escaped;
            }
            out += c;
        }
        return m_at++ < m_text.size();
    }
    std::string_view word(bool colons)
    {
        skipBlanks();
        const std::size_t begin = m_at;
        const auto fits = [&](char c) {
            const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            return letter || c == '_' || (colons && c == ':') || (m_at > begin && c >= '0' && c <= '9');
        };
        while (m_at < m_text.size() && fits(m_text[m_at]))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    char peek()
    {
        skipBlanks();
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::optional<std::vector<Matcher>> parseSelector(std::string_view text)
{
    return SelectorReader(text).read();
}

} // namespace lepto
