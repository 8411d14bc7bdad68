#include "app/gui/engine_console.h"
#include "ui/charts/chart_panel.h"
#include "ui/models/series_model.h"
#include "ui/pages/explore_page.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"
#include "ui/widgets/completion_popup.h"
#include "ui/widgets/dashboard_view.h"
#include "ui/widgets/explain_panel.h"
#include "ui/widgets/import_panel.h"
#include "ui/widgets/query_edit.h"
#include "ui/widgets/query_row.h"
#include "ui/widgets/row_table.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

#include <cmath>

using namespace lepto;

namespace {

constexpr TimeMs minute = 60'000;
void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A dashboard of one chart, one variable and one panel that cannot be shown; single quotes stand for double ones.
QByteArray dashboard()
{
    return QByteArray("{'uid':'d1','title':'Hosts','schemaVersion':36,'templating':{'list':[{'type':'query','name':'host',"
                      "'query':'label_values(node_load1, instance)','current':{'value':'a:9100'}}]},'panels':["
                      "{'type':'timeseries','title':'Load of $host','gridPos':{'x':0,'y':0,'w':12,'h':8},"
                      "'targets':[{'expr':'node_load1{instance=\\'$host\\'}','refId':'A'}]},"
                      "{'type':'news','title':'News','gridPos':{'x':12,'y':0,'w':12,'h':8}}]}")
        .replace('\'', '"');
}

} // namespace

/// The page over a real engine with an hour of history of its own.
class ExploreTest : public QObject {
    Q_OBJECT

    struct Stage {
        QTemporaryDir home;
        TimeMs now = QDateTime::currentMSecsSinceEpoch() / 1000 * 1000;
        std::unique_ptr<Engine> engine;
        std::unique_ptr<EngineConsole> console;
        std::unique_ptr<TimeScale> time;
        std::unique_ptr<ExplorePage> page;

        void fill() const
        {
            const auto made = Home::prepare(home.path());
            QVERIFY(bool(made));
            const auto store = Store::open(made->historyDb(), Store::Mode::ReadWrite);
            QVERIFY(bool(store));
            std::vector<LabelledSample> batch;
            for (const char *host : { "a:9100", "b:9100" }) {
                for (TimeMs t = now - 60 * minute; t <= now; t += 15'000) {
                    batch.push_back(
                        { Labels({ { "__name__", "node_load1" }, { "instance", host } }), { t, std::sin(double(t) / 1e5) } });
                    batch.push_back({ Labels({ { "__name__", "node_requests_total" }, { "instance", host } }),
                        { t, double(t / 1000 % 100'000) } });
                }
            }
            QVERIFY(bool((*store)->append(batch)));
        }
        void open()
        {
            engine = std::make_unique<Engine>(
                ServicesOptions { ServicesOptions::Mode::Collect, home.path(), 0, QStringLiteral("en") });
            console = std::make_unique<EngineConsole>(*engine, QStringLiteral("kim"), QStringLiteral("en"));
            bool opened = false;
            engine->start([&](const Result<void> &done) { opened = bool(done); });
            QTRY_VERIFY(opened);
            console->connectEngine(false);
            time = std::make_unique<TimeScale>(now);
            time->setLast(30 * minute, 0);
            page = std::make_unique<ExplorePage>(*console, *time);
            page->resize(1400, 900);
            page->show();
            page->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(page.get()));
            QTRY_VERIFY(!console->queries()->names()->metrics().empty());
            QTRY_VERIFY(part<QTreeView>("metricTree")->model()->rowCount() > 0);
        }
        void close()
        {
            page.reset();
            time.reset();
            console.reset();
            engine.reset();
        }
        template <typename T>
        T *part(const char *name) const
        {
            return page->findChild<T *>(QLatin1String(name));
        }
        QueryEdit *edit(int row = 0) const { return page->row(row)->edit(); }
        void type(const QString &query, int row = 0) const
        {
            edit(row)->setFocus();
            edit(row)->setQuery({});
            QTest::keyClicks(edit(row), query);
        }
        bool drawn(int row = 0) const
        {
            const auto &lines = page->panel(row)->chart()->content().lines;
            return !lines.empty() && !lines.front().data.columns.empty();
        }
        ~Stage() { close(); }
    };

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Stage> m_stage;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark); }

    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->fill();
        m_stage->open();
    }
    void cleanup() { m_stage.reset(); }

    void completionKnowsMetricsLabelsAndValues()
    {
        Stage &s = *m_stage;
        s.type(QStringLiteral("node_lo"));
        QVERIFY(s.edit()->completing());
        QTest::keyClick(s.edit(), Qt::Key_Tab);
        QCOMPARE(s.edit()->query(), QStringLiteral("node_load1"));
        QTest::keyClicks(s.edit(), QStringLiteral("{inst"));
        QTest::keyClick(s.edit(), Qt::Key_Return);
        QVERIFY(s.edit()->query().startsWith(QStringLiteral("node_load1{instance")));
        QTest::keyClicks(s.edit(), QStringLiteral("=\"b"));
        QVERIFY(s.edit()->completing());
        QTest::keyClick(s.edit(), Qt::Key_Tab);
        QVERIFY2(s.edit()->query().contains(QStringLiteral("b:9100")), qPrintable(s.edit()->query()));
    }

