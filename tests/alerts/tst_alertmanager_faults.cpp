#include "core/alerts/alert_service.h"
#include "core/base/text.h"
#include "tests/alerts/alertmanager_server.h"
#include "tests/support/http_fixture.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;
using namespace lepto::test;

/// Servers that are slow, broken, hostile or gone.
class TestAlertmanagerFaults : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static SourceConfig config(const QString &url)
    {
        SourceConfig out;
        out.name = QStringLiteral("am");
        out.kind = SourceConfig::Kind::Alertmanager;
        out.url = url;
        out.timeoutMs = 1500;
        return out;
    }
    QString reasonOf(const SourceConfig &source, const QString &secret = {}, qint64 maxBytes = 1 << 20)
    {
        AlertmanagerClient client(source, secret);
        client.setMaxBytes(maxBytes);
        std::optional<Result<std::vector<Alert>>> got;
        client.alerts({}, this, [&](Result<std::vector<Alert>> alerts) { got = std::move(alerts); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(got, 8000); }();
        return !got ? QStringLiteral("no answer") : *got ? QStringLiteral("good") : qstr(got->error().reason);
    }
    QString reasonOf(const HttpFixture::Reply &reply, qint64 maxBytes = 1 << 20)
    {
        HttpFixture fixture(reply);
        return reasonOf(config(fixture.url()), {}, maxBytes);
    }
    bool makeCertificate(const QString &name, const QString &host)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                                                  QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=") + host, QStringLiteral("-addext"),
                                                  QStringLiteral("subjectAltName=DNS:") + host, QStringLiteral("-keyout"), m_folder.filePath(name + QStringLiteral(".key")),
                                                  QStringLiteral("-out"), m_folder.filePath(name + QStringLiteral(".pem"))});
        return openssl.waitForFinished(20'000) && openssl.exitCode() == 0;
    }

private Q_SLOTS:
    void everyBadAnswerIsOneSentence()
    {
        HttpFixture::Reply reply;
        reply.body = "[{\"labels\":";
        QCOMPARE(reasonOf(reply), QStringLiteral("the answer is broken JSON at byte 11"));
        reply.body = "{\"a\":1}";
        QCOMPARE(reasonOf(reply), QStringLiteral("the answer is no list, this is not Alertmanager's API"));
        reply.body = "\xff\xfe\x00garbage";
        QVERIFY(reasonOf(reply).startsWith(QStringLiteral("the answer is broken JSON")));
        reply.body = QByteArray(4000, '[');
        QVERIFY(reasonOf(reply).startsWith(QStringLiteral("the answer is broken JSON")));
        reply.body = "<html></html>";
        QCOMPARE(reasonOf(reply), QStringLiteral("the answer is a web page instead of JSON; check the path of the address"));
        reply.status = 500;
        reply.body = "\"compaction \xe2\x80\xae failed\"";
        QVERIFY(reasonOf(reply).startsWith(QStringLiteral("Alertmanager refuses this: compaction")));
        reply.status = 503;
        reply.body.clear();
        QCOMPARE(reasonOf(reply), QStringLiteral("the server is not ready (503)"));
    }

    void aSlowAnEndlessAndACutAnswerEnd()
    {
        HttpFixture::Reply slow, endless, cut;
        slow.delayMs = -1;
        QCOMPARE(reasonOf(slow), QStringLiteral("no answer within 1.5 seconds"));
        endless.endless = true;
        QCOMPARE(reasonOf(endless), QStringLiteral("the answer is larger than 1 MiB"));
        cut.cut = true;
        cut.body = "[                ]";
        QVERIFY(reasonOf(cut).contains(QStringLiteral("closed the connection")));
    }

    void tooManyRowsAreRefused()
    {
        HttpFixture::Reply reply;
        reply.body = '[' + QByteArray("{},").repeated(60'000) + "{}]";
        QCOMPARE(reasonOf(reply), QStringLiteral("the answer has more than 50000 rows"));
    }

    void aRedirectDoesNotCarryThePasswordAway()
    {
        HttpFixture thief{HttpFixture::Reply()};
        HttpFixture::Reply away;
        away.status = 302;
        away.headers = {{"Location", thief.url(QStringLiteral("/api/v2/alerts")).toLatin1()}};
        HttpFixture fixture(away);
        SourceConfig source = config(fixture.url());
        source.username = QStringLiteral("ops");
        QVERIFY(reasonOf(source, QStringLiteral("open sesame")).contains(QStringLiteral("which is not followed")));
        QCOMPARE(fixture.requests().size(), 1);
        QCOMPARE(fixture.requests()[0].headers.value("authorization"), "Basic " + QByteArray("ops:open sesame").toBase64());
        QVERIFY(thief.requests().isEmpty());
    }

    void certificatesAreChecked()
    {
        if (!AlertmanagerServer::isInstalled() || QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("skipped: no Alertmanager or no openssl installed");
        QVERIFY(makeCertificate(QStringLiteral("right"), QStringLiteral("localhost")));
        QVERIFY(makeCertificate(QStringLiteral("other"), QStringLiteral("localhost")));
        AlertmanagerServer server;
        AlertmanagerServer::Options options;
        options.webConfig = QStringLiteral("tls_server_config: {cert_file: \"%1\", key_file: \"%2\"}\n").arg(m_folder.filePath(QStringLiteral("right.pem")), m_folder.filePath(QStringLiteral("right.key")));
        QVERIFY2(server.start(options), qPrintable(server.error()));
        SourceConfig source = config(QStringLiteral("https://localhost:%1").arg(server.port()));
        QVERIFY2(reasonOf(source).startsWith(QStringLiteral("TLS failed: ")), qPrintable(reasonOf(source)));
        source.caFile = m_folder.filePath(QStringLiteral("other.pem"));
        QVERIFY(reasonOf(source).startsWith(QStringLiteral("TLS failed: ")));
        source.caFile = m_folder.filePath(QStringLiteral("right.pem"));
        QCOMPARE(reasonOf(source), QStringLiteral("good"));
        source.url = QStringLiteral("https://127.0.0.1:%1").arg(server.port());
        QVERIFY(reasonOf(source).startsWith(QStringLiteral("TLS failed: ")));
        source.url = QStringLiteral("http://localhost:%1").arg(server.port());
        QVERIFY(reasonOf(source) != QStringLiteral("good"));
    }

    void aClientThatDiesAsksNoMore()
    {
        HttpFixture::Reply slow;
        slow.delayMs = 200;
        slow.body = "[]";
        HttpFixture fixture(slow);
        bool answered = false;
        {
            AlertmanagerClient client(config(fixture.url()), {});
            client.alerts({}, this, [&](Result<std::vector<Alert>>) { answered = true; });
            QTest::qWait(50);
        }
        QTest::qWait(400);
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(TestAlertmanagerFaults)
#include "tst_alertmanager_faults.moc"
