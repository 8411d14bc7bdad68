#include "core/base/text.h"
#include "core/sources/prometheus_client.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;

namespace {

/// Certificates made by openssl for the hour: an authority and what it signs.
class Authority {
public:
    bool make()
    {
        return run({ QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
            file("ca.key"), QStringLiteral("-out"), file("ca.pem"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=test authority") });
    }
    /// `names` such as "IP:127.0.0.1"; `ended`: the certificate's time is over.
    bool sign(const char *name, const QString &names, bool ended = false)
    {
        const QString stem = QLatin1String(name);
        QFile extensions(file("names.cnf"));
        if (!extensions.open(QIODevice::WriteOnly))
            return false;
        extensions.write("subjectAltName=" + names.toLatin1());
        extensions.close();
        const QStringList when = ended ? QStringList { QStringLiteral("-days"), QStringLiteral("-1") } : QStringList { QStringLiteral("-days"), QStringLiteral("1") };
        return run({ QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), file(stem + QLatin1String(".key")),
                   QStringLiteral("-out"), file(stem + QLatin1String(".csr")), QStringLiteral("-subj"), QStringLiteral("/CN=") + stem })
            && run(QStringList { QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), file(stem + QLatin1String(".csr")), QStringLiteral("-CA"), file("ca.pem"), QStringLiteral("-CAkey"),
                       file("ca.key"), QStringLiteral("-CAcreateserial"), QStringLiteral("-extfile"), file("names.cnf"), QStringLiteral("-out"), file(stem + QLatin1String(".pem")) }
                + when);
    }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString file(const char *name) const { return file(QLatin1String(name)); }
    const QByteArray &said() const { return m_said; }

private:
    bool run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setProcessChannelMode(QProcess::MergedChannels);
        openssl.start(QStringLiteral("openssl"), arguments);
        const bool done = openssl.waitForFinished(20'000) && openssl.exitCode() == 0;
        m_said = openssl.readAll();
        return done;
    }

    QTemporaryDir m_folder;
    QByteArray m_said;
};

/// Answers every request with an empty vector, over TLS.
class SecureServer : public QSslServer {
public:
    explicit SecureServer(const QString &stem)
    {
        QFile key(stem + QStringLiteral(".key")), certificate(stem + QStringLiteral(".pem"));
        if (!key.open(QIODevice::ReadOnly) || !certificate.open(QIODevice::ReadOnly))
            return;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        tls.setLocalCertificate(QSslCertificate(&certificate));
        setSslConfiguration(tls);
        listen(QHostAddress::LocalHost);
        connect(this, &QSslServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_received += socket->readAll();
                const QByteArray body = R"({"status":"success","data":{"resultType":"vector","result":[]}})";
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
    }
    const QByteArray &received() const { return m_received; }

private:
    QByteArray m_received;
};

} // namespace

class TestTlsServers : public QObject {
    Q_OBJECT

    Authority m_authority;
    bool m_made = false;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("skipped: openssl is not installed");
        QVERIFY2(m_authority.make(), m_authority.said().constData());
        QVERIFY2(m_authority.sign("good", QStringLiteral("IP:127.0.0.1")), m_authority.said().constData());
        QVERIFY2(m_authority.sign("other", QStringLiteral("DNS:elsewhere.example")), m_authority.said().constData());
        QVERIFY2(m_authority.sign("ended", QStringLiteral("IP:127.0.0.1"), true), m_authority.said().constData());
    }

    void wrongCertificatesAreRefusedAndNoSecretIsSent_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("serverName");
        QTest::addColumn<bool>("verify");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *certificate, bool trusted, const char *serverName, bool verify, const char *words) {
            QTest::newRow(name) << QString::fromLatin1(certificate) << trusted << QString::fromLatin1(serverName) << verify << QString::fromUtf8(words);
        };
        row("good", "good", true, "", true, "good");
        row("of an unknown authority", "good", false, "", true, "TLS failed: ");
        row("its own authority", "ca", false, "", true, "TLS failed: ");
        row("of another host", "other", true, "", true, "TLS failed: The host name did not match");
        row("of another host that is meant", "other", true, "elsewhere.example", true, "good");
        row("time is over", "ended", true, "", true, "TLS failed: The certificate has expired");
        row("not looked at, as configured", "ended", false, "", false, "good");
    }
    void wrongCertificatesAreRefusedAndNoSecretIsSent()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, trusted);
        QFETCH(QString, serverName);
        QFETCH(bool, verify);
        QFETCH(QString, words);
        SecureServer server(m_authority.file(certificate));
        QVERIFY(server.isListening());
        SourceConfig config;
        config.url = QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort());
        config.timeoutMs = 5000;
        config.caFile = trusted ? m_authority.file("ca.pem") : QString();
        config.serverName = serverName;
        config.verifyTls = verify;
        config.headers = { { QStringLiteral("X-Scope-OrgID"), QStringLiteral("team-secret") } };
        PrometheusClient client(config, QStringLiteral("token-secret"));
        std::optional<Result<QueryAnswer>> answer;
        client.query(QStringLiteral("up"), 0, this, [&](Result<QueryAnswer> said) { answer = std::move(said); });
        QTRY_VERIFY_WITH_TIMEOUT(answer, 8000);
        const QString said = *answer ? QStringLiteral("good") : qstr(answer->error().reason);
        QVERIFY2(said.startsWith(words), qPrintable(said));
        QCOMPARE(server.received().contains("token-secret"), words == u"good");
        QCOMPARE(server.received().contains("team-secret"), words == u"good");
    }
};

QTEST_GUILESS_MAIN(TestTlsServers)
#include "tst_tls_servers.moc"
