#include "core/layouts/dashboard_panels.h"

#include "core/base/text.h"
#include "core/layouts/dashboard_import.h"
#include "core/layouts/dashboard_units.h"
#include "core/layouts/layout_variables.h"
#include "core/promql/parser.h"

#include <algorithm>
#include <limits>

namespace lepto {

namespace {

using Code = LayoutNote::Code;
using Kind = LayoutPanel::Kind;

std::optional<Kind> kindOf(const QString &type)
{
    constexpr std::pair<const char *, Kind> kinds[] = { { "timeseries", Kind::Chart }, { "graph", Kind::Chart }, { "barchart", Kind::Chart },
        { "stat", Kind::Number }, { "singlestat", Kind::Number }, { "gauge", Kind::Gauge }, { "bargauge", Kind::Gauge }, { "heatmap", Kind::Heatmap },
        { "table", Kind::Table }, { "table-old", Kind::Table } };
    for (const auto &[name, kind] : kinds) {
        if (type == QLatin1String(name))
            return kind;
    }
    return std::nullopt;
}

Severity severityOf(const QString &colour)
{
    if (colour.contains(QLatin1String("red"), Qt::CaseInsensitive))
        return Severity::Critical;
    if (colour.contains(QLatin1String("orange"), Qt::CaseInsensitive) || colour.contains(QLatin1String("yellow"), Qt::CaseInsensitive))
        return Severity::Warning;
    return colour.contains(QLatin1String("green"), Qt::CaseInsensitive) ? Severity::Ok : Severity::Info;
}

/// By position in the order that people read.
std::vector<QJsonObject> inReadingOrder(const QJsonArray &panels)
{
    std::vector<QJsonObject> out;
    for (const QJsonValue &panel : panels)
        out.push_back(panel.toObject());
    const auto place = [](const QJsonObject &panel) {
        const QJsonValue grid = panel[u"gridPos"];
        return std::pair(grid[u"y"].toInt(), grid[u"x"].toInt());
    };
    std::stable_sort(out.begin(), out.end(), [&](const QJsonObject &a, const QJsonObject &b) { return place(a) < place(b); });
    return out;
}

QString titleOf(const QJsonObject &panel)
{
    const QString title = oneLine(panel[u"title"].toString().trimmed(), 200);
    return title.isEmpty() ? QStringLiteral("#%1").arg(panel[u"id"].toInt()) : title;
}

} // namespace

void DashboardPanels::note(Code code, const QString &where, const QString &detail)
{
    if (m_layout.notes.size() < 2000)
        m_layout.notes.push_back({ code, oneLine(where, 200), oneLine(detail, 300) });
}

void DashboardPanels::startRow(const QJsonObject &row)
{
    m_layout.rows.push_back({ oneLine(row[u"title"].toString().trimmed(), 200), row[u"collapsed"].toBool() || row[u"collapse"].toBool(), {} });
    if (const QString repeated = row[u"repeat"].toString(); !repeated.isEmpty())
        note(Code::Repeat, titleOf(row), repeated);
}

void DashboardPanels::read(const QJsonArray &panels)
{
    for (const QJsonObject &panel : inReadingOrder(panels)) {
        if (panel[u"type"] != QLatin1String("row")) {
            takePanel(panel);
            continue;
        }
        startRow(panel);
        for (const QJsonObject &nested : inReadingOrder(panel[u"panels"].toArray()))
            takePanel(nested);
    }
}

void DashboardPanels::readOldRows(const QJsonArray &rows)
{
    for (const QJsonValue &row : rows) {
        startRow(row.toObject());
        for (const QJsonValue &panel : row[u"panels"].toArray())
            takePanel(panel.toObject());
    }
}

void DashboardPanels::takePanel(const QJsonObject &object)
{
    LayoutPanel panel;
    panel.title = titleOf(object);
    if (++m_panels > dashboard_limit::panels) {
        if (m_panels == dashboard_limit::panels + 1)
            note(Code::TooMany, panel.title, QString::number(dashboard_limit::panels));
        return;
    }
    if (object[u"libraryPanel"].isObject() && !object[u"targets"].isArray())
        return note(Code::LibraryPanel, panel.title, object[u"libraryPanel"][u"uid"].toString());
    const QString type = object[u"type"].toString();
    const auto kind = kindOf(type);
    if (!kind)
        return note(Code::PanelType, panel.title, type.isEmpty() ? QStringLiteral("?") : type);
    panel.kind = *kind;
    takeQueries(panel, object);
    if (panel.queries.empty())
        return;
    takeLook(panel, object);
    if (!panel.repeatedBy.isEmpty())
        note(Code::Repeat, panel.title, panel.repeatedBy);
    if (m_layout.rows.empty())
        m_layout.rows.push_back({});
    m_layout.rows.back().panels.push_back(std::move(panel));
}

/// A data source is Prometheus where it says so, or says nothing: names and old forms do not tell.
bool DashboardPanels::isPrometheus(const QJsonObject &panel, const QJsonObject &target, QString *other) const
{
    for (const QJsonValue &source : { target[u"datasource"], panel[u"datasource"] }) {
        const QString type = source[u"type"].toString();
        if (type.isEmpty())
            continue;
        *other = type;
        return type == QLatin1String("prometheus") || type.endsWith(QLatin1String("-prometheus-datasource"));
    }
    return true;
}

QString DashboardPanels::problemOf(const QString &expr) const
{
    if (expr.size() > dashboard_limit::expr)
        return QStringLiteral("%1 KiB").arg(expr.size() >> 10);
    const LayoutTimes times { 0, m_layout.rangeMs, 15'000, 15'000 };
    const auto parsed = promql::parse(utf8(resolveExpr(m_layout, expr, times)));
    return parsed ? QString() : qstr(parsed.error());
}

void DashboardPanels::takeQueries(LayoutPanel &panel, const QJsonObject &object)
{
    QString other, problem;
    for (const QJsonValue &value : object[u"targets"].toArray()) {
        const QJsonObject target = value.toObject();
        const QString expr = target[u"expr"].toString().trimmed();
        if (qsizetype(panel.queries.size()) >= dashboard_limit::queries) {
            note(Code::TooMany, panel.title, QString::number(dashboard_limit::queries));
            break;
        }
        if (expr.isEmpty())
            continue;
        if (!isPrometheus(object, target, &other)) {
            note(Code::NotPrometheus, panel.title, other);
            problem = other;
            continue;
        }
        problem = problemOf(expr);
        if (!problem.isEmpty()) {
            note(Code::Syntax, panel.title, problem + QStringLiteral(" in ") + expr);
            continue;
        }
        const QString legend = target[u"legendFormat"].toString().left(500);
        panel.queries.push_back({ expr, legend == QLatin1String("__auto") ? QString() : legend, target[u"instant"].toBool() && !target[u"range"].toBool() });
    }
    if (panel.queries.empty() && problem.isEmpty())
        note(Code::NoQuery, panel.title, {});
}

void DashboardPanels::takeLook(LayoutPanel &panel, const QJsonObject &object)
{
    const QJsonValue defaults = object[u"fieldConfig"][u"defaults"], axis = object[u"yaxes"][0];
    const QJsonValue custom = defaults[u"custom"];
    panel.description = object[u"description"].toString().left(dashboard_limit::text);
    QString unit = defaults[u"unit"].toString();
    for (const QJsonValue &old : { axis[u"format"], object[u"format"] }) {
        if (unit.isEmpty() && old.isString())
            unit = old.toString();
    }
    const DashboardUnit known = dashboardUnit(oneLine(unit, 60));
    panel.unit = known.unit;
    panel.unitScale = known.scale;
    if (!known.known)
        note(Code::UnknownUnit, panel.title, unit);
    const bool log = custom[u"scaleDistribution"][u"type"] == QLatin1String("log") || axis[u"logBase"].toInt(1) > 1;
    panel.y = log ? LayoutPanel::Y::Logarithmic : LayoutPanel::Y::Linear;
    const QString stacking = custom[u"stacking"][u"mode"].toString();
    panel.stacked = (!stacking.isEmpty() && stacking != QLatin1String("none")) || object[u"stack"].toBool();
    if (defaults[u"min"].isDouble())
        panel.min = defaults[u"min"].toDouble();
    if (defaults[u"max"].isDouble())
        panel.max = defaults[u"max"].toDouble();
    const QJsonArray steps = defaults[u"thresholds"][u"steps"].toArray();
    const bool relative = defaults[u"thresholds"][u"mode"] == QLatin1String("percentage");
    for (const QJsonValue &step : relative || steps.size() > 50 ? QJsonArray() : steps) {
        const bool first = !step[u"value"].isDouble();
        panel.thresholds.push_back({ first ? -std::numeric_limits<double>::infinity() : step[u"value"].toDouble(), severityOf(step[u"color"].toString()) });
    }
    std::stable_sort(panel.thresholds.begin(), panel.thresholds.end(), [](const LayoutThreshold &a, const LayoutThreshold &b) { return a.at < b.at; });
    const QJsonValue grid = object[u"gridPos"];
    panel.width = std::clamp(grid[u"w"].toInt(object[u"span"].toInt(6) * 2), 1, 24);
    panel.height = std::clamp(grid[u"h"].toInt(8), 1, 100);
    panel.repeatedBy = oneLine(object[u"repeat"].toString(), 100);
    QStringList transformed;
    for (const QJsonValue &step : object[u"transformations"].toArray())
        transformed.append(step[u"id"].toString());
    if (!transformed.isEmpty())
        note(Code::Transformation, panel.title, transformed.join(QStringLiteral(", ")));
}

} // namespace lepto
