#include "core/base/text.h"
#include "core/sources/http_client.h"
#include "tests/support/http_fixture.h"
#include "tests/support/server_process.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace lepto;
using namespace lepto::test;

namespace {

QByteArray gzip(const QByteArray &plain)
{
    QByteArray out(plain.size() + 1000, Qt::Uninitialized);
    z_stream z {};
    deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    z.avail_in = uInt(plain.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = uInt(out.size());
    deflate(&z, Z_FINISH);
    out.resize(qsizetype(z.total_out));
    deflateEnd(&z);
    return out;
}

} // namespace

static QByteArray httpDate(int secondsAhead)
{
    const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(secondsAhead);
    return QLocale::c().toString(at, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

class TestHttpClient : public QObject {
    Q_OBJECT

    std::optional<Result<HttpAnswer>> m_answer;

    const Result<HttpAnswer> &get(HttpClient &client, HttpRequest request)
    {
        m_answer.reset();
        client.send(request, this, [this](Result<HttpAnswer> answer) { m_answer = std::move(answer); });
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_answer, 20'000); }();
        return *m_answer;
    }
    QString reason(const QString &url, int timeoutMs = 5000, qint64 maxBytes = 1 << 20)
    {
        HttpClient client(SourceConfig(), {});
        HttpRequest request;
        request.url = QUrl(url);
        request.timeoutMs = timeoutMs;
        request.maxBytes = maxBytes;
        const auto &answer = get(client, request);
        if (!answer)
            return qstr(answer.error());
        return answer->isGood() ? QStringLiteral("good") : qstr(statusError(request.url, *answer));
    }

private Q_SLOTS:
    void goodAnswerComesWithTypeAndClock()
    {
        HttpFixture server(HttpFixture::Reply { .body = "{}", .headers = { { "Date", httpDate(0) } } });
        HttpClient client(SourceConfig(), {});
        HttpRequest request;
        request.url = QUrl(server.url());
        const auto &answer = get(client, request);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("{}"));
        QCOMPARE(answer->contentType, QByteArray("application/json"));
        QVERIFY(answer->clockOffsetMs && std::abs(*answer->clockOffsetMs) < 2000);
        QCOMPARE(client.inFlight(), 0);
    }

    void everyFailureIsOneSentence()
    {
        const quint16 closed = freePort();
        QCOMPARE(reason(QStringLiteral("http://127.0.0.1:%1/").arg(closed)),
            QStringLiteral("127.0.0.1:%1: connection refused, nothing listens on this port").arg(closed));
        QCOMPARE(reason(QStringLiteral("http://no-such-host.invalid/")), QStringLiteral("no-such-host.invalid:80: the host name is not known"));
        QCOMPARE(reason(QStringLiteral("ftp://127.0.0.1/")), QStringLiteral("ftp://127.0.0.1/: the address must begin with http:// or https://"));
        QCOMPARE(reason(QStringLiteral("file:///etc/passwd")), QStringLiteral("file:///etc/passwd: the address must begin with http:// or https://"));
    }

    void everyBadAnswerIsOneSentence_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto row = [](int status, const char *type, const char *body, const char *text) {
            QTest::addRow("%d %s", status, type) << status << QByteArray(type) << QByteArray(body) << QString::fromUtf8(text);
        };
        row(401, "text/plain", "Unauthorized", "the server asks for a valid user name, password or token (401)");
        row(403, "text/html", "<html>", "the server does not allow this (403)");
        row(404, "text/plain", "404 page not found", "the server has no such page (404); check the path of the address");
        row(500, "text/plain", "boom\nat line 1", "the server answers 500: boom at line 1");
        row(502, "text/html", "<html><body>Bad gateway</body></html>", "the server answers 502");
        row(503, "text/plain", "Service Unavailable", "the server is not ready (503)");
        row(429, "text/plain", "", "the server asks to slow down (429)");
        row(400, "text/plain", "Client sent an HTTP request to an HTTPS server.\n", "the server answers 400: Client sent an HTTP request to an HTTPS server.");
    }
    void everyBadAnswerIsOneSentence()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        HttpFixture server(HttpFixture::Reply { .status = status, .contentType = type, .body = body });
        QCOMPARE(reason(server.url()), QStringLiteral("127.0.0.1:%1: ").arg(server.port()) + text);
    }

    void slowServerTimesOut()
    {
        HttpFixture server(HttpFixture::Reply { .delayMs = -1 });
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(reason(server.url(), 500), QStringLiteral("127.0.0.1:%1: no answer within 0.5 seconds").arg(server.port()));
        QVERIFY(clock.elapsed() < 3000);
    }

