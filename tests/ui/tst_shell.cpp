#include "tests/ui/shell_fixture.h"
#include "ui/grab.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/nav_rail.h"
#include "ui/widgets/status_cell.h"
#include "ui/widgets/time_range_bar.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace lepto;

class tst_shell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void digitsShowPagesButNotWhileOneTypes();
    void spaceOnAButtonPressesItAndElsewherePauses();
    void theFirstRunShowsTheStartPageUntilASourceIsThere();
    void thePaletteFindsAndOpensAnIncident();
    void escapeGivesTheFocusBack();
    void armingNeedsAReasonAndShowsItself();
    void stopIsOnePressAndSaysSo();
    void aMessageOfOneStateIsShownOnceAndLeavesWithIt();
    void badgesCountWhatNeedsYou();
    void theStatusBarSaysHowTrueThePictureIs();
    void aBundleIsMarkedAndCanBeLeft();
    void theLanguageChangesWhileItRuns();
    void sentencesOfTheEngineAreTranslatedUnderAnyContext();
    void sizeAndPageComeBack();
    void nothingActsOnASingleLetter();
    void everyActingWidgetHasAName_data();
    void everyActingWidgetHasAName();
    void nothingStaticIsClipped_data();
    void nothingStaticIsClipped();
    void untrustedTextIsPlainEverywhere();
    void allPagesCanBeGrabbed();
};

void tst_shell::digitsShowPagesButNotWhileOneTypes()
{
    Shell shell;
    QTest::keyClick(shell.window.get(), Qt::Key_7);
    QCOMPARE(shell.window->place(), MainWindow::Audit);
    auto *filter = shell.find<QLineEdit>("auditFilter");
    QTest::keyClick(shell.window.get(), Qt::Key_Slash);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("1"));
    QCOMPARE(shell.window->place(), MainWindow::Audit);
    QCOMPARE(filter->text(), QStringLiteral("1"));
}

void tst_shell::spaceOnAButtonPressesItAndElsewherePauses()
{
    Shell shell;
    shell.window->go(MainWindow::Health);
    QVERIFY(shell.window->timeScale().live());
    auto *button = shell.find<QPushButton>("modeButton");
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(shell.window->timeScale().live());
    QVERIFY(shell.find<QWidget>("armPopup"));
}

void tst_shell::theFirstRunShowsTheStartPageUntilASourceIsThere()
{
    Shell shell(QStringLiteral("en"), { 1440, 900 }, true);
    QCOMPARE(shell.window->currentPage()->objectName(), QStringLiteral("startPage"));
    QTest::mouseClick(shell.find<QAbstractButton>("watchHost"), Qt::LeftButton);
    QTRY_VERIFY(!shell.console.sources().empty());
    QTRY_VERIFY(shell.window->currentPage()->objectName() != QLatin1String("startPage"));
}

