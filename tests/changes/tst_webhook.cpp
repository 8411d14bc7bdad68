#include "core/base/text.h"
#include "core/changes/webhook_server.h"

#include <QMessageAuthenticationCode>
#include <QTcpSocket>
#include <QTest>

using namespace lepto;

namespace {

const QString kToken = QStringLiteral("0123456789abcdef");
const QByteArray kBody = R"({"title":"cart 2"})";

QByteArray request(const QByteArray &body = kBody, const QByteArray &extra = "Authorization: Bearer 0123456789abcdef\r\n")
{
    return "POST /v1/changes HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + extra + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

/// A webhook that keeps what it was given.
struct Desk {
    QStringList titles;
    Result<void> full;
    WebhookServer server { kToken, [this](const PostedChanges &posted) -> Result<WebhookServer::Counts> {
        if (!full)
            return full.error();
        for (const Change &change : posted.changes)
            titles.append(change.title);
        return WebhookServer::Counts { int(posted.changes.size()), 0, 0 };
    } };
    Desk() { full = server.listen(0); }

    /// Status and body of the answer.
    QString send(const QByteArray &bytes, int waitMs = 8000)
    {
        QTcpSocket socket;
        QByteArray answer;
        socket.connectToHost(QHostAddress::LocalHost, quint16(server.port()));
        if (!socket.waitForConnected(2000))
            return socket.errorString();
        socket.write(bytes);
        (void)QTest::qWaitFor([&] {
            if (socket.isOpen())
                answer += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState && !answer.isEmpty();
        }, waitMs);
        return QString::fromUtf8(answer.mid(9, 3) + ' ' + answer.mid(answer.indexOf("\r\n\r\n") + 4).trimmed());
    }
};

} // namespace

class TestWebhook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsTaken()
    {
        Desk desk;
        QCOMPARE(desk.send(request()), QStringLiteral("200 {\"added\":1,\"known\":0,\"updated\":0}"));
        QCOMPARE(desk.send(request().replace("127.0.0.1", "LOCALHOST:9465")), QStringLiteral("200 {\"added\":1,\"known\":0,\"updated\":0}"));
        QCOMPARE(desk.titles, QStringList({ QStringLiteral("cart 2"), QStringLiteral("cart 2") }));
    }

    void theTokensOfGitLabAndGitHubAreTaken()
    {
        Desk desk;
        QVERIFY(desk.send(request(kBody, "X-Gitlab-Token: 0123456789abcdef\r\n")).startsWith(QStringLiteral("200")));
        const QByteArray mac = QMessageAuthenticationCode::hash(kBody, kToken.toUtf8(), QCryptographicHash::Sha256).toHex();
        QVERIFY(desk.send(request(kBody, "X-Hub-Signature-256: sha256=" + mac + "\r\n")).startsWith(QStringLiteral("200")));
        QCOMPARE(desk.send(request("{\"title\":\"other\"}", "X-Hub-Signature-256: sha256=" + mac + "\r\n")), QStringLiteral("401 the token is wrong"));
    }

