#include "core/layouts/layout_json.h"

#include "core/base/text.h"
#include "core/layouts/layout_names.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr std::array severities { "ok", "maintenance", "no-data", "stale", "info", "warning", "critical" };

template <typename Items, typename Make>
QJsonArray list(const Items &items, Make make)
{
    QJsonArray out;
    for (const auto &item : items)
        out.append(make(item));
    return out;
}

template <typename Item, typename Read>
std::vector<Item> readList(const QJsonValue &value, Read read)
{
    std::vector<Item> out;
    for (const QJsonValue &item : value.toArray())
        out.push_back(read(item.toObject()));
    return out;
}

QStringList texts(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &item : value.toArray())
        out.append(item.toString());
    return out;
}

QJsonObject panelJson(const LayoutPanel &p)
{
    QJsonObject out { { QStringLiteral("title"), p.title }, { QStringLiteral("description"), p.description }, { QStringLiteral("kind"), nameOf(p.kind) },
        { QStringLiteral("queries"), list(p.queries, [](const LayoutQuery &q) {
             return QJsonObject { { QStringLiteral("expr"), q.expr }, { QStringLiteral("legend"), q.legend }, { QStringLiteral("instant"), q.instant } };
         }) },
        { QStringLiteral("unit"), p.unit }, { QStringLiteral("unitScale"), p.unitScale }, { QStringLiteral("log"), p.y == LayoutPanel::Y::Logarithmic },
        { QStringLiteral("stacked"), p.stacked },
        { QStringLiteral("thresholds"), list(p.thresholds, [](const LayoutThreshold &t) {
             return QJsonObject { { QStringLiteral("at"), std::isfinite(t.at) ? QJsonValue(t.at) : QJsonValue() },
                 { QStringLiteral("severity"), QLatin1String(severities[std::size_t(t.severity)]) } };
         }) },
        { QStringLiteral("width"), p.width }, { QStringLiteral("height"), p.height }, { QStringLiteral("repeatedBy"), p.repeatedBy } };
    if (p.min)
        out.insert(QStringLiteral("min"), *p.min);
    if (p.max)
        out.insert(QStringLiteral("max"), *p.max);
    return out;
}

/// Reads the parts; remembers the first word that is not known.
class LayoutReader {
public:
    template <typename Enum>
    Enum word(const QJsonObject &object, const char *key, std::optional<Enum> (*parse)(const QString &))
    {
        const QString text = object[QLatin1String(key)].toString();
        const auto value = parse(text);
        if (!value && wrong.isEmpty())
            wrong = QLatin1String(key) + QStringLiteral(": ") + oneLine(text, 60);
        return value.value_or(Enum {});
    }

    LayoutPanel panel(const QJsonObject &o)
    {
        LayoutPanel p;
        p.title = o[u"title"].toString();
        p.description = o[u"description"].toString();
        p.kind = word(o, "kind", panelKindOf);
        p.queries = readList<LayoutQuery>(o[u"queries"], [](const QJsonObject &q) { return LayoutQuery { q[u"expr"].toString(), q[u"legend"].toString(), q[u"instant"].toBool() }; });
        p.unit = o[u"unit"].toString();
        p.unitScale = o[u"unitScale"].toDouble(1);
        p.y = o[u"log"].toBool() ? LayoutPanel::Y::Logarithmic : LayoutPanel::Y::Linear;
        p.stacked = o[u"stacked"].toBool();
        p.thresholds = readList<LayoutThreshold>(o[u"thresholds"], [](const QJsonObject &t) {
            const auto it = std::find(severities.begin(), severities.end(), utf8(t[u"severity"].toString()));
            return LayoutThreshold { t[u"at"].toDouble(-std::numeric_limits<double>::infinity()), it == severities.end() ? Severity::Info : Severity(it - severities.begin()) };
        });
        if (o[u"min"].isDouble())
            p.min = o[u"min"].toDouble();
        if (o[u"max"].isDouble())
            p.max = o[u"max"].toDouble();
        p.width = std::clamp(o[u"width"].toInt(12), 1, 24);
        p.height = std::clamp(o[u"height"].toInt(8), 1, 100);
        p.repeatedBy = o[u"repeatedBy"].toString();
        return p;
    }