void tst_shell::thePaletteFindsAndOpensAnIncident()
{
    Shell shell;
    QTest::keyClick(shell.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *field = shell.find<QLineEdit>("paletteField");
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("inc-37"));
    QVERIFY(shell.find<CommandPalette>("commandPalette")->shown() >= 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(shell.window->place(), MainWindow::Incidents);
    QVERIFY(!field->isVisible());
}

void tst_shell::escapeGivesTheFocusBack()
{
    Shell shell;
    shell.page(MainWindow::Audit);
    auto *filter = shell.find<QLineEdit>("auditFilter");
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(shell.find<QLineEdit>("paletteField"), Qt::Key_Escape);
    QVERIFY(filter->hasFocus());
}

void tst_shell::armingNeedsAReasonAndShowsItself()
{
    Shell shell;
    QTest::keyClick(shell.window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    auto *confirm = shell.find<QPushButton>("armConfirm");
    QVERIFY(!confirm->isEnabled());
    QVERIFY(!confirm->accessibleDescription().isEmpty());
    QTest::keyClicks(shell.find<QLineEdit>("armReason"), QStringLiteral("INC-37"));
    QTest::mouseClick(confirm, Qt::LeftButton);
    QVERIFY(shell.console.calls.contains(QStringLiteral("armWrites 15 INC-37")));
    QVERIFY(shell.find<QWidget>("armedEdge")->isVisible());
    QVERIFY(shell.find<QPushButton>("modeButton")->text().contains(QLatin1String("15")));
    QTest::keyClick(shell.window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!shell.find<QWidget>("armedEdge")->isVisible());
}

void tst_shell::stopIsOnePressAndSaysSo()
{
    Shell shell;
    QTest::mouseClick(shell.find<QPushButton>("stopButton"), Qt::LeftButton);
    QCOMPARE(shell.console.calls.last(), QStringLiteral("stopAll on"));
    QVERIFY(shell.window->messages().isVisible());
    QTest::mouseClick(shell.find<QPushButton>("messageAction"), Qt::LeftButton);
    QCOMPARE(shell.console.calls.last(), QStringLiteral("stopAll off"));
    QVERIFY(!shell.window->messages().isVisible());
}

void tst_shell::aMessageOfOneStateIsShownOnceAndLeavesWithIt()
{
    Shell shell;
    shell.console.theState.problem = QStringLiteral("The disk of the history is full.");
    Q_EMIT shell.console.stateChanged();
    QCOMPARE(shell.window->messages().waiting(), 1);
    QTest::mouseClick(shell.find<QPushButton>("messageClose"), Qt::LeftButton);
    Q_EMIT shell.console.stateChanged();
    QCOMPARE(shell.window->messages().waiting(), 0);
    Q_EMIT shell.console.message(Severity::Warning, QStringLiteral("a"), {});
    Q_EMIT shell.console.message(Severity::Critical, QStringLiteral("b"), {});
    Q_EMIT shell.console.message(Severity::Warning, QStringLiteral("a"), QStringLiteral("again"));
    QCOMPARE(shell.window->messages().waiting(), 2);
    QCOMPARE(shell.window->messages().what(), QStringLiteral("b"));
}

void tst_shell::badgesCountWhatNeedsYou()
{
    Shell shell;
    auto *rail = shell.find<NavRail>("navRail");
    QCOMPARE(rail->badge(MainWindow::Incidents), 1);
    QCOMPARE(rail->badge(MainWindow::Actions), 1);
    shell.console.acknowledge(37);
    QCOMPARE(rail->badge(MainWindow::Incidents), 0);
}

void tst_shell::theStatusBarSaysHowTrueThePictureIs()
{
    Shell shell;
    auto *truth = shell.find<StatusCell>("statusTruth");
    QCOMPARE(truth->mark(), MarkCode::Warning); // one source is stale
    for (SourceState &source : shell.console.theState.sources)
        source.code = SourceState::Code::Live;
    Q_EMIT shell.console.stateChanged();
    QCOMPARE(truth->mark(), MarkCode::Ok);
    for (SourceState &source : shell.console.theState.sources)
        source.code = SourceState::Code::Failed;
    Q_EMIT shell.console.stateChanged();
    QCOMPARE(truth->mark(), MarkCode::Stale);
}

void tst_shell::aBundleIsMarkedAndCanBeLeft()
{
    Shell shell;
    shell.window->openBundleFile(QStringLiteral("/tmp/outage.lepto"));
    QTRY_COMPARE(shell.find<QLabel>("scope")->text(), QStringLiteral("outage"));
    QCOMPARE(shell.find<QLabel>("environmentTag")->text(), QStringLiteral("RECORDED"));
    QTest::mouseClick(shell.find<QPushButton>("leaveBundle"), Qt::LeftButton);
    QCOMPARE(shell.console.calls.last(), QStringLiteral("closeBundle"));
    QVERIFY(!shell.find<QPushButton>("leaveBundle")->isVisible());
}

void tst_shell::theLanguageChangesWhileItRuns()
{
    Shell shell;
    shell.page(MainWindow::Audit);
    auto *verify = shell.find<QPushButton>("verifyAudit");
    const QString english = verify->text();
    QVERIFY(shell.settings.set(QStringLiteral("ui.language"), QStringLiteral("zh_CN")));
    QTRY_VERIFY(verify->text() != english);
    QVERIFY(shell.settings.set(QStringLiteral("ui.language"), QStringLiteral("en")));
    QTRY_COMPARE(verify->text(), english);
}

void tst_shell::sentencesOfTheEngineAreTranslatedUnderAnyContext()
{
    Shell shell(QStringLiteral("zh_CN"));
    const QString said = QCoreApplication::translate("Preflight", "The plan has expired");
    QVERIFY2(said != QLatin1String("The plan has expired"), qPrintable(said));
    QCOMPARE(QCoreApplication::translate("Preflight", "no such sentence"), QStringLiteral("no such sentence"));
}

void tst_shell::sizeAndPageComeBack()
{
    Shell shell;
    shell.window->resize(1234, 777);
    shell.window->go(MainWindow::Models);
    shell.window->close();
    MainWindow again(shell.console, shell.settings, shell.theme, shell.words, shell.folder.filePath(QStringLiteral("window.ini")));
    QCOMPARE(again.place(), MainWindow::Models);
    QCOMPARE(again.size(), QSize(1234, 777));
}

void tst_shell::nothingActsOnASingleLetter()
{
    Shell shell;
    shell.console.armWrites(15, QStringLiteral("x"));
    for (int place = 0; place < MainWindow::PlaceCount; ++place) {
        shell.page(MainWindow::Place(place));
        for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key)
            QTest::keyClick(shell.window->currentPage(), Qt::Key(key));
        QTest::keyClick(shell.window->currentPage(), Qt::Key_Return);
    }
    for (const QString &call : std::as_const(shell.console.calls)) {
        for (const char *act : { "approve", "execute", "rollBack", "removeSource", "promote", "stopAll", "reject", "train" })
            QVERIFY2(!call.startsWith(QLatin1String(act)), qPrintable(call));
    }
}

void tst_shell::everyActingWidgetHasAName_data()
{
    QTest::addColumn<int>("place");
    for (int place = 0; place < MainWindow::PlaceCount; ++place)
        QTest::newRow(MainWindow::placeIds()[std::size_t(place)]) << place;
}

void tst_shell::everyActingWidgetHasAName()
{
    QFETCH(int, place);
    Shell shell;
    shell.page(MainWindow::Place(place));
    QStringList nameless;
    for (QWidget *widget : shell.window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (!named && !widget->objectName().startsWith(QLatin1String("qt_")))
            nameless << QStringLiteral("%1 \"%2\" in %3").arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                QLatin1String(widget->parentWidget()->metaObject()->className()));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral("; "))));
}

