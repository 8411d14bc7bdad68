#include "core/base/text.h"
#include "tests/ui/fake_desks.h"
#include "tests/ui/shell_fixture.h"
#include "ui/charts/chart_panel.h"
#include "ui/models/quality_rows.h"
#include "ui/widgets/look_bar.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/status_cell.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace lepto;

namespace {

const QString hostile = QStringLiteral("<b>x</b>\u202e\n\x01");

SurveyedSeries series(SeriesId id, const std::string &metric, double score, const std::string &source = "shop")
{
    SurveyedSeries row;
    row.series.id = id;
    row.series.labels = Labels({ { "__name__", metric }, { "source", source } });
    row.quality.judged = score >= 0;
    row.quality.score = std::max(0.0, score);
    row.quality.samples = row.quality.judged ? 400 : 3;
    row.quality.interval = 5000;
    row.quality.coverage = 0.9;
    if (row.quality.judged && score < 80) {
        row.quality.gaps = 4;
        row.quality.longestGap = 12 * 60'000;
        row.quality.reasons = { { ml::QualityFlaw::Gaps, 4, 42, StoryConsole::storyNow - 60'000 } };
    }
    return row;
}

/// A window whose page of quality waits for the survey.
struct Waiting {
    Waiting()
    {
        shell.console.theQuality = &desk;
        page = shell.page(MainWindow::Quality);
    }
    RowTable *table() { return shell.find<RowTable>("qualityTable"); }
    QString text(const char *label) { return shell.find<QLabel>(label)->text(); }

    FakeQualityDesk desk;
    Shell shell;
    QWidget *page = nullptr;
};

} // namespace

class tst_quality_page : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStatusBarLeadsThereAndTheSurveyBegins();
    void theWorstComesFirstWithItsReasonInWords();
    void progressIsShownAndASurveyCanBeStopped();
    void aLongListIsCutAndSaysSo();
    void theFilterKeepsWhatFits();
    void aGroupOpensItsSeries();
    void theDetailAsksForTheCleanedViewAndListsWhatItWouldChange();
    void aFailedViewSaysWhyInTheChart();
    void anotherRangeMarksTheSurveyAsOfAnother();
    void aStoreThatCannotBeReadSaysWhyAndCanBeTriedAgain();
    void withoutAHistoryThePageSaysSo();
    void hostileLabelsStayPlainAndOnOneLine();
};

void tst_quality_page::theStatusBarLeadsThereAndTheSurveyBegins()
{
    FakeQualityDesk desk;
    Shell shell;
    shell.console.theQuality = &desk;
    QTest::mouseClick(shell.find<StatusCell>("statusTruth"), Qt::LeftButton);
    QCOMPARE(shell.window->place(), MainWindow::Quality);
    QCOMPARE(desk.surveys.size(), std::size_t(1));
    QVERIFY(desk.surveys.front().second <= shell.console.state().now); // never into the future
}

void tst_quality_page::theWorstComesFirstWithItsReasonInWords()
{
    Waiting w;
    new QAbstractItemModelTester(w.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, w.table());
    w.desk.finish({ series(1, "bad", 12), series(2, "fair", 85), series(3, "good", 100), series(4, "young", -1) });
    QCOMPARE(w.text("qualitySentence"), QStringLiteral("2 of 3 series can be trusted"));
    QVERIFY(w.text("qualityMeta").contains(QStringLiteral("1 too short to judge")));
    const auto *model = w.table()->cells();
    QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("12"));
    QVERIFY(model->index(0, 3).data().toString().contains(QStringLiteral("4 gaps, the longest 12\u00a0min")));
    QCOMPARE(model->index(3, 0).data().toString(), QStringLiteral("–"));
    QVERIFY(w.table()->selectionModel()->isRowSelected(0));
}

