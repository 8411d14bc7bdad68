#include "tests/ui/shell_fixture.h"
#include "ui/models/audit_model.h"
#include "ui/models/run_rows.h"
#include "ui/widgets/connection_test_view.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/run_queue.h"
#include "ui/widgets/series_picker.h"
#include "ui/widgets/version_lanes.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>

using namespace lepto;

namespace {

const QString pending = QStringLiteral("5f0c2d1e-7a44-4c0b-9d53-1be0a7f2c611");

void press(QPushButton *button)
{
    QVERIFY2(button && button->isEnabled(), button ? qPrintable(button->accessibleDescription()) : "no button");
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

class tst_ops_pages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // settings
    void aSourceIsTypedTestedAndSaved();
    void aWrongAddressIsSaidWhileTypingAndCannotBeSaved_data();
    void aWrongAddressIsSaidWhileTypingAndCannotBeSaved();
    void aStoredSecretIsNeverShown();
    void unsavedEditsSurviveAnotherSourceAndAnotherPage();
    void aFailedTestNamesTheStep();
    void aSlowTestCanBeStoppedAndItsLateAnswersAreDropped();
    void removingAsksInPlaceAndEscapeKeeps();
    void aSettingIsStoredAtOnce();
    // training
    void aRunStartsOnlyWithNameAndSeries();
    void theCurveAndTheProgressFollowTheRun();
    void cancellingAsksInPlace();
    void aFinishedRunCanBePromoted();
    void aRefusedTrainingSaysWhy();
    // models
    void aRefusedModelSaysWhyAndIsNeverActive();
    void rollingBackAsksAndNamesTheVersion();
    // actions
    void signingNeedsArmedModeReasonAndTheTargetsName();
    void theSameKeyTwiceIsRefused();
    void theExactArgumentsAreShownOneALine();
    void controlCharactersInArgumentsAreVisible();
    void anExpiredPlanCannotBeSigned();
    void aRefusedApprovalSaysWhy();
    void anApprovedPlanRunsOnceHoweverOftenOnePresses();
    void rollingBackARunAsksInPlace();
    void anEmptyQueueSaysSo();
    // audit
    void theRecordIsReadPageByPage();
    void theFilterNarrowsWithoutLosingOrder();
    void aBrokenRecordJumpsToTheEntry();
    void newEntriesAreOfferedNotPushed();
    void aRecordThatCannotBeReadSaysWhy();
};

void tst_ops_pages::aSourceIsTypedTestedAndSaved()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    press(shell.find<QPushButton>("addSource"));
    QTest::keyClicks(shell.find<QLineEdit>("sourceName"), QStringLiteral("prom-b"));
    QTest::keyClicks(shell.find<QLineEdit>("sourceAddress"), QStringLiteral("http://prom-b.lan:9090"));
    press(shell.find<QPushButton>("testSource"));
    QTRY_COMPARE(shell.find<QLabel>("testResult")->text(), QStringLiteral("Usable."));
    QVERIFY(shell.console.sources().size() == 3); // a test saves nothing
    press(shell.find<QPushButton>("saveSource"));
    QTRY_COMPARE(shell.console.sources().size(), std::size_t(4));
    QTRY_COMPARE(shell.find<RowTable>("sourcesTable")->currentKey(), QStringLiteral("prom-b"));
    QVERIFY(!shell.find<QPushButton>("saveSource")->isEnabled());
}

void tst_ops_pages::aWrongAddressIsSaidWhileTypingAndCannotBeSaved_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : { "prom", "ftp://prom", "http://", "javascript:alert(1)", "http://user:secret@prom:9090", "http://a b/" })
        QTest::newRow(address) << QString::fromLatin1(address);
}

