#include "core/base/text.h"
#include "core/layouts/dashboard_import.h"
#include "core/layouts/layout_json.h"
#include "core/layouts/layout_names.h"
#include "core/layouts/layout_store.h"
#include "core/layouts/layout_variables.h"
#include "core/promql/parser.h"
#include "tests/support/shared_data.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;

namespace {

const QByteArray kShop
    = "{\"title\":\"Shop\",\"uid\":\"u1\",\"time\":{\"from\":\"now-6h\",\"to\":\"now\"},"
      " \"templating\":{\"list\":[{\"type\":\"custom\",\"name\":\"zone\",\"query\":\"eu,us\",\"current\":{\"value\":\"us\"}},{\"type\":\"adhoc\",\"name\":\"f\"}]},"
      " \"panels\":["
      "  {\"id\":2,\"type\":\"stat\",\"title\":\"Up\",\"gridPos\":{\"x\":12,\"y\":0,\"w\":6,\"h\":4},\"targets\":[{\"expr\":\"sum(up{zone=\\\"$zone\\\"})\",\"instant\":true}],"
      "   \"fieldConfig\":{\"defaults\":{\"unit\":\"percent\",\"thresholds\":{\"mode\":\"absolute\",\"steps\":[{\"color\":\"green\",\"value\":null},{\"color\":\"red\",\"value\":80}]}}}},"
      "  {\"id\":1,\"type\":\"timeseries\",\"title\":\"Load\",\"gridPos\":{\"x\":0,\"y\":0,\"w\":12,\"h\":8},\"targets\":[{\"expr\":\"rate(x_total[$__rate_interval])\",\"legendFormat\":\"{{instance}}\"},{\"expr\":\"bad(\"},{\"hide\":true}],"
      "   \"fieldConfig\":{\"defaults\":{\"unit\":\"Bps\",\"custom\":{\"stacking\":{\"mode\":\"normal\"},\"scaleDistribution\":{\"type\":\"log\"}}}}},"
      "  {\"id\":3,\"type\":\"row\",\"title\":\"More\",\"collapsed\":true,\"gridPos\":{\"y\":9},\"panels\":["
      "   {\"id\":4,\"type\":\"news\",\"title\":\"News\"},{\"id\":5,\"type\":\"table\",\"title\":\"Logs\",\"datasource\":{\"type\":\"loki\"},\"targets\":[{\"expr\":\"{a=\\\"b\\\"}\"}]},"
      "   {\"id\":6,\"type\":\"gauge\",\"title\":\"Empty\",\"targets\":[]},{\"id\":7,\"libraryPanel\":{\"uid\":\"lib\"},\"title\":\"Shared\"},"
      "   {\"id\":8,\"type\":\"heatmap\",\"title\":\"Heat\",\"repeat\":\"zone\",\"transformations\":[{\"id\":\"organize\"}],\"fieldConfig\":{\"defaults\":{\"unit\":\"furlongs\"}},\"targets\":[{\"expr\":\"up\"}]}]}]}";
const QByteArray kOld = "{\"meta\":{},\"dashboard\":{\"title\":\"Old\",\"rows\":[{\"title\":\"r\",\"panels\":[{\"type\":\"graph\",\"title\":\"g\",\"span\":4,\"stack\":true,"
      "            \"yaxes\":[{\"format\":\"ms\",\"logBase\":10}],\"targets\":[{\"expr\":\"up\"}]}]}]}}";
const QByteArray kHostile = "{\"panels\":[{\"type\":\"row\",\"panels\":{\"a\":1},\"title\":7},null,7,\"x\",{\"type\":\"stat\",\"targets\":[null,{\"expr\":7}]}],\"templating\":7}";
const QByteArray kVariables
    = "{\"panels\":[],\"templating\":{\"list\":["
      " {\"type\":\"query\",\"name\":\"job\",\"query\":\"label_values(up, job)\"},"
      " {\"type\":\"query\",\"name\":\"node\",\"query\":{\"query\":\"label_values(up{job=\\\"$job\\\"}, instance)\"},\"regex\":\"/([^:]+):.*/\"},"
      " {\"type\":\"query\",\"name\":\"other\",\"query\":\"query_result(up)\"}]}}";
const QByteArray kStored = "{\"title\":\"A\",\"uid\":\"u\",\"panels\":[{\"type\":\"stat\",\"title\":\"s\",\"targets\":[{\"expr\":\"up\"}],\"fieldConfig\":{\"defaults\":{\"min\":0,\"thresholds\":{\"steps\":[{\"color\":\"orange\",\"value\":null}]}}}}]}";

const LayoutTimes kTimes { 1'000'000'000, 1'003'600'000, 30'000, 15'000 };

QString printed(const ExploreLayout &layout)
{
    QString out = layout.title + u'\n';
    for (const LayoutVariable &v : layout.variables)
        out += QStringLiteral("$%1 %2 \"%3\" [%4]\n").arg(v.name, nameOf(v.kind), v.value, v.options.join(u','));
    for (const LayoutRow &row : layout.rows) {
        out += QStringLiteral("row %1%2\n").arg(row.title, row.collapsed ? QStringLiteral(" (collapsed)") : QString());
        for (const LayoutPanel &p : row.panels) {
            out += QStringLiteral("  %1 %2 %3 %4x%5").arg(nameOf(p.kind), p.title, p.unit).arg(p.width).arg(p.height);
            out += QLatin1String(p.stacked ? " stacked" : "") + QLatin1String(p.y == LayoutPanel::Y::Logarithmic ? " log" : "");
            for (const LayoutThreshold &t : p.thresholds)
                out += QStringLiteral(" >%1:%2").arg(t.at).arg(int(t.severity));
            out += u'\n';
            for (const LayoutQuery &q : p.queries)
                out += QStringLiteral("    %1%2 <%3>\n").arg(QLatin1String(q.instant ? "now " : ""), q.expr, q.legend);
        }
    }
    for (const LayoutNote &n : layout.notes)
        out += QStringLiteral("note %1: %2\n").arg(n.where, sentenceOf(n));
    return out;
}

QString imported(const QByteArray &json)
{
    const auto layout = importDashboard(json, {});
    return layout ? printed(*layout) : qstr(layout.error());
}

LayoutVariable variable(const char *name, const char *value, bool multi = false)
{
    LayoutVariable v;
    v.name = QLatin1String(name);
    v.value = QLatin1String(value);
    v.multi = multi;
    return v;
}

} // namespace

