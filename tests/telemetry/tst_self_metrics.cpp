#include "core/telemetry/self_history.h"
#include "core/telemetry/self_metrics.h"
#include "tests/support/server_process.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <limits>

using namespace lepto;

class TestSelfMetrics : public QObject {
    Q_OBJECT

    static QByteArray page(int port)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(port));
        if (!socket.waitForConnected(2000))
            return {};
        socket.write("GET /metrics HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n");
        QByteArray all;
        while (socket.waitForReadyRead(2000))
            all += socket.readAll();
        return all.mid(all.indexOf("\r\n\r\n") + 4);
    }
    static void useAll(SelfMetrics &metrics)
    {
        metrics.frame(0.004);
        metrics.ingested(1200);
        metrics.scraped(true, 0.01);
        metrics.scraped(false, 10);
        metrics.query(0.002);
        metrics.storeSize(1 << 20, 5000, 123456);
        metrics.stalled(0.3);
        metrics.stored(0.02);
        metrics.writerQueue(40, 2);
        metrics.detectorRound(0.03);
        metrics.detectorLag(0.7);
        metrics.jobsRunning(1);
        metrics.job("train", SelfMetrics::Job::Done);
    }

private Q_SLOTS:
    void pageCarriesTheNumbers()
    {
        SelfMetrics metrics;
        metrics.listen(0);
        QVERIFY(metrics.waitForListening(5000));
        useAll(metrics);
        const QByteArray text = page(metrics.port());
        for (const char *line : { "leptoscope_ingested_samples_total 1200", "leptoscope_store_series 5000",
                 "leptoscope_jobs_total{kind=\"train\",result=\"done\"} 1", "leptoscope_frame_seconds_count 1",
                 "leptoscope_scrapes_total{result=\"failed\"} 1", "leptoscope_detector_lag_seconds 0.7",
                 "leptoscope_gui_stall_seconds_count 1", "leptoscope_frame_worst_seconds 0.004", "leptoscope_store_write_seconds_count 1",
                 "leptoscope_writer_queued_samples 40", "leptoscope_writer_refused_samples 2", "leptoscope_detector_round_seconds_count 1",
                 "leptoscope_jobs_running 1" })
            QVERIFY2(text.contains(line), text.constData());
        QVERIFY(metrics.problem().isEmpty());
    }

    void promtoolFindsNothingWrong()
    {
        const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP("skipped: promtool is not installed");
        SelfMetrics metrics;
        metrics.listen(0);
        QVERIFY(metrics.waitForListening(5000));
        useAll(metrics);
        QByteArray own;
        // The library adds a metric of its own whose unit promtool dislikes; only ours are judged here.
        for (const QByteArray &line : page(metrics.port()).split('\n')) {
            if (line.contains("leptoscope_"))
                own += line + '\n';
        }
        QProcess process;
        process.start(promtool, { QStringLiteral("check"), QStringLiteral("metrics") });
        process.write(own);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(20'000));
        const QByteArray said = process.readAllStandardError() + process.readAllStandardOutput();
        QVERIFY2(process.exitCode() == 0 && said.trimmed().isEmpty(), said.constData());
    }

    void takenPortFallsBackAndIsExplained()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, 0));
        SelfMetrics metrics;
        metrics.listen(other.serverPort());
        QVERIFY(metrics.waitForListening(5000));
        QVERIFY(metrics.port() != other.serverPort());
        QCOMPARE(metrics.problem(),
            QStringLiteral("127.0.0.1:%1: the port of the console's own metrics is taken, %2 is used").arg(other.serverPort()).arg(metrics.port()));
        QVERIFY(metrics.port() > other.serverPort()); // the next free one
    }

    void whatIsReadIsWhatThePageSays()
    {
        SelfMetrics metrics;
        metrics.listen(0);
        QVERIFY(metrics.waitForListening(5000));
        useAll(metrics);
        const QByteArray text = page(metrics.port());
        const auto readings = metrics.read();
        QVERIFY(readings.size() > 10);
        for (const SelfReading &reading : readings)
            QVERIFY2(text.contains("# TYPE " + QByteArray::fromStdString(reading.metric) + ' '), reading.metric.c_str());
    }

    void quantilesAreThoseOfHistogramQuantile_data()
    {
        QTest::addColumn<double>("q");
        QTest::addColumn<double>("wanted");
        // 10 observations up to 1, 20 up to 2, 5 up to 4, 5 beyond: by hand, linear inside the bucket.
        QTest::newRow("first bucket") << 0.1 << 0.4;
        QTest::newRow("inside") << 0.5 << 1.5;
        QTest::newRow("edge") << 0.75 << 2.0;
        QTest::newRow("beyond the last bound") << 0.99 << 4.0;
    }
    void quantilesAreThoseOfHistogramQuantile()
    {
        QFETCH(double, q);
        QFETCH(double, wanted);
        const double inf = std::numeric_limits<double>::infinity();
        const auto value = histogramQuantile({ { 1, 10 }, { 2, 30 }, { 4, 35 }, { inf, 40 } }, q);
        QVERIFY(value);
        QCOMPARE(*value, wanted);
        QVERIFY(!histogramQuantile({ { 1, 0 }, { inf, 0 } }, q));
    }

    void theHistoryForgetsWhatIsOver()
    {
        SelfMetrics metrics;
        SelfHistory history;
        const auto number = [&history](SelfNumber n) { return history.values()[std::size_t(n)]; };
        metrics.frame(0.9);
        metrics.ingested(1000);
        history.take(0, metrics.read());
        QVERIFY(!number(SelfNumber::FrameP99).good);
        for (int i = 1; i <= 100; ++i) {
            metrics.frame(0.001);
            metrics.ingested(50);
            history.take(i * 5000, metrics.read());
        }
        QVERIFY(number(SelfNumber::FrameP99).good); // the slow one was eight minutes ago
        QCOMPARE(*number(SelfNumber::IngestRate).value, 10.0);
        QVERIFY(number(SelfNumber::IngestRate).trend.size() >= 100);
        history.take(3'600'000, metrics.read());
        QVERIFY(!number(SelfNumber::FrameMedian).value || number(SelfNumber::FrameMedian).trend.size() <= 1);
    }

    void endingDoesNotWaitForTheServer()
    {
        QElapsedTimer clock;
        {
            SelfMetrics metrics;
            metrics.listen(0);
            QVERIFY(metrics.waitForListening(5000));
            page(metrics.port());
            clock.start();
        }
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
    }

    void valuesThatWouldBreakThePageAreLeftOut()
    {
        SelfMetrics metrics;
        metrics.listen(0);
        QVERIFY(metrics.waitForListening(5000));
        metrics.detectorLag(std::numeric_limits<double>::max());
        metrics.query(std::numeric_limits<double>::quiet_NaN());
        const QByteArray text = page(metrics.port());
        QVERIFY(text.contains("leptoscope_detector_lag_seconds 0"));
        QVERIFY(!text.contains("e+308"));
    }

    void onlyLoopbackIsBound()
    {
        SelfMetrics metrics;
        metrics.listen(0);
        QVERIFY(metrics.waitForListening(5000));
        QFile tcp(QStringLiteral("/proc/net/tcp"));
        QVERIFY(tcp.open(QIODevice::ReadOnly));
        const QByteArray port = QByteArray::number(metrics.port(), 16).toUpper().rightJustified(4, '0');
        const QByteArray table = tcp.readAll();
        QVERIFY(table.contains("0100007F:" + port));
        QVERIFY(!table.contains("00000000:" + port + " 00000000:0000 0A"));
    }
};

QTEST_GUILESS_MAIN(TestSelfMetrics)
#include "tst_self_metrics.moc"
