#include "core/worker/worker_client.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace lepto;

class TestWorkerClient : public QObject {
    Q_OBJECT

private:
    const QStringList m_real{QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-worker")};

private Q_SLOTS:
    void theRealWorkerGreetsAndAnswers()
    {
        WorkerClient client(m_real);
        QSignalSpy ready(&client, &WorkerClient::ready), finished(&client, &WorkerClient::finished), logged(&client, &WorkerClient::logged);
        const QString id = client.request(ml::ForecastRequest{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 3, 0, 0.8});
        QVERIFY(finished.wait(20'000));
        QCOMPARE(finished.first().at(0).toString(), id);
        QCOMPARE(finished.first().at(1).toJsonObject()[u"mean"].toArray().size(), 3);
        QCOMPARE(ready.size(), 1);
        QCOMPARE(ready.first().first().toJsonObject()[u"protocol"].toInt(), 1);
        QVERIFY(!logged.isEmpty());
        client.start();
        QVERIFY(client.running());
        client.stop();
        QVERIFY(!client.running());
    }

    void anErrorKeepsItsCodeAndWords()
    {
        WorkerClient client(m_real);
        QSignalSpy failed(&client, &WorkerClient::failed);
        client.request(ml::ForecastRequest{{1, 2}, 3, 0, 0.8});
        QVERIFY(failed.wait(20'000));
        const auto error = failed.first().at(1).value<Error>();
        QCOMPARE(error.code, ErrorCode::BadInput);
        QCOMPARE(error.text(), std::string("forecast: the history has 2 usable values, at least 8 are needed"));
    }

    void aKilledWorkerFailsWhatWasOpenAndIsStartedAgainByTheNextRequest()
    {
        // The command is a list: a shell stands where ssh would, and tells its process id first.
        WorkerClient client({QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("echo pid $$; exec sleep 60")});
        QSignalSpy logged(&client, &WorkerClient::logged), failed(&client, &WorkerClient::failed), died(&client, &WorkerClient::died);
        const QString id = client.request(ml::ForecastRequest{});
        QVERIFY(logged.wait(5000));
        const pid_t pid = logged.first().first().toString().mid(4).toInt();
        QVERIFY(pid > 1);
        QCOMPARE(::kill(pid, SIGKILL), 0);
        QVERIFY(died.wait(5000));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(0).toString(), id);
        QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::Unavailable);
        QVERIFY(!client.running());
        client.request(ml::ForecastRequest{});
        QTRY_COMPARE_WITH_TIMEOUT(logged.size(), 2, 5000);
    }

    void aSilentWorkerIsEndedByTheHeartbeat()
    {
        WorkerClient client({QStringLiteral("/bin/sleep"), QStringLiteral("60")});
        client.setHeartbeat(50, 300);
        QSignalSpy died(&client, &WorkerClient::died), failed(&client, &WorkerClient::failed);
        client.request(ml::HelloRequest{});
        QVERIFY(died.wait(5000));
        QCOMPARE(failed.size(), 1);
    }

    void aMissingProgramIsOneSentence()
    {
        WorkerClient client({QStringLiteral("/no/such/worker")});
        QSignalSpy died(&client, &WorkerClient::died), failed(&client, &WorkerClient::failed);
        client.request(ml::HelloRequest{});
        QTRY_COMPARE(died.size(), 1);
        QCOMPARE(failed.size(), 1);
        const auto error = died.first().first().value<Error>();
        QCOMPARE(QString::fromStdString(error.subject), QStringLiteral("/no/such/worker"));
    }

    void aBannerOfALoginIsLoggedNotParsed()
    {
        WorkerClient client({QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                             QStringLiteral("echo Welcome; echo '{\"v\":9}'; exec '%1'").arg(m_real.first())});
        QSignalSpy finished(&client, &WorkerClient::finished), logged(&client, &WorkerClient::logged);
        client.request(ml::ForecastRequest{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 1, 0, 0.8});
        QVERIFY(finished.wait(20'000));
        QCOMPARE(logged.first().first().toString(), QStringLiteral("Welcome"));
    }

    void whatTheWorkerSaidLastIsPartOfTheReason()
    {
        WorkerClient client({QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("echo 'no such library' >&2; exit 4")});
        QSignalSpy died(&client, &WorkerClient::died);
        client.start();
        QVERIFY(died.wait(5000));
        const QString reason = QString::fromStdString(died.first().first().value<Error>().reason);
        QVERIFY2(reason.contains(QStringLiteral("status 4")) && reason.endsWith(QStringLiteral("no such library")), qPrintable(reason));
    }

    void stoppingEndsAProcessThatIgnoresItsInput()
    {
        WorkerClient client({QStringLiteral("/bin/sleep"), QStringLiteral("60")});
        QSignalSpy failed(&client, &WorkerClient::failed);
        client.request(ml::HelloRequest{});
        QElapsedTimer watch;
        watch.start();
        client.stop(200);
        QVERIFY(watch.elapsed() < 2000);
        QVERIFY(!client.running());
        QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestWorkerClient)
#include "tst_worker_client.moc"
