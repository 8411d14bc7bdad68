#include "app/services/layout_values.h"

#include "app/services/services.h"
#include "core/base/text.h"
#include "core/layouts/layout_variables.h"
#include "core/promql/parser.h"

#include <limits>

namespace lepto {

namespace {

constexpr std::size_t kMostSeries = 20'000;

QStringList valuesOf(const Store &store, const QString &selector, const QString &label)
{
    QStringList out;
    if (selector.isEmpty()) {
        for (const std::string &value : store.labelValues(utf8(label), 1000))
            out.append(qstr(value));
        return out;
    }
    const auto expr = promql::parse(utf8(selector));
    const auto *vector = expr ? std::get_if<promql::VectorSelector>(&expr->root().what) : nullptr;
    if (!vector)
        return out;
    const auto found = store.select(vector->matchers, 0, std::numeric_limits<TimeMs>::max(), kMostSeries);
    if (!found)
        return out;
    for (const SeriesInfo &series : *found) {
        if (const QString value = qstr(series.labels.get(utf8(label))); !value.isEmpty() && !out.contains(value))
            out.append(value);
    }
    return out;
}

} // namespace

void fillFromHistory(Services &services, ExploreLayout &layout)
{
    const auto store = services.requireStore();
    if (!store)
        return;
    const TimeMs now = services.clock().now();
    fillVariables(layout, [&](const QString &selector, const QString &label) { return valuesOf(**store, selector, label); }, {now - layout.rangeMs, now});
}

} // namespace lepto