class TestLayouts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDashboardBecomesRowsOfPanels()
    {
        QCOMPARE(imported(kShop),
            QStringLiteral("Shop\n$zone custom \"us\" [eu,us]\n"
                           "row \n  chart Load bytes/s 12x8 stacked log\n    rate(x_total[$__rate_interval]) <{{instance}}>\n"
                           "  number Up ratio 6x4 >-inf:0 >80:6\n    now sum(up{zone=\"$zone\"}) <>\n"
                           "row More (collapsed)\n  heatmap Heat furlongs 12x8\n    up <>\n"
                           "note f: variables of the type adhoc are not known here\n"
                           "note Load: a query is not PromQL: 1:1: parse error: unknown function with name \"bad\" in bad(\n"
                           "note News: panels of the type news are not drawn here\n"
                           "note Logs: its data source is loki, not Prometheus\n"
                           "note Empty: it has no query\n"
                           "note Shared: it lies in Grafana's library (lib), the dashboard has only a link\n"
                           "note Heat: the unit furlongs is shown as it is\n"
                           "note Heat: transformations are left out: organize\n"
                           "note Heat: it is shown once, not repeated for each value of zone\n"));
    }

    void oldRowsAndTheAnswerOfTheApiAreRead()
    {
        QCOMPARE(imported(kOld),
            QStringLiteral("Old\nrow r\n  chart g seconds 8x8 stacked log\n    up <>\n"));
    }

    void whatIsNoDashboardIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no JSON") << QByteArray("<html>") << QStringLiteral("dashboard: no JSON: illegal value at byte 1");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("dashboard: the JSON is not a dashboard: it has neither panels nor rows");
        QTest::newRow("V2") << QByteArray("{\"spec\":{\"elements\":{}}}") << QStringLiteral("dashboard: the dashboard is in the resource model V2, which is not read yet; export it as classic JSON");
        QTest::newRow("too large") << QByteArray(17 << 20, ' ') << QStringLiteral("dashboard: the file is larger than 16 MiB");
    }

    void whatIsNoDashboardIsSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, reason);
        QCOMPARE(imported(json), reason);
    }

    void hostileDashboardsAreCutNotObeyed()
    {
        QByteArray panels;
        for (int i = 0; i < 1500; ++i)
            panels += "{\"type\":\"timeseries\",\"targets\":[{\"expr\":\"up\"}],\"gridPos\":{\"w\":-5,\"h\":99999}},";
        const auto layout = importDashboard("{\"title\":\"<b>\\n\\u202e" + QByteArray(5000, 'x') + "\",\"panels\":[" + panels.chopped(1) + "]}", {});
        QVERIFY(layout);
        QCOMPARE(layout->rows.front().panels.size(), 1000u);
        QCOMPARE(layout->rows.front().panels.front().width, 1);
        QVERIFY(layout->title.size() <= 301 && !layout->title.contains(u'\n'));
        QVERIFY(importDashboard(kHostile, {}));
    }

    void variablesAreReplacedAsGrafanaDoes_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QString>("resolved");
        const auto row = [](const char *expr, const char *resolved) { QTest::newRow(expr) << QString::fromUtf8(expr) << QString::fromUtf8(resolved); };
        row("up{job=\"$job\"}", "up{job=\"node.x\"}");
        row("up{job=~\"${job}\"} + up{job=\"[[job]]\"}", "up{job=~\"node.x\"} + up{job=\"node.x\"}");
        row("up{job=~\"${job:regex}\"}", "up{job=~\"node\\\\.x\"}");
        row("up{i=~\"$many\"}", "up{i=~\"(a\\\\.b|c)\"}");
        row("up{i=\"$many\"}", "up{i=~\"(a\\\\.b|c)\"}");
        row("up{i!=\"$many\"}", "up{i!~\"(a\\\\.b|c)\"}");
        row("up{i=\"$one\"}", "up{i=\"a.b\"}");
        row("up{i=~\"$one\"}", "up{i=~\"a\\\\.b\"}");
        row("up{i=~\"${many:pipe}\"} or up{i=~\"${many:csv}\"}", "up{i=~\"a.b|c\"} or up{i=~\"a.b,c\"}");
        row("up{i=\"$all\",j='$all:$job'}", "up{i=~\".*\",j=~'.*:node.x'}");
        row("up{i=\"$custom\"} >= 1", "up{i=~\".+\"} >= 1");
        row("label_replace(up, \"x\", \"$1\", \"y\", \"$all\")", "label_replace(up, \"x\", \"$1\", \"y\", \".*\")");
        row("rate(x[$__rate_interval]) + rate(x[${__interval}])", "rate(x[1m]) + rate(x[30s])");
        row("x[$__range] + $__range_s + $__interval_ms", "x[3600s] + 3600 + 30000");
        row("rate(x[$window])", "rate(x[30s])");
        row("up{$filter} + $unknown", "up{job!=\"\"} + $unknown");
        row("\"a \\\" $job\"", "\"a \\\" node.x\"");
    }

    void variablesAreReplacedAsGrafanaDoes()
    {
        QFETCH(QString, expr);
        QFETCH(QString, resolved);
        ExploreLayout layout;
        layout.variables = { variable("job", "node.x"), variable("many", "a.b|c", true), variable("one", "a.b", true), variable("all", ""), variable("custom", ""),
            variable("window", "$__auto_interval_window"), variable("filter", "job!=\"\"") };
        layout.variables[4].allValue = QStringLiteral(".+");
        layout.variables[5].kind = LayoutVariable::Kind::Interval;
        layout.variables[6].kind = LayoutVariable::Kind::Constant;
        QCOMPARE(resolveExpr(layout, expr, kTimes), resolved);
    }

    void variablesAskTheHistoryForTheirValues()
    {
        auto layout = *importDashboard(kVariables, {});
        QStringList asked;
        fillVariables(layout, [&](const QString &selector, const QString &label) {
            asked.append(selector + u'/' + label);
            return label == u"job" ? QStringList { QStringLiteral("z"), QStringLiteral("a") } : QStringList { QStringLiteral("h:1"), QStringLiteral("h:2"), QStringLiteral("bad") };
        }, kTimes);
        QCOMPARE(asked, QStringList({ QStringLiteral("up/job"), QStringLiteral("up{job=\"a\"}/instance") }));
        QCOMPARE(printed(layout), QStringLiteral("without a title\n$job query \"a\" [a,z]\n$node query \"h\" [h]\n$other query \"\" []\n"));
    }

    void durationsAreReadAndWritten()
    {
        QCOMPARE(durationText(90'000), QStringLiteral("1m30s"));
        QCOMPARE(durationText(1500), QStringLiteral("1500ms"));
        QCOMPARE(durationMs(QStringLiteral("1h30m")), 5'400'000);
        QCOMPARE(durationMs(QStringLiteral("5 minutes")), 0);
    }

    void aLayoutIsKeptReplacedAndRemoved()
    {
        QTemporaryDir folder;
        FixedClock clock(7000);
        auto db = std::move(*OpsDatabase::open(folder.filePath(QStringLiteral("ops.db"))));
        AuditLog audit(*db, *SigningKey::loadOrCreate(folder.path(), QStringLiteral("t")), clock, {});
        LayoutStore store(*db, audit, clock, QStringLiteral("mara"));
        const auto saved = store.save(*importDashboard(kStored, {}));
        QVERIFY(saved && saved->id == 1);
        const auto found = store.find(1);
        QVERIFY(found);
        QCOMPARE(QJsonDocument(toJson(*found)).toJson(), QJsonDocument(toJson(*saved)).toJson());
        QCOMPARE(store.save(*importDashboard(QByteArray(kStored).replace("\"A\"", "\"B\""), {}))->id, 1); // the same dashboard again
        QCOMPARE(store.list()->size(), 1u);
        QCOMPARE(store.list()->front().title, QStringLiteral("B"));
        QVERIFY(store.remove(1));
        QCOMPARE(qstr(store.remove(1).error()), QStringLiteral("layout 1: there is no such layout"));
        QCOMPARE(audit.entries(0, 9)->size(), 3u);
    }

    void everyConformanceDashboardIsImported()
    {
        if (test::sharedFolder().isEmpty())
            QSKIP("skipped: no shared data");
        int dashboards = 0, targets = 0, taken = 0;
        QStringList reasons;
        QDirIterator it(test::sharedFolder() + QStringLiteral("/conformance/dashboards"), { QStringLiteral("*.json") }, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = it.next();
            if (file.contains(QLatin1String("_perses_")))
                continue; // what another importer made of its neighbour
            const QByteArray json = test::readAll(file);
            const auto layout = importDashboard(json, {});
            QVERIFY2(layout, qPrintable(file));
            ++dashboards;
            targets += prometheusTargets(QJsonDocument::fromJson(json).object());
            for (const LayoutRow &row : layout->rows)
                for (const LayoutPanel &panel : row.panels)
                    taken += int(panel.queries.size());
            for (const LayoutNote &note : layout->notes)
                if (note.code == LayoutNote::Code::Syntax)
                    reasons.append(note.where + QStringLiteral(": ") + sentenceOf(note));
        }
        qInfo("%d dashboards, %d of %d Prometheus expressions taken", dashboards, taken, targets);
        QVERIFY2(reasons.isEmpty(), qPrintable(reasons.join(u'\n')));
        QVERIFY(dashboards >= 10 && targets > 500);
    }

private:
    /// Expressions of drawn panels whose data source may be Prometheus, counted without the importer.
    static int prometheusTargets(const QJsonObject &panel)
    {
        static const QStringList others { QStringLiteral("state-timeline"), QStringLiteral("text"), QStringLiteral("row") };
        int count = 0;
        for (const QJsonValue &nested : panel[u"panels"].toArray())
            count += prometheusTargets(nested.toObject());
        if (others.contains(panel[u"type"].toString()))
            return count;
        for (const QJsonValue &target : panel[u"targets"].toArray()) {
            QString type = target[u"datasource"][u"type"].toString();
            if (type.isEmpty())
                type = panel[u"datasource"][u"type"].toString();
            count += !target[u"expr"].toString().isEmpty() && (type.isEmpty() || type == u"prometheus");
        }
        return count;
    }
};

QTEST_GUILESS_MAIN(TestLayouts)
#include "tst_layouts.moc"
