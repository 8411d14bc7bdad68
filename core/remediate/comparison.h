#pragma once

#include "ml/base/result.h"

#include <QString>

namespace lepto {

/// "< 0.5": what a measured value must be. NaN never holds, whatever the operator.
class Comparison {
public:
    /// Operators < <= > >= == !=, then a finite number. Errors: BadInput.
    static Result<Comparison> parse(const QString &text);
    bool holds(double value) const;

private:
    enum class Op { Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual };
    Op m_op = Op::Less;
    double m_limit = 0;
};

} // namespace lepto
