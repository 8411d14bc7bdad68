#include "core/layouts/dashboard_import.h"

#include "core/base/text.h"
#include "core/layouts/dashboard_panels.h"
#include "core/layouts/layout_variables.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dashboard)
};

using Kind = LayoutVariable::Kind;

Error bad(const QString &reason)
{
    return { ErrorCode::BadInput, utf8(Words::tr("dashboard")), utf8(reason) };
}

/// A value of a variable as Grafana saves it: a text, or a list of texts.
QStringList valuesOf(const QJsonValue &value)
{
    if (!value.isArray())
        return value.toVariant().toString().isEmpty() ? QStringList() : QStringList { value.toVariant().toString() };
    QStringList out;
    for (const QJsonValue &item : value.toArray())
        out.append(item.toVariant().toString());
    return out;
}

QString definitionOf(const QJsonObject &variable)
{
    const QJsonValue query = variable[u"query"];
    return query.isObject() ? query[u"query"].toString() : query.toVariant().toString();
}

QStringList listed(const QString &text)
{
    QStringList out;
    for (const QString &item : text.split(u',', Qt::SkipEmptyParts))
        out.append(item.section(QStringLiteral(" : "), -1).trimmed()); // "name : value"
    return out;
}

class Importer {
public:
    Result<ExploreLayout> run(const QJsonObject &dashboard, const QString &origin)
    {
        m_layout.title = oneLine(dashboard[u"title"].toString().trimmed());
        if (m_layout.title.isEmpty())
            m_layout.title = Words::tr("without a title");
        const QString uid = dashboard[u"uid"].toString();
        m_layout.origin = !origin.isEmpty() ? origin : uid.isEmpty() ? QString() : QStringLiteral("grafana:") + uid;
        for (const QJsonValue &tag : dashboard[u"tags"].toArray())
            m_layout.tags.append(oneLine(tag.toString(), 100));
        takeTimes(dashboard);
        for (const QJsonValue &variable : dashboard[u"templating"][u"list"].toArray())
            takeVariable(variable.toObject());
        DashboardPanels panels(m_layout);
        if (dashboard[u"rows"].isArray() && !dashboard[u"rows"].toArray().isEmpty())
            panels.readOldRows(dashboard[u"rows"].toArray());
        else
            panels.read(dashboard[u"panels"].toArray());
        return std::move(m_layout);
    }

private:
    void takeTimes(const QJsonObject &dashboard)
    {
        const QString from = dashboard[u"time"][u"from"].toString(), to = dashboard[u"time"][u"to"].toString();
        const TimeMs back = from.startsWith(QLatin1String("now-")) && to == QLatin1String("now") ? durationMs(from.mid(4).section(u'/', 0, 0)) : 0;
        if (back > 0)
            m_layout.rangeMs = back;
        m_layout.refreshMs = durationMs(dashboard[u"refresh"].toString());
    }

    void takeVariable(const QJsonObject &object)
    {
        LayoutVariable v;
        v.name = object[u"name"].toString();
        v.label = oneLine(object[u"label"].toString(), 100);
        const QString type = object[u"type"].toString();
        const auto kind = variableKind(type);
        if (v.name.isEmpty() || qsizetype(m_layout.variables.size()) >= dashboard_limit::variables)
            return;
        if (!kind) {
            m_layout.notes.push_back({ LayoutNote::Code::VariableKind, oneLine(v.name, 100), oneLine(type, 60) });
            return;
        }
        v.kind = *kind;
        v.definition = definitionOf(object).left(dashboard_limit::text);
        v.regex = object[u"regex"].toString().left(dashboard_limit::text);
        v.allValue = object[u"allValue"].toString().left(dashboard_limit::text);
        v.multi = object[u"multi"].toBool();
        if (*kind == Kind::Custom || *kind == Kind::Interval)
            v.options = listed(v.definition);
        choose(v, valuesOf(object[u"current"][u"value"]));
        m_layout.variables.push_back(std::move(v));
    }

    static std::optional<Kind> variableKind(const QString &type)
    {
        constexpr std::pair<const char *, Kind> kinds[] = { { "query", Kind::Query }, { "custom", Kind::Custom }, { "interval", Kind::Interval },
            { "datasource", Kind::Datasource }, { "constant", Kind::Constant }, { "textbox", Kind::Text } };
        for (const auto &[name, kind] : kinds) {
            if (type == QLatin1String(name))
                return kind;
        }
        return std::nullopt;
    }

    /// What was chosen when the dashboard was saved, else the first option, else everything.
    static void choose(LayoutVariable &v, QStringList chosen)
    {
        if (chosen.contains(QStringLiteral("$__all")))
            chosen.clear();
        else if (chosen.isEmpty() && !v.options.isEmpty())
            chosen = QStringList { v.options.front() };
        else if (chosen.isEmpty() && v.kind != Kind::Query)
            chosen = QStringList { v.definition };
        v.multi = v.multi || chosen.size() > 1;
        v.value = chosen.join(u'|').left(dashboard_limit::text);
    }

    ExploreLayout m_layout;
};

} // namespace

Result<ExploreLayout> importDashboard(const QByteArray &json, const QString &origin)
{
    if (json.size() > dashboard_limit::bytes)
        return bad(Words::tr("the file is larger than %1 MiB").arg(dashboard_limit::bytes >> 20));
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(json, &wrong);
    if (document.isNull())
        return bad(Words::tr("no JSON: %1 at byte %2").arg(wrong.errorString()).arg(wrong.offset));
    QJsonObject object = document.object();
    for (const char *inside : { "dashboard", "spec" }) {
        if (object[QLatin1String(inside)].isObject())
            object = object[QLatin1String(inside)].toObject();
    }
    if (object[u"elements"].isObject())
        return bad(Words::tr("the dashboard is in the resource model V2, which is not read yet; export it as classic JSON"));
    if (!object[u"panels"].isArray() && !object[u"rows"].isArray())
        return bad(Words::tr("the JSON is not a dashboard: it has neither panels nor rows"));
    return Importer().run(object, origin);
}

} // namespace lepto