void tst_shell::nothingStaticIsClipped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("place");
    QTest::addColumn<bool>("empty");
    for (const QString &language : Language::known()) {
        for (int place = 0; place < MainWindow::PlaceCount; ++place) {
            for (const bool empty : { false, true })
                QTest::addRow("%s %s%s", MainWindow::placeIds()[std::size_t(place)], qPrintable(language), empty ? " first run" : "") << language << place << empty;
        }
    }
}

void tst_shell::nothingStaticIsClipped()
{
    QFETCH(QString, language);
    QFETCH(int, place);
    QFETCH(bool, empty);
    Shell shell(language, { 1280, 800 }, empty);
    shell.page(MainWindow::Place(place));
    QTest::qWait(60);
    QStringList clipped;
    for (QLabel *label : shell.window->findChildren<QLabel *>()) {
        // ElidedLabel gives way on purpose and shows its text in a tool tip.
        if (!label->isVisible() || label->inherits("lepto::ElidedLabel") || label->text().isEmpty())
            continue;
        const QSize needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
        if (label->width() + 1 < needed.width() || label->height() + 1 < needed.height())
            clipped << QStringLiteral("label \"%1\" has %2x%3, needs %4x%5").arg(label->text()).arg(label->width()).arg(label->height()).arg(needed.width()).arg(needed.height());
    }
    for (QAbstractButton *button : shell.window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() + 1 < button->sizeHint().width() && !button->inherits("lepto::OptionButton"))
            clipped << QStringLiteral("button \"%1\" has %2, needs %3").arg(button->text()).arg(button->width()).arg(button->sizeHint().width());
    }
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QStringLiteral("; "))));
}

void tst_shell::untrustedTextIsPlainEverywhere()
{
    const QString hostile = QStringLiteral("<h1>big</h1><img src='x'>");
    Shell shell;
    for (Run &run : shell.console.theRuns) {
        run.plan.title = hostile;
        run.reason = hostile;
        for (StepRecord &step : run.steps)
            step.output = hostile;
    }
    for (ModelVersion &model : shell.console.theModels)
        model.refusedBecause = hostile;
    shell.console.theState.sources.front().reason = hostile;
    Q_EMIT shell.console.runsChanged();
    Q_EMIT shell.console.modelsChanged();
    Q_EMIT shell.console.message(Severity::Critical, hostile, hostile);
    for (int place = 0; place < MainWindow::PlaceCount; ++place)
        shell.page(MainWindow::Place(place));
    for (QLabel *label : shell.window->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text() + QLatin1Char(' ') + label->objectName()));
    }
    for (QWidget *widget : shell.window->findChildren<QWidget *>())
        QVERIFY2(!widget->toolTip().contains(hostile), qPrintable(widget->objectName()));
}

void tst_shell::allPagesCanBeGrabbed()
{
    Shell shell;
    const QString dir = shell.folder.filePath(QStringLiteral("grab"));
    QVERIFY(grabPages(*shell.window, dir, QStringLiteral("dark")));
    QCOMPARE(QDir(dir).entryList({ QStringLiteral("*.png") }).size(), int(MainWindow::PlaceCount));
    QVERIFY(QFile::exists(dir + QStringLiteral("/06-actions-dark.png")));
    QVERIFY(!grabPages(*shell.window, QStringLiteral("/proc/nothing")));
}

QTEST_MAIN(tst_shell)
#include "tst_shell.moc"
