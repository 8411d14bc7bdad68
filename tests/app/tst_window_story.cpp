#include "core/incidents/incident_store.h"
#include "core/models/training_service.h"
#include "core/remediate/remediation_service.h"
#include "tests/app/window_stage.h"
#include "ui/charts/time_chart.h"
#include "ui/pages/page.h"
#include "ui/widgets/attention_list.h"
#include "ui/widgets/nav_rail.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/run_queue.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace lepto;

namespace {

const QString signalsOfCheckout = QStringLiteral("leptoscope:signal{service=\"checkout\"}");
const QString runbook = QStringLiteral("resize-worker-pool");

/// Clicks a button that a person could click.
#define PRESS(name)                                                                                                              \
    do {                                                                                                                         \
        auto *button = find<QPushButton>(name);                                                                                  \
        QVERIFY2(button, name);                                                                                                  \
        QTRY_VERIFY2_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), qPrintable(button->accessibleDescription()), 20'000); \
        QTest::mouseClick(button, Qt::LeftButton);                                                                               \
    } while (false)

bool isDrawn(const TimeChart &chart)
{
    return !chart.content().lines.empty() && chart.content().lines.front().data.columns.size() > 10;
}

} // namespace

/// The whole loop in the window, by mouse and keyboard, with a real service behind it. Each slot goes on where the one before stopped.
class TestWindowStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void healthShowsTheServiceAlive();
    void theBrokenPoolBecomesAnIncidentOnThePage();
    void aKeyOnTheListGivesTheVerdict();
    void aStretchOfAChartIsLabelledByMouseAndDigit();
    void aModelIsTrainedAndPromotedByItsButtons();
    void aPlanIsTriedSignedAndRunInWriteMode();
    void theServiceIsHealthyAgain();
    void theRecordIsVerifiedByItsButton();
    void closingAmidATrainingAndARollbackIsClean();
    void closingBeforeItHasOpenedIsClean();
    void whatWasCollectedAndDecidedIsWhole();
    void cleanupTestCase() { m_stage.close(); }

private:
    template <typename T>
    T *find(const char *name)
    {
        QWidget *page = m_stage.window().currentPage();
        T *onPage = page->findChild<T *>(QLatin1String(name));
        return onPage ? onPage : m_stage.window().findChild<T *>(QLatin1String(name));
    }
    Console &console() { return m_stage.console(); }
    void visit(MainWindow::Place place);
    const ServiceState *checkout();
    const Incident *incident();
    const Run *plan();
    void chooseSeries();
    void startTraining(const char *name, int epochs);

    e2e::WindowStage m_stage;
    qint64 m_incident = 0;
    QString m_plan;
};

void TestWindowStory::visit(MainWindow::Place place)
{
    auto *rail = m_stage.window().findChild<NavRail *>(QStringLiteral("navRail"));
    QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, rail->visualRect(rail->indexOf(place)).center());
    QCOMPARE(m_stage.window().place(), place);
}

const ServiceState *TestWindowStory::checkout()
{
    const auto &services = console().health().services;
    const auto found = std::ranges::find(services, "checkout", &ServiceState::service);
    return found == services.end() ? nullptr : &*found;
}

const Incident *TestWindowStory::incident()
{
    const auto &all = console().incidents();
    const auto found = std::ranges::find_if(all, [this](const Incident &i) { return m_incident ? i.id == m_incident : i.service == "checkout"; });
    return found == all.end() ? nullptr : &*found;
}

const Run *TestWindowStory::plan()
{
    const auto &all = console().runs();
    const auto found = std::ranges::find_if(all, [this](const Run &r) { return m_plan.isEmpty() ? r.plan.runbook == runbook : r.plan.id == m_plan; });
    return found == all.end() ? nullptr : &*found;
}

void TestWindowStory::initTestCase()
{
    QVERIFY2(m_stage.start(), qPrintable(m_stage.error()));
    m_stage.open();
}

