#include "core/base/text.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/prometheus_json.h"
#include "core/sources/range_query.h"
#include "tests/sources/fake_servers.h"
#include "tests/support/http_fixture.h"
#include "tests/support/prometheus_server.h"
#include "tests/support/shared_data.h"

#include <QDateTime>
#include <QTest>
#include <QTimer>

using namespace lepto;
using namespace lepto::test;

namespace {

SourceConfig configFor(const QString &url)
{
    SourceConfig config;
    config.name = QStringLiteral("prom");
    config.kind = SourceConfig::Kind::Prometheus;
    config.url = url;
    config.timeoutMs = 5000;
    return config;
}

QString why(const Result<QueryAnswer> &answer)
{
    return answer ? QString() : qstr(answer.error());
}

TimeMs now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

class TestPrometheusClient : public QObject {
    Q_OBJECT

    NodeExporterServer m_node;
    PrometheusServer m_server;

    /// Calls ask(answer) and waits for the answer.
    template <typename T, typename Ask>
    Result<T> wait(Ask ask)
    {
        auto answer = std::make_shared<std::optional<Result<T>>>();
        ask([answer](Result<T> result) { *answer = std::move(result); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(*answer, 20000); }();
        return *answer ? **answer : Result<T>(Error());
    }
    Result<QueryAnswer> query(PrometheusClient &client, const char *expr)
    {
        return wait<QueryAnswer>([&](auto answer) { client.query(QLatin1String(expr), 0, this, answer); });
    }
    QString failure(const HttpFixture::Reply &reply)
    {
        HttpFixture server(reply);
        PrometheusClient client(configFor(server.url()), {});
        const auto answer = query(client, "up");
        return answer ? QStringLiteral("good") : qstr(answer.error().reason);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PrometheusServer::isInstalled() || !NodeExporterServer::isInstalled())
            return;
        QVERIFY2(m_node.start(), qPrintable(m_node.error()));
        PrometheusServer::Options options;
        options.targets = { m_node.target() };
        options.rules = QStringLiteral("groups: [{name: g, rules: [{alert: Always, expr: vector(1), labels: {severity: none}, annotations: {summary: s}},"
                                       " {record: job:up:sum, expr: sum by (job) (up)}]}]");
        QVERIFY2(m_server.start(options), qPrintable(m_server.error()));
        PrometheusClient client(configFor(m_server.url()), {});
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            const auto up = query(client, "up == 1");
            return up && up->series.size() == 2;
        }(), 20000);
    }
    void init()
    {
        const QByteArray test = QTest::currentTestFunction();
        if (test.startsWith("live") && !m_server.isRunning())
            QSKIP("skipped: prometheus is not installed");
    }

    void liveQueryHasLabelsValuesAndClock()
    {
        PrometheusClient client(configFor(m_server.url() + u'/'), {});
        const auto answer = query(client, "up{job=\"node\"}");
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->type, QueryAnswer::Type::Vector);
        QCOMPARE(answer->series.size(), std::size_t(1));
        QCOMPARE(answer->series[0].labels.get("instance"), std::string_view(utf8(m_node.target())));
        QCOMPARE(answer->series[0].samples.at(0).v, 1.0);
        QVERIFY(std::abs(answer->series[0].samples[0].t - now()) < 3000);
        QVERIFY(std::abs(answer->clockOffsetMs) < 2000);
        QVERIFY(!answer->partial);
    }

    void livePlusSignsSurviveTheForm()
    {
        PrometheusClient client(configFor(m_server.url()), {});
        const auto answer = query(client, "1 + 2");
        QVERIFY(answer);
        QCOMPARE(answer->type, QueryAnswer::Type::Scalar);
        QCOMPARE(answer->series.at(0).samples.at(0).v, 3.0);
    }

    void liveLongRangeIsAskedInParts()
    {
        PrometheusClient client(configFor(m_server.url()), {});
        const TimeMs end = now(), step = 1000;
        const auto answer = wait<QueryAnswer>([&](auto a) { client.queryRange(QStringLiteral("vector(1)"), end - 25000 * step, end, step, this, a); });
        QVERIFY2(answer, qPrintable(why(answer)));
        QCOMPARE(answer->requests, 3);
        QCOMPARE(answer->series.size(), std::size_t(1));
        const auto &samples = answer->series[0].samples;
        QCOMPARE(samples.size(), std::size_t(25001));
        for (std::size_t i = 1; i < samples.size(); ++i)
            QCOMPARE(samples[i].t - samples[i - 1].t, step);
    }

    void liveServerErrorsAreQuoted()
    {
        PrometheusClient client(configFor(m_server.url()), {});
        const auto answer = query(client, "sum(");
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::BadInput);
        QCOMPARE(answer.error().subject, utf8(QStringLiteral("127.0.0.1:%1").arg(m_server.port())));
        QVERIFY2(QString::fromStdString(answer.error().reason).startsWith(QStringLiteral("the server says: ")), answer.error().reason.c_str());
    }

    void liveLabelsSeriesAndLimits()
    {
        PrometheusClient client(configFor(m_server.url()), {});
        LabelQuery ask { { QStringLiteral("{job=\"node\"}") }, now() - 60000, now(), 5 };
        const auto names = wait<Listed<QStringList>>([&](auto a) { client.labels(ask, this, a); });
        QVERIFY(names && names->items.size() == 5 && names->truncated);
        const auto metrics = wait<Listed<QStringList>>([&](auto a) { client.labelValues(QStringLiteral("__name__"), ask, this, a); });
        QVERIFY(metrics && metrics->items.size() == 5 && metrics->truncated);
        const auto jobs = wait<Listed<QStringList>>([&](auto a) { client.labelValues(QStringLiteral("job"), ask, this, a); });
        QVERIFY(jobs && !jobs->truncated);
        QCOMPARE(jobs->items, QStringList { QStringLiteral("node") });
        const auto series = wait<Listed<std::vector<Labels>>>([&](auto a) { client.series(ask, this, a); });
        QVERIFY(series && series->items.size() == 5 && series->truncated);
    }

    void liveRulesAlertsAndKind()
    {
        PrometheusClient client(configFor(m_server.url()), {});
        const auto info = wait<BuildInfo>([&](auto a) { client.buildInfo(this, a); });
        QVERIFY(info);
        QCOMPARE(info->kind, ServerKind::Prometheus);
        QVERIFY(info->version.startsWith(QStringLiteral("2.")));
        const auto rules = wait<std::vector<ServerRule>>([&](auto a) { client.rules(this, a); });
        QVERIFY(rules && rules->size() == 2);
        QVERIFY((*rules)[0].alerting);
        QCOMPARE((*rules)[1].name, QStringLiteral("job:up:sum"));
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            const auto alerts = wait<std::vector<ServerAlert>>([&](auto a) { client.alerts(this, a); });
            return alerts && alerts->size() == 1 && alerts->at(0).labels.get("alertname") == "Always" && alerts->at(0).value == 1;
        }(), 10000);
    }

    void liveServerTellsAboutItself()
    {
        PrometheusClient client(configFor(m_server.url()), {});
        const auto targets = wait<TargetList>([&](auto a) { client.targets(this, a); });
        QVERIFY(targets && targets->active.size() == 2);
        const ScrapeTarget &node = targets->active[targets->active[0].pool == u"node" ? 0 : 1];
        QCOMPARE(node.labels.get("instance"), std::string_view(utf8(m_node.target())));
        QCOMPARE(node.health, QStringLiteral("up"));
        QCOMPARE(node.intervalMs, TimeMs(1000));
        QVERIFY(std::abs(node.lastScrape - now()) < 5000 && node.lastScrapeSeconds > 0);
        const auto pools = wait<QStringList>([&](auto a) { client.scrapePools(this, a); });
        QVERIFY(pools && pools->contains(QStringLiteral("node")));
        const auto one = wait<std::vector<MetricMetadata>>([&](auto a) { client.metadata(QStringLiteral("node_load1"), 10, this, a); });
        QVERIFY(one && one->size() == 1 && one->at(0).type == u"gauge" && !one->at(0).help.isEmpty());
        const auto of = wait<std::vector<TargetMetadata>>([&](auto a) { client.targetMetadata(QStringLiteral("{job=\"node\"}"), QStringLiteral("node_load1"), 10, this, a); });
        QVERIFY(of && of->size() == 1 && of->at(0).metadata.metric == u"node_load1" && of->at(0).target.get("job") == "node");
        const auto runtime = wait<RuntimeInfo>([&](auto a) { client.runtimeInfo(this, a); });
        QVERIFY(runtime && std::abs(runtime->startTime - now()) < 120'000 && runtime->configGood && runtime->goroutines > 5);
        const auto flags = wait<QMap<QString, QString>>([&](auto a) { client.flags(this, a); });
        QVERIFY(flags && flags->value(QStringLiteral("query.lookback-delta")) == u"5m");
        const auto yaml = wait<QString>([&](auto a) { client.serverConfig(this, a); });
        QVERIFY(yaml && yaml->contains(QStringLiteral("scrape_configs")));
        const auto tsdb = wait<TsdbStatus>([&](auto a) { client.tsdbStatus(this, a); });
        QVERIFY(tsdb && tsdb->series > 500 && !tsdb->seriesByMetric.empty());
        const auto replay = wait<WalReplay>([&](auto a) { client.walReplay(this, a); });
        QVERIFY(replay && replay->current == replay->max);
        const auto managers = wait<QStringList>([&](auto a) { client.alertmanagers(this, a); });
        QVERIFY(managers && managers->isEmpty());
        const auto exemplars = wait<std::vector<SeriesExemplars>>([&](auto a) { client.exemplars(QStringLiteral("up"), now() - 1000, now(), this, a); });
        QVERIFY(exemplars && exemplars->empty());
        const auto recording = wait<std::vector<ServerRule>>([&](auto a) { client.rules({ .type = QStringLiteral("record"), .names = {}, .groups = {}, .files = {} }, this, a); });
        QVERIFY(recording && recording->size() == 1 && !recording->at(0).alerting && recording->at(0).intervalSeconds > 0);
    }

    void thanosMergesReplicasAndSaysWhatIsMissing()
    {
        HttpFixture server { HttpFixture::Handler(thanos) };
        SourceConfig config = configFor(server.url());
        {
            PrometheusClient client(config, {});
            const auto info = wait<BuildInfo>([&](auto a) { client.buildInfo(this, a); });
            QVERIFY(info && info->kind == ServerKind::Thanos);
            const auto answer = query(client, "up");
            QVERIFY(answer && answer->partial && answer->series.size() == 1);
            QCOMPARE(answer->warnings, QStringList { QStringLiteral("No StoreAPIs matched for b:10901") });
        }
        config.parameters = { { QStringLiteral("dedup"), QStringLiteral("false") } };
        {
            PrometheusClient client(config, {});
            const auto answer = query(client, "up");
            QVERIFY(answer && answer->series.size() == 2);
        }
        config.parameters = { { QStringLiteral("partial_response"), QStringLiteral("false") } };
        PrometheusClient client(config, {});
        const auto answer = query(client, "up");
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unavailable); // a store that is away may come back
    }

    void mimirWantsATenant()
    {
        HttpFixture server { HttpFixture::Handler(mimir) };
        SourceConfig config = configFor(server.url(QStringLiteral("/prometheus")));
        {
            PrometheusClient client(config, {});
            const auto answer = query(client, "up");
            QVERIFY(!answer);
            QCOMPARE(answer.error().reason, std::string("the server serves several tenants; set the header X-Scope-OrgID (401)"));
        }
        config.headers = { { QStringLiteral("X-Scope-OrgID"), QStringLiteral("team-a") } };
        PrometheusClient client(config, {});
        const auto info = wait<BuildInfo>([&](auto a) { client.buildInfo(this, a); });
        QVERIFY(info && info->kind == ServerKind::Mimir);
        const auto answer = query(client, "up");
        QVERIFY(answer && answer->series.at(0).labels.get("id") == "team-a");
        const auto refused = query(client, "too_many");
        QVERIFY(!refused && refused.error().code == ErrorCode::BadInput);
    }

    void agentIsTold()
    {
        HttpFixture server(HttpFixture::Handler([](const HttpFixture::Request &request) {
            if (request.path().endsWith("/stores"))
                return HttpFixture::Reply { .status = 404, .contentType = "text/plain", .body = "404 page not found" };
            if (request.path().endsWith("/query"))
                return answerJson(R"({"status":"error","errorType":"execution","error":"unavailable with Prometheus Agent"})", 422);
            return answerJson(R"({"status":"success","data":{"version":"2.42.0","revision":"x","goVersion":"go1.19"}})");
        }));
        PrometheusClient client(configFor(server.url()), {});
        const auto info = wait<BuildInfo>([&](auto a) { client.buildInfo(this, a); });
        QVERIFY(info && info->kind == ServerKind::Prometheus && info->agent);
    }

    void packingIsChosenByWhatItGains()
    {
        EncodingChoice far(false), near(true);
        QVERIFY(far.packed() && !near.packed());
        far.measured(true, 1000, 900); // says nothing
        QVERIFY(far.packed());
        far.measured(true, 1 << 20, 1000);
        QVERIFY(!far.packed()); // tries the other way once
        far.measured(false, 1 << 20, 200);
        QVERIFY(!far.packed()); // and stays, it was five times faster
        EncodingChoice slow(false);
        slow.measured(true, 1 << 20, 100);
        slow.measured(false, 1 << 20, 900);
        QVERIFY(slow.packed());
        for (int i = 0; i < 64; ++i)
            slow.measured(true, 1 << 20, 100);
        QVERIFY(!slow.packed()); // looks again, now and then
    }

    void badAnswersAreOneSentence()
    {
        QCOMPARE(failure({ .contentType = "text/html", .body = "<!doctype html><html>log in</html>" }),
            QStringLiteral("the answer is a web page instead of JSON; check the path of the address"));
        QCOMPARE(failure({ .contentType = "text/plain", .body = "# HELP up\nup 1\n" }), QStringLiteral("the answer is not JSON: # HELP up up 1"));
        QCOMPARE(failure({ .body = "" }), QStringLiteral("the answer is empty instead of JSON"));
        QCOMPARE(failure({ .body = "{\"status\":\"success\",\"data\":{\"result\":[}" }),
            QStringLiteral("the answer is not the JSON of a query: unexpected text at byte 38"));
        QCOMPARE(failure({ .body = "{\"status\":\"success\",\"data\":{\"result\":[" }), QStringLiteral("the answer is cut short after 38 bytes"));
        QCOMPARE(failure({ .body = "{}" }), QStringLiteral("the answer has no status, this is not Prometheus' API"));
        QCOMPARE(failure({ .status = 503, .body = "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out\"}" }),
            QStringLiteral("the server says: query timed out"));
        QCOMPARE(failure({ .status = 401, .contentType = "text/plain", .body = "Unauthorized" }),
            QStringLiteral("the server asks for a valid user name, password or token (401)"));
        QCOMPARE(failure({ .status = 404, .contentType = "text/plain", .body = "404 page not found" }),
            QStringLiteral("the server has no such page (404); check the path of the address"));
    }

    void endlessAnswerIsStopped()
    {
        HttpFixture server(HttpFixture::Reply { .body = "{\"status\":\"success\",", .endless = true });
        PrometheusClient client(configFor(server.url()), {});
        client.setMaxBytes(2 << 20);
        const auto answer = query(client, "up");
        QVERIFY(!answer);
        QCOMPARE(qstr(answer.error()), QStringLiteral("127.0.0.1:%1: the answer is larger than 2 MiB").arg(server.port()));
    }

    void readOnlyProxyIsAskedByGet()
    {
        HttpFixture server(HttpFixture::Handler([](const HttpFixture::Request &request) {
            if (request.method == "POST")
                return HttpFixture::Reply { .status = 405, .contentType = "text/plain", .body = "Method Not Allowed" };
            return HttpFixture::Reply { .body = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}" };
        }));
        PrometheusClient client(configFor(server.url(QStringLiteral("/prom/"))), {});
        QVERIFY(query(client, "a+b"));
        QVERIFY(query(client, "c"));
        QCOMPARE(server.requests().size(), 3); // POST is not tried again
        QVERIFY2(server.requests()[1].target.startsWith("/prom/api/v1/query?query=a%2Bb&"), server.requests()[1].target.constData());
    }

    void atMostFourRequestsAtATime()
    {
        int open = 0, most = 0;
        HttpFixture server(HttpFixture::Handler([&](const HttpFixture::Request &) {
            most = std::max(most, ++open);
            QTimer::singleShot(50, this, [&] { --open; });
            return HttpFixture::Reply { .body = "{\"status\":\"success\",\"data\":{\"result\":[]}}", .delayMs = 50 };
        }));
        PrometheusClient client(configFor(server.url()), {});
        int answered = 0;
        for (int i = 0; i < 12; ++i)
            client.query(QStringLiteral("up"), 0, this, [&](Result<QueryAnswer> answer) { answered += bool(answer); });
        QTRY_COMPARE_WITH_TIMEOUT(answered, 12, 10000);
        QVERIFY2(most <= 4, qPrintable(QString::number(most)));
    }

    void callersThatDieFreeTheirPlace()
    {
        HttpFixture server(HttpFixture::Reply { .body = "{\"status\":\"success\",\"data\":{\"result\":[]}}", .delayMs = 30 });
        PrometheusClient client(configFor(server.url()), {});
        auto *caller = new QObject;
        for (int i = 0; i < 8; ++i)
            client.query(QStringLiteral("up"), 0, caller, [](Result<QueryAnswer>) { QFAIL("answered a dead caller"); });
        delete caller;
        QVERIFY(query(client, "up"));
    }

    void kindsAreToldApart()
    {
        const auto kind = [this](const QByteArray &build, int stores) {
            HttpFixture server(HttpFixture::Handler([=](const HttpFixture::Request &request) {
                if (request.path().endsWith("/stores"))
                    return HttpFixture::Reply { .status = stores, .body = "{\"status\":\"success\",\"data\":{}}" };
                return HttpFixture::Reply { .body = "{\"status\":\"success\",\"data\":" + build + "}" };
            }));
            PrometheusClient client(configFor(server.url()), {});
            const auto info = wait<BuildInfo>([&](auto a) { client.buildInfo(this, a); });
            return info ? serverKindText(info->kind) : qstr(info.error());
        };
        QCOMPARE(kind("{}", 404), QStringLiteral("VictoriaMetrics"));
        QCOMPARE(kind("{\"version\":\"2.24.0\"}", 404), QStringLiteral("VictoriaMetrics"));
        QCOMPARE(kind("{\"application\":\"Grafana Mimir\",\"version\":\"2.9\",\"revision\":\"x\"}", 404), QStringLiteral("Mimir"));
        QCOMPARE(kind("{\"version\":\"2.42.0\",\"revision\":\"x\",\"goVersion\":\"go1.19\"}", 404), QStringLiteral("Prometheus"));
        QCOMPARE(kind("{\"version\":\"0.30.0\",\"revision\":\"x\",\"goVersion\":\"go1.19\"}", 200), QStringLiteral("Thanos"));
    }

    void warningsMakeAnAnswerPartial()
    {
        HttpFixture server(HttpFixture::Reply { .body = "{\"status\":\"success\",\"data\":{\"result\":[]},\"warnings\":[\"store b is away\"]}" });
        PrometheusClient client(configFor(server.url()), {});
        const auto answer = query(client, "up");
        QVERIFY(answer && answer->partial);
        QCOMPARE(answer->warnings, QStringList { QStringLiteral("store b is away") });
    }

    void recordedRulesAndAlertsAreRead()
    {
        if (sharedFolder().isEmpty())
            QSKIP("skipped: no shared data");
        const QString folder = sharedFolder() + QStringLiteral("/fixtures/prometheus-2.42/");
        HttpAnswer answer;
        answer.status = 200;
        answer.body = readAll(folder + QStringLiteral("rules.json"));
        const auto root = envelopeFrom(QUrl(QStringLiteral("http://h/")), answer);
        QVERIFY(root);
        const auto rules = rulesFrom((*root)[u"data"].toObject());
        QVERIFY(rules.size() > 4);
        QCOMPARE(rules[1].name, QStringLiteral("TargetDown"));
        QCOMPARE(rules[1].alerts.at(0).value, 0.0);
        QCOMPARE(rules[1].alerts.at(0).activeAt, TimeMs(1795252730196));
    }

    void rangesAreCutBetweenPoints()
    {
        const auto parts = splitRange(0, 25000, 1, 11000);
        QCOMPARE(parts.size(), std::size_t(3));
        QCOMPARE(parts[0].to, TimeMs(10999));
        QCOMPARE(parts[1].from, TimeMs(11000));
        QCOMPARE(parts[2].to, TimeMs(25000));
        QCOMPARE(splitRange(5, 5, 1000).size(), std::size_t(1));
        QCOMPARE(splitRange(9, 5, 1000).size(), std::size_t(1));
    }

    void labelNamesBeyondTheOldAlphabetAreEscaped()
    {
        QCOMPARE(pathNameOf(QStringLiteral("job")), QStringLiteral("job"));
        QCOMPARE(pathNameOf(QStringLiteral("http.status_code")), QStringLiteral("U__http_2e_status__code"));
    }
};

QTEST_GUILESS_MAIN(TestPrometheusClient)
#include "tst_prometheus_client.moc"
