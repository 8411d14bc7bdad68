#include "core/base/text.h"
#include "tests/support/story_console.h"
#include "ui/models/attention_model.h"
#include "ui/models/capacity.h"
#include "ui/models/health_words.h"
#include "ui/models/incident_model.h"
#include "ui/models/series_model.h"
#include "ui/models/series_words.h"
#include "ui/models/timeline_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/value_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace lepto;

namespace {

constexpr TimeMs now = StoryConsole::storyNow, minute = 60'000;
const std::string hostile = "<b>x</b>\n\u202e{\"}';DROP\x01";

QStringList keysOf(const AttentionModel &model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.append(model.item(row)->key);
    return keys;
}

std::vector<AttentionItem> items(std::initializer_list<const char *> keys)
{
    std::vector<AttentionItem> made;
    for (const char *key : keys) {
        AttentionItem item;
        item.key = QLatin1String(key);
        made.push_back(item);
    }
    return made;
}

} // namespace

class LiveModelsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark); }

    void seriesAreGroupedAndHandedOutInPortions()
    {
        SeriesModel model;
        std::vector<SeriesInfo> series;
        for (int i = 0; i < 250; ++i)
            series.push_back({ i + 1, Labels({ { "__name__", "http_requests_total" }, { "pod", std::to_string(i) } }) });
        series.push_back({ 900, Labels().with("__name__", "http_in_flight") });
        series.push_back({ 901, Labels({ { "__name__", "up" }, { "job", hostile } }) });
        const auto index = std::make_shared<const NameIndex>(series);
        model.show(index, index->find({}));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex http = model.index(0, 0);
        QCOMPARE(http.data().toString(), QStringLiteral("http"));
        QCOMPARE(model.rowCount(http), 2);
        const QModelIndex requests = model.index(1, 0, http);
        QCOMPARE(requests.data(SeriesModel::CountRole).toInt(), 250);
        QCOMPARE(requests.data(SeriesModel::QueryRole).toString(), QStringLiteral("rate(http_requests_total[5m])"));
        const QModelIndex pod = model.index(0, 0, requests);
        QCOMPARE(pod.data().toString(), QStringLiteral("pod"));
        QCOMPARE(model.rowCount(pod), 0);
        model.fetchMore(pod);
        QCOMPARE(model.rowCount(pod), 100);
        model.fetchMore(pod);
        model.fetchMore(pod);
        QCOMPARE(model.rowCount(pod), 250);
        QVERIFY(!model.canFetchMore(pod));
        const QModelIndex value = model.index(7, 0, pod);
        QCOMPARE(value.parent(), pod);
        QCOMPARE(pod.parent(), requests);
        QCOMPARE(value.data(SeriesModel::QueryRole).toString(), QStringLiteral("rate(http_requests_total{pod=\"104\"}[5m])"));
        const QModelIndex job = model.index(0, 0, model.index(0, 0, model.index(1, 0)));
        model.fetchMore(job);
        const QModelIndex bad = model.index(0, 0, job);
        const QString leaf = bad.data().toString();
        QVERIFY(!leaf.contains(QLatin1Char('\n')) && !leaf.contains(QChar(0x202e)));
        QCOMPARE(bad.data(SeriesModel::ValueRole).toString(), QString::fromStdString(hostile));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void namesTellSeriesApart()
    {
        const Labels a({ { "__name__", "m" }, { "zone", "fra" }, { "job", "x" } }),
            b({ { "__name__", "m" }, { "zone", "ams" }, { "job", "x" } });
        QCOMPARE(distinctNames({ a, b }), QStringList({ QStringLiteral("fra"), QStringLiteral("ams") }));
        QCOMPARE(distinctNames({ Labels().with("__name__", "up") }), QStringList({ QStringLiteral("up") }));
        QVERIFY(!distinctNames({ a.with("zone", hostile), b }).front().contains(QLatin1Char('\n')));
        QCOMPARE(seriesUnit(Labels().with("__name__", "a_duration_seconds")), QStringLiteral("seconds"));
        QCOMPARE(seriesUnit(Labels({ { "__name__", "leptoscope:signal" }, { "unit", "1/s" } })), QStringLiteral("1/s"));
    }

    void rowsDoNotMoveUnderThePointer()
    {
        AttentionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems(items({ "a", "b" }));
        model.setHeld(true);
        model.setItems(items({ "c", "b" }));
        QCOMPARE(keysOf(model), QStringList({ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }));
        QCOMPARE(model.waiting(), 1);
        model.setHeld(false);
        QCOMPARE(keysOf(model), QStringList({ QStringLiteral("c"), QStringLiteral("b") }));
    }

    void whatNeedsAttentionIsWorstFirst()
    {
        StoryConsole console;
        const auto found = attentionItems(console.theHealth, console.theIncidents, now, true);
        QVERIFY(found.size() >= 3);
        QCOMPARE(found.front().severity, Severity::Critical);
        QCOMPARE(found.front().incident, 37);
        QCOMPARE(found.back().service, QStringLiteral("invoice-export"));
        for (const AttentionItem &item : found)
            QVERIFY2(item.service != QStringLiteral("orders"), "a healthy service needs nobody");
    }

    void theHeadlineSaysWhatIsWorst()
    {
        StoryConsole console;
        QCOMPARE(
            headline(console.theHealth, true), QStringLiteral("cart is critical since 09:19: latency p99 1.42 s, limit 500 ms"));
        for (ServiceState &service : console.theHealth.services)
            service.severity = Severity::Ok;
        QVERIFY(headline(console.theHealth, true).contains(QStringLiteral("healthy")));
        QCOMPARE(headline({}, true), QStringLiteral("No service is watched yet"));
    }

    void fourChartsShowTheGoldenSignalsOrWhatThereIs()
    {
        ServiceState host;
        for (const char *name : { "cpu", "memory", "disk" }) {
            SignalState signal;
            signal.signal = name;
            signal.kind = SignalKind::Saturation;
            signal.severity = std::string_view(name) == "memory" ? Severity::Warning : Severity::Ok;
            host.signals_.push_back(signal);
        }
        const auto chosen = goldenSignals(host);
        QCOMPARE(chosen[3]->signal, std::string("memory"));
        QVERIFY(chosen[0] && chosen[1]);
        QVERIFY(!chosen[2]);
    }

    void aLimitIsReachedWhereTheForecastCrossesIt()
    {
        const std::vector<BandPoint> forecast { { 0, 0.6, 0.7, 0.8 }, { 100, 0.7, 0.8, 0.9 }, { 200, 0.8, 0.9, 1.0 } };
        const FullAt full = fullAt(forecast, 0.85);
        QCOMPARE(*full.middle, TimeMs(150));
        QCOMPARE(*full.earliest, TimeMs(50));
        QVERIFY(!full.latest);
        QVERIFY(!fullAt({}, 1).middle);
        QVERIFY(!fullAt({ { 0, std::nan(""), std::nan(""), std::nan("") } }, 1).middle);
    }

    void suspectsAreRankedByOnsetThenScore()
    {
        Incident incident;
        const auto add = [&](const char *name, TimeMs from, double score) {
            Anomaly anomaly;
            anomaly.series = Labels({ { "__name__", "leptoscope:signal" }, { "signal", name } });
            anomaly.from = from;
            anomaly.score = score;
            incident.anomalies.push_back(anomaly);
        };
        add("late", 300, 0.99);
        add("first", 100, 0.7);
        add("together", 100, 0.9);
        add("late", 250, 0.5);
        const auto ranked = suspectsOf(incident, {});
        QStringList names;
        for (const Suspect &suspect : ranked)
            names.append(qstr(suspect.series.get("signal")));
        QCOMPARE(names, QStringList({ QStringLiteral("together"), QStringLiteral("first"), QStringLiteral("late") }));
        QCOMPARE(ranked.back().onset, 250);
        QCOMPARE(ranked.back().score, 0.99);
    }

    void theTimelineFiltersAndGrowsInPlace()
    {
        using Kind = TimelineEntry::Kind;
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<TimelineEntry> entries { { 100, Kind::Anomaly, QStringLiteral("a"), {} },
            { 200, Kind::Note, QStringLiteral("n"), {} } };
        model.setEntries(entries);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset), inserted(&model, &QAbstractItemModel::rowsInserted);
        entries.push_back({ 300, Kind::Anomaly, QStringLiteral("b"), {} });
        model.setEntries(entries);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.nextAnomaly(0, 1), 2);
        QCOMPARE(model.rowAt(250), 1);
        model.setFilter(TimelineFilter::Signals);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(TimelineFilter::People);
        QCOMPARE(model.rowCount(), 1);
    }

    void incidentsAreFiltered()
    {
        StoryConsole console;
        IncidentModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIncidents(console.theIncidents, IncidentFilter::All, {}, now, true);
        QCOMPARE(model.rowCount(), 3);
        model.setIncidents(console.theIncidents, IncidentFilter::Open, {}, now, true);
        QCOMPARE(model.rowCount(), 1);
        model.setIncidents(console.theIncidents, IncidentFilter::All, QStringLiteral("inc-36"), now, true);
        QCOMPARE(model.keyOf(0), QStringLiteral("36"));
    }

    void statisticsSkipWhatIsNotThere()
    {
        Columns data;
        data.columns
            = { { 0, 1, 3, 1, 3 }, { 10, std::nan(""), std::nan(""), 0, 0 }, { 20, 5, 5, 5, 5 }, { 900, 100, 100, 100, 100 } };
        const LineStatistics all = lineStatistics(data, 0, 100);
        QCOMPARE(all.min, 1.0);
        QCOMPARE(all.max, 5.0);
        QCOMPARE(all.mean, 3.5);
        QVERIFY(!lineStatistics({}, 0, 100).any);
    }
};

QTEST_MAIN(LiveModelsTest)
#include "tst_live_models.moc"
