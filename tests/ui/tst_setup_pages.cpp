#include "tests/ui/shell_fixture.h"
#include "ui/widgets/connection_test_view.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/series_picker.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace lepto;

namespace {

void press(QPushButton *button)
{
    QVERIFY2(button && button->isEnabled(), button ? qPrintable(button->accessibleDescription()) : "no button");
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

class tst_setup_pages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSourceIsTypedTestedAndSaved();
    void aWrongAddressIsSaidWhileTypingAndCannotBeSaved_data();
    void aWrongAddressIsSaidWhileTypingAndCannotBeSaved();
    void aStoredSecretIsNeverShown();
    void unsavedEditsSurviveAnotherSourceAndAnotherPage();
    void aFailedTestNamesTheStep();
    void aSlowTestCanBeStoppedAndItsLateAnswersAreDropped();
    void removingAsksInPlaceAndEscapeKeeps();
    void aSettingIsStoredAtOnce();
    void aRunStartsOnlyWithNameAndSeries();
    void theCurveAndTheProgressFollowTheRun();
    void cancellingAsksInPlace();
    void aFinishedRunCanBePromoted();
    void aRefusedTrainingSaysWhy();
    void aRefusedModelSaysWhyAndIsNeverActive();
    void rollingBackAsksAndNamesTheVersion();
};

void tst_setup_pages::aSourceIsTypedTestedAndSaved()
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

void tst_setup_pages::aWrongAddressIsSaidWhileTypingAndCannotBeSaved_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : { "prom", "ftp://prom", "http://", "javascript:alert(1)", "http://user:secret@prom:9090", "http://a b/" })
        QTest::newRow(address) << QString::fromLatin1(address);
}

void tst_setup_pages::aWrongAddressIsSaidWhileTypingAndCannotBeSaved()
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

void tst_setup_pages::aStoredSecretIsNeverShown()
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

void tst_setup_pages::unsavedEditsSurviveAnotherSourceAndAnotherPage()
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

void tst_setup_pages::aFailedTestNamesTheStep()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    shell.find<QLineEdit>("sourceAddress")->setText(QStringLiteral("http://nowhere:1"));
    press(shell.find<QPushButton>("testSource"));
    QTRY_VERIFY(shell.find<QLabel>("testResult")->text().contains(QLatin1String("connection refused")));
    QVERIFY(!shell.find<ConnectionTestView>("connectionTest")->running());
}

void tst_setup_pages::aSlowTestCanBeStoppedAndItsLateAnswersAreDropped()
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

void tst_setup_pages::removingAsksInPlaceAndEscapeKeeps()
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

void tst_setup_pages::aSettingIsStoredAtOnce()
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

void tst_setup_pages::aRunStartsOnlyWithNameAndSeries()
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

void tst_setup_pages::theCurveAndTheProgressFollowTheRun()
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

void tst_setup_pages::cancellingAsksInPlace()
{
    Shell shell;
    auto *page = shell.page(MainWindow::Training);
    press(shell.find<QPushButton>("cancelTraining"));
    QVERIFY(!shell.console.calls.contains(QStringLiteral("cancelTraining job-12")));
    press(page->findChild<QPushButton *>(QStringLiteral("questionYes")));
    QVERIFY(shell.console.calls.contains(QStringLiteral("cancelTraining job-12")));
}

void tst_setup_pages::aFinishedRunCanBePromoted()
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

void tst_setup_pages::aRefusedTrainingSaysWhy()
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

void tst_setup_pages::aRefusedModelSaysWhyAndIsNeverActive()
{
    Shell shell;
    shell.page(MainWindow::Models);
    auto *table = shell.find<RowTable>("versionsTable");
    QCOMPARE(table->currentKey(), QStringLiteral("3")); // the active one first
    table->selectKey(QStringLiteral("1"));
    QVERIFY(!shell.find<QPushButton>("promoteVersion")->isVisible());
    QVERIFY(!shell.find<RowTable>("compareTable")->isVisible());
}

void tst_setup_pages::rollingBackAsksAndNamesTheVersion()
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

QTEST_MAIN(tst_setup_pages)
#include "tst_setup_pages.moc"
