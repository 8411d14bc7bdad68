#include "core/promql/number_text.h"
#include "core/promql/syntax_error.h"
#include "core/promql/token_stream.h"

namespace lepto::promql {

namespace {

using Kind = DurationNode::Kind;
constexpr int kDeepestDuration = 100;
constexpr int kPower = 3;

struct Operator {
    Kind kind;
    int precedence;
};

std::optional<Operator> durationOperator(const Token &token)
{
    switch (token.kind) {
    case TokenKind::Plus:
        return Operator { Kind::Add, 1 };
    case TokenKind::Minus:
        return Operator { Kind::Subtract, 1 };
    case TokenKind::Star:
        return Operator { Kind::Multiply, 2 };
    case TokenKind::Slash:
        return Operator { Kind::Divide, 2 };
    case TokenKind::Percent:
        return Operator { Kind::Modulo, 2 };
    case TokenKind::Caret:
        return Operator { Kind::Power, kPower };
    default:
        return std::nullopt;
    }
}

Duration binary(TokenStream &tokens, int lowest);

Duration function(TokenStream &tokens, Kind kind, int args)
{
    std::vector<Duration> values;
    tokens.expect(TokenKind::LeftParen, "duration expression");
    for (int i = 0; i < args; ++i) {
        if (i > 0)
            tokens.expect(TokenKind::Comma, "duration expression");
        values.push_back(binary(tokens, 0));
    }
    tokens.expect(TokenKind::RightParen, "duration expression");
    return makeDuration(kind, std::move(values));
}

Duration primary(TokenStream &tokens)
{
    const Token token = tokens.peek();
    if (token.kind == TokenKind::Number || token.kind == TokenKind::TimeSpan) {
        tokens.take();
        const Duration literal = literalDuration(token.number);
        if (!evaluateDuration(*literal, {}))
            throw SyntaxError(token.at, "duration out of range");
        return literal;
    }
    if (tokens.accept(TokenKind::LeftParen)) {
        Duration inner = binary(tokens, 0);
        tokens.expect(TokenKind::RightParen, "duration expression");
        return inner;
    }
    if (tokens.acceptWord("step"))
        return function(tokens, Kind::Step, 0);
    if (tokens.acceptWord("range"))
        return function(tokens, Kind::Range, 0);
    if (tokens.acceptWord("min_of"))
        return function(tokens, Kind::Min, 2);
    if (tokens.acceptWord("max_of"))
        return function(tokens, Kind::Max, 2);
    tokens.unexpected("duration expression");
}

/// A sign binds looser than ^ in brackets; after `offset` the ^ belongs to the expression around it.
Duration unary(TokenStream &tokens, bool powers)
{
    const auto nested = tokens.nest();
    const bool negative = tokens.peek().kind == TokenKind::Minus;
    if (!negative && tokens.peek().kind != TokenKind::Plus)
        return primary(tokens);
    tokens.take();
    Duration inner = powers ? binary(tokens, kPower) : unary(tokens, false);
    return negative ? makeDuration(Kind::Negate, { std::move(inner) }) : inner;
}

bool isZero(const DurationNode &node)
{
    return node.kind == Kind::Literal && node.seconds == 0;
}

Duration binary(TokenStream &tokens, int lowest)
{
    const auto nested = tokens.nest();
    Duration left = unary(tokens, true);
    while (const auto found = durationOperator(tokens.peek())) {
        if (found->precedence < lowest)
            break;
        const std::size_t at = tokens.take().at;
        Duration right = binary(tokens, found->kind == Kind::Power ? kPower : found->precedence + 1);
        if (isZero(*right) && (found->kind == Kind::Divide || found->kind == Kind::Modulo))
            throw SyntaxError(at, found->kind == Kind::Divide ? "division by zero" : "modulo by zero");
        left = makeDuration(found->kind, { std::move(left), std::move(right) });
        if (left->depth > kDeepestDuration)
            throw SyntaxError(at, "duration expression is nested too deep");
    }
    return left;
}

} // namespace

Duration parseRange(TokenStream &tokens, bool step)
{
    const std::size_t at = tokens.peek().at;
    Duration duration = binary(tokens, 0);
    // Only a literal is judged here; arithmetic is when its value is known.
    if (duration->kind == Kind::Literal && duration->seconds <= 0)
        throw SyntaxError(at, std::string(step ? "subquery step" : "duration") + " must be greater than 0");
    return duration;
}

Duration parseOffset(TokenStream &tokens)
{
    return unary(tokens, false);
}

} // namespace lepto::promql
