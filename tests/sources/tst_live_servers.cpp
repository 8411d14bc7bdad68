#include "core/base/text.h"
#include "core/sources/exporter_source.h"
#include "core/sources/gap_fill.h"
#include "core/sources/label_search.h"
#include "core/sources/prometheus_source.h"
#include "tests/support/http_fixture.h"
#include "tests/support/server_process.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lepto;
using namespace lepto::test;

namespace {

TimeMs now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

SourceConfig configFor(const QString &url, SourceConfig::Kind kind)
{
    SourceConfig config;
    config.name = QStringLiteral("live");
    config.kind = kind;
    config.url = url;
    config.intervalMs = 500;
    return config;
}

QString programOf(const char *name)
{
    return QStandardPaths::findExecutable(QLatin1String(name));
}

/// A line as VictoriaMetrics imports it.
QByteArray importLine(const QByteArray &metric, const QByteArray &values, const QByteArray &times)
{
    return "{\"metric\":{" + metric + "},\"values\":[" + values + "],\"timestamps\":[" + times + "]}\n";
}

/// The samples that a source sent, by their text.
std::map<std::string, Sample> samplesOf(const QSignalSpy &spy)
{
    std::map<std::string, Sample> out;
    for (const QList<QVariant> &call : spy) {
        for (const LabelledSample &s : call[0].value<Scrape>().samples)
            out[s.labels.text()] = s.sample;
    }
    return out;
}

} // namespace

class TestLiveServers : public QObject {
    Q_OBJECT

    ServerProcess m_victoria;

