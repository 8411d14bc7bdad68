#include "tests/support/story_console.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/event_lane.h"
#include "ui/charts/label_lane.h"
#include "ui/charts/log_lane.h"
#include "ui/desks/event_desk.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QAccessible>
#include <QApplication>
#include <QTest>

using namespace lepto;

namespace {

constexpr TimeMs now = StoryConsole::storyNow, minute = 60'000, hour = 60 * minute;
const QString hostile = QStringLiteral("<img src=x>\u202e\n\u0007") + QString(3000, QLatin1Char('W'));

Change deployment(qint64 id, TimeMs at, const QString &title)
{
    Change change;
    change.id = id;
    change.from = at;
    change.title = title;
    change.author = QStringLiteral("mara.k");
    change.source = QStringLiteral("ci");
    return change;
}

class FakeDesk : public EventDesk {
public:
    void changes(TimeMs from, TimeMs to, QObject *, Answer<std::vector<Change>> answer) override
    {
        ++asked;
        std::vector<Change> inside;
        for (const Change &change : theChanges) {
            if (change.from <= to && std::max(change.from, change.to) >= from)
                inside.push_back(change);
        }
        answer(inside);
    }
    void logCounts(TimeMs from, TimeMs, TimeMs step, const QString &service, QObject *, Answer<LogCounts> answer) override
    {
        lastService = service;
        if (failure) {
            answer(*failure);
            return;
        }
        LogCounts counts = theCounts;
        counts.buckets.step = step;
        for (LogBucket &bucket : counts.buckets.buckets)
            bucket.t = from + bucket.t * step;
        answer(counts);
    }
    std::vector<Change> theChanges;
    LogCounts theCounts;
    std::optional<Error> failure;
    QString lastService;
    int asked = 0;
};

ChartContent content(const char *service);

/// Finds two series of the service that the expression names.
class EventfulConsole : public StoryConsole {
public:
    void query(
        const QString &expr, TimeMs, TimeMs, int, QObject *, Answer<std::vector<std::pair<Labels, Columns>>> answer) override
    {
        std::vector<std::pair<Labels, Columns>> series;
        for (const ChartLine &line : content(expr.toUtf8().constData()).lines)
            series.emplace_back(line.labels, line.data);
        answer(std::move(series));
    }
    EventDesk *events() override { return &desk; }
    FakeDesk desk;
};

LogBucket bucket(TimeMs t, std::int64_t info, std::int64_t errors)
{
    LogBucket made { t, {} };
    made.lines[std::size_t(LogLevel::Info)] = info;
    made.lines[std::size_t(LogLevel::Error)] = errors;
    return made;
}

ChartContent content(const char *service)
{
    ChartContent made;
    made.unit = QStringLiteral("seconds");
    made.now = now;
    for (int i = 0; i < 2; ++i) {
        ChartLine line;
        line.labels = Labels({ { "service", service }, { "zone", std::to_string(i) } });
        line.name = QStringLiteral("zone %1").arg(i);
        line.slot = i;
        line.data.interval = 15'000;
        for (TimeMs t = now - 3 * hour; t < now; t += 15'000)
            line.data.columns.push_back({ t, 1.0 + i, 1.0 + i, 1.0 + i, 1.0 + i });
        line.expected = { { now - 3 * hour, 0.5, 1, 1.5 }, { now, 0.5, 1, 1.5 } };
        made.lines.push_back(line);
    }
    return made;
}

} // namespace

class ChartEventsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark); }

    void changesAreMarkedOnEveryChartThatTheyConcern()
    {
        EventfulConsole console;
        console.desk.theChanges
            = { deployment(1, now - hour, QStringLiteral("cart 2.1")), deployment(2, now - 30 * minute, hostile) };
        console.desk.theChanges[0].labels = Labels().with("service", "cart");
        TimeScale time(now);
        QWidget page;
        ChartPanel cart(time, &page), front(time, &page);
        page.show();
        ChartFeed feed(console, time, &page);
        feed.watch(&cart, { {}, {}, QStringLiteral("cart"), {}, true, true, 0 });
        feed.watch(&front, { {}, {}, QStringLiteral("frontend"), {}, true, true, 0 });
        QTRY_COMPARE(int(cart.chart()->changes().changes().size()), 2);
        console.desk.theChanges.push_back(deployment(3, now - minute, QStringLiteral("flag off")));
        Q_EMIT console.desk.changesChanged();
        QTRY_COMPARE(int(cart.chart()->changes().changes().size()), 3);
        QCOMPARE(int(front.chart()->changes().changes().size()), 2);
        console.desk.theChanges.pop_back();
        Q_EMIT console.desk.changesChanged();
        QTRY_COMPARE(int(front.chart()->changes().changes().size()), 1);
        (void)front.grab();
    }

    void aChangeIsPaintedAndItsPlateOpensByMouseAndKey()
    {
        TimeScale time(now);
        TimeChart chart(time);
        chart.resize(700, 240);
        chart.show();
        chart.setPanelLook(PanelLook::Good);
        chart.setContent(content("cart"));
        const QImage bare = chart.grab().toImage();
        Change window = deployment(2, now - 40 * minute, hostile);
        window.to = now - 20 * minute;
        chart.setChanges({ window, deployment(1, now - hour, QStringLiteral("cart 2.1 <b>")) });
        const QImage marked = chart.grab().toImage();
        const PlotFrame &frame = chart.frame();
        const QPoint flag(int(frame.x(now - hour)), int(frame.plot.top()) + 2);
        QVERIFY(bare.pixelColor(flag) != marked.pixelColor(flag));
        QTest::mouseMove(&chart, flag);
        QTRY_COMPARE(chart.currentChange(), 0);
        QVERIFY(chart.grab().toImage() != marked);
        QCOMPARE(chart.changes().words(0, true)[0], QStringLiteral("cart 2.1 <b>"));
        QVERIFY(chart.changes().words(0, true)[1].contains(QStringLiteral("mara.k")));
        QTest::keyClick(&chart, Qt::Key_C);
        QCOMPARE(chart.currentChange(), 1);
        QCOMPARE(time.crosshair(), now - 40 * minute);
        QVERIFY(!chart.accessibleDescription().contains(QChar(0x202e)));
        (void)chart.grab();
        QTest::keyClick(&chart, Qt::Key_C, Qt::ShiftModifier);
        QCOMPARE(chart.currentChange(), 0);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.currentChange(), -1);
    }

    void theLogLaneCountsByLevelAndSelectsAStretch()
    {
        EventfulConsole console;
        console.desk.theCounts.buckets.buckets = { bucket(2, 100, 0), bucket(3, 50, 7) };
        LogPattern fresh;
        fresh.text = utf8Of(hostile);
        fresh.firstSeen = now - hour;
        console.desk.theCounts.fresh = { fresh };
        TimeScale time(now);
        LogLane lane(console, time);
        lane.resize(700, 44);
        lane.setService(QStringLiteral("cart"));
        lane.show();
        QTRY_COMPARE(lane.spokenCount(), 2);
        QCOMPARE(console.desk.lastService, QStringLiteral("cart"));
        QCOMPARE(lane.accessibleName(), QStringLiteral("Logs, 157 lines in view, 7 errors, 1 new patterns"));
        QVERIFY(lane.spokenText(1).contains(QStringLiteral("57 lines, 7 errors")));
        const QImage image = lane.grab().toImage();
        const QRect bar = lane.spokenRect(1);
        QCOMPARE(image.pixelColor(bar.left() + 1, lane.height() - 5), m_theme->color("sev.critical"));
        QTest::mouseClick(&lane, Qt::LeftButton, {}, bar.center());
        QCOMPARE(time.selectionFrom(), lane.counts().buckets.buckets[1].t);
        QCOMPARE(time.selectionTo() - time.selectionFrom(), lane.counts().buckets.step);
        QTest::keyClick(&lane, Qt::Key_Left);
        QTest::keyClick(&lane, Qt::Key_Return);
        QCOMPARE(time.selectionFrom(), lane.counts().buckets.buckets[0].t);
    }

    void theLogLaneSaysWhyItIsEmpty()
    {
        EventfulConsole console;
        console.desk.failure = Error { ErrorCode::NotFound, {}, "no logs have been kept yet" };
        TimeScale time(now);
        LogLane lane(console, time);
        lane.show();
        QTRY_COMPARE(lane.accessibleName(), QStringLiteral("Logs, No logs are kept here"));
        (void)lane.grab();
        console.desk.failure = Error { ErrorCode::Damaged, "logs.db", "is damaged" };
        Q_EMIT console.desk.changesChanged();
        QTRY_VERIFY(lane.accessibleName().contains(QStringLiteral("damaged")));
    }

    void aConsoleWithoutADeskHasNoLane()
    {
        StoryConsole console;
        TimeScale time(now);
        QWidget page;
        LogLane lane(console, time, &page);
        page.show();
        QVERIFY(!lane.isVisible());
    }

    void aChartSpeaksWithItsSeriesAsRows()
    {
        TimeScale time(now);
        ChartPanel panel(time);
        panel.resize(600, 240);
        panel.show();
        panel.setTitle(QStringLiteral("cart latency"));
        panel.setPanelLook(PanelLook::Good);
        panel.setContent(content("cart"));
        panel.tick(now, true);
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(panel.chart());
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        const QString name = chart->text(QAccessible::Name);
        QVERIFY2(name.startsWith(QStringLiteral("cart latency, zone 0 1")), qPrintable(name));
        QVERIFY2(name.contains(QStringLiteral("expected")) && name.endsWith(QStringLiteral("old")), qPrintable(name));
        QCOMPARE(chart->childCount(), 2);
        QAccessibleInterface *row = chart->child(1);
        QCOMPARE(row->role(), QAccessible::Row);
        QVERIFY(row->text(QAccessible::Name).startsWith(QStringLiteral("zone 1 2")));
        QCOMPARE(row->parent(), chart);
        QCOMPARE(chart->indexOfChild(row), 1);
        QVERIFY(!chart->child(2));
        panel.setContent({});
        QCOMPARE(chart->childCount(), 0);
        QVERIFY(!row->isValid());
        QVERIFY(row->text(QAccessible::Name).isEmpty());
    }

    void lanesSpeakAsLists()
    {
        EventfulConsole console;
        TimeScale time(now);
        EventLane events(time);
        TimelineEntry entry;
        entry.at = now - hour;
        entry.text = hostile;
        events.setEntries({ entry });
        LabelLane labels(time);
        LabelRegion region;
        region.from = now - hour;
        region.to = now - 30 * minute;
        labels.setLabels({ region });
        LogLane logs(console, time);
        LogCounts counts;
        counts.buckets.step = minute;
        counts.buckets.buckets = { bucket(now - hour, 1, 0) };
        logs.setCounts(counts);
        for (QWidget *lane : std::initializer_list<QWidget *> { &events, &labels, &logs }) {
            lane->resize(600, 30);
            QAccessibleInterface *list = QAccessible::queryAccessibleInterface(lane);
            QCOMPARE(list->role(), QAccessible::List);
            QVERIFY(!list->text(QAccessible::Name).isEmpty());
            QCOMPARE(list->childCount(), 1);
            QAccessibleInterface *item = list->child(0);
            QCOMPARE(item->role(), QAccessible::ListItem);
            QVERIFY(!item->text(QAccessible::Name).isEmpty());
            QVERIFY(!item->text(QAccessible::Name).contains(QChar(0x202e)));
            QVERIFY(!item->rect().isEmpty());
            const QPoint middle = item->rect().center();
            QCOMPARE(list->childAt(middle.x(), middle.y()), item);
        }
    }

private:
    static std::string utf8Of(const QString &text) { return text.toStdString(); }
};

QTEST_MAIN(ChartEventsTest)
#include "tst_chart_events.moc"
