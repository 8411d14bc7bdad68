#include "tests/support/story_console.h"
#include "ui/charts/band_item.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_table.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace lepto;

namespace {

constexpr TimeMs now = StoryConsole::storyNow, minute = 60'000, hour = 60 * minute;

ChartContent twoLines(TimeMs from, TimeMs to)
{
    ChartContent content;
    content.unit = QStringLiteral("seconds");
    content.now = now;
    for (int line = 0; line < 2; ++line) {
        ChartLine made;
        made.labels = Labels({ { "__name__", "x" }, { "line", std::to_string(line) } });
        made.name = QStringLiteral("line %1").arg(line);
        made.slot = line;
        made.data.interval = 15'000;
        for (TimeMs t = from; t < to; t += 15'000) {
            const double v = 1 + line + 0.5 * std::sin(double(t - from) / 600'000.0);
            made.data.columns.push_back({ t, v, v, v, v });
        }
        content.lines.push_back(std::move(made));
    }
    return content;
}

int pixels(const QImage &image, const QRect &area, const QColor &color)
{
    int found = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            found += image.pixelColor(x, y) == color;
    }
    return found;
}

} // namespace

class TimeChartTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark); }

    void timeAndValueMapToPixelsAndBack()
    {
        const PlotFrame frame { QRectF(50, 10, 500, 100), now, now + 1'000'000, 0, 4, 1 };
        QCOMPARE(frame.x(now), 50.0);
        QCOMPARE(frame.x(now + 500'000), 300.0);
        QCOMPARE(frame.y(0), 110.0);
        QCOMPARE(frame.y(3), 35.0);
        QCOMPARE(frame.time(300), now + 500'000);
    }

    void theFrameHoldsTheDataAndStandsOnWholePixels()
    {
        TimeScale time(now);
        TimeChart chart(time);
        chart.resize(600, 200);
        chart.show();
        chart.setContent(twoLines(now - 3 * hour, now));
        const PlotFrame &frame = chart.frame();
        QCOMPARE(frame.from, time.from());
        QCOMPARE(frame.to, time.to());
        QCOMPARE(frame.lower, 0.0);
        QVERIFY(frame.upper >= 2.5 && frame.upper <= 3.0);
        QCOMPARE(frame.plot.left(), std::floor(frame.plot.left()));
        QCOMPARE(chart.columns(), int(frame.plot.width() * 2));
    }

    void linesArePaintedWhereTheDataIs()
    {
        TimeScale time(now);
        TimeChart chart(time);
        chart.resize(600, 200);
        chart.show();
        ChartContent content = twoLines(now - 3 * hour, now);
        content.lines.resize(1);
        chart.setPanelLook(PanelLook::Good);
        chart.setContent(content);
        const QImage image = chart.picture().toImage();
        const QRect future(int(chart.frame().x(now)) + 3, 12, int(chart.frame().plot.right() - chart.frame().x(now)) - 6, 150);
        const QRect past(int(chart.frame().plot.left()), 12, int(chart.frame().x(now) - chart.frame().plot.left()) - 2, 150);
        int past1 = 0, future1 = 0;
        const QColor sky = m_theme->color("chart.1");
        for (const auto &[area, count] : { std::pair { past, &past1 }, std::pair { future, &future1 } }) {
            for (int y = area.top(); y < area.bottom(); ++y) {
                for (int x = area.left(); x < area.right(); ++x) {
                    const QColor c = image.pixelColor(x, y);
                    *count += std::abs(c.blue() - sky.blue()) < 60 && c.blue() > 150;
                }
            }
        }
        QVERIFY2(past1 > 200, qPrintable(QString::number(past1)));
        QCOMPARE(future1, 0);
        QVERIFY(pixels(image, future, m_theme->color("chart.future")) > future.width() * future.height() / 2);
    }

    void anAnomalyHasItsBarAndHatch()
    {
        TimeScale time(now);
        TimeChart chart(time);
        chart.resize(600, 200);
        chart.show();
        ChartContent content = twoLines(now - 3 * hour, now);
        Anomaly anomaly;
        anomaly.from = now - hour;
        anomaly.to = now - 30 * minute;
        anomaly.open = false;
        content.anomalies = { anomaly };
        chart.setContent(content);
        const QImage image = chart.picture().toImage();
        const PlotFrame &frame = chart.frame();
        const QColor magenta = m_theme->color("ml.anomaly");
        QCOMPARE(image.pixelColor(int(frame.x(now - 45 * minute)), int(frame.plot.top())), magenta);
        QVERIFY(image.pixelColor(int(frame.x(now - 10 * minute)), int(frame.plot.top())) != magenta);
    }

    void aNoisyBandFillsItsColumnsOnly()
    {
        PlotFrame frame { QRectF(0, 0, 100, 50), 0, 100, 0, 10, 2 };
        QImage image(200, 100, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        BandItem::Band band { {}, QColor(10, 20, 30), 0 };
        for (int t = 0; t <= 100; ++t)
            band.points.push_back({ t, t % 2 ? 4.0 : 2.0, 5, t % 2 ? 8.0 : 6.0 });
        band.points.push_back({ 100, std::nan(""), 0, 1 });
        fillBand(image, frame, band);
        QCOMPARE(image.pixelColor(100, 50), QColor(10, 20, 30));
        QCOMPARE(image.pixelColor(100, 5).alpha(), 0);
        QCOMPARE(image.pixelColor(100, 95).alpha(), 0);
    }

    void theCrosshairIsSharedAndDoesNotPaintTheChartAgain()
    {
        TimeScale time(now);
        TimeChart first(time), second(time);
        for (TimeChart *chart : { &first, &second }) {
            chart->resize(500, 160);
            chart->show();
            chart->setPanelLook(PanelLook::Good);
            chart->setContent(twoLines(now - 3 * hour, now));
            (void)chart->picture();
        }
        const qint64 key = first.picture().cacheKey();
        QTest::mouseMove(&first, QPoint(200, 80));
        QTRY_VERIFY(time.crosshair() > 0);
        QCOMPARE(time.crosshair(), first.frame().time(200));
        (void)first.grab();
        (void)second.grab();
        QCOMPARE(first.picture().cacheKey(), key);
    }

    void dragZoomsShiftDragPansWheelZoomsDoubleClickResets()
    {
        TimeScale time(now);
        TimeChart chart(time);
        chart.resize(600, 200);
        chart.show();
        chart.setPanelLook(PanelLook::Good);
        chart.setContent(twoLines(now - 3 * hour, now));
        const TimeMs a = chart.frame().time(200), b = chart.frame().time(300);
        QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(200, 80));
        QTest::mouseMove(&chart, QPoint(260, 80));
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(300, 80));
        QCOMPARE(time.from(), a);
        QCOMPARE(time.to(), b);
        QVERIFY(!time.live());

        const TimeMs span = time.span();
        QTest::mousePress(&chart, Qt::LeftButton, Qt::ShiftModifier, QPoint(300, 80));
        QTest::mouseRelease(&chart, Qt::LeftButton, Qt::ShiftModifier, QPoint(400, 80));
        QCOMPARE(time.span(), span);
        QVERIFY(time.from() < a);

        const TimeMs under = chart.frame().time(150);
        QWheelEvent wheel(QPointF(150, 80), chart.mapToGlobal(QPointF(150, 80)), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(&chart, &wheel);
        QVERIFY(time.span() < span);
        QVERIFY(std::abs(chart.frame().x(under) - 150) < 1.5);

        const TimeMs zoomed = time.span();
        QTest::mouseClick(&chart, Qt::BackButton, {}, QPoint(150, 80));
        QCOMPARE(time.span(), span);
        QTest::mouseClick(&chart, Qt::ForwardButton, {}, QPoint(150, 80));
        QCOMPARE(time.span(), zoomed);
        QTest::mouseDClick(&chart, Qt::LeftButton, {}, QPoint(150, 80));
        QVERIFY(time.live());
    }

    void aShortPressIsNoDrag()
    {
        TimeScale time(now);
        TimeChart chart(time);
        chart.resize(600, 200);
        chart.show();
        chart.setPanelLook(PanelLook::Good);
        chart.setContent(twoLines(now - 3 * hour, now));
        const TimeMs from = time.from();
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(200, 80));
        QCOMPARE(time.from(), from);
        QVERIFY(time.live());
    }

    void arrowsMoveTheCrosshairBySamples()
    {
        TimeScale time(now);
        TimeChart chart(time);
        chart.resize(600, 200);
        chart.show();
        chart.setContent(twoLines(now - 3 * hour, now));
        time.setCrosshair(now - hour);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(time.crosshair(), now - hour - 15'000);
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(time.crosshair(), now - hour + 9 * 15'000);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(time.crosshair(), now);
    }

    void copiedValuesAreSafeForSpreadsheets()
    {
        ChartContent content = twoLines(now - minute, now);
        content.lines.resize(1);
        content.lines[0].name = QStringLiteral("=HYPERLINK(\"http://x\"),1");
        const QString csv = chartCsv(content);
        QVERIFY(csv.startsWith(QStringLiteral("time,series,min,max,last\r\n")));
        QVERIFY(csv.contains(QStringLiteral("\"'=HYPERLINK(\"\"http://x\"\"),1\"")));
        QCOMPARE(csv.count(QStringLiteral("\r\n")), 5);
    }

    void theTableShowsTheSameValues()
    {
        ChartTableModel model(true);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ChartContent content = twoLines(now - minute, now);
        content.limits = { { 1.9, QStringLiteral("critical") } };
        model.setContent(content);
        QCOMPARE(model.rowCount(), 8);
        QVERIFY(model.timeAt(0) > model.timeAt(7));
        bool over = false, normal = false;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString state = model.index(row, ChartTableModel::State).data().toString();
            over = over || state.startsWith(QStringLiteral("over"));
            normal = normal || state == QStringLiteral("normal");
        }
        QVERIFY(over && normal);
    }

    void hostileNamesStayPlainText()
    {
        TimeScale time(now);
        ChartPanel panel(time);
        panel.resize(500, 240);
        ChartContent content = twoLines(now - hour, now);
        content.lines[0].name = QStringLiteral("<img src=x onerror=1>\u202e\u0007") + QString(5000, QLatin1Char('A'));
        panel.setTitle(content.lines[0].name, QStringLiteral("<b>meta</b>"));
        panel.setContent(content);
        panel.show();
        (void)panel.grab();
        QVERIFY(!panel.header()->toolTip().contains(QStringLiteral("<img")));
        QVERIFY(panel.chart()->accessibleName().size() < 20'000);
    }

    void aThemeChangePaintsAgain()
    {
        TimeScale time(now);
        TimeChart chart(time);
        chart.resize(300, 120);
        chart.show();
        chart.setContent(twoLines(now - hour, now));
        const QColor dark = chart.picture().toImage().pixelColor(1, 1);
        m_theme->setMode(ThemeMode::Light);
        const QColor light = chart.picture().toImage().pixelColor(1, 1);
        m_theme->setMode(ThemeMode::Dark);
        QVERIFY(dark != light);
        QCOMPARE(light, QColor(Qt::white));
    }
};

QTEST_MAIN(TimeChartTest)
#include "tst_time_chart.moc"