void tst_quality_page::progressIsShownAndASurveyCanBeStopped()
{
    Waiting w;
    auto *bar = w.shell.find<QProgressBar>("qualityProgress");
    auto *button = w.shell.find<QPushButton>("qualitySurvey");
    QVERIFY(bar->isVisible());
    Q_EMIT w.desk.progressed(0.4);
    QCOMPARE(bar->value(), 400);
    QCOMPARE(button->text(), QStringLiteral("Stop"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!bar->isVisible());
    QVERIFY(!w.shell.find<LookBar>("qualityLook")->isVisible()); // stopping is no failure
    QTest::keyClick(w.page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(w.desk.surveys.size(), std::size_t(2));
}

void tst_quality_page::aLongListIsCutAndSaysSo()
{
    Waiting w;
    std::vector<SurveyedSeries> many;
    for (int i = 0; i < 5000; ++i)
        many.push_back(series(SeriesId(i + 1), "metric_" + std::to_string(i), 100));
    w.desk.finish(std::move(many));
    QCOMPARE(w.text("qualityFoot"), QStringLiteral("Showing 200 of 5,000"));
    QTest::mouseClick(w.shell.find<QPushButton>("qualityMore"), Qt::LeftButton);
    QCOMPARE(w.table()->cells()->rowCount(), 400);
    QVERIFY(w.text("qualitySentence").contains(QStringLiteral("5,000")));
}

void tst_quality_page::theFilterKeepsWhatFits()
{
    Waiting w;
    w.desk.finish({ series(1, "node_load1", 12), series(2, "http_requests_total", 100) });
    QTest::keyClick(w.page, Qt::Key_Slash);
    auto *filter = w.shell.find<QLineEdit>("qualityFilter");
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("HTTP"));
    QCOMPARE(w.table()->cells()->rowCount(), 1);
    QCOMPARE(w.text("qualityFoot"), QStringLiteral("Showing 1 of 1"));
    filter->setText(QStringLiteral("nothing"));
    QVERIFY(!w.table()->isVisible());
}

void tst_quality_page::aGroupOpensItsSeries()
{
    Waiting w;
    w.desk.finish({ series(1, "a", 12, "edge"), series(2, "b", 100, "shop"), series(3, "c", 90, "shop") });
    auto *by = w.shell.find<QWidget>("qualityBy");
    QTest::mouseClick(by->findChildren<QPushButton *>().at(2), Qt::LeftButton);
    QCOMPARE(w.table()->cells()->rowCount(), 2);
    QCOMPARE(w.table()->cells()->keyOf(0), QStringLiteral("edge")); // the worst first
    w.table()->selectKey(QStringLiteral("shop"));
    QTest::keyClick(w.table(), Qt::Key_Return);
    QCOMPARE(w.shell.find<QLineEdit>("qualityFilter")->text(), QStringLiteral("shop"));
    QCOMPARE(w.table()->cells()->rowCount(), 2);
}

void tst_quality_page::theDetailAsksForTheCleanedViewAndListsWhatItWouldChange()
{
    Waiting w;
    SeriesDetail detail;
    detail.samples = 400;
    detail.stored.columns = { { 1000, 1, 1, 1, 1 }, { 6000, 9, 9, 9, 9 } };
    detail.shown.columns = { { 1000, 1, 1, 1, 1 }, { 6000, 1, 1, 1, 1 } };
    detail.changed = 1;
    detail.changes = { { 6000, 9, 1 } };
    detail.gapCount = 30;
    for (int i = 0; i < 30; ++i)
        detail.gaps.push_back({ 1000 + i, 900'000 - i });
    w.desk.theDetail = detail;
    w.desk.finish({ series(1, "requests_total", 12), series(2, "load", 100) });
    QCOMPARE(w.desk.details.back().view, SeriesView::Counter);
    QCOMPARE(w.shell.find<RowTable>("qualityChanges")->cells()->rowCount(), 1);
    QCOMPARE(w.shell.find<RowTable>("qualityGaps")->cells()->rowCount(), 20);
    QCOMPARE(w.shell.find<ChartPanel>("qualityChart")->chart()->content().lines.size(), std::size_t(2));
    QTest::keyClick(w.table(), Qt::Key_Down);
    QCOMPARE(w.desk.details.back().series.id, SeriesId(2));
    QCOMPARE(w.desk.details.back().view, SeriesView::Hampel);
    auto *view = w.shell.find<QComboBox>("qualityView");
    view->setCurrentIndex(view->findData(int(SeriesView::Ewma)));
    Q_EMIT view->activated(view->currentIndex());
    QCOMPARE(w.desk.details.back().window, std::int64_t(60'000)); // a half-life, not samples
}

void tst_quality_page::aFailedViewSaysWhyInTheChart()
{
    Waiting w;
    w.desk.theDetail = Error { ErrorCode::BadInput, {}, "the name of the metric does not say its unit" };
    w.desk.finish({ series(1, "load", 12) });
    QCOMPARE(w.shell.find<ChartPanel>("qualityChart")->chart()->panelLook(), PanelLook::Error);
}

void tst_quality_page::anotherRangeMarksTheSurveyAsOfAnother()
{
    Waiting w;
    w.desk.finish({ series(1, "load", 12) });
    auto *look = w.shell.find<LookBar>("qualityLook");
    QCOMPARE(look->look(), PanelLook::Good);
    w.shell.window->timeScale().zoom(2);
    QCOMPARE(look->look(), PanelLook::Stale);
    QTest::mouseClick(look->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(w.desk.surveys.size(), std::size_t(2));
    QVERIFY(w.desk.surveys[0] != w.desk.surveys[1]);
    QCOMPARE(look->look(), PanelLook::Loading); // the former stays in view
    QVERIFY(w.table()->isVisible());
}

void tst_quality_page::aStoreThatCannotBeReadSaysWhyAndCanBeTriedAgain()
{
    Waiting w;
    std::exchange(w.desk.pending, {})(Error { ErrorCode::Damaged, "history.db", "page 7 is broken" });
    auto *look = w.shell.find<LookBar>("qualityLook");
    QCOMPARE(look->look(), PanelLook::Error);
    QVERIFY(look->accessibleDescription().contains(QStringLiteral("page 7")));
    QTest::mouseClick(look->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(w.desk.surveys.size(), std::size_t(2));
}

void tst_quality_page::withoutAHistoryThePageSaysSo()
{
    Shell shell;
    shell.page(MainWindow::Quality);
    QVERIFY(!shell.find<QPushButton>("qualitySurvey")->isVisible());
    QVERIFY(!shell.find<RowTable>("qualityTable")->isVisible());
}

void tst_quality_page::hostileLabelsStayPlainAndOnOneLine()
{
    Waiting w;
    w.desk.finish({ series(1, utf8(hostile), 12, utf8(hostile)) });
    for (int column = 0; column < w.table()->cells()->columnCount(); ++column)
        QVERIFY(!w.table()->cells()->index(0, column).data().toString().contains(QChar(0x202e)));
    for (QLabel *label : w.page->findChildren<QLabel *>()) {
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
        QVERIFY2(!label->text().contains(QChar(0x202e)), qPrintable(label->text()));
    }
}

QTEST_MAIN(tst_quality_page)
#include "tst_quality_page.moc"
