#include "tests/ui/shell_fixture.h"
#include "ui/key_map.h"
#include "ui/pages/settings_page.h"
#include "ui/widgets/connection_test_view.h"
#include "ui/widgets/look_bar.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/series_picker.h"
#include "ui/widgets/source_form.h"

#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

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
    void removalCanBeUndone();
    void anOpenRecordingLocksTheSources();
    void eachKindShowsOnlyItsFields_data();
    void eachKindShowsOnlyItsFields();
    void everyFieldOfASourceSurvivesTheForm();
    void aSettingIsStoredAtOnce();
    void everySettingStandsInExactlyOneSection();
    void theSearchFindsASettingInAnySectionAndGoesThere();
    void aChangedSettingIsMarkedAndReset();
    void aBrokenValueIsSaidInItsRowAndAnUnknownOneAbove();
    void aKeyIsChangedAndActs();
    void aTakenKeyIsSaidAndNotKept_data();
    void aTakenKeyIsSaidAndNotKept();
    void theAuditPageFollowsTheRecord();
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

void tst_setup_pages::removalCanBeUndone()
{
    Shell shell;
    auto *page = shell.page(MainWindow::SettingsPlace);
    const SourceConfig before = shell.console.sources().front();
    press(shell.find<QPushButton>("removeSource"));
    for (auto *button : page->findChildren<QPushButton *>(QStringLiteral("questionYes"))) {
        if (button->isVisible())
            press(button);
    }
    QTRY_COMPARE(shell.console.sources().size(), std::size_t(2));
    auto *undo = shell.find<LookBar>("sourceUndo");
    QTRY_VERIFY(undo->isVisible());
    press(undo->findChild<QPushButton *>());
    QTRY_COMPARE(shell.console.sources().size(), std::size_t(3));
    QCOMPARE(shell.console.sources().back(), before); // with the reference to its secret
    QTRY_VERIFY(!undo->isVisible());
}

void tst_setup_pages::anOpenRecordingLocksTheSources()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    shell.console.goOffline(QStringLiteral("INC-214"));
    auto *rule = shell.find<LookBar>("sourceRule");
    QCOMPARE(rule->look(), PanelLook::NotAllowed);
    QVERIFY(!shell.find<QPushButton>("addSource")->isEnabled());
    QVERIFY(!shell.find<QPushButton>("removeSource")->isEnabled());
    QVERIFY(!shell.find<SourceForm>("sourceForm")->isEnabled());
    press(rule->findChild<QPushButton *>());
    QVERIFY(shell.console.calls.contains(QStringLiteral("closeBundle")));
    QVERIFY(!rule->isVisible());
    QVERIFY(shell.find<QPushButton>("addSource")->isEnabled());
}

void tst_setup_pages::eachKindShowsOnlyItsFields_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, SourceConfig::Kind kind, const char *shown) { QTest::newRow(name) << int(kind) << QString::fromLatin1(shown); };
    row("host", SourceConfig::Kind::Host, "sourceKind sourceName sourceEvery");
    row("file", SourceConfig::Kind::LogFile, "sourceKind sourceName sourceAddress sourceEvery");
    row("journal", SourceConfig::Kind::Journal, "sourceKind sourceName sourceAddress sourceEvery sourceWatch");
    row("edge", SourceConfig::Kind::Edge, "sourceKind sourceName sourceAddress sourceEvery sourceCa");
    row("exporter", SourceConfig::Kind::Exporter, "sourceKind sourceName sourceAddress sourceEvery sourceLogin sourceCa sourceVerify");
    for (const auto &[name, kind] : { std::pair { "prometheus", SourceConfig::Kind::Prometheus }, { "loki", SourceConfig::Kind::Loki }, { "grafana", SourceConfig::Kind::Grafana } })
        row(name, kind, "sourceKind sourceName sourceAddress sourceEvery sourceWatch sourceLogin sourceCa sourceVerify");
    row("alertmanager", SourceConfig::Kind::Alertmanager, "sourceKind sourceName sourceAddress sourceEvery sourceLogin sourceCa sourceVerify");
}

void tst_setup_pages::eachKindShowsOnlyItsFields()
{
    QFETCH(int, kind);
    QFETCH(QString, shown);
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    press(shell.find<QPushButton>("addSource"));
    auto *kinds = shell.find<QComboBox>("sourceKind");
    kinds->setCurrentIndex(kinds->findData(kind));
    QStringList seen;
    for (const QWidget *field : shell.find<SourceForm>("sourceForm")->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (field->isVisible() && field->objectName().startsWith(QLatin1String("source")) && field->objectName() != QLatin1String("sourceMore"))
            seen << field->objectName();
    }
    QStringList wanted = shown.split(QLatin1Char(' '));
    wanted.sort();
    seen.sort();
    QCOMPARE(seen, wanted);
}

