#pragma once

#include "core/promql/ast.h"
#include "core/promql/lexer.h"

namespace lepto::promql {

/// Tokens with one of look-ahead, and the parser's guard against deep nesting. Throws SyntaxError.
class TokenStream {
public:
    explicit TokenStream(std::string_view query)
        : m_lexer(query)
        , m_next(m_lexer.next())
    { }

    const Token &peek() const { return m_next; }
    std::size_t lastEnd() const { return m_lastEnd; } ///< behind the token taken last
    Token take();
    bool accept(TokenKind kind);
    bool acceptWord(std::string_view word);
    void expect(TokenKind kind, std::string_view place);
    [[noreturn]] void unexpected(std::string_view place) const;

    /// Counts one level of recursion while it lives.
    class Level {
    public:
        explicit Level(int &depth)
            : m_depth(depth)
        {
            ++m_depth;
        }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;
        ~Level() { --m_depth; }

    private:
        int &m_depth;
    };
    Level nest();

private:
    Lexer m_lexer;
    Token m_next;
    std::size_t m_lastEnd = 0;
    int m_depth = 0;
};

/// Keywords are case-insensitive.
bool isWord(const Token &token, std::string_view lowercase);

/// `(a, "b c", d)`, a trailing comma allowed.
std::vector<std::string> parseLabelList(TokenStream &tokens, std::string_view place);
/// `{...}` into the selector's matchers; a lone quoted string is the metric name.
void parseMatchers(TokenStream &tokens, VectorSelector &selector);
/// Duration arithmetic inside brackets; a literal must be positive.
Duration parseRange(TokenStream &tokens, bool step);
/// After `offset`: a signed duration, or an expression in parentheses.
Duration parseOffset(TokenStream &tokens);

} // namespace lepto::promql
