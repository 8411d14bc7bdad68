#include "core/promql/token_stream.h"

#include "core/promql/number_text.h"
#include "core/promql/syntax_error.h"

#include <algorithm>

namespace lepto::promql {

namespace {

constexpr int kDeepestRecursion = 600; // three levels for each pair of parentheses

std::string_view symbolOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::LeftParen:
        return "(";
    case TokenKind::RightParen:
        return ")";
    case TokenKind::LeftBrace:
        return "{";
    case TokenKind::RightBrace:
        return "}";
    case TokenKind::RightBracket:
        return "]";
    case TokenKind::Comma:
        return ",";
    default:
        return "token";
    }
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

Matcher::Kind matcherKind(TokenStream &tokens)
{
    const Token token = tokens.peek();
    const auto kind = [&] {
        switch (token.kind) {
        case TokenKind::Assign:
            return Matcher::Kind::Equal;
        case TokenKind::NotEqual:
            return Matcher::Kind::NotEqual;
        case TokenKind::RegexMatch:
            return Matcher::Kind::Regex;
        case TokenKind::RegexNoMatch:
            return Matcher::Kind::NotRegex;
        default:
            tokens.unexpected("label matching, expected one of \"=\", \"!=\", \"=~\" or \"!~\"");
        }
    }();
    tokens.take();
    return kind;
}

void setName(VectorSelector &selector, std::string name, std::size_t at)
{
    const bool named = std::any_of(
        selector.matchers.begin(), selector.matchers.end(), [](const Matcher &matcher) { return matcher.name == "__name__"; });
    if (named)
        throw SyntaxError(at, "metric name must not be set twice: " + quoted(selector.name) + " or " + quoted(name));
    selector.matchers.push_back({ Matcher::Kind::Equal, "__name__", std::move(name) });
}

void parseMatcher(TokenStream &tokens, VectorSelector &selector)
{
    const Token label = tokens.peek();
    if (label.kind != TokenKind::Word && label.kind != TokenKind::String)
        tokens.unexpected("label matching, expected identifier or \"}\"");
    tokens.take();
    const bool alone = tokens.peek().kind == TokenKind::Comma || tokens.peek().kind == TokenKind::RightBrace;
    if (label.kind == TokenKind::String && alone)
        return setName(selector, label.string, label.at);
    Matcher matcher;
    matcher.name = label.kind == TokenKind::String ? label.string : std::string(label.text);
    matcher.kind = matcherKind(tokens);
    const Token value = tokens.peek();
    if (value.kind != TokenKind::String)
        tokens.unexpected("label matching, expected string");
    tokens.take();
    matcher.value = value.string;
    if (matcher.name == "__name__" && !selector.name.empty())
        throw SyntaxError(
            label.at, "metric name must not be set twice: " + quoted(selector.name) + " or " + quoted(matcher.value));
    selector.matchers.push_back(std::move(matcher));
}

} // namespace

Token TokenStream::take()
{
    Token token = std::move(m_next);
    m_lastEnd = token.at + token.text.size();
    m_next = m_lexer.next();
    return token;
}

bool TokenStream::accept(TokenKind kind)
{
    if (m_next.kind != kind)
        return false;
    take();
    return true;
}

bool TokenStream::acceptWord(std::string_view word)
{
    if (!isWord(m_next, word))
        return false;
    take();
    return true;
}

void TokenStream::expect(TokenKind kind, std::string_view place)
{
    if (!accept(kind))
        unexpected(std::string(place) + ", expected " + quoted(symbolOf(kind)));
}

void TokenStream::unexpected(std::string_view place) const
{
    throw SyntaxError(m_next.at, "unexpected " + describe(m_next) + (place.empty() ? "" : " in " + std::string(place)));
}

TokenStream::Level TokenStream::nest()
{
    if (m_depth >= kDeepestRecursion)
        throw SyntaxError(m_next.at, "expression is nested too deep");
    return Level(m_depth);
}

bool isWord(const Token &token, std::string_view lowercase)
{
    return token.kind == TokenKind::Word && token.text.size() == lowercase.size()
        && std::equal(token.text.begin(), token.text.end(), lowercase.begin(), [](char a, char b) { return lower(a) == b; });
}

std::vector<std::string> parseLabelList(TokenStream &tokens, std::string_view place)
{
    std::vector<std::string> labels;
    tokens.expect(TokenKind::LeftParen, place);
    while (tokens.peek().kind != TokenKind::RightParen) {
        const Token token = tokens.peek();
        const bool name = token.kind == TokenKind::Word && token.text.find(':') == std::string_view::npos;
        if (!name && token.kind != TokenKind::String)
            tokens.unexpected(std::string(place) + ", expected label");
        tokens.take();
        labels.push_back(token.kind == TokenKind::String ? token.string : std::string(token.text));
        if (!tokens.accept(TokenKind::Comma))
            break;
    }
    tokens.expect(TokenKind::RightParen, place);
    return labels;
}

void parseMatchers(TokenStream &tokens, VectorSelector &selector)
{
    tokens.expect(TokenKind::LeftBrace, "label matching");
    while (tokens.peek().kind != TokenKind::RightBrace) {
        parseMatcher(tokens, selector);
        if (!tokens.accept(TokenKind::Comma))
            break;
    }
    tokens.expect(TokenKind::RightBrace, "label matching");
}

} // namespace lepto::promql