    void theListOpensOnRequestMovesAndCloses()
    {
        Stage &s = *m_stage;
        s.type({});
        QTest::keyClick(s.edit(), Qt::Key_Space, Qt::ControlModifier);
        auto *popup = s.part<CompletionPopup>("completionPopup");
        QVERIFY(popup && popup->isVisible());
        const std::string first = popup->current()->name;
        QTest::keyClick(s.edit(), Qt::Key_Down);
        QVERIFY(popup->current()->name != first);
        QTest::keyClick(s.edit(), Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(s.edit()->query().isEmpty());
    }

    void anErrorIsUnderlinedWithASentenceAsItIsWritten()
    {
        Stage &s = *m_stage;
        s.type(QStringLiteral("sum(rate(node_requests_total[5m])"));
        QTRY_VERIFY(!s.page->row(0)->error().isEmpty());
        QCOMPARE(int(s.edit()->extraSelections().size()), 1);
        QVERIFY2(s.page->row(0)->error().startsWith(QStringLiteral("Column ")), qPrintable(s.page->row(0)->error()));
        QTest::keyClicks(s.edit(), QStringLiteral(")"));
        QTRY_VERIFY(s.page->row(0)->error().isEmpty());
    }

    void theCostIsToldBeforeAndAfterTheRun()
    {
        Stage &s = *m_stage;
        s.type(QStringLiteral("sum(node_load1)"));
        QTest::keyClick(s.edit(), Qt::Key_Escape);
        QTRY_VERIFY2(s.page->row(0)->cost().contains(QStringLiteral("2 series")), qPrintable(s.page->row(0)->cost()));
        QVERIFY(s.page->row(0)->cost().startsWith(QStringLiteral("est.")));
        QTest::keyClick(s.edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(s.drawn());
        QVERIFY2(s.page->row(0)->cost().startsWith(QStringLiteral("1 series")), qPrintable(s.page->row(0)->cost()));
    }

    void earlierQueriesComeBackAlsoAfterARestart()
    {
        Stage &s = *m_stage;
        for (const QString &query : { QStringLiteral("node_load1"), QStringLiteral("max(node_load1)") }) {
            s.edit()->setQuery(query);
            QTest::keyClick(s.edit(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(s.drawn());
        }
        s.close();
        s.open();
        QTRY_COMPARE(s.console->queries()->history().size(), 2);
        s.edit()->setFocus();
        QTest::keyClick(s.edit(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(s.edit()->query(), QStringLiteral("max(node_load1)"));
        QTest::keyClick(s.edit(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(s.edit()->query(), QStringLiteral("node_load1"));
        QTest::keyClick(s.edit(), Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(s.edit(), Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(s.edit()->query().isEmpty());
        QTest::keyClick(s.edit(), Qt::Key_R, Qt::ControlModifier);
        auto *filter = s.part<QLineEdit>("historyFilter");
        QVERIFY(filter && filter->isVisible());
        QTest::keyClicks(filter, QStringLiteral("max"));
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(s.edit()->query(), QStringLiteral("max(node_load1)"));
    }

    void aQueryIsLaidOutAndExplained()
    {
        Stage &s = *m_stage;
        s.edit()->setQuery(QStringLiteral(
            "sum by (instance) (rate(node_requests_total{instance=~\"a.*|b.*|c.*|d.*|e.*\"}[5m])) / scalar(count(node_load1))"));
        s.edit()->setFocus();
        QTest::keyClick(s.edit(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(s.edit()->query().contains(QLatin1Char('\n')));
        QTest::keyClick(s.edit(), Qt::Key_I, Qt::ControlModifier);
        auto *tree = s.part<QTreeWidget>("explainTree");
        QTRY_COMPARE(tree->topLevelItemCount(), 1);
        QVERIFY(!tree->topLevelItem(0)->text(2).isEmpty()); // series, from the profile
        QVERIFY(!s.edit()->extraSelections().isEmpty()); // the part is lit up
        QTest::keyClick(tree, Qt::Key_Escape);
        QVERIFY(!s.part<ExplainPanel>("explainPanel")->isVisible());
    }

    void rowsAreDuplicatedMovedAndRemoved()
    {
        Stage &s = *m_stage;
        s.edit()->setQuery(QStringLiteral("node_load1"));
        s.edit()->setFocus();
        QTest::keyClick(s.edit(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(s.page->queryCount(), 2);
        s.edit(1)->setQuery(QStringLiteral("up"));
        s.edit(1)->setFocus();
        QueryRow *second = s.page->row(1);
        QTest::keyClick(s.edit(1), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(s.page->row(0), second);
        QTRY_VERIFY(second->y() < s.page->row(1)->y());
    }

    void theBrowserFindsByValueAndAddsAMatcher()
    {
        Stage &s = *m_stage;
        auto *tree = s.part<QTreeView>("metricTree");
        QTest::keyClicks(s.part<QLineEdit>("metricFilter"), QStringLiteral("load b:9100"));
        QTRY_COMPARE(qobject_cast<SeriesModel *>(tree->model())->metricCount(), 1);
        const auto *model = tree->model();
        const QModelIndex metric = model->index(0, 0, model->index(0, 0)), label = model->index(0, 0, metric);
        tree->model()->fetchMore(label);
        s.edit()->setQuery(QStringLiteral("max(node_load1)"));
        tree->setCurrentIndex(model->index(1, 0, label));
        QVERIFY(s.part<QLabel>("metricFacts")->text().contains(QStringLiteral("2 series")));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(s.edit()->query(), QStringLiteral("max(node_load1{instance=\"b:9100\"})"));
        QTRY_VERIFY(s.drawn());
    }

    void aViewIsSavedOpenedRenamedRemovedAndBroughtBack()
    {
        Stage &s = *m_stage;
        s.edit()->setQuery(QStringLiteral("avg(node_load1)"));
        s.edit()->setFocus();
        QTest::keyClick(s.edit(), Qt::Key_S, Qt::ControlModifier);
        auto *name = s.part<QLineEdit>("viewName");
        QVERIFY(name->isVisible());
        name->setText(QStringLiteral("Load"));
        QTest::keyClick(name, Qt::Key_Return);
        auto *list = s.part<QListWidget>("savedList");
        QTRY_COMPARE(list->count(), 1);
        s.edit()->setQuery(QStringLiteral("up"));
        QTest::keyClick(s.edit(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(s.edit()->query(), QStringLiteral("avg(node_load1)"));
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_F2);
        name->setText(QStringLiteral("Mean load"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(list->item(0)->text(), QStringLiteral("Mean load"));
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(list->count(), 0);
        QTRY_VERIFY(s.part<QPushButton>("undoRemove")->isVisible());
        QTest::mouseClick(s.part<QPushButton>("undoRemove"), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 1);
    }

    void aDashboardIsImportedAndItsVariableChosen()
    {
        Stage &s = *m_stage;
        const QString file = s.home.filePath(QStringLiteral("hosts.json"));
        writeFile(file, dashboard());
        s.page->open(QStringLiteral("import:") + file);
        QTRY_VERIFY(s.part<DashboardView>("dashboardView"));
        auto *view = s.part<DashboardView>("dashboardView");
        QTRY_COMPARE(view->panelCount(), 1);
        QCOMPARE(view->queryOf(0), QStringLiteral("node_load1{instance=\"a:9100\"}"));
        QTRY_VERIFY(!view->panel(0)->chart()->content().lines.empty());
        auto *box = s.part<QComboBox>("variable:host");
        QVERIFY(box && box->findData(QStringLiteral("b:9100")) >= 0);
        box->setFocus();
        box->setCurrentIndex(box->findData(QStringLiteral("b:9100")));
        Q_EMIT box->activated(box->currentIndex());
        QCOMPARE(view->queryOf(0), QStringLiteral("node_load1{instance=\"b:9100\"}"));
        const auto labels = view->findChildren<QLabel *>();
        QVERIFY(std::any_of(
            labels.begin(), labels.end(), [](const QLabel *l) { return l->text().startsWith(QStringLiteral("News: ")); }));
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!view->isVisible());
    }

    void aTableIsLookedAtImportedAndReported()
    {
        Stage &s = *m_stage;
        const QString file = s.home.filePath(QStringLiteral("room.csv"));
        QByteArray csv = "time,room_celsius,site\n";
        for (int i = 0; i < 50; ++i)
            csv += QByteArray::number((s.now - 3000'000) / 1000 + i * 30) + ',' + QByteArray::number(20 + i % 3) + ",north\n";
        writeFile(file, csv + "yesterday,3,north\n");
        s.page->open(QStringLiteral("import:") + file);
        auto *panel = s.part<ImportPanel>("importPanel");
        QVERIFY(panel);
        auto *start = s.part<QPushButton>("importStart");
        QTRY_VERIFY(start->isEnabled());
        QCOMPARE(panel->table()->cells()->rowCount(), 12);
        QVERIFY(panel->words().contains(QStringLiteral("CSV")));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY2(panel->words().contains(QStringLiteral("50 new samples")), qPrintable(panel->words()));
        QVERIFY2(panel->words().contains(QStringLiteral("rows were left out")), qPrintable(panel->words()));
        QTRY_VERIFY(s.console->queries()->names()->metric("room_celsius"));
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void whatIsNoFileOfSamplesIsRefusedWithItsReason()
    {
        Stage &s = *m_stage;
        const QString file = s.home.filePath(QStringLiteral("picture.bin"));
        writeFile(file, QByteArray(2000, '\x01'));
        s.page->open(QStringLiteral("import:") + file);
        auto *panel = s.part<ImportPanel>("importPanel");
        QTRY_VERIFY2(
            panel->words().contains(QStringLiteral("picture.bin")) && !panel->words().startsWith(QStringLiteral("Looking")),
            qPrintable(panel->words()));
        QVERIFY(!s.part<QPushButton>("importStart")->isEnabled());
    }
};

QTEST_MAIN(ExploreTest)
#include "tst_explore.moc"
