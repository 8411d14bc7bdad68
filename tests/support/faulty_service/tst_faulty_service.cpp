#include "tests/support/faulty_service/control.h"
#include "tests/support/faulty_service/loopback_server.h"
#include "tests/support/faulty_service/metrics_page.h"
#include "tests/support/faulty_service/worker_pool.h"

#include <QTcpSocket>
#include <QTest>
#include <QThread>

using namespace lepto::demo;

namespace {

struct Minute {
    double latency, errorShare;
    int queued;
};

Minute observe(WorkerPool &pool, double from, double to)
{
    pool.advanceTo(from);
    const WorkerPool::Counters before = pool.counters();
    pool.advanceTo(to);
    const WorkerPool::Counters after = pool.counters();
    const double failed = static_cast<double>(after.timedOut - before.timedOut);
    const double all = static_cast<double>(after.answered - before.answered) + failed;
    return { (after.durationSum - before.durationSum) / all, failed / all, pool.queued() };
}

/// A server with its own thread, so that the blocking control can be tried in this one.
class RunningServer {
public:
    RunningServer()
    {
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_server = new LoopbackServer({}, 1, &m_context);
                m_server->listen(0);
            },
            Qt::BlockingQueuedConnection);
    }
    ~RunningServer()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { delete m_server; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    quint16 port() const { return m_server->port(); }

private:
    struct Context : QObject {
        explicit Context(QThread *thread) { moveToThread(thread); }
    };
    QThread m_thread;
    Context m_context { &m_thread };
    LoopbackServer *m_server = nullptr;
};

} // namespace

class TestFaultyService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHealthyPoolAnswersInFortyMilliseconds()
    {
        WorkerPool pool({});
        const Minute healthy = observe(pool, 10, 70);
        QVERIFY2(healthy.latency > 0.036 && healthy.latency < 0.045, qPrintable(QString::number(healthy.latency)));
        QCOMPARE(healthy.errorShare, 0.0);
        QCOMPARE(healthy.queued, 0);
    }

    void aShrunkenPoolQueuesAndTimesOut()
    {
        WorkerPool pool({});
        pool.advanceTo(30);
        pool.setWorkers(4);
        const Minute broken = observe(pool, 40, 70);
        QVERIFY2(broken.latency > 1, qPrintable(QString::number(broken.latency)));
        QVERIFY2(broken.errorShare > 0.2, qPrintable(QString::number(broken.errorShare)));
        QVERIFY(broken.queued > 200);
    }

    void aMendedPoolRecoversWithinTwentySeconds()
    {
        WorkerPool pool({});
        pool.advanceTo(30);
        pool.setWorkers(4);
        pool.advanceTo(60);
        pool.setWorkers(20);
        const Minute mended = observe(pool, 80, 110);
        QVERIFY2(mended.latency < 0.045, qPrintable(QString::number(mended.latency)));
        QCOMPARE(mended.errorShare, 0.0);
    }

    void theSameSeedGivesTheSamePageHoweverTimeIsCut()
    {
        WorkerPool coarse({}), fine({});
        coarse.advanceTo(20);
        for (int i = 0; i <= 2000; ++i)
            fine.advanceTo(i * 0.01);
        QCOMPARE(metricsPage(fine), metricsPage(coarse));
        WorkerPool::Settings other;
        other.seed = 2;
        WorkerPool different(other);
        different.advanceTo(20);
        QVERIFY(metricsPage(different) != metricsPage(coarse));
    }

    void thePageCountsEveryRequestOnce()
    {
        WorkerPool pool({});
        pool.advanceTo(10);
        const QByteArray page = metricsPage(pool);
        const QByteArray count = QByteArray::number(qulonglong(pool.counters().answered + pool.counters().timedOut));
        QVERIFY(page.contains("http_request_duration_seconds_count " + count + '\n'));
        QVERIFY(page.contains("http_request_duration_seconds_bucket{le=\"+Inf\"} " + count + '\n'));
        QVERIFY(page.contains("checkout_workers 20\n"));
        QVERIFY(page.contains("checkout_resizes_total 0\n"));
    }

    void theControlSetsAndReadsTheWorkers()
    {
        RunningServer server;
        QString error;
        QCOMPARE(workersOf(server.port(), std::nullopt, &error).value_or(-1), 20);
        QCOMPARE(workersOf(server.port(), 4, &error).value_or(-1), 4);
        QCOMPARE(workersOf(server.port(), std::nullopt, &error).value_or(-1), 4);
        QVERIFY(!workersOf(server.port(), -1, &error));
        QCOMPARE(error, QStringLiteral("the body is a number from 0 to 1000"));
    }

    void theControlSaysThatNobodyListens()
    {
        QString error;
        QVERIFY(!workersOf(1, std::nullopt, &error));
        QVERIFY(!error.isEmpty());
    }

    void anOversizeRequestIsRefused()
    {
        RunningServer server;
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
        socket.write(QByteArray(10000, 'x'));
        while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(5000)) { }
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 413 "));
    }
};

QTEST_GUILESS_MAIN(TestFaultyService)
#include "tst_faulty_service.moc"