void tst_ops_pages::aWrongAddressIsSaidWhileTypingAndCannotBeSaved()
{
    QFETCH(QString, address);
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    press(shell.find<QPushButton>("addSource"));
    shell.find<QLineEdit>("sourceName")->setText(QStringLiteral("x"));
    shell.find<QLineEdit>("sourceAddress")->setText(address);
    QVERIFY(!shell.find<QPushButton>("saveSource")->isEnabled());
    QVERIFY(!shell.find<QPushButton>("testSource")->isEnabled());
    shell.find<QLineEdit>("sourceAddress")->setText(QStringLiteral("http://x:1"));
    QVERIFY(shell.find<QPushButton>("saveSource")->isEnabled());
    shell.find<QLineEdit>("sourceName")->setText(QStringLiteral("prom-shop"));
    QVERIFY(!shell.find<QPushButton>("saveSource")->isEnabled()); // the name is taken
}

void tst_ops_pages::aStoredSecretIsNeverShown()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    auto *secret = shell.find<QLineEdit>("secretField");
    QVERIFY(secret->isVisible());
    QVERIFY(secret->text().isEmpty());
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    secret->setText(QStringLiteral("hunter2"));
    press(shell.find<QPushButton>("saveSource"));
    QTRY_VERIFY(secret->text().isEmpty());
    QVERIFY(shell.console.calls.last().endsWith(QLatin1String("secret")));
}

void tst_ops_pages::unsavedEditsSurviveAnotherSourceAndAnotherPage()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    auto *address = shell.find<QLineEdit>("sourceAddress");
    address->setText(QStringLiteral("https://other:9090"));
    shell.find<RowTable>("sourcesTable")->selectKey(QStringLiteral("invoice-export"));
    QVERIFY(address->text() != QLatin1String("https://other:9090"));
    shell.page(MainWindow::Audit);
    shell.page(MainWindow::SettingsPlace);
    shell.find<RowTable>("sourcesTable")->selectKey(QStringLiteral("prom-shop"));
    QCOMPARE(address->text(), QStringLiteral("https://other:9090"));
    Q_EMIT shell.console.stateChanged(); // a fresh state does not touch what is being edited
    QCOMPARE(address->text(), QStringLiteral("https://other:9090"));
}

void tst_ops_pages::aFailedTestNamesTheStep()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    shell.find<QLineEdit>("sourceAddress")->setText(QStringLiteral("http://nowhere:1"));
    press(shell.find<QPushButton>("testSource"));
    QTRY_VERIFY(shell.find<QLabel>("testResult")->text().contains(QLatin1String("connection refused")));
    QVERIFY(!shell.find<ConnectionTestView>("connectionTest")->running());
}

void tst_ops_pages::aSlowTestCanBeStoppedAndItsLateAnswersAreDropped()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    auto *test = shell.find<ConnectionTestView>("connectionTest");
    press(shell.find<QPushButton>("testSource"));
    QVERIFY(test->running());
    test->clear();
    QTest::qWait(30);
    QVERIFY(!test->running());
    QVERIFY(!shell.find<QLabel>("testResult")->text().contains(QLatin1String("Usable")));
    press(shell.find<QPushButton>("testSource"));
    press(shell.find<QPushButton>("testSource")); // twice is once more from the beginning
    QTRY_COMPARE(shell.find<QLabel>("testResult")->text(), QStringLiteral("Usable."));
}

void tst_ops_pages::removingAsksInPlaceAndEscapeKeeps()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    press(shell.find<QPushButton>("removeSource"));
    auto *form = shell.window->currentPage();
    QPushButton *keep = nullptr, *yes = nullptr;
    for (auto *button : form->findChildren<QPushButton *>(QStringLiteral("questionKeep")))
        keep = button->isVisible() ? button : keep;
    for (auto *button : form->findChildren<QPushButton *>(QStringLiteral("questionYes")))
        yes = button->isVisible() ? button : yes;
    QVERIFY(keep && yes);
    QVERIFY(keep->hasFocus());
    QTest::keyClick(keep, Qt::Key_Escape);
    QCOMPARE(shell.console.sources().size(), std::size_t(3));
    press(shell.find<QPushButton>("removeSource"));
    press(yes);
    QTRY_COMPARE(shell.console.sources().size(), std::size_t(2));
    QTRY_VERIFY(shell.find<RowTable>("sourcesTable")->currentKey() != QLatin1String("prom-shop"));
}