    bool post(const QString &url, const QByteArray &body)
    {
        QNetworkAccessManager network;
        QNetworkRequest request { QUrl(url) };
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
        QNetworkReply *reply = network.post(request, body);
        const bool done = QTest::qWaitFor([&] { return reply->isFinished(); }, 5000);
        return done && reply->error() == QNetworkReply::NoError;
    }
    template <typename T, typename Ask>
    Result<T> wait(Ask ask)
    {
        auto answer = std::make_shared<std::optional<Result<T>>>();
        ask([answer](Result<T> result) { *answer = std::move(result); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(*answer, 10'000); }();
        return *answer ? **answer : Result<T>(Error());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString program = programOf("victoria-metrics");
        if (program.isEmpty())
            return;
        const quint16 port = freePort();
        QTemporaryDir scratch;
        QVERIFY2(m_victoria.start(program, { QStringLiteral("-httpListenAddr=127.0.0.1:%1").arg(port), QStringLiteral("-storageDataPath=%1/data").arg(m_victoria.folder()),
                     QStringLiteral("-search.latencyOffset=30s") }, port, "/health"), qPrintable(m_victoria.error()));
    }
    void init()
    {
        if (QByteArray(QTest::currentTestFunction()).startsWith("victoria") && !m_victoria.isRunning())
            QSKIP("skipped: victoria-metrics is not installed");
    }

    void victoriaIsKnownByItsAnswers()
    {
        PrometheusClient client(configFor(m_victoria.url(), SourceConfig::Kind::Prometheus), {});
        const auto info = wait<BuildInfo>([&](auto a) { client.buildInfo(this, a); });
        QVERIFY(info && info->kind == ServerKind::VictoriaMetrics);
        const auto targets = wait<TargetList>([&](auto a) { client.targets(this, a); }); // placeholders
        QVERIFY(targets && targets->active.empty());
        QVERIFY(!wait<QueryAnswer>([&](auto a) { client.query(QStringLiteral("sum("), 0, this, a); }));
        const auto scalar = wait<QueryAnswer>([&](auto a) { client.query(QStringLiteral("scalar(vector(3))"), 0, this, a); });
        QVERIFY(scalar && scalar->series.size() == 1 && scalar->series[0].samples.at(0).v == 3); // comes as a vector
        const auto read = wait<QueryAnswer>([&](auto a) { client.read({ 1, 2, { { Matcher::Kind::Equal, "a", "b" } } }, {}, this, a); });
        QVERIFY(!read && read.error().code != ErrorCode::Unavailable);
    }

    void victoriaExportsRawSamplesExactly()
    {
        const TimeMs at = now() - 60'000;
        QByteArray lines;
        for (int series = 0; series < 3; ++series) {
            QByteArray values, times;
            for (int i = 0; i < 50; ++i) {
                values += (i ? "," : "") + QByteArray::number(series * 1000 + i * 1.25, 'g', 17);
                times += (i ? "," : "") + QByteArray::number(at + i * 1000);
            }
            lines += importLine("\"__name__\":\"exported\",\"n\":\"" + QByteArray::number(series) + '"', values, times);
        }
        QVERIFY(post(m_victoria.url() + QStringLiteral("/api/v1/import"), lines));
        PrometheusClient client(configFor(m_victoria.url(), SourceConfig::Kind::Prometheus), {});
        Result<QueryAnswer> answer(Error {});
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            answer = wait<QueryAnswer>([&](auto a) { client.exportSamples(QStringLiteral("exported"), at, at + 100'000, {}, this, a); });
            return answer && answer->series.size() == 3;
        }(), 10'000);
        for (const QuerySeries &series : answer->series) {
            const double base = 1000 * (series.labels.get("n")[0] - '0');
            QCOMPARE(series.samples.size(), std::size_t(50));
            for (int i = 0; i < 50; ++i)
                QCOMPARE(series.samples[std::size_t(i)], (Sample { at + i * 1000, base + i * 1.25 }));
        }
    }

    void victoriaIsMirroredToItsNewestSample()
    {
        SourceConfig config = configFor(m_victoria.url(), SourceConfig::Kind::Prometheus);
        config.query = QStringLiteral("{__name__=\"fresh\"}");
        PrometheusSource source(config, {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        const TimeMs at = now();
        QVERIFY(post(m_victoria.url() + QStringLiteral("/api/v1/import"), importLine("\"__name__\":\"fresh\"", "7", QByteArray::number(at))));
        const std::string text = "fresh{instance=\"" + utf8(QUrl(config.url).authority()) + "\",job=\"live\",source=\"live\"}";
        // Its query API answers as of half a minute ago; the export has no such delay.
        QTRY_VERIFY_WITH_TIMEOUT(samplesOf(spy).contains(text), 12'000);
        QCOMPARE(samplesOf(spy).at(text), (Sample { at, 7 }));
    }

    void victoriaFillsGaps()
    {
        const TimeMs from = now() - 3'600'000;
        QByteArray values, times;
        for (int i = 0; i < 240; ++i) {
            values += (i ? "," : "") + QByteArray::number(i);
            times += (i ? "," : "") + QByteArray::number(from + i * 15'000);
        }
        QVERIFY(post(m_victoria.url() + QStringLiteral("/api/v1/import"), importLine("\"__name__\":\"missed\"", values, times)));
        SourceConfig config = configFor(m_victoria.url(), SourceConfig::Kind::Prometheus);
        config.query = QStringLiteral("{__name__=\"missed\"}");
        QTemporaryDir folder;
        const auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
        QVERIFY(store);
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            const auto report = fillGap({ config.name, from, now() }, config, {}, {}, **store, {});
            return report && (*store)->stats().samples == 240;
        }(), 10'000);
    }

    void pushgatewayKeepsTheLabelsOfItsJobs()
    {
        const QString program = programOf("prometheus-pushgateway");
        if (program.isEmpty())
            QSKIP("skipped: prometheus-pushgateway is not installed");
        ServerProcess server;
        const quint16 port = freePort();
        QVERIFY2(server.start(program, { QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port) }, port, "/-/ready"), qPrintable(server.error()));
        QVERIFY(post(server.url() + QStringLiteral("/metrics/job/backup/host/db1"), "# TYPE backup_seconds gauge\nbackup_seconds 42.5\n"));
        ExporterSource source(configFor(server.url() + QStringLiteral("/metrics"), SourceConfig::Kind::Exporter), {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() > 0, 10'000);
        const auto samples = samplesOf(spy);
        const std::string rest = "host=\"db1\",instance=\"" + utf8(QUrl(server.url()).authority()) + "\",job=\"backup\",source=\"live\"}";
        QVERIFY2(samples.contains("backup_seconds{" + rest), samples.begin()->first.c_str());
        QCOMPARE(samples.at("backup_seconds{" + rest).v, 42.5);
        QVERIFY(samples.at("push_time_seconds{" + rest).v > 1e9);
        QCOMPARE(source.state().code, SourceState::Code::Live);
    }

    void blackboxExporterTellsWhetherATargetAnswers()
    {
        const QString program = programOf("prometheus-blackbox-exporter");
        if (program.isEmpty())
            QSKIP("skipped: prometheus-blackbox-exporter is not installed");
        ServerProcess server;
        QFile config(server.folder() + QStringLiteral("/blackbox.yml"));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("modules:\n  http_2xx:\n    prober: http\n    timeout: 2s\n");
        config.close();
        const quint16 port = freePort();
        QVERIFY2(server.start(program, { QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port), QStringLiteral("--config.file=") + config.fileName() }, port, "/metrics"),
            qPrintable(server.error()));
        HttpFixture target(HttpFixture::Reply { .body = "hello" });
        for (const auto &[url, good] : { std::pair(target.url(), 1.0), std::pair(QStringLiteral("http://127.0.0.1:%1").arg(freePort()), 0.0) }) {
            ExporterSource source(configFor(server.url() + QStringLiteral("/probe?module=http_2xx&target=") + QString::fromLatin1(QUrl::toPercentEncoding(url)),
                                      SourceConfig::Kind::Exporter), {});
            QSignalSpy spy(&source, &Source::scraped);
            source.start();
            QTRY_VERIFY_WITH_TIMEOUT(spy.size() > 0, 10'000);
            const auto samples = samplesOf(spy);
            const auto probe = std::find_if(samples.begin(), samples.end(), [](const auto &s) { return s.first.starts_with("probe_success{"); });
            QVERIFY(probe != samples.end());
            QCOMPARE(probe->second.v, good);
        }
    }

    void beatStandsOnWholeIntervals()
    {
        HttpFixture server(HttpFixture::Reply { .contentType = "text/plain; version=0.0.4", .body = "a 1\n", .delayMs = 30 });
        SourceConfig config = configFor(server.url(), SourceConfig::Kind::Exporter);
        config.intervalMs = 400;
        ExporterSource source(config, {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() >= 6, 10'000);
        int due = 0;
        for (qsizetype i = 1; i < spy.size(); ++i)
            due += spy[i][0].value<Scrape>().at % 400 == 0;
        QVERIFY2(due >= spy.size() - 3, qPrintable(QString::number(due))); // a busy machine may miss one
    }

    void freshnessIsJudgedByTheServersClock()
    {
        // Its clock is ten minutes behind: the newest sample is fresh for it, and stale by ours.
        const auto behind = [](TimeMs ms) { return ms - 600'000; };
        HttpFixture server(HttpFixture::Handler([&](const HttpFixture::Request &request) {
            if (!request.path().endsWith("/query"))
                return HttpFixture::Reply { .status = 404, .contentType = "text/plain", .body = "404 page not found" };
            const QByteArray date = QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(behind(now()), Qt::UTC), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
            const QByteArray point = "[[" + QByteArray::number(behind(now()) / 1000) + ",\"1\"]]";
            return HttpFixture::Reply { .body = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"a\"},\"values\":" + point + "}]}}", .headers = { { "Date", date } } };
        }));
        PrometheusSource source(configFor(server.url(), SourceConfig::Kind::Prometheus), {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() >= 2, 10'000);
        QTRY_COMPARE(source.state().code, SourceState::Code::Live);
        QVERIFY(std::abs(source.state().clockOffsetMs + 600'000) < 3000);
        QVERIFY(source.state().warnings.value(0).contains(QStringLiteral("clock differs")));
    }

    void searchWaitsForAPauseAndAsksOnce()
    {
        QList<QByteArray> asked;
        HttpFixture server(HttpFixture::Handler([&](const HttpFixture::Request &request) {
            asked += QByteArray::fromPercentEncoding(request.target);
            return HttpFixture::Reply { .body = "{\"status\":\"success\",\"data\":[\"checkout\"]}", .delayMs = 150 };
        }));
        PrometheusClient client(configFor(server.url(), SourceConfig::Kind::Prometheus), {});
        LabelSearch search(client);
        search.setQuietMs(60);
        QSignalSpy found(&search, &LabelSearch::found);
        for (const char *text : { "c", "ch", "che", "che.k" }) {
            search.search(QStringLiteral("job"), QLatin1String(text));
            QTest::qWait(10);
        }
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY2(asked[0].contains("match[]={job=~\"(?i).*che\\\\.k.*\"}") && asked[0].contains("limit=201"), asked[0].constData());
        search.search(QStringLiteral("job"), QStringLiteral("chec")); // while the old answer is on its way
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, 3000);
        QCOMPARE(found[0][0].toString(), QStringLiteral("chec")); // never the old one
        QCOMPARE(asked.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestLiveServers)
#include "tst_live_servers.moc"