void tst_setup_pages::everyFieldOfASourceSurvivesTheForm()
{
    SourceConfig config;
    config.kind = SourceConfig::Kind::Prometheus;
    config.name = QStringLiteral("a");
    config.url = QStringLiteral("https://a:1/prefix");
    config.intervalMs = 1234;
    config.timeoutMs = 777;
    config.query = QStringLiteral("{job=\"x\"}");
    config.username = QStringLiteral("u");
    config.secretRef = QStringLiteral("a");
    config.caFile = QStringLiteral("/ca.pem");
    config.clientCertFile = QStringLiteral("/c.pem");
    config.clientKeyFile = QStringLiteral("/k.pem");
    config.serverName = QStringLiteral("b");
    config.headers = { { QStringLiteral("X-Scope-OrgID"), QStringLiteral("shop") }, { QStringLiteral("X-B"), QStringLiteral("1:2") } };
    config.parameters = { { QStringLiteral("dedup"), QStringLiteral("true") } };
    config.verifyTls = false;
    Theme theme(*qApp, ThemeMode::Dark);
    SourceForm form;
    form.edit(config, false, {});
    QCOMPARE(form.config(), config);
    QCOMPARE(form.unsaved(), 0);
    QVERIFY2(form.valid(), qPrintable(form.problem()));
    form.findChild<QLineEdit *>(QStringLiteral("sourceHeaders"))->setText(QStringLiteral("no separator"));
    QVERIFY(!form.valid());
    QVERIFY(!form.problem().isEmpty());
}

void tst_setup_pages::aSettingIsStoredAtOnce()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    shell.find<RowTable>("settingSections")->selectKey(QString::number(SettingsPage::Appearance));
    auto *density = shell.find<QComboBox>("setting.ui.density");
    QVERIFY(density && density->isVisible());
    density->setCurrentIndex(density->findData(QStringLiteral("compact")));
    Q_EMIT density->activated(density->currentIndex());
    QTRY_COMPARE(shell.theme.density(), Density::Compact);
    QCOMPARE(shell.theme.rowHeight(), 24);
}

void tst_setup_pages::everySettingStandsInExactlyOneSection()
{
    for (const SettingInfo &setting : settingTable()) {
        int sections = 0;
        for (int section = 0; section < SettingsPage::SectionCount; ++section) {
            for (const QString &group : SettingsPage::groupsOf(SettingsPage::Section(section)))
                sections += setting.key.startsWith(group);
        }
        QVERIFY2(sections == 1, qPrintable(setting.key));
    }
}

void tst_setup_pages::theSearchFindsASettingInAnySectionAndGoesThere()
{
    Shell shell;
    auto *page = shell.page(MainWindow::SettingsPlace);
    QTest::keyClick(page, Qt::Key_Slash);
    auto *filter = shell.find<QLineEdit>("settingFilter");
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("rawDays"));
    QVERIFY(shell.find<QWidget>("settingsFound")->isVisible());
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(shell.find<RowTable>("settingSections")->currentKey(), QString::number(SettingsPage::Storage));
    QVERIFY(filter->text().isEmpty());
    QWidget *focused = QApplication::focusWidget();
    QVERIFY(focused);
    QCOMPARE(focused->objectName(), QStringLiteral("setting.store.rawDays"));
    filter->setText(QStringLiteral("prom-shop"));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(shell.find<RowTable>("settingSections")->currentKey(), QString::number(SettingsPage::Sources));
    filter->setText(QStringLiteral("<b>nothing</b>"));
    QVERIFY(shell.find<QLabel>("settingNothing")->isVisible());
    filter->clear();
    QVERIFY(shell.find<RowTable>("sourcesTable")->isVisible());
}

void tst_setup_pages::aChangedSettingIsMarkedAndReset()
{
    Shell shell;
    auto *page = shell.page(MainWindow::SettingsPlace);
    shell.find<RowTable>("settingSections")->selectKey(QString::number(SettingsPage::Storage));
    auto *days = shell.find<QSpinBox>("setting.store.rawDays");
    auto *reset = page->findChild<QPushButton *>(QStringLiteral("reset.store.rawDays"));
    QVERIFY(days->suffix().contains(QStringLiteral("days")));
    QVERIFY(days->accessibleDescription().contains(QStringLiteral("default 14")));
    QVERIFY(!reset->isVisible());
    days->setValue(20);
    QTRY_COMPARE(shell.settings.get(setting::rawDays), 20);
    QTRY_VERIFY(reset->isVisible());
    press(reset);
    QTRY_COMPARE(days->value(), 14);
    QVERIFY(!shell.settings.isSet(QStringLiteral("store.rawDays")));
    QTRY_VERIFY(!reset->isVisible());
}

