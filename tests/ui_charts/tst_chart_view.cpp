#include "tests/support/story_console.h"
#include "ui/charts/chart_drawing.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/heat_item.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace lepto;

namespace {

constexpr TimeMs now = StoryConsole::storyNow, minute = 60'000, hour = 60 * minute, day = 24 * hour, step = 15'000;
const QString hostile = QStringLiteral("<img src=x>\u202e\n\u0007") + QString(3000, QLatin1Char('W'));

ChartLine constantLine(int slot, double value, TimeMs from, TimeMs to)
{
    ChartLine line;
    line.labels = Labels({ { "__name__", "x" }, { "line", std::to_string(slot) } });
    line.name = QStringLiteral("line %1").arg(slot);
    line.slot = slot;
    line.data.interval = step;
    for (TimeMs t = from; t < to; t += step)
        line.data.columns.push_back({ t, value, value, value, value });
    return line;
}

ChartContent lines(std::vector<double> values)
{
    ChartContent content;
    content.unit = QStringLiteral("seconds");
    content.now = now;
    for (std::size_t i = 0; i < values.size(); ++i)
        content.lines.push_back(constantLine(int(i), values[i], now - hour, now));
    return content;
}

ChartDrawing drawn(const ChartContent &content)
{
    return ChartDrafter::draft(content, now - hour, now, 600);
}

struct Stage {
    TimeScale time { now };
    ChartPanel panel { time };
    Stage()
    {
        panel.resize(640, 360);
        panel.setTitle(QStringLiteral("latency"));
        panel.setPanelLook(PanelLook::Good);
        panel.show();
    }
    ChartLegend *legend() { return panel.findChild<ChartLegend *>(); }
};

QMenu *openMenu(ChartPanel &panel)
{
    panel.findChild<QAbstractButton *>(QStringLiteral("chartMore"))->click();
    return panel.findChildren<QMenu *>(QStringLiteral("chartMenu"), Qt::FindDirectChildrenOnly).last();
}

QAction *action(QMenu *menu, const QString &words)
{
    for (QAction *at : menu->actions()) {
        if (at->text() == words)
            return at;
        if (QAction *found = at->menu() ? action(at->menu(), words) : nullptr)
            return found;
    }
    return nullptr;
}

} // namespace

class ChartViewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark); }

    void aViewIsKeptAsText()
    {
        const ChartView view { ChartView::Scale::Log, ChartView::Draw::Heat, ChartView::Past::Week, true };
        QCOMPARE(ChartView::fromText(view.text()), view);
        QCOMPARE(ChartView::fromText(QStringLiteral("percent nonsense stacked")).draw, ChartView::Draw::Stacked);
        QCOMPARE(ChartView::fromText({}), ChartView());
        QCOMPARE((ChartView { {}, ChartView::Draw::Lines, ChartView::Past::Day }.shift()), day);
        QCOMPARE((ChartView { {}, ChartView::Draw::Heat, ChartView::Past::Day }.shift()), 0);
    }

    void plainLinesAreNotCopied()
    {
        const ChartDrawing drawing = drawn(lines({ 1, 2 }));
        QVERIFY(!drawing.own);
        QVERIFY(drawing.note.isEmpty());
    }

    void aLogAxisDrawsDecadesAndCountsWhatHasNoPlace()
    {
        ChartContent content = lines({ 100, -1 });
        content.limits = { { 1000, QStringLiteral("critical") }, { 0, QStringLiteral("zero") } };
        content.view.scale = ChartView::Scale::Log;
        const ChartDrawing drawing = drawn(content);
        QCOMPARE(drawing.lines[0].data.columns.front().last, 2.0);
        QVERIFY(std::isnan(drawing.lines[1].data.columns.front().last));
        QCOMPARE(int(drawing.limits.size()), 1);
        QCOMPARE(drawing.limits[0].value, 3.0);
        QVERIFY2(drawing.note.contains(QStringLiteral("240")), qPrintable(drawing.note));
    }

    void aLogAxisOfNothingPositiveStillHasAnAxis()
    {
        Stage stage;
        stage.panel.setView({ ChartView::Scale::Log });
        stage.panel.setContent(lines({ 0, -5 }));
        QVERIFY(stage.panel.chart()->frame().upper > stage.panel.chart()->frame().lower);
        (void)stage.panel.grab();
    }

    void decadeTicksCarryTheirOwnPrefix()
    {
        const ValueAxis axis = decadeAxis(std::log10(0.0015), std::log10(40), QStringLiteral("seconds"), 8);
        QCOMPARE(axis.lower, -3.0);
        QCOMPARE(axis.upper, 2.0);
        QCOMPARE(axis.labels.first(), QStringLiteral("1\u00a0ms"));
        QCOMPARE(axis.labels[3], QStringLiteral("1\u00a0s"));
        const ValueAxis narrow = decadeAxis(std::log10(3), std::log10(40), {}, 8);
        QCOMPARE(narrow.labels,
            (QStringList {
                QStringLiteral("2"), QStringLiteral("5"), QStringLiteral("10"), QStringLiteral("20"), QStringLiteral("50") }));
    }

    void percentOfLinesStartsAtAHundred()
    {
        ChartContent content = lines({ 4 });
        content.lines[0].data.columns.back().last = content.lines[0].data.columns.back().max = 8;
        content.view.scale = ChartView::Scale::Percent;
        const ChartDrawing drawing = drawn(content);
        QCOMPARE(drawing.unit, QStringLiteral("ratio"));
        QCOMPARE(drawing.lines[0].data.columns.front().last, 1.0);
        QCOMPARE(drawing.lines[0].data.columns.back().last, 2.0);
        QVERIFY(drawing.note.contains(QStringLiteral("first visible")));
    }

    void percentOfZerosSaysThatItHasNone()
    {
        ChartContent content = lines({ 0 });
        content.view.scale = ChartView::Scale::Percent;
        QVERIFY(drawn(content).note.contains(QStringLiteral("zeros")));
    }

    void fromZeroShowsZero()
    {
        Stage stage;
        ChartContent content = lines({ 99, 100 });
        stage.panel.setContent(content);
        QVERIFY(stage.panel.chart()->frame().lower > 0);
        stage.panel.setView({ ChartView::Scale::Zero });
        QCOMPARE(stage.panel.chart()->frame().lower, 0.0);
    }

    void aStackAddsUpAndKeepsGapsOpen()
    {
        ChartContent content = lines({ 1, 2, -3 });
        std::erase_if(
            content.lines[1].data.columns, [](const Column &c) { return c.t > now - 40 * minute && c.t < now - 20 * minute; });
        content.view.draw = ChartView::Draw::Stacked;
        const ChartDrawing drawing = drawn(content);
        QCOMPARE(int(drawing.areas.size()), 3);
        QCOMPARE(drawing.areas[1].points[10].lower, 1.0);
        QCOMPARE(drawing.areas[1].points[10].upper, 3.0);
        QCOMPARE(drawing.areas[2].points[10].lower, -3.0);
        QVERIFY(std::isnan(drawing.areas[1].points[300].upper)); // half an hour ago
        QVERIFY(drawing.note.contains(QStringLiteral("last value")));
    }

    void aStackOfPercentFillsTheAxis()
    {
        ChartContent content = lines({ 1, 3 });
        content.view = { ChartView::Scale::Percent, ChartView::Draw::Stacked };
        const ChartDrawing drawing = drawn(content);
        QCOMPARE(drawing.areas[0].points[10].upper, 0.25);
        QCOMPARE(drawing.areas[1].points[10].upper, 1.0);
    }

    void aHeatMapHasARowASeriesAndColoursByValue()
    {
        ChartContent content = lines({ 1, 10 });
        content.view.draw = ChartView::Draw::Heat;
        const HeatMap map = drawn(content).heat;
        QCOMPARE(map.rows, (QStringList { QStringLiteral("line 1"), QStringLiteral("line 0") }));
        QCOMPARE(map.at(0, 5), 10.0);
        QCOMPARE(map.level(10), 1.0);
        QVERIFY(map.level(std::nan("")) < 0);
        QVERIFY(heatColor(0) != heatColor(1));
    }

    void bucketsOfAHistogramAreTakenApartAndSorted()
    {
        ChartContent content;
        content.now = now;
        for (const auto &[le, count] : { std::pair { "+Inf", 10.0 }, std::pair { "0.1", 2.0 }, std::pair { "0.5", 7.0 } }) {
            content.lines.push_back(constantLine(0, count, now - hour, now));
            content.lines.back().labels = Labels({ { "__name__", "b" }, { "le", le } });
        }
        content.view.draw = ChartView::Draw::Heat;
        const HeatMap map = drawn(content).heat;
        QVERIFY(map.buckets);
        QCOMPARE(map.rows, (QStringList { QStringLiteral("≤ 0.1"), QStringLiteral("≤ 0.5"), QStringLiteral("≤ +Inf") }));
        QCOMPARE(map.at(0, 3), 2.0);
        QCOMPARE(map.at(1, 3), 5.0);
        QCOMPARE(map.at(2, 3), 3.0);
    }

    void everyViewPaintsHostileNames_data()
    {
        QTest::addColumn<QString>("view");
        for (const char *draw : { "lines", "stacked", "heat" }) {
            for (const char *scale : { "auto", "zero", "log", "percent" })
                QTest::addRow("%s %s", draw, scale)
                    << QString::fromLatin1(draw) + u' ' + QLatin1String(scale) + QStringLiteral(" day legend");
        }
    }

    void everyViewPaintsHostileNames()
    {
        QFETCH(QString, view);
        Stage stage;
        ChartContent content = lines({ 1, -2, 0, 1e300 });
        content.lines[0].name = hostile;
        content.lines[3].data.columns[5] = { now - hour + 5 * step, std::nan(""), std::nan(""), std::nan(""), std::nan("") };
        stage.panel.setView(ChartView::fromText(view));
        stage.panel.setContent(content);
        const QImage image = stage.panel.grab().toImage();
        QVERIFY(!image.isNull());
        stage.panel.setContent({});
        (void)stage.panel.grab();
    }

    void theMenuSetsTheView()
    {
        Stage stage;
        stage.panel.setContent(lines({ 1, 2 }));
        QSignalSpy changed(&stage.panel, &ChartPanel::viewChanged);
        action(openMenu(stage.panel), QStringLiteral("Logarithmic"))->trigger();
        QCOMPARE(stage.panel.view().scale, ChartView::Scale::Log);
        action(openMenu(stage.panel), QStringLiteral("Stacked areas"))->trigger();
        QCOMPARE(stage.panel.view().draw, ChartView::Draw::Stacked);
        QCOMPARE(changed.count(), 2);
        QMenu *menu = openMenu(stage.panel);
        QVERIFY(!action(menu, QStringLiteral("Compare with"))->isEnabled());
        QVERIFY(!action(menu, QStringLiteral("Logarithmic"))->isEnabled());
        action(menu, QStringLiteral("Legend table"))->trigger();
        QVERIFY(stage.legend()->isVisible());
    }

    void theViewStaysOverNewContents()
    {
        Stage stage;
        stage.panel.setView({ ChartView::Scale::Log });
        stage.panel.setContent(lines({ 10 }));
        QCOMPARE(stage.panel.chart()->content().view.scale, ChartView::Scale::Log);
        QCOMPARE(stage.panel.chart()->content().lines[0].data.columns[0].last, 10.0); // tables and copies keep the values
    }

    void theLegendShowsNumbersAndSortsThem()
    {
        Stage stage;
        stage.panel.setView(ChartView::fromText(QStringLiteral("legend")));
        ChartContent content = lines({ 2, 30, 4 });
        content.lines[0].data.columns[3].max = 90;
        stage.panel.setContent(content);
        ChartLegend *legend = stage.legend();
        QAbstractItemModelTester tester(legend->cells(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(legend->cells()->rowCount(), 3);
        legend->sortBy(ChartLegend::Current, Qt::DescendingOrder);
        QCOMPARE(legend->rowAt(0).name, QStringLiteral("line 1"));
        legend->sortBy(ChartLegend::Max, Qt::DescendingOrder);
        QCOMPARE(legend->rowAt(0).name, QStringLiteral("line 0"));
        QCOMPARE(legend->cells()->index(0, ChartLegend::Max).data().toString(), QStringLiteral("90\u00a0s"));
        stage.panel.setContent(content);
        QCOMPARE(legend->rowAt(0).name, QStringLiteral("line 0"));
        QTest::keyClick(legend, Qt::Key_S, Qt::ShiftModifier);
        QCOMPARE(legend->rowAt(0).name, QStringLiteral("line 2"));
    }

    void aClickIsolatesAndControlClickHides()
    {
        Stage stage;
        stage.panel.setView(ChartView::fromText(QStringLiteral("legend")));
        stage.panel.setContent(lines({ 1, 2, 3 }));
        ChartLegend *legend = stage.legend();
        const auto click = [&](int row, Qt::KeyboardModifiers keys = {}) {
            QTest::mouseClick(
                legend->viewport(), Qt::LeftButton, keys, legend->visualRect(legend->cells()->index(row, 0)).center());
        };
        const auto visible = [&] {
            QString out;
            for (const ChartLine &line : stage.panel.chart()->content().lines)
                out += line.visible ? u'x' : u'.';
            return out;
        };
        click(1);
        QCOMPARE(visible(), QStringLiteral(".x."));
        click(1);
        QCOMPARE(visible(), QStringLiteral("xxx"));
        click(2, Qt::ControlModifier);
        QCOMPARE(visible(), QStringLiteral("xx."));
        stage.panel.setContent(lines({ 1, 2, 3 }));
        QCOMPARE(visible(), QStringLiteral("xx."));
        QVERIFY(legend->cells()->index(2, 0).data().toString().contains(QStringLiteral("hidden")));
        legend->selectKey(legend->cells()->keyOf(0));
        QTest::keyClick(legend, Qt::Key_Space);
        QCOMPARE(visible(), QStringLiteral(".x."));
        QTest::keyClick(legend, Qt::Key_Return);
        QCOMPARE(visible(), QStringLiteral("x.."));
    }

    void aLongListIsCutAndSaysSo()
    {
        Stage stage;
        stage.panel.setView(ChartView::fromText(QStringLiteral("legend")));
        ChartContent content = lines(std::vector<double>(50, 1.0));
        content.found = 2134;
        stage.panel.setContent(content);
        QCOMPARE(stage.legend()->cells()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
            QStringLiteral("Showing 50 of 2,134, top by last value"));
    }

    void copiesComeInThreeFormsByKey()
    {
        Stage stage;
        stage.panel.setTitle(QStringLiteral("a < b & \u202e"));
        stage.panel.setContent(lines({ 1, 2 }));
        QClipboard *clipboard = QGuiApplication::clipboard();
        QTest::keyClick(stage.panel.chart(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard->text().count(QStringLiteral("\r\n")), 1 + 2 * 240);
        QTest::keyClick(stage.panel.chart(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(clipboard->mimeData()->hasImage());
        QTest::keyClick(stage.panel.chart(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        const QByteArray svg = clipboard->mimeData()->data(QStringLiteral("image/svg+xml"));
        QVERIFY(svg.contains("<svg"));
        QVERIFY(svg.contains("a &lt; b &amp;"));
        QVERIFY(!svg.contains("\u202e"));
    }

    void csvIsSafeAgainstFormulas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("field");
        QTest::newRow("equals") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("blank first") << QStringLiteral(" @SUM(A1)") << QStringLiteral("' @SUM(A1)");
        QTest::newRow("full width") << QStringLiteral("\uff1dcmd") << QStringLiteral("'\uff1dcmd");
        QTest::newRow("line end") << QStringLiteral("a\r=1") << QStringLiteral("\"a\r=1\"");
        QTest::newRow("plain") << QStringLiteral("eu-1") << QStringLiteral("eu-1");
    }

    void csvIsSafeAgainstFormulas()
    {
        QFETCH(QString, name);
        QFETCH(QString, field);
        ChartContent content = lines({ 1 });
        content.lines[0].data.columns.resize(1);
        content.lines[0].name = name;
        QVERIFY(chartCsv(content).contains(u',' + field + u','));
    }

    void thePastIsAskedDrawnAndNamed()
    {
        class PastConsole : public StoryConsole {
        public:
            void chart(const ChartRequest &request, QObject *, Answer<ChartAnswer> answer) override
            {
                requests.push_back(request);
                ChartAnswer out;
                out.data = constantLine(0, double(requests.size()), request.from, std::min(request.to, now)).data;
                answer(out);
            }
            std::vector<ChartRequest> requests;
        } console;
        Stage stage;
        ChartFeed feed(console, stage.time, &stage.panel);
        feed.watch(&stage.panel, { {}, { Labels().with("a", "1") }, {}, {}, true, true, 0 });
        QTRY_COMPARE(int(stage.panel.chart()->content().lines.size()), 1);
        console.requests.clear();
        stage.panel.setView(ChartView::fromText(QStringLiteral("week")));
        QTRY_COMPARE(int(stage.panel.chart()->content().lines.size()), 2);
        const ChartLine &past = stage.panel.chart()->content().lines[1];
        QCOMPARE(past.shift, 7 * day);
        QVERIFY(past.name.endsWith(QStringLiteral("the week before")));
        QVERIFY(past.data.columns.front().t >= stage.time.from());
        QVERIFY(std::any_of(console.requests.begin(), console.requests.end(),
            [&](const ChartRequest &r) { return r.from == stage.time.from() - 7 * day && !r.expected && !r.forecast; }));
        QCOMPARE(int(feed.seriesOf(&stage.panel).size()), 1);
    }

    void ofManySeriesThoseWithTheGreatestLastValuesAreDrawn()
    {
        class ManyConsole : public StoryConsole {
        public:
            void query(const QString &, TimeMs from, TimeMs, int, QObject *,
                Answer<std::vector<std::pair<Labels, Columns>>> answer) override
            {
                std::vector<std::pair<Labels, Columns>> series;
                for (int i = 0; i < 2134; ++i)
                    series.emplace_back(Labels().with("pod", std::to_string(i)), constantLine(0, i, from, from + 10 * step).data);
                answer(std::move(series));
            }
        } console;
        Stage stage;
        ChartFeed feed(console, stage.time, &stage.panel);
        feed.watch(&stage.panel, { {}, {}, QStringLiteral("x"), {}, true, true, 0 });
        QTRY_COMPARE(int(stage.panel.chart()->content().lines.size()), 50);
        QCOMPARE(stage.panel.chart()->content().lines.front().data.columns.back().last, 2134.0 - 50);
        QCOMPARE(int(stage.panel.chart()->panelLook()), int(PanelLook::Partial));
        QVERIFY(stage.panel.chart()->words().contains(QStringLiteral("2,134")));
    }
};

QTEST_MAIN(ChartViewTest)
#include "tst_chart_view.moc"