    LayoutRow row(const QJsonObject &o)
    {
        return { o[u"title"].toString(), o[u"collapsed"].toBool(), readList<LayoutPanel>(o[u"panels"], [this](const QJsonObject &p) { return panel(p); }) };
    }

    LayoutVariable variable(const QJsonObject &o)
    {
        return { o[u"name"].toString(), o[u"label"].toString(), word(o, "kind", variableKindOf), o[u"definition"].toString(), o[u"regex"].toString(),
            o[u"value"].toString(), texts(o[u"options"]), o[u"multi"].toBool(), o[u"allValue"].toString() };
    }

    QString wrong;
};

} // namespace

QJsonObject toJson(const ExploreLayout &l)
{
    const auto row = [](const LayoutRow &r) {
        return QJsonObject { { QStringLiteral("title"), r.title }, { QStringLiteral("collapsed"), r.collapsed }, { QStringLiteral("panels"), list(r.panels, panelJson) } };
    };
    const auto variable = [](const LayoutVariable &v) {
        return QJsonObject { { QStringLiteral("name"), v.name }, { QStringLiteral("label"), v.label }, { QStringLiteral("kind"), nameOf(v.kind) },
            { QStringLiteral("definition"), v.definition }, { QStringLiteral("regex"), v.regex }, { QStringLiteral("value"), v.value },
            { QStringLiteral("options"), QJsonArray::fromStringList(v.options) }, { QStringLiteral("multi"), v.multi }, { QStringLiteral("allValue"), v.allValue } };
    };
    const auto note = [](const LayoutNote &n) {
        return QJsonObject { { QStringLiteral("code"), nameOf(n.code) }, { QStringLiteral("where"), n.where }, { QStringLiteral("detail"), n.detail } };
    };
    return { { QStringLiteral("id"), l.id }, { QStringLiteral("title"), l.title }, { QStringLiteral("origin"), l.origin },
        { QStringLiteral("tags"), QJsonArray::fromStringList(l.tags) }, { QStringLiteral("rangeMs"), qint64(l.rangeMs) },
        { QStringLiteral("refreshMs"), qint64(l.refreshMs) }, { QStringLiteral("variables"), list(l.variables, variable) },
        { QStringLiteral("rows"), list(l.rows, row) }, { QStringLiteral("notes"), list(l.notes, note) }, { QStringLiteral("saved"), qint64(l.savedAt) } };
}

Result<ExploreLayout> layoutFromJson(const QJsonObject &object)
{
    LayoutReader reader;
    ExploreLayout l;
    l.id = object[u"id"].toInteger();
    l.title = object[u"title"].toString();
    l.origin = object[u"origin"].toString();
    l.tags = texts(object[u"tags"]);
    l.rangeMs = std::max<TimeMs>(1000, object[u"rangeMs"].toInteger(3'600'000));
    l.refreshMs = object[u"refreshMs"].toInteger();
    l.variables = readList<LayoutVariable>(object[u"variables"], [&](const QJsonObject &o) { return reader.variable(o); });
    l.rows = readList<LayoutRow>(object[u"rows"], [&](const QJsonObject &o) { return reader.row(o); });
    l.notes = readList<LayoutNote>(object[u"notes"], [&](const QJsonObject &o) { return LayoutNote { reader.word(o, "code", noteCodeOf), o[u"where"].toString(), o[u"detail"].toString() }; });
    l.savedAt = object[u"saved"].toInteger();
    if (!reader.wrong.isEmpty())
        return Error { ErrorCode::Damaged, utf8(reader.wrong), "is not one of its words" };
    return l;
}

} // namespace lepto
