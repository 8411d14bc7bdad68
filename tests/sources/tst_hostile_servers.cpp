#include "core/base/text.h"
#include "core/sources/exporter_source.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/raw_history.h"
#include "tests/support/http_fixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <zlib.h>

#include <cstdio>
#include <functional>

using namespace lepto;
using namespace lepto::test;

namespace {

/// JSON with its quotes written as apostrophes.
QByteArray jsonOf(QByteArray text)
{
    return text.replace('\'', '"');
}

/// Peak of this process's memory in KiB.
qint64 peakKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').value(0).toLongLong();
    }
    return 0;
}

/// A gigabyte of `pattern`, packed: about a megabyte.
QByteArray bomb(const QByteArray &head, const QByteArray &pattern)
{
    QByteArray block;
    while (block.size() < (1 << 20))
        block += pattern;
    QByteArray out;
    z_stream z {};
    deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    const auto add = [&](const QByteArray &plain, int flush) {
        z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
        z.avail_in = uInt(plain.size());
        do {
            QByteArray part(1 << 16, Qt::Uninitialized);
            z.next_out = reinterpret_cast<Bytef *>(part.data());
            z.avail_out = uInt(part.size());
            deflate(&z, flush);
            out += part.left(part.size() - qsizetype(z.avail_out));
        } while (z.avail_out == 0);
    };
    add(head, Z_NO_FLUSH);
    for (int i = 0; i < 1024; ++i)
        add(block, Z_NO_FLUSH);
    add({}, Z_FINISH);
    deflateEnd(&z);
    return out;
}

/// Sends `head`, then `pattern` for ever, as fast as it is read.
class Flood : public QTcpServer {
public:
    Flood(QByteArray head, const QByteArray &pattern)
        : m_head(std::move(head))
    {
        while (m_block.size() < (1 << 18))
            m_block += pattern;
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + m_head);
                socket->write(m_block);
            });
            connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] {
                if (socket->bytesToWrite() < m_block.size())
                    socket->write(m_block);
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

private:
    QByteArray m_head, m_block;
};

/// What a child asks of the server; it prints one line: growth of its peak memory in KiB, then the answer's sentence.
using Ask = std::function<void(const SourceConfig &, std::function<void(QString)>)>;

template <typename T>
std::function<void(Result<T>)> sentence(const std::function<void(QString)> &done)
{
    return [done](const Result<T> &answer) { done(answer ? QStringLiteral("good") : qstr(answer.error().reason)); };
}

const std::map<QString, Ask> &asks()
{
    static const std::map<QString, Ask> all {
        { QStringLiteral("query"), [](const SourceConfig &config, const std::function<void(QString)> &done) {
             auto *client = new PrometheusClient(config, {}, qApp);
             client->query(QStringLiteral("up"), 0, qApp, sentence<QueryAnswer>(done));
         } },
        { QStringLiteral("series"), [](const SourceConfig &config, const std::function<void(QString)> &done) {
             auto *client = new PrometheusClient(config, {}, qApp);
             client->series({}, qApp, sentence<Listed<std::vector<Labels>>>(done));
         } },
        { QStringLiteral("export"), [](const SourceConfig &config, const std::function<void(QString)> &done) {
             auto *client = new PrometheusClient(config, {}, qApp);
             client->exportSamples(QStringLiteral("up"), 1, 2, {}, qApp, sentence<QueryAnswer>(done));
         } },
        { QStringLiteral("read"), [](const SourceConfig &config, const std::function<void(QString)> &done) {
             auto *client = new PrometheusClient(config, {}, qApp);
             client->read({ 1, 2, { { Matcher::Kind::Equal, "a", "b" } } }, {}, qApp, sentence<QueryAnswer>(done));
         } },
        { QStringLiteral("page"), [](const SourceConfig &config, const std::function<void(QString)> &done) {
             auto *source = new ExporterSource(config, {}, {}, qApp);
             QObject::connect(source, &Source::stateChanged, qApp, [done](const SourceState &state) {
                 if (state.code == SourceState::Code::Failed || state.code == SourceState::Code::Live)
                     done(state.reason.section(QStringLiteral(": "), 1));
             });
             source->start();
         } },
    };
    return all;
}

int runChild(const QStringList &arguments)
{
    SourceConfig config;
    config.name = QStringLiteral("hostile");
    config.kind = SourceConfig::Kind::Exporter;
    config.url = arguments.value(3);
    config.timeoutMs = 40'000;
    config.intervalMs = 60'000;
    const qint64 before = peakKiB();
    QTimer::singleShot(0, qApp, [&] {
        asks().at(arguments.value(2))(config, [before](const QString &words) {
            std::printf("%lld %s\n", static_cast<long long>(peakKiB() - before), qPrintable(words));
            std::fflush(stdout);
            std::_Exit(0);
        });
    });
    return QCoreApplication::exec();
}

} // namespace

class TestHostileServers : public QObject {
    Q_OBJECT

    struct Outcome {
        qint64 grownMiB = -1;
        QString words;
    };
    Outcome ask(const QString &what, const QString &url)
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--child"), what, url });
        if (!QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 50'000)) {
            child.kill();
            child.waitForFinished();
            return { -1, QStringLiteral("no end") };
        }
        const QString line = QString::fromUtf8(child.readAllStandardOutput()).trimmed();
        return { line.section(u' ', 0, 0).toLongLong() >> 10, line.section(u' ', 1) };
    }

