#include "core/remediate/comparison.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>

namespace lepto {

Result<Comparison> Comparison::parse(const QString &text)
{
    static const std::pair<const char *, Op> kOps[] = { { "<=", Op::LessEqual }, { ">=", Op::GreaterEqual }, { "==", Op::Equal },
        { "!=", Op::NotEqual }, { "<", Op::Less }, { ">", Op::Greater } };
    const QString trimmed = text.trimmed();
    for (const auto &[sign, op] : kOps) {
        if (!trimmed.startsWith(QLatin1String(sign)))
            continue;
        const std::string number = utf8(trimmed.mid(qsizetype(qstrlen(sign))).trimmed());
        Comparison made;
        made.m_op = op;
        const char *end = number.data() + number.size();
        const auto [stop, error] = std::from_chars(number.data(), end, made.m_limit);
        if (error == std::errc() && stop == end && std::isfinite(made.m_limit))
            return made;
        break;
    }
    return Error { ErrorCode::BadInput, utf8(oneLine(text, 60)),
        utf8(QCoreApplication::translate("Comparison", "a comparison is written like \"< 0.5\"")) };
}

bool Comparison::holds(double value) const
{
    if (std::isnan(value))
        return false;
    switch (m_op) {
    case Op::Less:
        return value < m_limit;
    case Op::LessEqual:
        return value <= m_limit;
    case Op::Greater:
        return value > m_limit;
    case Op::GreaterEqual:
        return value >= m_limit;
    case Op::Equal:
        return value == m_limit;
    case Op::NotEqual:
        return value != m_limit;
    }
    return false;
}

} // namespace lepto
