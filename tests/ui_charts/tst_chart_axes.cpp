#include "ui/charts/line_segments.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/value_axis.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace lepto;

namespace {

constexpr TimeMs minute = 60'000, hour = 60 * minute, day = 24 * hour;
constexpr TimeMs start = 1'794'268'800'000; // Tue 10 Nov 2026 00:00 UTC

Columns columnsAt(const std::vector<std::pair<TimeMs, double>> &samples, TimeMs interval)
{
    Columns data;
    data.interval = interval;
    for (const auto &[t, v] : samples)
        data.columns.push_back({ t, v, v, v, v });
    return data;
}

QString shape(const LineSegments &line)
{
    QStringList parts;
    for (const QList<QPointF> &segment : line.segments)
        parts.append(QString::number(segment.size()));
    return parts.join(QLatin1Char(' ')) + QStringLiteral(" | %1").arg(line.gaps.size());
}

} // namespace

class ChartAxesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valueAxesAreRoundAndStartAtZeroWhereFitting_data()
    {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("labels");
        constexpr double inf = std::numeric_limits<double>::infinity();
        QTest::newRow("latency in seconds") << 0.2 << 1.84 << "seconds"
                                            << "0 0.5 1.0 1.5 2.0 s";
        QTest::newRow("latency in milliseconds") << 0.1 << 0.42 << "seconds"
                                                 << "0 100 200 300 400 500 ms";
        QTest::newRow("microseconds") << 0.0 << 0.0004 << "seconds"
                                      << "0 100 200 300 400 µs";
        QTest::newRow("minutes") << 0.0 << 540.0 << "seconds"
                                 << "0 2 4 6 8 10 min";
        QTest::newRow("ratio as percent") << 0.0 << 0.038 << "ratio"
                                          << "0 1 2 3 4 %";
        QTest::newRow("narrow ratio keeps its lower end visible") << 0.984 << 0.999 << "ratio"
                                                                  << "98.0 98.5 99.0 99.5 100.0 %";
        QTest::newRow("rates with a prefix") << 0.0 << 5200.0 << "1/s"
                                             << "0 2 4 6 k/s";
        QTest::newRow("bytes in binary prefixes") << 0.0 << 3.0 * 1024 * 1024 << "bytes"
                                                  << "0 1 2 3 MiB";
        QTest::newRow("far from zero") << 1500.0 << 1900.0 << ""
                                       << "1.5 1.6 1.7 1.8 1.9 k";
        QTest::newRow("through zero") << -3.0 << 4.0 << ""
                                      << "−4 −2 0 2 4";
        QTest::newRow("all below zero") << -8.0 << -1.0 << ""
                                        << "−8 −6 −4 −2 0";
        QTest::newRow("a constant") << 5.0 << 5.0 << ""
                                    << "2 4 6 8";
        QTest::newRow("only zeros") << 0.0 << 0.0 << ""
                                    << "0 0.25 0.50 0.75 1.00";
        QTest::newRow("nothing at all") << inf << -inf << ""
                                        << "0 0.25 0.50 0.75 1.00";
        QTest::newRow("not a number") << std::nan("") << 1.0 << ""
                                      << "0 0.25 0.50 0.75 1.00";
    }

    void valueAxesAreRoundAndStartAtZeroWhereFitting()
    {
        QFETCH(double, lowest);
        QFETCH(double, highest);
        QFETCH(QString, unit);
        QFETCH(QString, labels);
        const ValueAxis axis = readableAxis(lowest, highest, unit, 4);
        QCOMPARE(axis.labels.join(QLatin1Char(' ')).replace(QChar(0x00a0), QLatin1Char(' ')), labels);
        QCOMPARE(int(axis.ticks.size()), int(axis.labels.size()));
        QVERIFY(axis.lower < axis.upper);
        if (std::isfinite(lowest) && std::isfinite(highest)) {
            QVERIFY(axis.lower <= lowest + 1e-12);
            QVERIFY(axis.upper >= highest - 1e-12);
        }
    }

    void hugeAndTinyValuesGiveAFiniteAxis()
    {
        for (const double v : { 1e300, 1e-300, 5e-324, std::numeric_limits<double>::max() / 4 }) {
            const ValueAxis axis = readableAxis(0, v, QString(), 5);
            QVERIFY2(std::isfinite(axis.lower) && std::isfinite(axis.upper), qPrintable(QString::number(v)));
            QVERIFY(axis.ticks.size() < 65);
        }
    }

    void timeTicksStandAtRoundTimes_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QString>("labels");
        QTest::newRow("three hours") << qint64(start + 9 * hour + 5 * minute) << qint64(start + 12 * hour) << 4
                                     << "10:00 11:00 12:00";
        QTest::newRow("ten minutes") << qint64(start + 61 * minute) << qint64(start + 71 * minute) << 5
                                     << "01:02 01:04 01:06 01:08 01:10";
        QTest::newRow("seconds") << qint64(start) << qint64(start + 20'000) << 4 << "10 Nov 00:00:05 00:00:10 00:00:15 00:00:20";
        QTest::newRow("the date at midnight")
            << qint64(start - 6 * hour) << qint64(start + 6 * hour) << 2 << "18:00 10 Nov 06:00";
        QTest::newRow("days") << qint64(start) << qint64(start + 3 * day) << 3 << "10 Nov 11 Nov 12 Nov 13 Nov";
        QTest::newRow("backwards") << qint64(start) << qint64(start - 1) << 3 << "";
    }

    void timeTicksStandAtRoundTimes()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(int, wanted);
        QFETCH(QString, labels);
        QLocale::setDefault(QLocale::c());
        QStringList said;
        for (const TimeTick &tick : timeTicks(from, to, wanted, true))
            said.append(tick.label);
        QCOMPARE(said.join(QLatin1Char(' ')), labels);
    }

    void gapsCutALine_data()
    {
        QTest::addColumn<QList<qint64>>("seconds");
        QTest::addColumn<qint64>("interval");
        QTest::addColumn<QString>("shape");
        QTest::newRow("no gap") << QList<qint64> { 0, 15, 30, 45 } << 15'000LL << "4 | 0";
        QTest::newRow("one late sample is no gap") << QList<qint64> { 0, 15, 45, 60 } << 15'000LL << "4 | 0";
        QTest::newRow("two missing scrapes are one") << QList<qint64> { 0, 15, 60, 75 } << 15'000LL << "2 2 | 1";
        QTest::newRow("a lone sample stays") << QList<qint64> { 0, 15, 100, 200, 215 } << 15'000LL << "2 1 2 | 2";
        QTest::newRow("spacing found where it is not told") << QList<qint64> { 0, 10, 20, 30, 90, 100 } << 0LL << "4 2 | 1";
        QTest::newRow("empty") << QList<qint64> {} << 15'000LL << " | 0";
    }

    void gapsCutALine()
    {
        QFETCH(QList<qint64>, seconds);
        QFETCH(qint64, interval);
        QFETCH(QString, shape);
        std::vector<std::pair<TimeMs, double>> samples;
        for (const qint64 s : seconds)
            samples.push_back({ start + s * 1000, 1.0 });
        QCOMPARE(::shape(lineSegments(columnsAt(samples, interval), start, 1000)), shape);
    }

    void aStaleMarkerEndsTheLine()
    {
        Columns data = columnsAt({ { start, 1 }, { start + 15'000, 2 }, { start + 30'000, staleMarker() }, { start + 45'000, 3 },
                                     { start + 60'000, 4 } },
            15'000);
        QCOMPARE(shape(lineSegments(data, start, 1000)), QStringLiteral("2 2 | 0"));
    }

    void columnsWiderThanTheIntervalCutOnlyWhereOneIsEmpty()
    {
        const TimeMs width = 60'000;
        const Columns whole = columnsAt({ { start, 1 }, { start + width, 1 }, { start + 2 * width, 1 } }, 15'000);
        QCOMPARE(shape(lineSegments(whole, start, width)), QStringLiteral("3 | 0"));
        const Columns holed
            = columnsAt({ { start, 1 }, { start + width, 1 }, { start + 3 * width, 1 }, { start + 4 * width, 1 } }, 15'000);
        QCOMPARE(shape(lineSegments(holed, start, width)), QStringLiteral("2 2 | 1"));
    }

    void aColumnKeepsItsSpike()
    {
        Columns data;
        data.interval = 1000;
        data.columns = { { start, 1, 9, 1, 2 }, { start + 1000, 2, 2, 2, 2 }, { start + 2000, 1, 8, 8, 1 } };
        const LineSegments line = lineSegments(data, start, 1000);
        QCOMPARE(int(line.segments.size()), 1);
        const QList<QPointF> expected { { 0, 1 }, { 0, 9 }, { 1000, 2 }, { 2000, 8 }, { 2000, 1 } };
        QCOMPARE(line.segments.front(), expected);
    }

    void theColumnAtATimeIsNoOlderThanAGap()
    {
        const Columns data = columnsAt({ { start, 1 }, { start + 15'000, 2 }, { start + 600'000, 3 } }, 15'000);
        QVERIFY(!columnAt(data, start - 1, 1000));
        QCOMPARE(columnAt(data, start + 20'000, 1000)->last, 2.0);
        QVERIFY(!columnAt(data, start + 300'000, 1000));
        QCOMPARE(columnAt(data, start + 600'000, 1000)->last, 3.0);
    }
};

QTEST_MAIN(ChartAxesTest)
#include "tst_chart_axes.moc"
