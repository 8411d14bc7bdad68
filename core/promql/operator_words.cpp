#include "core/promql/operator_words.h"

#include "core/promql/token_stream.h"

namespace lepto::promql {

namespace {

constexpr int kPowerPrecedence = 6;

} // namespace

std::optional<Operator> binaryOperator(const Token &token)
{
    switch (token.kind) {
    case TokenKind::Plus:
        return Operator { BinaryOp::Add, 4 };
    case TokenKind::Minus:
        return Operator { BinaryOp::Sub, 4 };
    case TokenKind::Star:
        return Operator { BinaryOp::Mul, 5 };
    case TokenKind::Slash:
        return Operator { BinaryOp::Div, 5 };
    case TokenKind::Percent:
        return Operator { BinaryOp::Mod, 5 };
    case TokenKind::Caret:
        return Operator { BinaryOp::Pow, kPowerPrecedence };
    case TokenKind::EqualEqual:
        return Operator { BinaryOp::Equal, 3 };
    case TokenKind::NotEqual:
        return Operator { BinaryOp::NotEqual, 3 };
    case TokenKind::Less:
        return Operator { BinaryOp::Less, 3 };
    case TokenKind::LessEqual:
        return Operator { BinaryOp::LessEqual, 3 };
    case TokenKind::Greater:
        return Operator { BinaryOp::Greater, 3 };
    case TokenKind::GreaterEqual:
        return Operator { BinaryOp::GreaterEqual, 3 };
    default:
        break;
    }
    if (isWord(token, "and"))
        return Operator { BinaryOp::And, 2 };
    if (isWord(token, "unless"))
        return Operator { BinaryOp::Unless, 2 };
    if (isWord(token, "or"))
        return Operator { BinaryOp::Or, 1 };
    if (isWord(token, "atan2"))
        return Operator { BinaryOp::Atan2, 5 };
    return std::nullopt;
}

std::optional<AggregateOp> aggregateOperator(const Token &token)
{
    constexpr std::pair<std::string_view, AggregateOp> kNames[]
        = { { "sum", AggregateOp::Sum }, { "avg", AggregateOp::Avg }, { "min", AggregateOp::Min }, { "max", AggregateOp::Max },
              { "count", AggregateOp::Count }, { "group", AggregateOp::Group }, { "stddev", AggregateOp::Stddev },
              { "stdvar", AggregateOp::Stdvar }, { "topk", AggregateOp::TopK }, { "bottomk", AggregateOp::BottomK },
              { "quantile", AggregateOp::Quantile }, { "count_values", AggregateOp::CountValues },
              { "limitk", AggregateOp::LimitK }, { "limit_ratio", AggregateOp::LimitRatio } };
    for (const auto &[name, op] : kNames) {
        if (isWord(token, name))
            return op;
    }
    return std::nullopt;
}

bool takesParameter(AggregateOp op)
{
    switch (op) {
    case AggregateOp::TopK:
    case AggregateOp::BottomK:
    case AggregateOp::Quantile:
    case AggregateOp::CountValues:
    case AggregateOp::LimitK:
    case AggregateOp::LimitRatio:
        return true;
    default:
        return false;
    }
}

} // namespace lepto::promql