    void refusalsAreOneSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *name, const QByteArray &bytes, const char *answer) { QTest::newRow(name) << bytes << QString::fromUtf8(answer); };
        row("no token", request(kBody, {}), "401 the token is missing");
        row("wrong token", request(kBody, "Authorization: Bearer 0123456789abcdeg\r\n"), "401 the token is wrong");
        row("empty token", request(kBody, "Authorization: Bearer \r\n"), "401 the token is wrong");
        row("rebinding", request().replace("Host: 127.0.0.1", "Host: evil.example:9465"), "421 this webhook answers only to the names 127.0.0.1 and localhost");
        row("rebinding look-alike", request().replace("Host: 127.0.0.1", "Host: 127.0.0.1.evil.example"), "421 this webhook answers only to the names 127.0.0.1 and localhost");
        row("a web page", request(kBody, "Origin: http://localhost\r\nAuthorization: Bearer 0123456789abcdef\r\n"), "403 web pages may not send changes");
        row("other path", request().replace("/v1/changes", "/"), "404 changes are posted to /v1/changes");
        row("GET", request().replace("POST", "GET"), "405 changes are sent with POST");
        row("form", request().replace("application/json", "application/x-www-form-urlencoded"), "415 the body must be application/json");
        row("bad JSON", request("{\"title\":"), "400 body: no JSON: unterminated object at byte 9");
        row("no title", request("{}"), "400 title: is missing");
        row("too large", request(QByteArray(300 << 10, ' ')), "413 the body is larger than 256 KiB");
        row("huge length", request().replace("Content-Length: ", "Content-Length: 99999999999999999999"), "413 the body is larger than 256 KiB");
        row("chunked", request().replace("Content-Length", "Transfer-Encoding: chunked\r\nX"), "501 a body must be sent with its length, not in chunks");
        row("both framings", request(kBody, "Transfer-Encoding: chunked\r\n"), "501 a body must be sent with its length, not in chunks");
        row("two lengths", request(kBody, "Content-Length: 3\r\n"), "400 the length of the body is not a number");
        row("signed length", request().replace("Content-Length: ", "Content-Length: +"), "400 the length of the body is not a number");
        row("no length", "POST /v1/changes HTTP/1.1\r\nHost: localhost\r\n\r\n", "411 the length of the body is missing");
        row("no host", request().replace("Host: 127.0.0.1\r\n", ""), "400 the request must name one host");
        row("two hosts", request(kBody, "Host: localhost\r\n"), "400 the request must name one host");
        row("old HTTP", request().replace("HTTP/1.1", "HTTP/1.0"), "505 only HTTP/1.1 is spoken here");
        row("proxy request", request().replace("POST /", "POST http://evil/"), "400 the target is not a path");
        row("folded header", request(kBody, "X: a\r\n b\r\n"), "400 a header is malformed");
        row("blank before the colon", request(kBody, "X : a\r\n"), "400 a header is malformed");
        row("bare line feeds", "GET / HTTP/1.1\nHost: localhost\n\r\n\r\n", "400 the first line is not an HTTP request");
        row("TLS", QByteArray::fromHex("1603010200010001fc0303") + "\r\n\r\n", "400 the first line is not an HTTP request");
        row("endless head", "GET /" + QByteArray(20 << 10, 'a'), "431 the head of the request is too large");
        row("too many headers", request(kBody, QByteArray("A: b\r\n").repeated(70)), "431 the request has too many headers");
    }

    void refusalsAreOneSentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, answer);
        Desk desk;
        QCOMPARE(desk.send(bytes), answer);
        QVERIFY(desk.titles.isEmpty());
    }

    void aStoreThatFailsIsSaid()
    {
        Desk desk;
        desk.full = Error { ErrorCode::Exhausted, "ops.db", "the disk is full" };
        QCOMPARE(desk.send(request()), QStringLiteral("503 ops.db: the disk is full"));
    }

    void aFloodIsSlowedDown()
    {
        Desk desk;
        int taken = 0, refused = 0;
        for (int i = 0; i < 70; ++i) {
            const QString answer = desk.send(request());
            taken += answer.startsWith(QStringLiteral("200"));
            refused += answer.startsWith(QStringLiteral("429"));
        }
        QVERIFY2(taken >= 60 && taken < 70 && taken + refused == 70, qPrintable(QStringLiteral("%1 %2").arg(taken).arg(refused)));
        int wrong = 0;
        for (int i = 0; i < 14; ++i)
            wrong += desk.send(request(kBody, "X-Gitlab-Token: x\r\n")).startsWith(QStringLiteral("401"));
        QVERIFY(wrong < 14);
    }

    void aSlowSenderIsLetGo()
    {
        Desk desk;
        QCOMPARE(desk.send(request().left(60)), QStringLiteral("408 the request did not arrive in time"));
    }

    void manyIdleConnectionsDoNotGrow()
    {
        Desk desk;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 60; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QHostAddress::LocalHost, quint16(desk.server.port()));
        }
        const auto open = [&] { return std::count_if(sockets.begin(), sockets.end(), [](const auto &s) { return s->state() == QAbstractSocket::ConnectedState; }); };
        QTRY_VERIFY_WITH_TIMEOUT(open() <= 16, 4000);
        sockets.clear();
        QTRY_VERIFY(desk.send(request()).startsWith(QStringLiteral("200")));
    }

    void aPortInUseIsSaid()
    {
        Desk desk;
        WebhookServer other(kToken, [](const PostedChanges &) { return WebhookServer::Counts(); });
        const auto listening = other.listen(desk.server.port());
        QVERIFY(!listening && listening.error().code == ErrorCode::Conflict);
        QCOMPARE(qstr(listening.error()), QStringLiteral("127.0.0.1:%1: the port of the webhook is in use by another program").arg(desk.server.port()));
        WebhookServer weak(QStringLiteral("short"), [](const PostedChanges &) { return WebhookServer::Counts(); });
        QVERIFY(!weak.listen(0));
    }

    void aServerThatGoesWhileSomeoneSpeaksIsHarmless()
    {
        auto desk = std::make_unique<Desk>();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(desk->server.port()));
        QVERIFY(socket.waitForConnected(2000));
        socket.write(request().left(30));
        QTest::qWait(50);
        desk.reset();
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }
};

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