    void endlessBodyIsStoppedAtTheLimit()
    {
        HttpFixture server(HttpFixture::Reply { .endless = true });
        QCOMPARE(reason(server.url(), 20'000, 3 << 20), QStringLiteral("127.0.0.1:%1: the answer is larger than 3 MiB").arg(server.port()));
    }

    void cutBodyIsNotTakenForWhole()
    {
        HttpFixture server(HttpFixture::Reply { .body = QByteArray(1000, 'x'), .cut = true });
        QCOMPARE(reason(server.url()), QStringLiteral("127.0.0.1:%1: the server closed the connection before its answer was complete").arg(server.port()));
    }

    void answerThatIsNotHttpIsSaidSo()
    {
        HttpFixture server(HttpFixture::Reply { .raw = "SSH-2.0-OpenSSH_9.2\r\n" });
        const QString text = reason(server.url());
        QVERIFY2(text == QStringLiteral("127.0.0.1:%1: the answer is not HTTP").arg(server.port())
                || text == QStringLiteral("127.0.0.1:%1: the server closed the connection before its answer was complete").arg(server.port()),
            qPrintable(text));
    }

    void plainServerBehindHttpsIsSaidSo()
    {
        HttpFixture server(HttpFixture::Reply { .body = "{}" });
        QCOMPARE(reason(QStringLiteral("https://127.0.0.1:%1/").arg(server.port())),
            QStringLiteral("127.0.0.1:%1: the server does not speak TLS on this port; try http://").arg(server.port()));
    }

    void redirectIsNotFollowedAndCredentialsStayHere()
    {
        HttpFixture thief(HttpFixture::Reply { .body = "{}" });
        HttpFixture server(HttpFixture::Reply { .status = 302, .headers = { { "Location", (thief.url() + QStringLiteral("/steal")).toLatin1() } } });
        SourceConfig config;
        config.username = QStringLiteral("me");
        config.headers.insert(QStringLiteral("X-Scope-OrgID"), QStringLiteral("team"));
        HttpClient client(config, QStringLiteral("pw"));
        HttpRequest request;
        request.url = QUrl(server.url());
        const auto &answer = get(client, request);
        QVERIFY(answer);
        QCOMPARE(qstr(statusError(request.url, *answer)),
            QStringLiteral("127.0.0.1:%1: the server sends us to %2/steal, which is not followed; enter that address if it is right").arg(server.port()).arg(thief.url()));
        QTest::qWait(100);
        QVERIFY(thief.requests().isEmpty());
        QCOMPARE(server.requests().at(0).headers.value("authorization"), QByteArray("Basic bWU6cHc="));
        QCOMPARE(server.requests().at(0).headers.value("x-scope-orgid"), QByteArray("team"));
    }

    void bearerTokenFileIsReadAtEveryUse()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("token")));
        HttpFixture server(HttpFixture::Reply { .body = "{}" });
        SourceConfig config;
        config.tokenFile = file.fileName();
        HttpClient client(config, {});
        HttpRequest request;
        request.url = QUrl(server.url());
        for (const char *token : { "first\n", "second" }) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(token);
            file.close();
            QVERIFY(get(client, request));
            QCOMPARE(server.requests().last().headers.value("authorization"), "Bearer " + QByteArray(token).trimmed());
        }
        file.remove();
        const auto &answer = get(client, request);
        QVERIFY(!answer);
        QCOMPARE(qstr(answer.error()), file.fileName() + QStringLiteral(": the token file cannot be read: No such file or directory"));
    }

    void flatSeriesThatCompressWellAreNotAnAttack()
    {
        const QByteArray plain = QByteArray("[1795253045.134,\"0\"],").repeated(1'000'000);
        HttpFixture server(HttpFixture::Reply { .body = gzip(plain), .headers = { { "Content-Encoding", "gzip" } } });
        HttpClient client(SourceConfig(), {});
        HttpRequest request;
        request.url = QUrl(server.url());
        request.packed = true;
        const auto &answer = get(client, request);
        QVERIFY(answer);
        QCOMPARE(answer->body, plain);
    }

    void sinkTakesThePiecesAndMayStop()
    {
        HttpFixture server(HttpFixture::Reply { .endless = true });
        HttpClient client(SourceConfig(), {});
        HttpRequest request;
        request.url = QUrl(server.url());
        qint64 got = 0;
        request.sink = [&](const HttpAnswer &, const QByteArray &part) { return (got += part.size()) < 500'000; };
        const auto &answer = get(client, request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        QVERIFY(got >= 500'000);
    }

    void answerDiesWithItsContext()
    {
        HttpFixture server(HttpFixture::Reply { .body = "{}", .delayMs = 50 });
        HttpClient client(SourceConfig(), {});
        auto *context = new QObject;
        bool called = false;
        HttpRequest request;
        request.url = QUrl(server.url());
        client.send(request, context, [&](Result<HttpAnswer>) { called = true; });
        delete context;
        QTest::qWait(300);
        QVERIFY(!called);
        QCOMPARE(client.inFlight(), 0);
    }

    void clientMayDieInMidAnswer()
    {
        HttpFixture server(HttpFixture::Reply { .endless = true });
        bool called = false;
        {
            HttpClient client(SourceConfig(), {});
            HttpRequest request;
            request.url = QUrl(server.url());
            client.send(request, this, [&](Result<HttpAnswer>) { called = true; });
            QTest::qWait(30);
        }
        QTest::qWait(100);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