void tst_ops_pages::aSettingIsStoredAtOnce()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    shell.find<RowTable>("settingSections")->selectKey(QStringLiteral("6"));
    auto *density = shell.find<QComboBox>("setting.ui.density");
    QVERIFY(density && density->isVisible());
    density->setCurrentIndex(density->findData(QStringLiteral("compact")));
    Q_EMIT density->activated(density->currentIndex());
    QTRY_COMPARE(shell.theme.density(), Density::Compact);
    QCOMPARE(shell.theme.rowHeight(), 24);
}

void tst_ops_pages::aRunStartsOnlyWithNameAndSeries()
{
    Shell shell;
    shell.page(MainWindow::Training);
    auto *start = shell.find<QPushButton>("startTraining");
    QVERIFY(!start->isEnabled());
    QTest::keyClicks(shell.find<QLineEdit>("recipeName"), QStringLiteral("orders-signals"));
    QVERIFY(!start->isEnabled());
    auto *list = shell.find<QListWidget>("seriesList");
    QTRY_VERIFY(list->count() > 10);
    list->item(0)->setCheckState(Qt::Checked);
    list->item(1)->setCheckState(Qt::Checked);
    shell.find<QLineEdit>("seriesFilter")->setText(QStringLiteral("payments")); // what was chosen stays chosen
    QTRY_VERIFY(list->count() < 10);
    press(start);
    QTRY_VERIFY(shell.console.calls.contains(QStringLiteral("train orders-signals 2 30")));
    QTRY_COMPARE(shell.find<RowTable>("jobsTable")->currentKey(), shell.console.jobs().front().id);
}

void tst_ops_pages::theCurveAndTheProgressFollowTheRun()
{
    Shell shell;
    shell.page(MainWindow::Training);
    auto *plot = shell.find<QWidget>("curvePlot");
    const QString before = plot->accessibleDescription();
    const QImage picture = plot->grab().toImage();
    shell.console.advanceTraining(5);
    QVERIFY(plot->accessibleDescription() != before);
    QVERIFY(plot->grab().toImage() != picture);
    shell.console.advanceTraining(100);
    QVERIFY(!shell.find<QPushButton>("cancelTraining")->isVisible());
    shell.console.theJobs.front().state = TrainingJob::State::Running;
    shell.console.theJobs.front().heartbeat = shell.console.theState.now - 60'000;
    Q_EMIT shell.console.jobsChanged();
    QVERIFY(shell.find<QLabel>("runMeta")->text().contains(QLatin1String("silent")));
}

void tst_ops_pages::cancellingAsksInPlace()
{
    Shell shell;
    auto *page = shell.page(MainWindow::Training);
    press(shell.find<QPushButton>("cancelTraining"));
    QVERIFY(!shell.console.calls.contains(QStringLiteral("cancelTraining job-12")));
    press(page->findChild<QPushButton *>(QStringLiteral("questionYes")));
    QVERIFY(shell.console.calls.contains(QStringLiteral("cancelTraining job-12")));
}

void tst_ops_pages::aFinishedRunCanBePromoted()
{
    Shell shell;
    shell.page(MainWindow::Training);
    auto *promote = shell.find<QPushButton>("promoteButton");
    QVERIFY(!promote->isEnabled());
    shell.find<RowTable>("jobsTable")->selectKey(QStringLiteral("job-11"));
    QVERIFY(shell.find<RowTable>("resultTable")->isVisible());
    press(promote);
    QVERIFY(shell.console.calls.contains(QStringLiteral("promote cart-signals 4")));
    QTRY_VERIFY(!promote->isEnabled()); // no candidate is left
}

