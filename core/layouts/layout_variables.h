#pragma once

#include "core/layouts/layout.h"

#include <functional>

namespace lepto {

/// The times that `$__interval` and its like stand for.
struct LayoutTimes {
    TimeMs from = 0, to = 0;
    TimeMs step = 15'000;          ///< $__interval
    TimeMs scrape = 15'000;        ///< the usual spacing of the samples: $__rate_interval = max(step + scrape, 4 × scrape)
};

/// `expr` of one of the layout's queries with its variables replaced, as Grafana does for Prometheus: `$name`, `${name}`, `${name:format}`, `[[name]]`,
/// `[[name:format]]`; formats raw, regex, pipe, csv, glob, json, singlequote, doublequote, percentencode. A variable that stands for everything
/// matches every value: where the dashboard compares with `=` or `!=`, the comparison becomes `=~` or `!~`. Unknown names stay as they are.
QString resolveExpr(const ExploreLayout &layout, const QString &expr, const LayoutTimes &times);
/// The same in titles and legends, where nothing is escaped.
QString resolveText(const ExploreLayout &layout, const QString &text, const LayoutTimes &times);

/// Values of `label` among the series that match `selector` (empty: all).
using LabelLookup = std::function<QStringList(const QString &selector, const QString &label)>;
/// Fills the options of the variables that ask `label_values(...)`, in their order since one may use another, and gives those without a value
/// their first option.
void fillVariables(ExploreLayout &layout, const LabelLookup &lookup, const LayoutTimes &times);

/// The parts of `label_values(SELECTOR, LABEL)` or `label_values(LABEL)`; empty label where it is something else.
struct LabelValuesQuery {
    QString selector, label;
};
LabelValuesQuery labelValuesQuery(const QString &definition);

/// "1m", "1m30s", "500ms": a duration as PromQL reads it.
QString durationText(TimeMs ms);
/// Milliseconds of "30s", "5m", "1h", "1d", "1w", "1M", "1y" or their sum; 0 where it is none.
TimeMs durationMs(const QString &text);

} // namespace lepto
