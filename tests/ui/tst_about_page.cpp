#include "tests/ui/fake_desks.h"
#include "tests/ui/shell_fixture.h"
#include "ui/models/self_rows.h"
#include "ui/widgets/key_overlay.h"
#include "ui/widgets/look_bar.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/status_cell.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>

#include <set>

using namespace lepto;

namespace {

SelfReport::Host host(const QString &name, Reach reach, qint64 sent)
{
    SelfReport::Host out;
    out.traffic.host = name;
    out.traffic.authority = name + QStringLiteral(":9090");
    out.traffic.requests = 3;
    out.traffic.sent = sent;
    out.reach = reach;
    return out;
}

struct About {
    About()
    {
        desk.theReport.version = QStringLiteral("9.8.7");
        desk.theReport.folder = QStringLiteral("/home/mara/leptoscope");
        desk.theReport.parts = { { SelfReport::Part::Kind::History, 5 << 20 }, { SelfReport::Part::Kind::Logs, 0 } };
        desk.theReport.metricsPort = 9464;
        SelfHistory history;
        SelfMetrics metrics;
        metrics.frame(0.2);
        history.take(1000, metrics.read());
        metrics.frame(0.2);
        history.take(6000, metrics.read());
        desk.theReport.numbers = history.values();
        shell.console.theSelf = &desk;
        page = shell.page(MainWindow::About);
    }
    void change() { Q_EMIT desk.changed(); }

    FakeSelfDesk desk;
    Shell shell;
    QWidget *page = nullptr;
};

} // namespace

class tst_about_page : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void helpLeadsThere();
    void numbersBearTheNamesOfTheOwnMetricsPage();
    void aSlowFrameIsMarked();
    void nothingOutsideIsSaidAsZeroBytes();
    void whatWentOutsideIsNamedWithItsBytes();
    void aHostWhosePlaceIsUnknownIsNotCalledInside();
    void aReadOnlyFolderIsSaid();
    void theCopyHasNumbersButNoNames();
    void sizesAreLookedUpOnlyWhileThePageIsShown();
    void theLinkToTheSourcesGoesThere();
    void hostileHostNamesStayPlain();
};

void tst_about_page::helpLeadsThere()
{
    Shell shell;
    shell.window->showKeys();
    QTest::mouseClick(shell.find<QPushButton>("aboutLink"), Qt::LeftButton);
    QCOMPARE(shell.window->place(), MainWindow::About);
    QVERIFY(shell.find<QLabel>("aboutTitle")->text().startsWith(QStringLiteral("Leptoscope")));
    shell.page(MainWindow::Health);
    QTest::mouseClick(shell.find<StatusCell>("statusFrame"), Qt::LeftButton);
    QCOMPARE(shell.window->place(), MainWindow::About);
}

void tst_about_page::numbersBearTheNamesOfTheOwnMetricsPage()
{
    About a;
    auto *table = a.shell.find<RowTable>("aboutNumbers");
    new QAbstractItemModelTester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, table);
    QCOMPARE(table->cells()->rowCount(), int(SelfNumber::Count));
    std::set<std::string> own;
    for (const SelfReading &reading : SelfMetrics().read())
        own.insert(reading.metric);
    for (int row = 0; row < table->cells()->rowCount(); ++row)
        QVERIFY2(own.contains(table->cells()->index(row, 3).data().toString().toStdString()), qPrintable(table->cells()->index(row, 3).data().toString()));
    a.change();
    QVERIFY(selfTrends(a.desk.theReport.numbers).contains(QString::number(int(SelfNumber::FrameP99))));
}

void tst_about_page::aSlowFrameIsMarked()
{
    About a;
    const Cell cell = a.shell.find<RowTable>("aboutNumbers")->cells()->index(int(SelfNumber::FrameP99), 1).data(CellModel::CellRole).value<Cell>();
    QCOMPARE(cell.mark, MarkCode::Warning);
    QVERIFY(cell.text.endsWith(QStringLiteral("ms")));
}

