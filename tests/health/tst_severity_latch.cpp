#include "core/health/severity_latch.h"

#include <QTest>

#include <cmath>

using namespace lepto;

/// Values one second apart in, severities out: "." ok, "w" warning, "c" critical.
class tst_severity_latch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheTable_data();
    void followsTheTable();
};

void tst_severity_latch::followsTheTable_data()
{
    QTest::addColumn<QString>("warning");
    QTest::addColumn<QString>("critical");
    QTest::addColumn<int>("holdFor");
    QTest::addColumn<QVector<double>>("values");
    QTest::addColumn<QString>("severities");
    const auto row = [](const char *name, const char *warning, const char *critical, int seconds, QVector<double> values,
                         const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(warning) << QString::fromUtf8(critical) << seconds << values
                            << QString::fromUtf8(expected);
    };
    row("at once without for", "> 10", "> 20", 0, { 5, 11, 21, 5 }, ".wc.");
    row("the limit itself is not over it", "> 10", "> 20", 0, { 10, 20 }, ".w");
    row("or equal is", ">= 10", ">= 20", 0, { 10, 20 }, "wc");
    row("a spike shorter than for is nothing", "> 10", "", 3, { 5, 11, 11, 5, 5, 11, 5 }, ".......");
    row("for counts from the first crossing", "> 10", "", 3, { 5, 11, 11, 11, 11, 11 }, "....ww");
    row("clearing takes as long as raising", "> 10", "", 2, { 11, 11, 11, 5, 5, 5, 5 }, "..www..");
    row("a value in the margin clears nothing", "> 10", "", 0, { 11, 9.8, 9.6, 11, 9.4 }, "wwww.");
    row("a value in the margin raises nothing", "> 10", "", 0, { 9.8, 9.6 }, "..");
    row("critical falls back to warning", "> 10", "> 20", 0, { 25, 15, 5 }, "cw.");
    row("both limits wait on their own", "> 10", "> 20", 2, { 15, 25, 25, 25, 25 }, "..wcc");
    row("below", "< 10", "< 5", 0, { 12, 9, 4, 10.2, 10.6 }, ".wcw.");
    row("zero limit has no margin", "> 0", "", 0, { 0, 0.001, 0 }, ".w.");
    row("negative limit", "> -10", "", 0, { -20, -9, -10.2, -10.6 }, ".ww.");
    row("NaN changes nothing", "> 10", "", 0, { 11, NAN, NAN, 5, NAN }, "www..");
    row("infinity crosses", "> 10", "> 20", 0, { double(INFINITY), -double(INFINITY) }, "c.");
    row("only critical", "", "> 20", 0, { 15, 25, 15 }, ".c.");
    row("no limits", "", "", 0, { 1e300 }, ".");
}

void tst_severity_latch::followsTheTable()
{
    QFETCH(QString, warning);
    QFETCH(QString, critical);
    QFETCH(int, holdFor);
    QFETCH(QVector<double>, values);
    Rule rule;
    if (!warning.isEmpty())
        rule.warning = *Threshold::parse(warning);
    if (!critical.isEmpty())
        rule.critical = *Threshold::parse(critical);
    rule.holdFor = holdFor * 1000;
    SeverityLatch latch;
    QString severities;
    for (int i = 0; i < values.size(); ++i) {
        const Severity severity = latch.update(rule, values[i], 1000 * (i + 1));
        severities += QLatin1Char(severity == Severity::Critical ? 'c' : severity == Severity::Warning ? 'w' : '.');
    }
    QTEST(severities, "severities");
}

QTEST_APPLESS_MAIN(tst_severity_latch)
#include "tst_severity_latch.moc"