void tst_ops_pages::aRefusedTrainingSaysWhy()
{
    Shell shell;
    auto *page = shell.page(MainWindow::Training);
    shell.find<QLineEdit>("recipeName")->setText(QStringLiteral("x"));
    auto *list = shell.find<QListWidget>("seriesList");
    QTRY_VERIFY(list->count() > 0);
    list->item(0)->setCheckState(Qt::Checked);
    shell.console.failNext({ ErrorCode::Unavailable, "worker", "program not found" });
    press(shell.find<QPushButton>("startTraining"));
    const auto said = [page] {
        for (QLabel *label : page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QLatin1String("program not found")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
    QVERIFY(shell.find<QPushButton>("startTraining")->isEnabled());
}

void tst_ops_pages::aRefusedModelSaysWhyAndIsNeverActive()
{
    Shell shell;
    shell.page(MainWindow::Models);
    auto *table = shell.find<RowTable>("versionsTable");
    QCOMPARE(table->currentKey(), QStringLiteral("3")); // the active one first
    table->selectKey(QStringLiteral("1"));
    QVERIFY(!shell.find<QPushButton>("promoteVersion")->isVisible());
    QVERIFY(!shell.find<RowTable>("compareTable")->isVisible());
}

void tst_ops_pages::rollingBackAsksAndNamesTheVersion()
{
    Shell shell;
    auto *page = shell.page(MainWindow::Models);
    auto *back = shell.find<QPushButton>("rollBackModel");
    QVERIFY(back->text().contains(QLatin1String("v2")));
    press(back);
    QVERIFY(!shell.console.calls.contains(QStringLiteral("rollBack cart-signals")));
    for (auto *button : page->findChildren<QPushButton *>(QStringLiteral("questionYes"))) {
        if (button->isVisible())
            press(button);
    }
    QVERIFY(shell.console.calls.contains(QStringLiteral("rollBack cart-signals")));
}

void tst_ops_pages::signingNeedsArmedModeReasonAndTheTargetsName()
{
    Shell shell;
    shell.page(MainWindow::Actions);
    auto *sign = shell.find<QPushButton>("signButton");
    const auto why = [sign] { return sign->accessibleDescription(); };
    QCOMPARE(why(), QStringLiteral("arm write mode first"));
    shell.console.armWrites(15, QStringLiteral("x"));
    QCOMPARE(why(), QStringLiteral("type a reason first"));
    QTest::keyClicks(shell.find<QLineEdit>("approvalReason"), QStringLiteral("Effect is clear."));
    QTest::keyClicks(shell.find<QLineEdit>("approvalTarget"), QStringLiteral("session-cach"));
    QVERIFY(why().contains(QLatin1String("session-cache")));
    QTest::keyClick(shell.find<QLineEdit>("approvalTarget"), Qt::Key_Return);
    QTest::keyClicks(shell.find<QLineEdit>("approvalTarget"), QStringLiteral("e"));
    QVERIFY(sign->isEnabled());
    QVERIFY(!shell.console.calls.join(QLatin1Char(' ')).contains(QLatin1String("approve")));
    QTest::mouseClick(sign, Qt::LeftButton);
    QTest::mouseClick(sign, Qt::LeftButton); // a second click does not sign twice
    const QStringList approvals = shell.console.calls.filter(QStringLiteral("approve"));
    QCOMPARE(approvals.size(), 1);
    QVERIFY(approvals.front().contains(shell.console.runs().front().plan.hash));
    QVERIFY(approvals.front().endsWith(QLatin1String("Effect is clear.")));
}

void tst_ops_pages::theSameKeyTwiceIsRefused()
{
    Shell shell;
    shell.console.theState.user = QStringLiteral("omar");
    shell.console.armWrites(15, QStringLiteral("x"));
    shell.page(MainWindow::Actions);
    QVERIFY(shell.find<QPushButton>("signButton")->accessibleDescription().contains(QLatin1String("another person")));
}

void tst_ops_pages::theExactArgumentsAreShownOneALine()
{
    Shell shell;
    shell.page(MainWindow::Actions);
    const Plan &plan = shell.console.runs().front().plan;
    int elements = 0;
    for (const auto &steps : { plan.steps, plan.rollback }) {
        for (const PlanStep &step : steps)
            elements += int(step.argv.size());
    }
    auto *table = shell.find<RowTable>("argvTable");
    QCOMPARE(table->cells()->rowCount(), elements);
    QCOMPARE(table->cells()->index(3, 1).data().toString().trimmed(), QStringLiteral("MemoryMax=512M"));
    QCOMPARE(asScript(plan).section(QLatin1Char('\n'), 0, 0), QStringLiteral("/usr/bin/systemctl set-property session-cache.service MemoryMax=512M"));
}

void tst_ops_pages::controlCharactersInArgumentsAreVisible()
{
    Plan plan;
    PlanStep step;
    step.id = QStringLiteral("s");
    step.argv = { QStringLiteral("/bin/x"), QStringLiteral("a\nb"), QString(QChar(0x202e)) + QStringLiteral("evil"), QStringLiteral("it's") };
    plan.steps = { step };
    const auto rows = argvRows(plan);
    QCOMPARE(rows.size(), std::size_t(4));
    QVERIFY(!rows[1].cells[1].text.contains(QLatin1Char('\n')));
    QVERIFY(!rows[2].cells[1].text.contains(QChar(0x202e)));
    QVERIFY(asScript(plan).contains(QLatin1String("'it'\\''s'")));
}

void tst_ops_pages::anExpiredPlanCannotBeSigned()
{
    Shell shell;
    shell.console.armWrites(15, QStringLiteral("x"));
    shell.console.theRuns.front().plan.expiresAt = shell.console.theState.now - 1;
    shell.page(MainWindow::Actions);
    QVERIFY(shell.find<QPushButton>("signButton")->accessibleDescription().contains(QLatin1String("expired")));
}

void tst_ops_pages::aRefusedApprovalSaysWhy()
{
    Shell shell;
    shell.console.armWrites(15, QStringLiteral("x"));
    auto *page = shell.page(MainWindow::Actions);
    shell.find<QLineEdit>("approvalReason")->setText(QStringLiteral("ok"));
    shell.find<QLineEdit>("approvalTarget")->setText(QStringLiteral("session-cache"));
    shell.console.failNext({ ErrorCode::Conflict, "plan", "targets have changed" });
    press(shell.find<QPushButton>("signButton"));
    const auto said = [page] {
        for (QLabel *label : page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QLatin1String("targets have changed")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
    QCOMPARE(shell.console.runs().front().state, RunState::AwaitingApproval);
}

void tst_ops_pages::anApprovedPlanRunsOnceHoweverOftenOnePresses()
{
    Shell shell;
    shell.console.armWrites(15, QStringLiteral("x"));
    shell.console.theRuns.front().state = RunState::Approved;
    shell.page(MainWindow::Actions);
    auto *run = shell.find<QPushButton>("runButton");
    QVERIFY(run->isVisible());
    QVERIFY(run->text().contains(QLatin1String("session-cache")));
    for (int i = 0; i < 5; ++i)
        QTest::mouseClick(run, Qt::LeftButton);
    QTest::qWait(30);
    QCOMPARE(shell.console.calls.filter(QStringLiteral("execute")).size(), 1);
    shell.console.stopAll(true);
    QVERIFY(!run->isEnabled());
}

void tst_ops_pages::rollingBackARunAsksInPlace()
{
    Shell shell;
    auto *page = shell.page(MainWindow::Actions);
    const QString done = shell.console.runs()[2].plan.id;
    shell.window->go(MainWindow::Actions, done);
    auto *back = shell.find<QPushButton>("rollBackButton");
    QVERIFY(!back->isEnabled()); // read-only
    shell.console.armWrites(15, QStringLiteral("x"));
    press(back);
    QVERIFY(shell.console.calls.filter(QStringLiteral("rollBackRun")).isEmpty());
    press(page->findChild<QPushButton *>(QStringLiteral("questionYes")));
    QCOMPARE(shell.console.calls.last(), QStringLiteral("rollBackRun ") + done);
}

void tst_ops_pages::anEmptyQueueSaysSo()
{
    Shell shell;
    auto *page = shell.page(MainWindow::Actions);
    shell.console.theRuns.clear();
    Q_EMIT shell.console.runsChanged();
    QCOMPARE(shell.find<RunQueue>("runQueue")->shown(), 0);
    QVERIFY(!shell.find<QWidget>("approvalPanel")->isVisible());
    bool said = false;
    for (QLabel *label : page->findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text() == QLatin1String("No suggestion"));
    QVERIFY(said);
}

void tst_ops_pages::theRecordIsReadPageByPage()
{
    Shell shell;
    shell.page(MainWindow::Audit);
    auto *table = shell.find<RowTable>("auditTable");
    QTRY_COMPARE(table->cells()->rowCount(), 200);
    table->scrollToBottom();
    QTRY_COMPARE(table->cells()->rowCount(), 260);
    QVERIFY(!table->cells()->canFetchMore({}));
    QCOMPARE(table->cells()->keyOf(0), QStringLiteral("1300"));
    QCOMPARE(table->cells()->keyOf(259), QStringLiteral("1041"));
}

void tst_ops_pages::theFilterNarrowsWithoutLosingOrder()
{
    Shell shell;
    shell.page(MainWindow::Audit);
    auto *table = shell.find<RowTable>("auditTable");
    QTRY_COMPARE(table->cells()->rowCount(), 200);
    shell.find<QLineEdit>("auditFilter")->setText(QStringLiteral("omar"));
    QVERIFY(table->cells()->rowCount() > 0 && table->cells()->rowCount() < 60);
    for (int row = 1; row < table->cells()->rowCount(); ++row)
        QVERIFY(table->cells()->keyOf(row).toInt() < table->cells()->keyOf(row - 1).toInt());
    shell.find<QLineEdit>("auditFilter")->setText(QStringLiteral("no such thing"));
    QVERIFY(!table->isVisible());
    shell.find<QLineEdit>("auditFilter")->clear();
    QVERIFY(table->isVisible());
}

void tst_ops_pages::aBrokenRecordJumpsToTheEntry()
{
    Shell shell;
    shell.page(MainWindow::Audit);
    auto *table = shell.find<RowTable>("auditTable");
    QTRY_COMPARE(table->cells()->rowCount(), 200);
    AuditVerdict &verdict = shell.console.theState.audit;
    verdict.code = AuditVerdict::Code::Broken;
    verdict.firstBad = 1288;
    press(shell.find<QPushButton>("verifyAudit"));
    QTRY_COMPARE(table->currentKey(), QStringLiteral("1288"));
    QVERIFY(shell.find<QLabel>("auditVerdict")->text().contains(QLatin1String("1,288")));
    QVERIFY(shell.find<DiffView>("auditEntry")->toPlainText().contains(QLatin1String("1288")));
}

void tst_ops_pages::newEntriesAreOfferedNotPushed()
{
    Shell shell;
    shell.page(MainWindow::Audit);
    auto *table = shell.find<RowTable>("auditTable");
    QTRY_COMPARE(table->cells()->rowCount(), 200);
    AuditEntry fresh = shell.console.theAudit.front();
    fresh.seq += 1;
    shell.console.theAudit.insert(shell.console.theAudit.begin(), fresh);
    shell.console.theState.audit.entries = fresh.seq;
    Q_EMIT shell.console.stateChanged();
    QCOMPARE(table->cells()->keyOf(0), QStringLiteral("1300"));
    press(shell.find<QPushButton>("newerEntries"));
    QTRY_COMPARE(table->cells()->keyOf(0), QStringLiteral("1301"));
}

void tst_ops_pages::aRecordThatCannotBeReadSaysWhy()
{
    Shell shell;
    shell.console.failNext({ ErrorCode::Unavailable, "ops.db", "database is locked" });
    auto *page = shell.page(MainWindow::Audit);
    const auto said = [page] {
        for (QLabel *label : page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QLatin1String("database is locked")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
}

QTEST_MAIN(tst_ops_pages)
#include "tst_ops_pages.moc"
