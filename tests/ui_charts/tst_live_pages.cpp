#include "tests/support/story_console.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/label_lane.h"
#include "ui/pages/explore_page.h"
#include "ui/pages/health_page.h"
#include "ui/pages/incident_detail.h"
#include "ui/pages/incidents_page.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"
#include "ui/widgets/attention_list.h"
#include "ui/widgets/health_map.h"
#include "ui/widgets/label_popup.h"
#include "ui/widgets/query_edit.h"
#include "ui/widgets/query_row.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/suggestion_list.h"
#include "ui/widgets/verdict_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace lepto;

namespace {

constexpr TimeMs now = StoryConsole::storyNow;
const QString hostile = QStringLiteral("<img src=file:///etc/passwd>\u202e\n") + QString(3000, QLatin1Char('W'));

template <typename T>
T *part(QWidget &page, const char *name)
{
    return page.findChild<T *>(QLatin1String(name));
}

bool filled(QWidget &page, const char *chart)
{
    const auto *found = part<TimeChart>(page, chart);
    return found && !found->content().lines.empty() && !found->content().lines.front().data.columns.empty();
}

} // namespace

class LivePagesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

    template <typename P>
    struct Stage {
        StoryConsole console;
        TimeScale time { now };
        P page { console, time };
        Stage()
        {
            page.resize(1400, 860);
            page.show();
            page.activateWindow();
            (void)QTest::qWaitForWindowActive(&page);
        }
    };

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark); }

    void healthShowsTheWorstServiceWithAllFourCharts()
    {
        Stage<HealthPage> stage;
        QCOMPARE(stage.page.service(), QStringLiteral("cart"));
        for (const char *chart : { "goldenLatency", "goldenTraffic", "goldenErrors", "goldenSaturation" })
            QTRY_VERIFY2(filled(stage.page, chart), chart);
        QVERIFY(part<TimeChart>(stage.page, "goldenLatency")->accessibleName().startsWith(QStringLiteral("Latency p99")));
        QCOMPARE(part<HealthMap>(stage.page, "healthMap")->accessibleName(),
            QStringLiteral("Fleet, 15 services, 2 critical, 2 warning, 1 silent"));
    }

    void aVerdictIsOneKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("call");
        QTest::newRow("true") << int(Qt::Key_T) << "setVerdict 37 1";
        QTest::newRow("false") << int(Qt::Key_F) << "setVerdict 37 2";
        QTest::newRow("expected") << int(Qt::Key_E) << "setVerdict 37 3";
        QTest::newRow("wrong scope") << int(Qt::Key_W) << "setVerdict 37 4";
        QTest::newRow("missed") << int(Qt::Key_M) << "setVerdict 37 5";
        QTest::newRow("acknowledge") << int(Qt::Key_A) << "acknowledge 37";
    }

    void aVerdictIsOneKey()
    {
        QFETCH(int, key);
        QFETCH(QString, call);
        Stage<HealthPage> health;
        auto *list = part<AttentionList>(health.page, "attentionList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key(key));
        QVERIFY2(health.console.calls.contains(call), qPrintable(health.console.calls.join(QLatin1Char('\n'))));

        Stage<IncidentsPage> incidents;
        incidents.page.open(QStringLiteral("37"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        QVERIFY2(incidents.console.calls.contains(call), qPrintable(incidents.console.calls.join(QLatin1Char('\n'))));
    }

    void verdictKeysCanBeClicked()
    {
        Stage<HealthPage> stage;
        auto *list = part<AttentionList>(stage.page, "attentionList");
        const QModelIndex first = list->model()->index(0, 0);
        list->setCurrentIndex(first);
        (void)list->grab();
        const auto keys = list->keysOf(first, list->visualRect(first));
        QVERIFY(keys.size() >= 5);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, keys[1].rect.center());
        QVERIFY(stage.console.calls.contains(QStringLiteral("setVerdict 37 2")));
    }

    void openAsksForTheIncident()
    {
        Stage<HealthPage> stage;
        QSignalSpy gone(&stage.page, &Page::goTo);
        auto *list = part<AttentionList>(stage.page, "attentionList");
        QTest::keyClick(list, Qt::Key_O);
        QCOMPARE(gone.count(), 1);
        QCOMPARE(gone.front().at(0).toString(), QStringLiteral("incidents"));
        QCOMPARE(gone.front().at(1).toString(), QStringLiteral("37"));
    }

    void tilesStayWhereTheyAreWhenStatesChange()
    {
        Stage<HealthPage> stage;
        auto *map = part<HealthMap>(stage.page, "healthMap");
        const QRect before = map->tileRect(QStringLiteral("orders"));
        QVERIFY(!before.isEmpty());
        stage.console.worsen("orders");
        QCOMPARE(map->tileRect(QStringLiteral("orders")), before);
        QCOMPARE(map->tileRect(QStringLiteral("payments")).size().isEmpty(), false);
    }

    void arrowsMoveInTheMapAndEnterOpensExplore()
    {
        Stage<HealthPage> stage;
        auto *map = part<HealthMap>(stage.page, "healthMap");
        map->setCurrent(QStringLiteral("storefront"));
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(map->current(), QStringLiteral("cart"));
        QTest::keyClick(map, Qt::Key_Down);
        QVERIFY(map->current() != QStringLiteral("cart"));
        QTest::keyClick(map, Qt::Key_Home);
        QCOMPARE(map->current(), QStringLiteral("edge-cache"));
        QCOMPARE(stage.page.service(), QStringLiteral("edge-cache"));
        QSignalSpy gone(&stage.page, &Page::goTo);
        QTest::keyClick(map, Qt::Key_Return);
        QCOMPARE(gone.front().at(1).toString(), QStringLiteral("service:edge-cache"));
    }

    void anEmptyConsoleShowsEmptyPanelsAndNothingElse()
    {
        Stage<HealthPage> stage;
        stage.console.clear();
        QTest::qWait(200);
        QCOMPARE(int(part<TimeChart>(stage.page, "goldenLatency")->panelLook()), int(PanelLook::Empty));
        QVERIFY(part<QLabel>(stage.page, "headline")->text().contains(QStringLiteral("No service")));
        (void)stage.page.grab();
    }

    void ctrlDragMakesALabelByMouseAndADigitSavesIt()
    {
        Stage<ExplorePage> stage;
        QTRY_VERIFY(filled(stage.page, "chartA"));
        TimeChart *chart = stage.page.panel(0)->chart();
        const TimeMs a = chart->frame().time(300), b = chart->frame().time(400);
        QTest::mousePress(chart, Qt::LeftButton, Qt::ControlModifier, QPoint(300, 60));
        QTest::mouseMove(chart, QPoint(350, 60));
        QTest::mouseRelease(chart, Qt::LeftButton, Qt::ControlModifier, QPoint(400, 60));
        auto *popup = part<LabelPopup>(stage.page, "labelPopup");
        QVERIFY(popup->isOpen());
        QVERIFY(!popup->geometry().intersects(QRect(chart->mapTo(&stage.page, QPoint(300, 8)), QSize(100, 40))));
        QTest::keyClick(part<QListWidget>(stage.page, "labelClasses"), Qt::Key_3);
        QTRY_VERIFY(!popup->isOpen());
        QCOMPARE(int(stage.console.theLabels.size()), 1);
        const LabelRegion &label = stage.console.theLabels.front();
        QCOMPARE(label.from, a);
        QCOMPARE(label.to, b);
        QCOMPARE(int(label.cls), int(LabelRegion::Class::Maintenance));
        QCOMPARE(label.series, chart->content().lines.front().labels);
        QTRY_COMPARE(int(part<LabelLane>(stage.page, "labelLane")->labels().size()), 1);
        QTest::keyClick(chart, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(int(stage.console.theLabels.size()), 0);
    }

    void aLabelThatCannotBeSavedStaysOpenWithItsReason()
    {
        Stage<ExplorePage> stage;
        QTRY_VERIFY(filled(stage.page, "chartA"));
        stage.time.setCrosshair(now - 600'000);
        QTest::keyClick(stage.page.panel(0)->chart(), Qt::Key_L);
        auto *popup = part<LabelPopup>(stage.page, "labelPopup");
        QVERIFY(popup->isOpen());
        auto *reason = part<QLineEdit>(stage.page, "labelReason");
        reason->setText(QStringLiteral("load test"));
        QTest::qWait(300);
        stage.console.failNext({ ErrorCode::Exhausted, "ops.db", "disk is full" });
        QTest::keyClick(reason, Qt::Key_Return);
        QTest::qWait(100);
        QVERIFY(popup->isOpen());
        QCOMPARE(reason->text(), QStringLiteral("load test"));
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY(!popup->isOpen());
        QCOMPARE(stage.console.theLabels.back().reason, QStringLiteral("load test"));
    }

    void aWrongQueryShowsItsErrorBelowTheRow()
    {
        Stage<ExplorePage> stage;
        QTRY_VERIFY(filled(stage.page, "chartA"));
        stage.page.open(QStringLiteral("sum(rate(x[5m])"));
        QueryRow *row = stage.page.row(stage.page.queryCount() - 1);
        QTRY_VERIFY(row->error().contains(QStringLiteral("expected")));
        QCOMPARE(int(row->edit()->extraSelections().size()), 1);
        row->edit()->moveCursor(QTextCursor::End);
        QTest::keyClicks(row->edit(), QStringLiteral(")"));
        QTest::keyClick(row->edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(row->error().isEmpty());
    }

    void metricsAreFoundByTypingAndOpenedByEnter()
    {
        Stage<ExplorePage> stage;
        auto *filter = part<QLineEdit>(stage.page, "metricFilter");
        auto *tree = part<QTreeView>(stage.page, "metricTree");
        QTRY_VERIFY(tree->model()->rowCount() > 2);
        QTest::keyClicks(filter, QStringLiteral("evictions"));
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        const int before = stage.page.queryCount();
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(stage.page.queryCount(), before + 1);
        QTRY_VERIFY(stage.console.calls.contains(QStringLiteral("query rate(cache_evictions_total[5m])")));
    }

    void incidentsOpenWithEnterAndCloseWithEscape()
    {
        Stage<IncidentsPage> stage;
        auto *table = part<RowTable>(stage.page, "incidentTable");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(stage.page.shown(), 37);
        QVERIFY(stage.page.detail()->chartCount() > 0);
        QTRY_VERIFY(filled(stage.page, "incidentChart0"));
        QTRY_VERIFY(!part<TimeChart>(stage.page, "incidentChart0")->content().anomalies.empty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(stage.page.shown(), 0);
        QCOMPARE(table->currentKey(), QStringLiteral("37"));
    }

    void aNoteIsWrittenWithoutGivingVerdicts()
    {
        Stage<IncidentsPage> stage;
        stage.page.open(QStringLiteral("37"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
        auto *note = part<QLineEdit>(stage.page, "incidentNote");
        QVERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("tea time FEWM"));
        QCOMPARE(note->text(), QStringLiteral("tea time FEWM"));
        QTest::keyClick(note, Qt::Key_Return);
        QVERIFY(stage.console.calls.join(QLatin1Char('\n')).contains(QStringLiteral("tea time FEWM")));
        QVERIFY(!stage.console.calls.join(QLatin1Char('\n')).contains(QStringLiteral("setVerdict")));
    }

    void aSuggestedActionOpensItsPlan()
    {
        Stage<IncidentsPage> stage;
        stage.page.open(QStringLiteral("37"));
        QSignalSpy gone(&stage.page, &Page::goTo);
        QAbstractButton *review = nullptr;
        for (QAbstractButton *button : part<SuggestionList>(stage.page, "suggestionList")->findChildren<QAbstractButton *>())
            review = button;
        QVERIFY(review);
        QTest::mouseClick(review, Qt::LeftButton);
        QCOMPARE(gone.front().at(0).toString(), QStringLiteral("actions"));
        QCOMPARE(gone.front().at(1).toString(), stage.console.theRuns.front().plan.id);
    }

    void hostileTextIsShownPlainEverywhere()
    {
        StoryConsole console;
        console.theIncidents.front().title = hostile;
        console.theIncidents.front().timeline.push_back({ now, TimelineEntry::Kind::Note, hostile, hostile });
        console.theRuns.front().plan.title = hostile;
        for (ServiceState &service : console.theHealth.services) {
            if (service.service == "cart")
                service.reason = hostile;
        }
        console.theHealth.services[0].service = hostile.toStdString();
        TimeScale time(now);
        HealthPage health(console, time);
        IncidentsPage incidents(console, time);
        ExplorePage explore(console, time);
        incidents.open(QStringLiteral("37"));
        for (Page *page : std::initializer_list<Page *> { &health, &incidents, &explore }) {
            page->resize(900, 600);
            page->show();
            QTest::qWait(250);
            (void)page->grab();
            for (QLabel *label : page->findChildren<QLabel *>())
                QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                    qPrintable(label->text().left(60)));
        }
        QVERIFY(!part<QLabel>(health, "headline")->text().contains(QChar(0x202e)));
    }

    void everythingThatActsHasAName()
    {
        StoryConsole console;
        TimeScale time(now);
        HealthPage health(console, time);
        ExplorePage explore(console, time);
        IncidentsPage incidents(console, time);
        incidents.open(QStringLiteral("37"));
        for (Page *page : std::initializer_list<Page *> { &health, &explore, &incidents }) {
            page->show();
            for (QWidget *widget : page->findChildren<QWidget *>()) {
                const bool acts = widget->focusPolicy() & Qt::TabFocus && widget->isVisible();
                const auto *button = qobject_cast<QAbstractButton *>(widget);
                const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                if (acts && !named)
                    QFAIL(qPrintable(page->objectName() + QStringLiteral(": ") + QLatin1String(widget->metaObject()->className())
                        + QLatin1Char(' ') + widget->objectName()));
            }
        }
    }

    void pagesMayDieInTheMiddleOfAQuestion()
    {
        StoryConsole console;
        TimeScale time(now);
        for (int i = 0; i < 3; ++i) {
            auto health = std::make_unique<HealthPage>(console, time);
            auto explore = std::make_unique<ExplorePage>(console, time);
            auto incidents = std::make_unique<IncidentsPage>(console, time);
            health->show();
            explore->show();
            incidents->show();
            incidents->open(QStringLiteral("37"));
            QCoreApplication::sendPostedEvents();
        }
        QTest::qWait(50);
    }
};

QTEST_MAIN(LivePagesTest)
#include "tst_live_pages.moc"