void tst_setup_pages::aBrokenValueIsSaidInItsRowAndAnUnknownOneAbove()
{
    Shell shell;
    QFile file(shell.folder.filePath(QStringLiteral("broken.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"settings\": {\"store.rawDays\": \"many\", \"ui.hologram\": 3}}");
    file.close();
    Settings settings(file.fileName());
    SettingsPage page(shell.console, settings, shell.window->timeScale());
    page.resize(1200, 800);
    page.show();
    auto *above = page.findChild<LookBar *>(QStringLiteral("settingsFile"));
    QCOMPARE(above->look(), PanelLook::Partial);
    QVERIFY(above->accessibleDescription().contains(QStringLiteral("ui.hologram")));
    page.open(QStringLiteral("setting:store.rawDays"));
    auto *wrong = page.findChild<QLabel *>(QStringLiteral("wrong.store.rawDays"));
    QVERIFY(wrong->isVisible());
    QVERIFY2(wrong->text().contains(QStringLiteral("many")), qPrintable(wrong->text()));
    page.findChild<QSpinBox *>(QStringLiteral("setting.store.rawDays"))->setValue(7);
    QTRY_VERIFY(!wrong->isVisible());
}

void tst_setup_pages::aKeyIsChangedAndActs()
{
    Shell shell;
    shell.page(MainWindow::SettingsPlace);
    shell.find<RowTable>("settingSections")->selectKey(QString::number(SettingsPage::Keyboard));
    auto *edit = shell.find<QKeySequenceEdit>("key.utc");
    edit->setKeySequence(QKeySequence(QStringLiteral("Ctrl+U")));
    Q_EMIT edit->editingFinished();
    QCOMPARE(shell.settings.get(setting::keys), QStringLiteral("utc=Ctrl+U"));
    auto *page = shell.page(MainWindow::Health);
    const bool before = shell.window->timeScale().utc();
    QTest::keyClick(page, Qt::Key_U);
    QCOMPARE(shell.window->timeScale().utc(), before); // the old one is gone
    QTest::keyClick(page, Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(shell.window->timeScale().utc(), !before);
    (void)shell.settings.reset(QStringLiteral("keys.custom"));
    QTest::keyClick(page, Qt::Key_U);
    QCOMPARE(shell.window->timeScale().utc(), before);
}

void tst_setup_pages::aTakenKeyIsSaidAndNotKept_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("keys");
    QTest::newRow("another action") << QStringLiteral("utc") << QStringLiteral("Ctrl+K");
    QTest::newRow("a page") << QStringLiteral("utc") << QStringLiteral("3");
    QTest::newRow("a verdict") << QStringLiteral("utc") << QStringLiteral("T");
    QTest::newRow("a single key that stops") << QStringLiteral("stop") << QStringLiteral("F9");
    QTest::newRow("two presses") << QStringLiteral("utc") << QStringLiteral("Ctrl+X, Ctrl+U");
}

void tst_setup_pages::aTakenKeyIsSaidAndNotKept()
{
    QFETCH(QString, action);
    QFETCH(QString, keys);
    Shell shell;
    auto *page = shell.page(MainWindow::SettingsPlace);
    shell.find<RowTable>("settingSections")->selectKey(QString::number(SettingsPage::Keyboard));
    auto *edit = page->findChild<QKeySequenceEdit *>(QStringLiteral("key.") + action);
    edit->setKeySequence(QKeySequence(keys));
    Q_EMIT edit->editingFinished();
    QVERIFY(page->findChild<QLabel *>(QStringLiteral("keyWrong.") + action)->isVisible());
    QVERIFY(!shell.settings.isSet(QStringLiteral("keys.custom")));
    QVERIFY(KeyMap(action + QLatin1Char('=') + keys).stored().isEmpty()); // nor when the file says so
}

void tst_setup_pages::theAuditPageFollowsTheRecord()
{
    Shell shell;
    shell.page(MainWindow::Audit);
    auto *newer = shell.find<QPushButton>("newerEntries");
    QVERIFY(!newer->isVisible());
    shell.console.theState.auditEntries = shell.console.theState.audit.entries + 3;
    Q_EMIT shell.console.stateChanged();
    QCOMPARE(newer->text(), QStringLiteral("3 new"));
    press(newer);
    QVERIFY(!newer->isVisible());
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
