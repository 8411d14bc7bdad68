#include "tests/support/story_console.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace lepto;

namespace {

constexpr TimeMs now = StoryConsole::storyNow, minute = 60'000, hour = 60 * minute;

Labels named(const char *value)
{
    return Labels().with("a", value);
}

/// A console whose chart answers the test gives itself, in any order.
class HeldConsole : public StoryConsole {
public:
    void chart(const ChartRequest &request, QObject *, Answer<ChartAnswer> answer) override
    {
        requests.push_back(request);
        answers.push_back(std::move(answer));
    }
    std::vector<ChartRequest> requests;
    std::vector<Answer<ChartAnswer>> answers;
};

ChartAnswer constant(double value, const ChartRequest &request)
{
    ChartAnswer answer;
    answer.data.interval = 15'000;
    for (TimeMs t = request.from; t < std::min(request.to, now); t += 15'000)
        answer.data.columns.push_back({ t, value, value, value, value });
    return answer;
}

} // namespace

class ChartFeedTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark); }

    void theFeedAppliesAllAnswersAtOnce()
    {
        HeldConsole console;
        TimeScale time(now);
        ChartPanel panel(time);
        panel.resize(500, 240);
        ChartFeed feed(console, time, &panel);
        feed.watch(&panel, { QStringLiteral("seconds"), { named("1"), named("2") }, {}, {}, true, true, 0 });
        panel.show();
        QTRY_COMPARE(int(console.requests.size()), 2);
        QSignalSpy applied(&feed, &ChartFeed::applied);
        console.answers[1](constant(2, console.requests[1]));
        QTest::qWait(200);
        QCOMPARE(applied.count(), 0);
        console.answers[0](constant(1, console.requests[0]));
        QTRY_COMPARE(applied.count(), 1);
        QCOMPARE(panel.chart()->content().lines[0].data.columns.front().last, 1.0);
        QCOMPARE(panel.chart()->content().lines[1].data.columns.front().last, 2.0);
        QCOMPARE(panel.chart()->content().lines[1].name, QStringLiteral("2"));
        QCOMPARE(int(panel.chart()->panelLook()), int(PanelLook::Good));
    }

    void answersToAnOlderQuestionAreDropped()
    {
        HeldConsole console;
        TimeScale time(now);
        ChartPanel panel(time);
        panel.resize(500, 240);
        ChartFeed feed(console, time, &panel);
        feed.watch(&panel, { {}, { named("1") }, {}, {}, true, true, 0 });
        panel.show();
        QTRY_COMPARE(int(console.requests.size()), 1);
        time.setRange(now - hour, now - 10 * minute);
        QTRY_COMPARE(int(console.requests.size()), 2);
        console.answers[1](constant(2, console.requests[1]));
        console.answers[0](constant(1, console.requests[0]));
        QTRY_VERIFY(!panel.chart()->content().lines.empty());
        QCOMPARE(panel.chart()->content().lines[0].data.columns.front().last, 2.0);
        QCOMPARE(feed.droppedAnswers(), 1);
    }

    void everyStateOfAPanelIsShown()
    {
        HeldConsole console;
        TimeScale time(now);
        ChartPanel panel(time);
        panel.resize(500, 240);
        ChartFeed feed(console, time, &panel);
        panel.show();
        const Labels one = named("1"), two = named("2");
        const auto ask = [&](std::vector<Labels> series) {
            console.requests.clear();
            console.answers.clear();
            feed.watch(&panel, { {}, series, {}, {}, true, true, 0 });
        };
        ask({ one });
        QCOMPARE(int(panel.chart()->panelLook()), int(PanelLook::Loading));
        console.answers[0](ChartAnswer {});
        QTRY_COMPARE(int(panel.chart()->panelLook()), int(PanelLook::Empty));
        ask({ one });
        console.answers[0](Error { ErrorCode::Unavailable, "store", "disk is gone" });
        QTRY_COMPARE(int(panel.chart()->panelLook()), int(PanelLook::Error));
        (void)panel.grab();
        ask({ one, two });
        console.answers[0](constant(1, console.requests[0]));
        console.answers[1](Error { ErrorCode::NotFound, "a=2", "no such series" });
        QTRY_COMPARE(int(panel.chart()->panelLook()), int(PanelLook::Partial));
        ask({ one });
        ChartAnswer old = constant(1, console.requests[0]);
        std::erase_if(old.data.columns, [](const Column &c) { return c.t > now - 10 * minute; });
        console.answers[0](old);
        QTRY_COMPARE(int(panel.chart()->panelLook()), int(PanelLook::Stale));
        QVERIFY(panel.header()->age().contains(QStringLiteral("min")));
        console.goOffline(QStringLiteral("story"));
        ask({ one });
        console.answers[0](constant(1, console.requests[0]));
        QTRY_COMPARE(int(panel.chart()->panelLook()), int(PanelLook::Offline));
    }

    void aPanelMayDieWhileItsAnswerIsOnTheWay()
    {
        HeldConsole console;
        TimeScale time(now);
        QObject owner;
        ChartFeed feed(console, time, &owner);
        auto panel = std::make_unique<ChartPanel>(time);
        panel->show();
        feed.watch(panel.get(), { {}, { named("1") }, {}, {}, true, true, 0 });
        QTRY_COMPARE(int(console.requests.size()), 1);
        panel.reset();
        console.answers[0](constant(1, console.requests[0]));
        QCOMPARE(feed.droppedAnswers(), 1);
    }

    void aListThatIsNotDrawnWholeSaysSo()
    {
        HeldConsole console;
        TimeScale time(now);
        ChartPanel panel(time);
        panel.resize(500, 240);
        ChartFeed feed(console, time, &panel);
        panel.show();
        std::vector<Labels> series;
        for (int i = 0; i < 11; ++i)
            series.push_back(Labels().with("pod", std::to_string(i)));
        feed.watch(&panel, { {}, series, {}, {}, true, true, 0 });
        QCOMPARE(int(console.requests.size()), 8);
        for (std::size_t i = 0; i < 8; ++i)
            console.answers[i](constant(double(i), console.requests[i]));
        QTRY_COMPARE(int(panel.chart()->panelLook()), int(PanelLook::Partial));
    }
};

QTEST_MAIN(ChartFeedTest)
#include "tst_chart_feed.moc"