void tst_about_page::nothingOutsideIsSaidAsZeroBytes()
{
    About a;
    a.desk.theReport.hosts = { host(QStringLiteral("prom.lan"), Reach::Network, 5000), host(QStringLiteral("localhost"), Reach::Machine, 90) };
    a.change();
    QCOMPARE(a.shell.find<QLabel>("aboutOutside")->text(), QStringLiteral("Outside your network: 0 bytes"));
    QCOMPARE(a.shell.find<RowTable>("aboutHosts")->cells()->rowCount(), 2);
}

void tst_about_page::whatWentOutsideIsNamedWithItsBytes()
{
    About a;
    a.desk.theReport.hosts = { host(QStringLiteral("metrics.example.com"), Reach::Outside, 2048) };
    a.change();
    QCOMPARE(a.shell.find<QLabel>("aboutOutside")->text(), QStringLiteral("Outside your network: 2\u00a0KiB"));
    QCOMPARE(a.shell.find<RowTable>("aboutHosts")->cells()->index(0, 2).data().toString(), QStringLiteral("outside"));
}

void tst_about_page::aHostWhosePlaceIsUnknownIsNotCalledInside()
{
    About a;
    a.desk.theReport.hosts = { host(QStringLiteral("somewhere"), Reach::Unknown, 1024) };
    a.change();
    QVERIFY(a.shell.find<QLabel>("aboutOutside")->text().contains(QStringLiteral("1\u00a0KiB to hosts whose place is not known yet")));
    SelfReport::Host edge = host(QStringLiteral("edge-1"), Reach::Network, 0);
    edge.counted = false;
    a.desk.theReport.hosts = { edge };
    a.change();
    QCOMPARE(a.shell.find<RowTable>("aboutHosts")->cells()->index(0, 4).data().toString(), QStringLiteral("not counted"));
}

void tst_about_page::aReadOnlyFolderIsSaid()
{
    About a;
    auto *look = a.shell.find<LookBar>("aboutLook");
    QVERIFY(!look->isVisible());
    a.desk.theReport.writable = false;
    a.change();
    QCOMPARE(look->look(), PanelLook::NotAllowed);
    QVERIFY(look->accessibleDescription().contains(QStringLiteral("/home/mara/leptoscope")));
}

void tst_about_page::theCopyHasNumbersButNoNames()
{
    About a;
    a.desk.theReport.hosts = { host(QStringLiteral("secret-host"), Reach::Network, 5000) };
    QTest::mouseClick(a.shell.find<QPushButton>("aboutCopy"), Qt::LeftButton);
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.startsWith(QStringLiteral("Leptoscope 9.8.7")));
    QVERIFY(text.contains(QStringLiteral("leptoscope_frame_seconds")));
    QVERIFY(!text.contains(QStringLiteral("secret-host")) && !text.contains(QStringLiteral("mara")));
}

void tst_about_page::sizesAreLookedUpOnlyWhileThePageIsShown()
{
    About a;
    QVERIFY(a.desk.watched);
    a.shell.page(MainWindow::Health);
    QVERIFY(!a.desk.watched);
}

void tst_about_page::theLinkToTheSourcesGoesThere()
{
    About a;
    QTest::mouseClick(a.shell.find<QPushButton>("aboutSources"), Qt::LeftButton);
    QCOMPARE(a.shell.window->place(), MainWindow::SettingsPlace);
    QVERIFY(a.shell.find<RowTable>("sourcesTable")->isVisible());
}

void tst_about_page::hostileHostNamesStayPlain()
{
    About a;
    a.desk.theReport.hosts = { host(QStringLiteral("<b>x</b>\u202e\n"), Reach::Network, 1) };
    a.change();
    const QString shown = a.shell.find<RowTable>("aboutHosts")->cells()->index(0, 0).data().toString();
    QVERIFY(!shown.contains(QChar(0x202e)) && !shown.contains(QLatin1Char('\n')));
    for (QLabel *label : a.page->findChildren<QLabel *>())
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
}

QTEST_MAIN(tst_about_page)
#include "tst_about_page.moc"
