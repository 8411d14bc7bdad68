#include "tests/ui/shell_fixture.h"
#include "ui/models/run_rows.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/run_queue.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace lepto;

namespace {

void press(QPushButton *button)
{
    QVERIFY2(button && button->isEnabled(), button ? qPrintable(button->accessibleDescription()) : "no button");
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

class tst_ops_pages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signingNeedsArmedModeReasonAndTheTargetsName();
    void theSameKeyTwiceIsRefused();
    void theExactArgumentsAreShownOneALine();
    void controlCharactersInArgumentsAreVisible();
    void anExpiredPlanCannotBeSigned();
    void aRefusedApprovalSaysWhy();
    void anApprovedPlanRunsOnceHoweverOftenOnePresses();
    void rollingBackARunAsksInPlace();
    void anEmptyQueueSaysSo();
    void theRecordIsReadPageByPage();
    void theFilterNarrowsWithoutLosingOrder();
    void aBrokenRecordJumpsToTheEntry();
    void newEntriesAreOfferedNotPushed();
    void aRecordThatCannotBeReadSaysWhy();
};

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
