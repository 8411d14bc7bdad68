#include "core/promql/parser.h"

#include "core/promql/functions.h"
#include "core/promql/node_builder.h"
#include "core/promql/number_text.h"
#include "core/promql/operator_words.h"
#include "core/promql/syntax_error.h"
#include "core/promql/token_stream.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto::promql {

namespace {

constexpr std::size_t kLongestQuery = 64 * 1024;
constexpr std::size_t kMostErrors = 16;

class Parser {
public:
    explicit Parser(std::string_view query)
        : m_tokens(query)
    { }

    /// Null where an error was found; a type error is noted, so that the rest is checked too.
    NodePtr parseAll(std::vector<SyntaxError> &errors)
    {
        NodePtr node;
        try {
            if (m_tokens.peek().kind == TokenKind::End)
                throw SyntaxError(m_tokens.peek().at, "no expression found in input");
            node = binary(0);
            if (m_tokens.peek().kind != TokenKind::End)
                m_tokens.unexpected("");
        } catch (const SyntaxError &error) {
            m_errors.push_back(error);
        }
        errors = std::move(m_errors);
        return errors.empty() ? node : nullptr;
    }

private:
    NodePtr binary(int lowest);
    NodePtr unary();
    NodePtr postfix();
    NodePtr primary();
    NodePtr wordPrimary();
    NodePtr call(const Token &name);
    NodePtr aggregation(AggregateOp op, std::size_t at);
    NodePtr selector(std::string name, std::size_t at);
    NodePtr range(const NodePtr &node);
    NodePtr time(const NodePtr &node);
    std::vector<NodePtr> arguments(bool ofInfo = false);
    VectorMatching matching();

    Span since(std::size_t at) const { return { at, m_tokens.lastEnd() }; }
    /// Notes a type error of `make` and goes on with a node of the type that it should have given. What is said of a node
    /// with such a stand-in inside would only be its consequence. `from` is where the text of the node begins.
    template <typename Make>
    NodePtr checked(ValueType type, std::size_t from, Make make)
    {
        try {
            return make();
        } catch (const SyntaxError &error) {
            const bool follows = std::any_of(m_standIns.begin(), m_standIns.end(), [&](std::size_t at) { return at >= from; });
            if (!follows && m_errors.size() + 1 >= kMostErrors)
                throw;
            if (!follows)
                m_errors.push_back(error);
            m_standIns.push_back(from);
            return standIn(type, since(from));
        }
    }