private Q_SLOTS:
    void endlessAnswersAreRefusedWithinBounds_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QString>("words");
        const QByteArray matrix = jsonOf("{'status':'success','data':{'resultType':'matrix','result':[");
        const auto row = [](const char *name, const char *what, const QByteArray &head, const QByteArray &pattern, const char *words) {
            QTest::newRow(name) << QString::fromLatin1(what) << head << pattern << QString::fromUtf8(words);
        };
        row("points without end", "query", matrix + jsonOf("{'metric':{},'values':[[1,'1']"), jsonOf(",[2,'1']"), "the answer has more than 6000000 samples");
        row("series without end", "query", matrix + jsonOf("{'metric':{},'value':[1,'1']}"), jsonOf(",{'metric':{'a':'b'},'value':[1,'1']}"), "the answer has more than 6000000 samples");
        row("one text without end", "query", jsonOf("{'status':'success','error':'"), "aaaaaaaa", "a single value of the answer is longer than 16 MiB");
        row("blanks without end", "query", "{", "        ", "a single value of the answer is longer than 16 MiB");
        row("labels without end", "series", jsonOf("{'status':'success','data':[{'a':'b'}"), jsonOf(",{'a':'b'}"), "the answer is larger than 12 MiB");
        row("no line end", "export", jsonOf("{'metric':{'a':'b'},'values':[1"), ",1", "line 1 of the export is longer than 16 MiB");
        row("frames without end", "read", {}, QByteArray("\xff\xff\xff\x0f", 4), "the remote read answer is too large");
        row("a page without end", "page", {}, "a 1\n", "the answer is larger than 64 MiB");
    }
    void endlessAnswersAreRefusedWithinBounds()
    {
        QFETCH(QString, what);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, pattern);
        QFETCH(QString, words);
        Flood server(head, pattern);
        const Outcome outcome = ask(what, QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
        qInfo("%s: +%lld MiB, %s", QTest::currentDataTag(), static_cast<long long>(outcome.grownMiB), qPrintable(outcome.words));
        QVERIFY2(outcome.grownMiB >= 0 && outcome.grownMiB < 200, qPrintable(QString::number(outcome.grownMiB)));
        QCOMPARE(outcome.words, words);
    }

    void packedGigabytesAreRefusedWithinBounds_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("query") << QStringLiteral("query") << bomb(jsonOf("{'status':'success','error':'"), "aaaaaaaa");
        QTest::newRow("points") << QStringLiteral("query") << bomb(jsonOf("{'status':'success','data':{'result':[{'metric':{},'values':[[1,'1']"), jsonOf(",[2,'1']"));
        QTest::newRow("series") << QStringLiteral("series") << bomb(jsonOf("{'status':'success','data':[{'a':'b'}"), jsonOf(",{'a':'b'}"));
        QTest::newRow("page") << QStringLiteral("page") << bomb({}, "a 1\n");
    }
    void packedGigabytesAreRefusedWithinBounds()
    {
        QFETCH(QString, what);
        QFETCH(QByteArray, body);
        QVERIFY(body.size() < (8 << 20));
        HttpFixture server(HttpFixture::Reply { .contentType = what == u"page" ? "text/plain" : "application/json", .body = body, .headers = { { "Content-Encoding", "gzip" } } });
        const Outcome outcome = ask(what, QStringLiteral("http://0.0.0.0:%1").arg(server.port())); // not known as near: packed answers are asked for
        qInfo("%s: +%lld MiB, %s", QTest::currentDataTag(), static_cast<long long>(outcome.grownMiB), qPrintable(outcome.words));
        QVERIFY2(outcome.grownMiB >= 0 && outcome.grownMiB < 200, qPrintable(QString::number(outcome.grownMiB)));
        QVERIFY2(outcome.words.contains(QStringLiteral("than")), qPrintable(outcome.words));
    }

    void serverThatDripsTimesOut()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTimer drip;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
            connect(&drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        });
        drip.start(50);
        SourceConfig config;
        config.url = QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort());
        config.timeoutMs = 700;
        PrometheusClient client(config, {});
        std::optional<Result<QueryAnswer>> answer;
        QElapsedTimer clock;
        clock.start();
        client.query(QStringLiteral("up"), 0, this, [&](Result<QueryAnswer> said) { answer = std::move(said); });
        QTRY_VERIFY_WITH_TIMEOUT(answer, 5000);
        QVERIFY(!*answer && clock.elapsed() < 2500);
        QCOMPARE(answer->error().reason, std::string("no answer within 0.7 seconds"));
    }

    void garbageIsOneSentence()
    {
        for (const QByteArray &raw : { QByteArray("\0\0\0\0\0\0", 6), QByteArray("HTTP/1.1 200 OK\r\n\r\n\xff\xfe\x00{", 23), QByteArray("HTTP/9 x\r\n\r\n"),
                 QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot packed"), QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{") }) {
            HttpFixture server(HttpFixture::Reply { .raw = raw });
            SourceConfig config;
            config.url = server.url();
            config.timeoutMs = 2000;
            PrometheusClient client(config, {});
            std::optional<Result<QueryAnswer>> answer;
            client.query(QStringLiteral("up"), 0, this, [&](Result<QueryAnswer> said) { answer = std::move(said); });
            QTRY_VERIFY_WITH_TIMEOUT(answer, 5000);
            QVERIFY2(!*answer && !answer->error().reason.empty() && answer->error().reason.find('\n') == std::string::npos, raw.constData());
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc > 3 && QByteArray(argv[1]) == "--child")
        return runChild(QCoreApplication::arguments());
    TestHostileServers test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hostile_servers.moc"
