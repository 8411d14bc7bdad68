#include "core/sources/connection_test.h"
#include "core/sources/source.h"
#include "tests/support/http_fixture.h"
#include "tests/support/prometheus_server.h"

#include <QDateTime>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace lepto;
using namespace lepto::test;

namespace {

SourceConfig make(SourceConfig::Kind kind, const QString &url)
{
    SourceConfig config;
    config.kind = kind;
    config.name = QStringLiteral("x");
    config.url = url;
    config.timeoutMs = 3000;
    return config;
}

} // namespace

static QByteArray httpDate(int secondsAhead)
{
    const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(secondsAhead);
    return QLocale::c().toString(at, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

class TestConnectionTest : public QObject {
    Q_OBJECT

    /// All steps as "name mark words", one a line.
    QString run(const SourceConfig &config, const QString &secret = {})
    {
        ConnectionTest test(config, secret);
        QStringList lines;
        std::optional<bool> good;
        connect(&test, &ConnectionTest::stepFinished, this, [&](const TestStep &step) {
            constexpr const char *marks[] = { "ok", "warning", "FAILED", "-" };
            lines += testStepText(step.code) + u' ' + QLatin1String(marks[int(step.how)]) + QStringLiteral(": ") + step.words;
        });
        connect(&test, &ConnectionTest::finished, this, [&](bool result) { good = result; });
        test.start();
        test.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(good, 20000); }();
        return lines.join(u'\n');
    }

    bool makeCertificate(const QString &folder)
    {
        QProcess openssl;
        openssl.setWorkingDirectory(folder);
        openssl.start(QStringLiteral("openssl"), QStringLiteral("req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost").split(u' '));
        return openssl.waitForFinished(20000) && openssl.exitCode() == 0;
    }

private Q_SLOTS:
    void wholeWayToARealServer()
    {
        if (!PrometheusServer::isInstalled())
            QSKIP("skipped: prometheus is not installed");
        PrometheusServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        SourceConfig config = make(SourceConfig::Kind::Prometheus, server.url());
        config.query = QStringLiteral("up");
        QTRY_VERIFY_WITH_TIMEOUT(run(config).contains(QStringLiteral("selection ok")), 20000);
        QString text = run(config);
        text.replace(QRegularExpression(QStringLiteral("Prometheus 2\\.\\S+")), QStringLiteral("Prometheus 2.x"));
        QCOMPARE(text,
            QStringLiteral("address ok: the address is well formed\nname -: the address is a number, no name to look up\nconnect ok: connected to 127.0.0.1\n"
                           "access ok: the server asks for no credentials\nanswer ok: the query API answers\nkind ok: Prometheus 2.x\n"
                           "clock ok: the clocks agree within 5 seconds\nselection ok: the selector matches 1 series\n"
                           "series ok: up{instance=\"127.0.0.1:%1\",job=\"prometheus\"}")
                .arg(server.port()));
        config.query = QStringLiteral("no_such_metric");
        QVERIFY(run(config).endsWith(QStringLiteral("selection FAILED: the selector matches no series")));
        config.query = QStringLiteral("up{");
        QVERIFY(run(config).contains(QStringLiteral("selection FAILED: the server says: ")));
        config.query = QStringLiteral("up");
        config.url += QStringLiteral("/wrong");
        QVERIFY2(run(config).endsWith(QStringLiteral("answer FAILED: the server has no such page (404); check the path of the address")), qPrintable(run(config)));
    }

    void tlsAndPasswordOfARealServer()
    {
        if (!PrometheusServer::isInstalled() || QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("skipped: prometheus or openssl is not installed");
        QTemporaryDir folder;
        QVERIFY(makeCertificate(folder.path()));
        PrometheusServer server;
        PrometheusServer::Options options;
        // Any hash will do: no password is given.
        options.webConfig = QStringLiteral("tls_server_config: {cert_file: %1/cert.pem, key_file: %1/key.pem}\nbasic_auth_users:\n  me: $2y$04$z3NC6/IphtVNn9C82ZJvDefxCofFWkLdJN7NGqUFdHrXOoOgLPPgi\n").arg(folder.path());
        QVERIFY2(server.start(options), qPrintable(server.error()));
        SourceConfig config = make(SourceConfig::Kind::Prometheus, QStringLiteral("https://localhost:%1").arg(server.port()));
        QVERIFY2(run(config).contains(QStringLiteral("tls FAILED: The certificate is self-signed")), qPrintable(run(config)));
        config.caFile = folder.filePath(QStringLiteral("cert.pem"));
        QVERIFY2(run(config).endsWith(QStringLiteral("access FAILED: the server asks for a valid user name, password or token (401)")), qPrintable(run(config)));
        config.serverName = QStringLiteral("other.test");
        QVERIFY2(run(config).contains(QStringLiteral("tls FAILED: The host name did not match any of the valid hosts")), qPrintable(run(config)));
        config.serverName.clear();
        config.verifyTls = false;
        QVERIFY(run(config).contains(QStringLiteral("tls warning: the certificate is not checked, anyone may answer in the server's name")));
        config.caFile = QStringLiteral("/nowhere/ca.pem");
        QVERIFY(run(config).contains(QStringLiteral("tls FAILED: /nowhere/ca.pem: the file of certificate authorities has no certificate in it")));
    }

    void failuresEndTheTestWithOneSentence()
    {
        const quint16 closed = freePort();
        QVERIFY(run(make(SourceConfig::Kind::Prometheus, QStringLiteral("http://127.0.0.1:%1").arg(closed)))
                    .endsWith(QStringLiteral("connect FAILED: connection refused, nothing listens on 127.0.0.1:%1").arg(closed)));
        QCOMPARE(run(make(SourceConfig::Kind::Prometheus, QStringLiteral("gopher://x"))), QStringLiteral("address FAILED: the address must begin with http:// or https://"));
        QVERIFY(run(make(SourceConfig::Kind::Prometheus, QStringLiteral("http://no-such-host.invalid")))
                    .endsWith(QStringLiteral("name FAILED: the host name no-such-host.invalid is not known")));
        HttpFixture page(HttpFixture::Reply { .contentType = "text/html", .body = "<html>" });
        QVERIFY(run(make(SourceConfig::Kind::Prometheus, page.url()))
                    .endsWith(QStringLiteral("answer FAILED: the answer is a web page instead of JSON; check the path of the address")));
        QVERIFY(run(make(SourceConfig::Kind::Exporter, page.url()))
                    .endsWith(QStringLiteral("answer FAILED: the answer is a web page instead of metrics; check the path, it is often /metrics")));
        QVERIFY(run(make(SourceConfig::Kind::Prometheus, QString(page.url()).replace(QStringLiteral("http:"), QStringLiteral("https:"))))
                    .endsWith(QStringLiteral("tls FAILED: the server does not speak TLS on this port; try http://")));
        HttpFixture hung(HttpFixture::Reply { .delayMs = -1 });
        QVERIFY(run(make(SourceConfig::Kind::Exporter, hung.url())).endsWith(QStringLiteral("access FAILED: no answer within 3 seconds")));
    }

    void clockAheadIsAWarning()
    {
        const QByteArray ahead = httpDate(60);
        HttpFixture server(HttpFixture::Reply { .contentType = "text/plain", .body = "up 1\n", .headers = { { "Date", ahead } } });
        const QString text = run(make(SourceConfig::Kind::Exporter, server.url()));
        QVERIFY2(text.contains(QRegularExpression(QStringLiteral("clock warning: the server is (59|60|61)\\.\\d seconds ahead, limit 5"))), qPrintable(text));
        QVERIFY(text.endsWith(QStringLiteral("series ok: up")));
    }

    void thisMachineHasOneStep()
    {
        QVERIFY(run(make(SourceConfig::Kind::Host, {})).startsWith(QStringLiteral("series ok: ")));
    }

    void cancelledTestIsSilent()
    {
        HttpFixture hung(HttpFixture::Reply { .delayMs = -1 });
        int calls = 0;
        {
            ConnectionTest test(make(SourceConfig::Kind::Exporter, hung.url()), {});
            connect(&test, &ConnectionTest::stepFinished, this, [&] { ++calls; });
            test.start();
            test.cancel();
            QTest::qWait(100);
            QCOMPARE(calls, 0);
            ConnectionTest dies(make(SourceConfig::Kind::Exporter, hung.url()), {});
            dies.start();
            QTest::qWait(100);
        }
        QTest::qWait(100);
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connection_test.moc"
