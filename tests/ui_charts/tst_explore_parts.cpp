#include "tests/support/story_console.h"
#include "ui/charts/time_strip.h"
#include "ui/models/query_text.h"
#include "ui/models/series_model.h"
#include "ui/pages/explore_page.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"
#include "ui/widgets/query_edit.h"
#include "ui/widgets/query_row.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace lepto;

namespace {

constexpr TimeMs minute = 60'000;
const std::string hostile = "<b>x</b>\n\u202e{\"}';DROP\x01";

std::shared_ptr<const NameIndex> indexOf(std::initializer_list<const char *> names)
{
    std::vector<SeriesInfo> series;
    for (const char *name : names)
        series.push_back(
            { SeriesId(series.size() + 1), Labels({ { "__name__", name }, { "instance", "a:9100" }, { "mode", "idle" } }) });
    return std::make_shared<const NameIndex>(series);
}

} // namespace

/// The parts of Explore that need no engine.
class ExplorePartsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark); }

    void theListIsQuickForTwelveThousandNames()
    {
        std::vector<SeriesInfo> series;
        for (int i = 0; i < 12'000; ++i)
            series.push_back(
                { i + 1, Labels({ { "__name__", "service_" + std::to_string(i) + "_requests_total" }, { "job", "x" } }) });
        QWidget window;
        QueryEdit edit(&window);
        edit.setNames(std::make_shared<const NameIndex>(series));
        window.show();
        edit.setQuery(QStringLiteral("99_req"));
        edit.setFocus();
        edit.moveCursor(QTextCursor::End);
        QTest::keyClick(&edit, Qt::Key_Space, Qt::ControlModifier); // the pop-up is made once
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(&edit, Qt::Key_Space, Qt::ControlModifier);
        const qint64 took = clock.elapsed();
        QVERIFY(edit.completing());
        QVERIFY2(took < 50, qPrintable(QString::number(took)));
    }

    void aRunningQueryIsCancelledByItsButton()
    {
        StoryConsole console;
        TimeScale time(StoryConsole::storyNow);
        console.clear();
        ExplorePage page(console, time);
        page.resize(1200, 800);
        page.show();
        console.holdAnswers(true);
        page.row(0)->edit()->setQuery(QStringLiteral("sum(up)"));
        QTest::keyClick(page.row(0)->edit(), Qt::Key_Return);
        QVERIFY(page.row(0)->running());
        QTest::mouseClick(page.row(0)->runButton(), Qt::LeftButton);
        QVERIFY(!page.row(0)->running());
        QCOMPARE(page.row(0)->cost(), QStringLiteral("cancelled"));
    }

    void matchersAreAddedWhereTheMetricStands_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("bare") << "up"
                              << "up{job=\"a\"}";
        QTest::newRow("range") << "rate(up[5m])"
                               << "rate(up{job=\"a\"}[5m])";
        QTest::newRow("others stay") << "up{x=~\"}.*\"} offset 5m"
                                     << "up{x=~\"}.*\",job=\"a\"} offset 5m";
        QTest::newRow("replaced") << "up{job!=\"b\"}"
                                  << "up{job=\"a\"}";
        QTest::newRow("twice") << "up / down + up"
                               << "up{job=\"a\"} / down + up{job=\"a\"}";
        QTest::newRow("another metric") << "down"
                                        << "";
        QTest::newRow("unfinished") << "sum(up"
                                    << "";
    }

    void matchersAreAddedWhereTheMetricStands()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        QCOMPARE(withMatcher(query, QStringLiteral("up"), QStringLiteral("job"), QStringLiteral("a")), expected);
    }

    void fiftyThousandSeriesAreFoundWithoutAPause()
    {
        std::vector<SeriesInfo> series;
        for (int i = 0; i < 50'000; ++i)
            series.push_back({ i + 1,
                Labels({ { "__name__", "metric_" + std::to_string(i % 5000) }, { "pod", "pod-" + std::to_string(i) } }) });
        const auto index = std::make_shared<const NameIndex>(series);
        SeriesModel model;
        QCOMPARE(index->find("pod-49999").size(), std::size_t(1));
        const auto all = index->find({});
        SeriesModel plain;
        QElapsedTimer clock;
        clock.start();
        plain.show(index, all);
        const qint64 took = clock.elapsed();
        QVERIFY2(took < 16, qPrintable(QString::number(took)));
        model.show(index, index->find("metric_49"));
        QVERIFY(model.metricCount() > 50);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void theStripMovesTheRangeByMouseAndKey()
    {
        TimeScale time(1'800'000'000'000);
        time.setRange(time.now() - 24 * 60 * minute, time.now());
        TimeStrip strip(time);
        strip.resize(1000, 48);
        strip.show();
        const TimeMs from = time.from(), span = time.span();
        const QPoint middle = strip.brush().center().toPoint();
        QTest::mousePress(&strip, Qt::LeftButton, {}, middle);
        QTest::mouseMove(&strip, middle - QPoint(100, 0));
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, middle - QPoint(100, 0));
        QVERIFY(time.from() < from);
        QCOMPARE(time.span(), span);
        const QPoint edge(int(strip.brush().left()), middle.y());
        QTest::mousePress(&strip, Qt::LeftButton, {}, edge);
        QTest::mouseMove(&strip, edge - QPoint(50, 0));
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, edge - QPoint(50, 0));
        QVERIFY(time.span() > span);
        const TimeMs before = time.to();
        QTest::keyClick(&strip, Qt::Key_Left);
        QVERIFY(time.to() < before);
        QVERIFY(strip.accessibleName().startsWith(QStringLiteral("The last week")));
    }

    void aHoleInTheWeekIsAGap()
    {
        TimeScale time(1'800'000'000'000);
        TimeStrip strip(time);
        Columns line;
        line.interval = 15'000;
        for (int i = 0; i < 200; ++i) {
            if (i < 60 || i > 90)
                line.columns.push_back({ strip.from() + i * 20 * minute, 1, 2, 1, 2 });
        }
        strip.setLine(line, QString::fromStdString(hostile));
        QCOMPARE(strip.gapCount(), 1);
        QVERIFY(strip.accessibleDescription().contains(QStringLiteral("1 gap")));
    }

    void anEmptyHistoryOffersNoExamplesAndNoFailure()
    {
        QVERIFY(exampleQueries(NameIndex()).isEmpty());
        const QStringList some = exampleQueries(*indexOf({ "http_requests_total", "memory_bytes" }));
        QVERIFY(some.contains(QStringLiteral("topk(5, rate(http_requests_total[5m]))")));
    }

    void hostileNamesStayPlain()
    {
        const std::vector<SeriesInfo> series { { 1, Labels({ { "__name__", "up" }, { "job", hostile } }) } };
        QueryEdit edit;
        edit.setNames(std::make_shared<const NameIndex>(series));
        edit.show();
        edit.setQuery(QStringLiteral("up{job=\""));
        edit.setFocus();
        edit.moveCursor(QTextCursor::End);
        QTest::keyClick(&edit, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(edit.completing());
        auto *list = edit.findChild<QListWidget *>(QStringLiteral("completionList"));
        QVERIFY(!list->item(0)->text().contains(QLatin1Char('\n')));
        QVERIFY(!list->item(0)->text().contains(QChar(0x202e)));
        QTest::keyClick(&edit, Qt::Key_Tab);
        QVERIFY2(
            faultsOf(edit.query() + QStringLiteral("}")).empty() || faultsOf(edit.query()).empty(), qPrintable(edit.query()));
    }
};

QTEST_MAIN(ExplorePartsTest)
#include "tst_explore_parts.moc"
