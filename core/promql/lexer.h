#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lepto::promql {

enum class TokenKind {
    End,
    Word,
    Number,
    TimeSpan,
    String,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    Comma,
    Colon,
    At,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
    Assign,
    EqualEqual,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    RegexMatch,
    RegexNoMatch
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::size_t at = 0; ///< byte offset
    std::string_view text; ///< as written
    std::string string; ///< of a String: unquoted
    double number = 0; ///< of a Number, or a TimeSpan in seconds
};

/// Splits a query into tokens. A colon is part of a word except in braces and brackets, where the grammar needs it apart.
/// Throws SyntaxError.
class Lexer {
public:
    explicit Lexer(std::string_view query)
        : m_query(query)
    { }
    Token next();

private:
    void skipBlanks();
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_query.size() ? m_query[m_at + ahead] : '\0'; }
    Token make(TokenKind kind, std::size_t length);
    Token word();
    Token numberOrDuration();
    Token string();
    Token symbol();

    std::string_view m_query;
    std::size_t m_at = 0;
    int m_braces = 0, m_brackets = 0;
};

/// What a token is called in an error message, e.g. `identifier "foo"`.
std::string describe(const Token &token);

/// The text of a quoted literal (', " or `) with its escapes resolved. Throws SyntaxError with offsets from `at`.
std::string unquote(std::string_view literal, std::size_t at);

/// Value of a number literal: decimal, 0x hex, 0 octal. Throws SyntaxError.
double parseNumber(std::string_view text, std::size_t at);

} // namespace lepto::promql