void TestWindowStory::healthShowsTheServiceAlive()
{
    QTRY_VERIFY2_WITH_TIMEOUT(
        checkout() && checkout()->severity == Severity::Ok, qPrintable(m_stage.messages().join(u'\n')), 60'000);
    QCOMPARE(m_stage.window().place(), MainWindow::Health);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("headline")->text().contains(QStringLiteral("healthy")), 10'000);
    for (const char *name : { "goldenLatency", "goldenTraffic", "goldenErrors", "goldenSaturation" }) {
        auto *chart = find<TimeChart>(name);
        QVERIFY2(chart && chart->isVisible(), name);
        QTRY_VERIFY2_WITH_TIMEOUT(isDrawn(*chart), name, 20'000);
    }
    // It is alive: what is drawn moves on with the clock, and says what was expected.
    auto *latency = find<TimeChart>("goldenLatency");
    const TimeMs newest = latency->content().lines.front().data.columns.back().t;
    QTRY_VERIFY_WITH_TIMEOUT(latency->content().lines.front().data.columns.back().t > newest, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!latency->content().lines.front().expected.empty(), 20'000);
}

void TestWindowStory::theBrokenPoolBecomesAnIncidentOnThePage()
{
    QVERIFY2(m_stage.setWorkers(4), qPrintable(m_stage.error()));
    QTRY_VERIFY_WITH_TIMEOUT(incident(), 60'000);
    m_incident = incident()->id;
    QTRY_COMPARE_WITH_TIMEOUT(checkout()->severity, Severity::Critical, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("headline")->text().startsWith(QStringLiteral("checkout is critical")), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(plan(), 60'000);
    m_plan = plan()->plan.id;
}

void TestWindowStory::aKeyOnTheListGivesTheVerdict()
{
    QVERIFY(incident());
    auto *list = find<AttentionList>("attentionList");
    const auto rowOfIt = [this, list] {
        for (int row = 0; row < list->attention().rowCount(); ++row) {
            if (list->attention().item(row)->incident == m_incident)
                return row;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOfIt() >= 0, 10'000);
    const QRect row = list->visualRect(list->model()->index(rowOfIt(), 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(20, 12));
    QCOMPARE(list->currentItem()->incident, m_incident);
    QTest::keyClick(list, Qt::Key_T);
    QTRY_COMPARE_WITH_TIMEOUT(incident()->verdict, Verdict::True, 20'000);
    QVERIFY(!incident()->verdictBy.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(list->currentItem()->detail.contains(QStringLiteral("rue")), 10'000);
}

void TestWindowStory::aStretchOfAChartIsLabelledByMouseAndDigit()
{
    auto *chart = find<TimeChart>("goldenSaturation");
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*chart), 20'000);
    const Labels series = chart->content().lines.front().labels;
    const TimeMs now = console().state().now;
    const int y = int(chart->frame().plot.center().y()), to = int(chart->frame().x(now));
    const int from = std::min(int(chart->frame().x(now - 120'000)), to - 8);
    QTest::mousePress(chart, Qt::LeftButton, Qt::ControlModifier, { from, y });
    QTest::mouseMove(chart, { (from + to) / 2, y });
    QTest::mouseRelease(chart, Qt::LeftButton, Qt::ControlModifier, { to, y });
    auto *popup = find<QWidget>("labelPopup");
    QVERIFY(popup && popup->isVisible());
    QTest::keyClick(find<QListWidget>("labelClasses"), Qt::Key_1);
    QTRY_VERIFY_WITH_TIMEOUT(!popup->isVisible(), 20'000);
    std::vector<LabelRegion> stored;
    ChartRequest request;
    request.labels = series;
    request.from = now - 3600'000;
    request.to = now;
    console().chart(request, this, [&stored](const Result<ChartAnswer> &answer) { stored = answer ? answer->labels : std::vector<LabelRegion> {}; });
    QTRY_COMPARE_WITH_TIMEOUT(stored.size(), std::size_t(1), 20'000);
    QCOMPARE(stored.front().cls, LabelRegion::Class::Incident);
    QVERIFY(stored.front().to > stored.front().from && !stored.front().author.isEmpty());
}

void TestWindowStory::chooseSeries()
{
    auto *filter = find<QLineEdit>("seriesFilter");
    auto *list = find<QListWidget>("seriesList");
    filter->clear();
    QTest::keyClicks(filter, signalsOfCheckout);
    const auto listed = [list] {
        for (int i = 0; i < list->count(); ++i) {
            if (!list->item(i)->toolTip().contains(QStringLiteral("leptoscope:signal")))
                return 0;
        }
        return list->count();
    };
    QTRY_VERIFY_WITH_TIMEOUT(listed() >= 4, 20'000);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    for (int i = 0; i < list->count(); ++i) {
        QCOMPARE(list->currentRow(), i);
        if (list->currentItem()->checkState() == Qt::Unchecked)
            QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(list->item(i)->checkState(), Qt::Checked);
        QTest::keyClick(list, Qt::Key_Down);
    }
}

void TestWindowStory::startTraining(const char *name, int epochs)
{
    visit(MainWindow::Training);
    chooseSeries();
    if (QTest::currentTestFailed())
        return;
    auto *field = find<QLineEdit>("recipeName");
    field->clear();
    QTest::keyClicks(field, QLatin1String(name));
    auto *count = find<QSpinBox>("recipeEpochs");
    QTest::keyClick(count, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(count, QString::number(epochs));
    const std::size_t before = console().jobs().size();
    PRESS("startTraining");
    QTRY_COMPARE_WITH_TIMEOUT(console().jobs().size(), before + 1, 20'000);
    QCOMPARE(console().jobs().front().name, QLatin1String(name));
}

void TestWindowStory::aModelIsTrainedAndPromotedByItsButtons()
{
    startTraining("checkout-signals", 3);
    if (QTest::currentTestFailed())
        return;
    const auto job = [this]() -> const TrainingJob & { return console().jobs().front(); };
    QTRY_VERIFY_WITH_TIMEOUT(job().state >= TrainingJob::State::Done, 120'000);
    QVERIFY2(job().state == TrainingJob::State::Done, qPrintable(job().reason));
    QVERIFY(!job().validLoss.empty() && !job().result.isEmpty());
    PRESS("promoteButton");
    const auto stage = [this] { return console().models().empty() ? ModelStage::Refused : console().models().front().stage; };
    QTRY_COMPARE_WITH_TIMEOUT(stage(), ModelStage::Active, 30'000);
    visit(MainWindow::Models);
    QTRY_COMPARE_WITH_TIMEOUT(find<RowTable>("versionsTable")->model()->rowCount(), 1, 10'000);
}

void TestWindowStory::aPlanIsTriedSignedAndRunInWriteMode()
{
    QVERIFY(plan());
    visit(MainWindow::Actions);
    auto *queue = find<RunQueue>("runQueue");
    for (int row = 0; row < queue->model()->rowCount() && queue->current() != m_plan; ++row)
        QTest::mouseClick(queue->viewport(), Qt::LeftButton, {}, queue->visualRect(queue->model()->index(row, 0)).center());
    QCOMPARE(queue->current(), m_plan);
    QTest::keyClick(&m_stage.window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    auto *reason = find<QLineEdit>("armReason");
    QVERIFY(reason && reason->isVisible());
    QTest::keyClicks(reason, QStringLiteral("checkout is down"));
    PRESS("armConfirm");
    QTRY_VERIFY_WITH_TIMEOUT(console().state().writeArmedUntil > console().state().now, 20'000);

    PRESS("dryRunButton");
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(plan()->steps, [](const StepRecord &s) { return s.dryRun && s.state == StepRecord::State::Done; }), 30'000);
    QCOMPARE(m_stage.workers(), 4);
    QTest::keyClicks(find<QLineEdit>("approvalReason"), QStringLiteral("the pool was cut by mistake"));
    QVERIFY(!find<QPushButton>("signButton")->isEnabled());
    QTest::keyClicks(find<QLineEdit>("approvalTarget"), QStringLiteral("checkout"));
    PRESS("signButton");
    QTRY_COMPARE_WITH_TIMEOUT(plan()->state, RunState::Approved, 20'000);
    QCOMPARE(m_stage.workers(), 4);
    PRESS("runButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_stage.workers(), 20, 30'000);
    QTRY_VERIFY2_WITH_TIMEOUT(plan()->state == RunState::Succeeded, qPrintable(plan()->reason), 120'000);
    QVERIFY(plan()->before > 1 && plan()->after < 1);
}

void TestWindowStory::theServiceIsHealthyAgain()
{
    visit(MainWindow::Health);
    QTRY_COMPARE_WITH_TIMEOUT(checkout()->severity, Severity::Ok, 90'000);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("headline")->text().contains(QStringLiteral("healthy")), 10'000);
}

void TestWindowStory::theRecordIsVerifiedByItsButton()
{
    visit(MainWindow::Audit);
    PRESS("verifyAudit");
    auto *verdict = find<QLabel>("auditVerdict");
    QTRY_VERIFY2_WITH_TIMEOUT(verdict->text().startsWith(QStringLiteral("Record intact")), qPrintable(verdict->text()), 30'000);
    QCOMPARE(console().state().audit.code, AuditVerdict::Code::Verified);
    std::vector<AuditEntry> entries;
    console().audit(0, 500, this, [&entries](const Result<std::vector<AuditEntry>> &page) { entries = page ? *page : std::vector<AuditEntry> {}; });
    QTRY_VERIFY_WITH_TIMEOUT(!entries.empty(), 20'000);
    for (const char *type : { "incident.verdict", "label.add", "model.promote", "run.dry-run", "run.approve", "run.execute", "run.verified" })
        QVERIFY2(std::ranges::find(entries, QLatin1String(type), &AuditEntry::type) != entries.end(), type);
}

void TestWindowStory::closingAmidATrainingAndARollbackIsClean()
{
    startTraining("checkout-long", 1000);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(console().jobs().front().state >= TrainingJob::State::Running, 60'000);
    visit(MainWindow::Actions);
    m_stage.window().currentPage()->open(m_plan); // it is over, so only "All" lists it
    PRESS("rollBackButton");
    PRESS("questionYes");
    QTRY_VERIFY_WITH_TIMEOUT(plan()->state != RunState::Succeeded, 20'000);
    QElapsedTimer took;
    took.start();
    m_stage.close();
    QVERIFY2(took.elapsed() < 20'000, qPrintable(QStringLiteral("%1 ms").arg(took.elapsed())));
}

void TestWindowStory::closingBeforeItHasOpenedIsClean()
{
    m_stage.open();
    m_stage.close();
}

void TestWindowStory::whatWasCollectedAndDecidedIsWhole()
{
    ServicesOptions options;
    options.mode = ServicesOptions::Mode::Collect; // nobody holds the history any more
    options.home = m_stage.home();
    const auto services = Services::open(options);
    QVERIFY2(services, services ? "" : services.error().text().c_str());
    const auto checked = (*services)->requireStore().value()->check();
    QVERIFY2(checked, checked ? "" : checked.error().text().c_str());
    const TrainingJob &job = (*services)->training().jobs().front();
    QVERIFY2(job.state == TrainingJob::State::Interrupted || job.state == TrainingJob::State::Done, qPrintable(job.reason));
    const auto &incidents = (*services)->incidents().incidents();
    const auto judged = std::ranges::find(incidents, m_incident, &Incident::id);
    QVERIFY(judged != incidents.end() && judged->verdict == Verdict::True);
    const auto runs = (*services)->remediation().runs();
    const auto run = std::ranges::find_if(runs, [this](const Run &r) { return r.plan.id == m_plan; });
    QVERIFY(run != runs.end());
    const bool told = run->state == RunState::RollingBack || run->state == RunState::RolledBack || run->state == RunState::NeedsHuman;
    QVERIFY2(told, qPrintable(run->reason));
}

QTEST_MAIN(TestWindowStory)
#include "tst_window_story.moc"
