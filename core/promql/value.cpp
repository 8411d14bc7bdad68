#include "core/promql/value.h"

namespace lepto::promql {

Result<void> SeriesProvider::visit(std::span<const Matcher> matchers, TimeMs from, TimeMs to, const Visitor &visitor)
{
    auto selected = select(matchers, from, to);
    if (!selected)
        return selected.error();
    for (Series &series : *selected)
        visitor(std::move(series));
    return {};
}

} // namespace lepto::promql