    TokenStream m_tokens;
    std::vector<SyntaxError> m_errors;
    std::vector<std::size_t> m_standIns; ///< where they begin
    bool m_anySelector = false; ///< a selector may match everything: it only filters, as in info()
};

NodePtr Parser::binary(int lowest)
{
    const auto nested = m_tokens.nest();
    NodePtr left = unary();
    while (const auto found = binaryOperator(m_tokens.peek())) {
        if (found->precedence < lowest)
            break;
        const std::size_t at = m_tokens.take().at;
        Binary node;
        node.op = found->op;
        node.returnBool = m_tokens.acceptWord("bool");
        node.matching = matching();
        // Only ^ associates to the right.
        node.right = binary(found->op == BinaryOp::Pow ? found->precedence : found->precedence + 1);
        node.left = std::move(left);
        const bool vectors = node.left->type == ValueType::Vector || node.right->type == ValueType::Vector;
        const std::size_t from = startOf(*node.left);
        left = checked(
            vectors ? ValueType::Vector : ValueType::Scalar, from, [&] { return makeBinary(std::move(node), since(at)); });
    }
    return left;
}

NodePtr Parser::unary()
{
    const auto nested = m_tokens.nest();
    const Token &token = m_tokens.peek();
    if (token.kind != TokenKind::Plus && token.kind != TokenKind::Minus)
        return postfix();
    const bool negative = token.kind == TokenKind::Minus;
    const std::size_t at = m_tokens.take().at;
    NodePtr operand = binary(kUnaryPrecedence + 1);
    return checked(ValueType::Vector, at, [&] { return makeUnary(negative, std::move(operand), since(at)); });
}

NodePtr Parser::postfix()
{
    NodePtr node = primary();
    while (true) {
        const Token &token = m_tokens.peek();
        if (token.kind == TokenKind::LeftBracket) {
            node = range(node);
        } else if (token.kind == TokenKind::At) {
            node = time(node);
        } else if (isWord(token, "offset")) {
            const std::size_t at = m_tokens.take().at;
            Duration offset = parseOffset(m_tokens);
            node = checked(node->type, startOf(*node), [&] { return withOffset(*node, std::move(offset), since(at)); });
        } else {
            return node;
        }
    }
}

NodePtr Parser::primary()
{
    const Token token = m_tokens.peek();
    switch (token.kind) {
    case TokenKind::Number:
    case TokenKind::TimeSpan:
        m_tokens.take();
        return makeNumber(token.number, token.kind == TokenKind::TimeSpan, since(token.at));
    case TokenKind::String:
        m_tokens.take();
        return makeString(token.string, since(token.at));
    case TokenKind::LeftBrace:
        return selector({}, token.at);
    case TokenKind::Word:
        return wordPrimary();
    case TokenKind::LeftParen: {
        m_tokens.take();
        NodePtr inner = binary(0);
        m_tokens.expect(TokenKind::RightParen, "parenthesized expression");
        return makeParen(std::move(inner), since(token.at));
    }
    default:
        m_tokens.unexpected("");
    }
}

NodePtr Parser::wordPrimary()
{
    const Token word = m_tokens.take();
    const Token &next = m_tokens.peek();
    if (const auto op = aggregateOperator(word);
        op && (next.kind == TokenKind::LeftParen || isWord(next, "by") || isWord(next, "without")))
        return aggregation(*op, word.at);
    if (isWord(word, "inf"))
        return makeNumber(std::numeric_limits<double>::infinity(), false, since(word.at));
    if (isWord(word, "nan"))
        return makeNumber(std::numeric_limits<double>::quiet_NaN(), false, since(word.at));
    if (next.kind == TokenKind::LeftParen)
        return call(word);
    return selector(std::string(word.text), word.at);
}

NodePtr Parser::call(const Token &name)
{
    const Function *function = findFunction(name.text);
    if (!function) {
        const SyntaxError unknown(
            Span { name.at, name.at + name.text.size() }, "unknown function with name " + quoted(name.text));
        NodePtr instead = checked(ValueType::Vector, name.at, [&]() -> NodePtr { throw unknown; });
        (void)arguments();
        return instead;
    }
    auto args = arguments(function->kind == FunctionKind::Info);
    return checked(function->result, name.at, [&] { return makeCall(*function, std::move(args), since(name.at)); });
}

NodePtr Parser::aggregation(AggregateOp op, std::size_t at)
{
    Aggregation node;
    node.op = op;
    const auto clause = [&] {
        if (!isWord(m_tokens.peek(), "by") && !isWord(m_tokens.peek(), "without"))
            return false;
        node.without = isWord(m_tokens.take(), "without");
        node.grouping = parseLabelList(m_tokens, "grouping opts");
        return true;
    };
    const bool before = clause();
    std::vector<NodePtr> args = arguments();
    if (!before)
        clause();
    const std::size_t wanted = takesParameter(op) ? 2 : 1;
    return checked(ValueType::Vector, at, [&] {
        if (args.size() != wanted)
            throw SyntaxError(since(at),
                "wrong number of arguments for aggregate expression provided, expected " + std::to_string(wanted) + ", got "
                    + std::to_string(args.size()));
        node.expr = args.back();
        if (wanted == 2)
            node.parameter = args.front();
        return makeAggregation(std::move(node), since(at));
    });
}

std::vector<NodePtr> Parser::arguments(bool ofInfo)
{
    std::vector<NodePtr> args;
    m_tokens.expect(TokenKind::LeftParen, "function call");
    while (m_tokens.peek().kind != TokenKind::RightParen) {
        m_anySelector = ofInfo && args.size() == 1;
        args.push_back(binary(0));
        m_anySelector = false;
        if (!m_tokens.accept(TokenKind::Comma))
            break;
        if (m_tokens.peek().kind == TokenKind::RightParen)
            throw SyntaxError(m_tokens.peek().at, "trailing commas not allowed in function call args");
    }
    m_tokens.expect(TokenKind::RightParen, "function call");
    return args;
}

NodePtr Parser::selector(std::string name, std::size_t at)
{
    VectorSelector node;
    node.name = std::move(name);
    if (!node.name.empty())
        node.matchers.push_back({ Matcher::Kind::Equal, "__name__", node.name });
    if (m_tokens.peek().kind == TokenKind::LeftBrace)
        parseMatchers(m_tokens, node);
    return checked(ValueType::Vector, at, [&] { return makeSelector(std::move(node), m_anySelector, since(at)); });
}

NodePtr Parser::range(const NodePtr &node)
{
    const std::size_t at = m_tokens.take().at;
    Duration length = parseRange(m_tokens, false);
    if (!m_tokens.accept(TokenKind::Colon)) {
        m_tokens.expect(TokenKind::RightBracket, "subquery or range");
        return checked(ValueType::Matrix, startOf(*node), [&] { return makeMatrix(*node, std::move(length), since(at)); });
    }
    Subquery subquery;
    subquery.expr = node;
    subquery.range = std::move(length);
    if (m_tokens.peek().kind != TokenKind::RightBracket)
        subquery.step = parseRange(m_tokens, true);
    m_tokens.expect(TokenKind::RightBracket, "subquery selector");
    return checked(ValueType::Matrix, startOf(*node), [&] { return makeSubquery(std::move(subquery), since(at)); });
}

NodePtr Parser::time(const NodePtr &node)
{
    const std::size_t at = m_tokens.take().at;
    for (const auto &[name, kind] : { std::pair("start", TimeShift::At::Start), std::pair("end", TimeShift::At::End) }) {
        if (!m_tokens.acceptWord(name))
            continue;
        m_tokens.expect(TokenKind::LeftParen, "@");
        m_tokens.expect(TokenKind::RightParen, "@");
        return checked(node->type, startOf(*node), [&] { return withTime(*node, kind, 0, since(at)); });
    }
    const bool negative = m_tokens.peek().kind == TokenKind::Minus;
    if (negative || m_tokens.peek().kind == TokenKind::Plus)
        m_tokens.take();
    const Token token = m_tokens.peek();
    if (isWord(token, "inf") || isWord(token, "nan"))
        throw SyntaxError(token.at, "timestamp out of bounds for @ modifier: " + std::string(token.text));
    if (token.kind != TokenKind::Number && token.kind != TokenKind::TimeSpan)
        m_tokens.unexpected("@, expected timestamp");
    m_tokens.take();
    const double ms = std::round((negative ? -token.number : token.number) * 1000.0);
    if (!(std::abs(ms) < 4e18))
        throw SyntaxError(token.at, "timestamp out of bounds for @ modifier: " + std::string(token.text));
    return checked(node->type, startOf(*node), [&] { return withTime(*node, TimeShift::At::Time, TimeMs(ms), since(at)); });
}

VectorMatching Parser::matching()
{
    VectorMatching matching;
    if (!isWord(m_tokens.peek(), "on") && !isWord(m_tokens.peek(), "ignoring"))
        return matching;
    matching.given = true;
    matching.on = isWord(m_tokens.take(), "on");
    matching.labels = parseLabelList(m_tokens, "grouping opts");
    const bool left = m_tokens.acceptWord("group_left");
    if (!left && !m_tokens.acceptWord("group_right"))
        return matching;
    matching.card = left ? VectorMatching::Card::ManyToOne : VectorMatching::Card::OneToMany;
    if (m_tokens.peek().kind == TokenKind::LeftParen)
        matching.include = parseLabelList(m_tokens, "grouping opts");
    return matching;
}

} // namespace

ParseOutcome parseWithErrors(std::string_view query)
{
    if (query.size() > kLongestQuery)
        return { {}, { SyntaxError(std::size_t(0), "query is longer than 64 KiB") } };
    if (!isValidUtf8(query))
        return { {}, { SyntaxError(std::size_t(0), "invalid UTF-8 in query") } };
    ParseOutcome outcome;
    try {
        if (NodePtr root = Parser(query).parseAll(outcome.errors))
            outcome.expr = Expr(std::move(root), std::string(query));
    } catch (const SyntaxError &error) { // of the first token
        outcome.errors.push_back(error);
    }
    return outcome;
}

Result<Expr> parse(std::string_view query)
{
    ParseOutcome outcome = parseWithErrors(query);
    if (outcome.expr)
        return std::move(*outcome.expr);
    const SyntaxError &first = outcome.errors.front();
    return Error { ErrorCode::BadInput, positionText(query, first.where.at), "parse error: " + std::string(first.what()) };
}

} // namespace lepto::promql
