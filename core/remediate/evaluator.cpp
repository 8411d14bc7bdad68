#include "core/remediate/evaluator.h"

#include <limits>

namespace lepto {

double measure(const Evaluator &evaluate, const QString &expr, TimeMs at)
{
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    if (!evaluate)
        return kUnknown;
    const auto value = evaluate(expr, at);
    return value ? *value : kUnknown;
}

} // namespace lepto
