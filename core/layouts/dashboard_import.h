#pragma once

#include "core/layouts/layout.h"
#include "ml/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace lepto {

/// A Grafana dashboard as a layout: the classic JSON model (with `rows` up to schema 14 or `panels` since), also inside `{dashboard, meta}` of the
/// API and `{spec}` of the resource model V1. Panels: timeseries, graph, stat, singlestat, gauge, bargauge, heatmap, table; rows, nested
/// ones too. Variables: query, custom, interval, datasource, constant, textbox, with what was chosen when it was saved. What is not
/// taken over is in `notes` with its reason; a query that is no PromQL after substitution is left out.
/// Anything may be inside: at most 16 MiB, 1,000 panels, 50 queries a panel, 200 variables. Pure; any thread.
/// Errors: BadInput (no JSON, no dashboard, the resource model V2).
Result<ExploreLayout> importDashboard(const QByteArray &json, const QString &origin);

namespace dashboard_limit {
inline constexpr qsizetype bytes = 16 << 20, panels = 1000, queries = 50, variables = 200, text = 4000, expr = 64 << 10;
} // namespace dashboard_limit

} // namespace lepto
