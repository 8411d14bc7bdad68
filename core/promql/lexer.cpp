#include "core/promql/lexer.h"

#include "core/promql/duration_expr.h"
#include "core/promql/number_text.h"
#include "core/promql/syntax_error.h"

#include <algorithm>
#include <charconv>

namespace lepto::promql {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct Symbol {
    std::string_view text;
    TokenKind kind;
};
// Longer ones first.
constexpr Symbol kSymbols[] = {
    { "==", TokenKind::EqualEqual },
    { "=~", TokenKind::RegexMatch },
    { "!=", TokenKind::NotEqual },
    { "!~", TokenKind::RegexNoMatch },
    { "<=", TokenKind::LessEqual },
    { ">=", TokenKind::GreaterEqual },
    { "<", TokenKind::Less },
    { ">", TokenKind::Greater },
    { "=", TokenKind::Assign },
    { "(", TokenKind::LeftParen },
    { ")", TokenKind::RightParen },
    { "{", TokenKind::LeftBrace },
    { "}", TokenKind::RightBrace },
    { "[", TokenKind::LeftBracket },
    { "]", TokenKind::RightBracket },
    { ",", TokenKind::Comma },
    { ":", TokenKind::Colon },
    { "@", TokenKind::At },
    { "+", TokenKind::Plus },
    { "-", TokenKind::Minus },
    { "*", TokenKind::Star },
    { "/", TokenKind::Slash },
    { "%", TokenKind::Percent },
    { "^", TokenKind::Caret },
};

} // namespace

Token Lexer::next()
{
    skipBlanks();
    if (m_at >= m_query.size())
        return make(TokenKind::End, 0);
    const char c = peek();
    if (isDigit(c) || (c == '.' && isDigit(peek(1))))
        return numberOrDuration();
    if (c == '"' || c == '\'' || c == '`')
        return string();
    const bool colonWord = c == ':' && m_braces == 0 && m_brackets == 0;
    return isLetter(c) || colonWord ? word() : symbol();
}

void Lexer::skipBlanks()
{
    while (m_at < m_query.size()) {
        if (isBlank(m_query[m_at]))
            ++m_at;
        else if (m_query[m_at] == '#')
            m_at = std::min(m_query.find('\n', m_at), m_query.size());
        else
            break;
    }
}

Token Lexer::make(TokenKind kind, std::size_t length)
{
    Token token;
    token.kind = kind;
    token.at = m_at;
    token.text = m_query.substr(m_at, length);
    m_at += length;
    return token;
}

Token Lexer::word()
{
    const bool colons = m_braces == 0 && m_brackets == 0;
    std::size_t length = 0;
    while (isLetter(peek(length)) || isDigit(peek(length)) || (colons && peek(length) == ':'))
        ++length;
    return make(TokenKind::Word, length);
}

Token Lexer::numberOrDuration()
{
    std::size_t length = 0;
    bool plain = true; // only digits so far: a unit may follow
    if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
        plain = false;
        for (length = 2; isHexDigit(peek(length));)
            ++length;
    } else {
        while (isDigit(peek(length)))
            ++length;
        if (peek(length) == '.') {
            plain = false;
            for (++length; isDigit(peek(length));)
                ++length;
        }
        const std::size_t sign = peek(length + 1) == '+' || peek(length + 1) == '-' ? 1 : 0;
        if ((peek(length) == 'e' || peek(length) == 'E') && isDigit(peek(length + 1 + sign))) {
            plain = false;
            for (length += 1 + sign; isDigit(peek(length));)
                ++length;
        }
    }
    const bool unit = isLetter(peek(length));
    while (unit && (isLetter(peek(length)) || isDigit(peek(length))))
        ++length;
    const std::size_t at = m_at;
    if (peek(length) == '.')
        throw SyntaxError(at, "bad number or duration syntax: " + quoted(m_query.substr(at, length + 1)));
    if (!unit) {
        Token token = make(TokenKind::Number, length);
        token.number = parseNumber(token.text, at);
        return token;
    }
    Token token = make(TokenKind::TimeSpan, length);
    const auto ms = plain ? parseDuration(token.text) : std::nullopt;
    if (!ms)
        throw SyntaxError(at, "bad number or duration syntax: " + quoted(token.text));
    token.number = double(*ms) / 1000.0;
    return token;
}

Token Lexer::string()
{
    const char quote = peek();
    std::size_t length = 1;
    while (m_at + length < m_query.size() && peek(length) != quote) {
        if (peek(length) == '\\' && quote != '`')
            ++length;
        else if (peek(length) == '\n' && quote != '`')
            break;
        ++length;
    }
    if (peek(length) != quote || m_at + length >= m_query.size())
        throw SyntaxError(m_at, "unterminated quoted string");
    const std::size_t at = m_at;
    Token token = make(TokenKind::String, length + 1);
    token.string = unquote(token.text, at);
    return token;
}

Token Lexer::symbol()
{
    for (const Symbol &candidate : kSymbols) {
        if (!m_query.substr(m_at).starts_with(candidate.text))
            continue;
        m_braces += candidate.kind == TokenKind::LeftBrace ? 1 : candidate.kind == TokenKind::RightBrace ? -1 : 0;
        m_brackets += candidate.kind == TokenKind::LeftBracket ? 1 : candidate.kind == TokenKind::RightBracket ? -1 : 0;
        return make(candidate.kind, candidate.text.size());
    }
    throw SyntaxError(m_at, "unexpected character: " + quoted(m_query.substr(m_at, 1)));
}

std::string describe(const Token &token)
{
    switch (token.kind) {
    case TokenKind::End:
        return "end of input";
    case TokenKind::Word:
        return "identifier " + quoted(token.text);
    case TokenKind::Number:
        return "number " + quoted(token.text);
    case TokenKind::TimeSpan:
        return "duration " + quoted(token.text);
    case TokenKind::String:
        return "string " + std::string(token.text.substr(0, 80));
    default:
        return quoted(token.text);
    }
}

double parseNumber(std::string_view text, std::size_t at)
{
    const char *end = text.data() + text.size();
    const bool hex = text.starts_with("0x") || text.starts_with("0X");
    const bool octal = !hex && text.size() > 1 && text[0] == '0' && text.find_first_not_of("01234567") == std::string_view::npos;
    if (hex || octal) {
        std::uint64_t value = 0;
        const auto result = std::from_chars(text.data() + (hex ? 2 : 1), end, value, hex ? 16 : 8);
        if (result.ec == std::errc() && result.ptr == end)
            return double(value);
        throw SyntaxError(at, "bad number or duration syntax: " + quoted(text));
    }
    double value = 0;
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ptr != end || result.ec == std::errc::invalid_argument)
        throw SyntaxError(at, "bad number or duration syntax: " + quoted(text));
    if (result.ec == std::errc::result_out_of_range)
        throw SyntaxError(at, "number out of range: " + quoted(text));
    return value;
}

} // namespace lepto::promql
