#include "app/services/measure.h"

#include "core/base/text.h"
#include "core/promql/evaluator.h"
#include "core/promql/store_provider.h"

#include <limits>

namespace lepto {

Result<double> measureOnce(const Store *store, const QString &expr, TimeMs at)
{
    if (!store)
        return Error{ErrorCode::NotFound, "history", "nothing has been collected yet"};
    const auto parsed = promql::parse(utf8(expr));
    if (!parsed)
        return Error{parsed.error().code, utf8(expr), parsed.error().text()};
    promql::StoreProvider provider(*store);
    const auto value = promql::evaluate(*parsed, provider, at);
    if (!value)
        return value.error();
    if (value->type == promql::ValueType::Scalar)
        return value->scalar;
    if (value->type != promql::ValueType::Vector || value->vector.size() > 1)
        return Error{ErrorCode::BadInput, utf8(expr), "gives more than one series; aggregate it"};
    return value->vector.empty() ? std::numeric_limits<double>::quiet_NaN() : value->vector.front().value;
}

} // namespace lepto
