#include "core/base/text.h"
#include "core/settings/file_secret_store.h"
#include "core/sources/exporter_source.h"
#include "core/sources/prometheus_source.h"
#include "core/sources/source_manager.h"
#include "tests/support/http_fixture.h"
#include "tests/support/prometheus_server.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace lepto;
using namespace lepto::test;

namespace {

using Code = SourceState::Code;

SourceConfig make(SourceConfig::Kind kind, const QString &name, const QString &url)
{
    SourceConfig config;
    config.kind = kind;
    config.name = name;
    config.url = url;
    config.intervalMs = 200;
    config.timeoutMs = 2000;
    return config;
}

SourceConfig exporter(const QString &url)
{
    return make(SourceConfig::Kind::Exporter, QStringLiteral("shop"), url);
}

SourceConfig mirror(const QString &url)
{
    return make(SourceConfig::Kind::Prometheus, QStringLiteral("prom"), url);
}

QString printed(const Scrape &scrape)
{
    QStringList out;
    for (const LabelledSample &s : scrape.samples) {
        if (s.labels.name() == "scrape_duration_seconds")
            continue;
        out += QString::fromStdString(s.labels.text()) + u' ' + (isStaleMarker(s.sample.v) ? QStringLiteral("stale") : QString::number(s.sample.v));
    }
    return out.join(u'\n');
}

Scrape at(const QSignalSpy &spy, qsizetype i)
{
    return spy.value(i).value(0).value<Scrape>();
}

} // namespace

class TestSources : public QObject {
    Q_OBJECT

    NodeExporterServer m_node;
    PrometheusServer m_server;

    QString failure(const HttpFixture::Reply &reply, const SourceLimits &limits = {})
    {
        HttpFixture server(reply);
        ExporterSource source(exporter(server.url()), {}, limits);
        source.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Failed, 10000); }();
        return source.state().reason.section(QStringLiteral(": "), 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PrometheusServer::isInstalled() || !NodeExporterServer::isInstalled())
            return;
        QVERIFY2(m_node.start(), qPrintable(m_node.error()));
        PrometheusServer::Options options;
        options.targets = { m_node.target() };
        QVERIFY2(m_server.start(options), qPrintable(m_server.error()));
    }
    void init()
    {
        if (QByteArray(QTest::currentTestFunction()).startsWith("live") && !m_server.isRunning())
            QSKIP("skipped: prometheus is not installed");
    }

    void exporterKeepsThePagesLabelsAndFillsGaps()
    {
        HttpFixture server(HttpFixture::Reply { .contentType = "text/plain; version=0.0.4", .body = "a 1\nb{job=\"own\",instance=\"x\"} 2\n" });
        ExporterSource source(exporter(server.url(QStringLiteral("/metrics"))), {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() > 0, 5000);
        const QString here = QStringLiteral("127.0.0.1:%1").arg(server.port());
        QCOMPARE(printed(at(spy, 0)),
            QStringLiteral("a{instance=\"%1\",job=\"shop\",source=\"shop\"} 1\nb{instance=\"x\",job=\"own\",source=\"shop\"} 2\n"
                           "up{instance=\"%1\",job=\"shop\",source=\"shop\"} 1\nscrape_samples_scraped{instance=\"%1\",job=\"shop\",source=\"shop\"} 2")
                .arg(here));
        QCOMPARE(source.state().code, Code::Live);
        QVERIFY(server.requests().at(0).headers.value("accept").contains("encoding=delimited,application/openmetrics-text"));
    }

    void vanishedSeriesAndFailedScrapesGetStaleMarkers()
    {
        int n = 0;
        HttpFixture server(HttpFixture::Handler([&](const HttpFixture::Request &) {
            ++n;
            if (n == 3)
                return HttpFixture::Reply { .status = 500, .contentType = "text/plain", .body = "boom" };
            return HttpFixture::Reply { .contentType = "text/plain", .body = n == 1 ? "a 1\nb 1\ntimed 5 1000\n" : "a 2\n" };
        }));
        SourceConfig config = exporter(server.url());
        ExporterSource source(config, {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() >= 4, 8000);
        QVERIFY(printed(at(spy, 1)).contains(QRegularExpression(QStringLiteral("b\\{.*\\} stale"))));
        QVERIFY(!printed(at(spy, 1)).contains(QRegularExpression(QStringLiteral("timed\\{.*\\} stale"))));
        QVERIFY(printed(at(spy, 2)).contains(QRegularExpression(QStringLiteral("a\\{.*\\} stale"))));
        QVERIFY(printed(at(spy, 2)).contains(QRegularExpression(QStringLiteral("up\\{.*\\} 0"))));
        QVERIFY(printed(at(spy, 3)).contains(QRegularExpression(QStringLiteral("a\\{.*\\} 2"))));
        QVERIFY(!printed(at(spy, 3)).contains(QStringLiteral("stale")));
    }

    void badPagesAreOneSentence()
    {
        QCOMPARE(failure({ .contentType = "text/html; charset=utf-8", .body = "<!doctype html>" }),
            QStringLiteral("the answer is a web page instead of metrics; check the path, it is often /metrics"));
        QCOMPARE(failure({ .contentType = "application/json", .body = "{\"a\":1}" }),
            QStringLiteral("no line of the answer is a metric; line 1: an equals sign is expected after the label name"));
        QCOMPARE(failure({ .status = 500, .contentType = "text/plain", .body = "boom" }), QStringLiteral("the server answers 500: boom"));
        SourceLimits small;
        small.maxSamples = 2;
        QCOMPARE(failure({ .contentType = "text/plain", .body = "a 1\nb 1\nc 1\n" }, small), QStringLiteral("the page has more than 2 samples"));
        small.maxBytes = 1 << 20;
        QCOMPARE(failure({ .contentType = "text/plain", .body = "a 1\n", .endless = true }, small), QStringLiteral("the answer is larger than 1 MiB"));
    }

    void badLinesMakeThePagePartial()
    {
        HttpFixture server(HttpFixture::Reply { .contentType = "text/plain", .body = "a 1\nbroken\nc 3\nfuture 1 99999999999999\n" });
        ExporterSource source(exporter(server.url()), {});
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Partial, 5000);
        QCOMPARE(source.state().reason, QStringLiteral("line 2 is left out: the value is not a number"));
        QCOMPARE(source.state().warnings.size(), 2);
    }

    void emptyPageIsFine()
    {
        HttpFixture server(HttpFixture::Reply { .contentType = "text/plain", .body = "" });
        ExporterSource source(exporter(server.url()), {});
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Live, 5000);
    }

    void hungServerTurnsStaleThenFails()
    {
        HttpFixture server(HttpFixture::Reply { .delayMs = -1 });
        ExporterSource source(exporter(server.url()), {});
        QSignalSpy states(&source, &Source::stateChanged);
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Failed, 8000);
        QCOMPARE(source.state().reason, QStringLiteral("127.0.0.1:%1: no answer within 2 seconds").arg(server.port()));
        std::set<Code> seen;
        for (const auto &state : states)
            seen.insert(state.value(0).value<SourceState>().code);
        QVERIFY(seen.contains(Code::Stale));
    }

    void stoppedSourceSendsNothing()
    {
        HttpFixture server(HttpFixture::Reply { .contentType = "text/plain", .body = "a 1\n", .delayMs = 100 });
        ExporterSource source(exporter(server.url()), {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTest::qWait(30);
        source.stop();
        source.stop();
        QTest::qWait(400);
        QCOMPARE(spy.size(), 0);
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() > 0, 5000);
    }

    void liveNodeExporterIsScraped()
    {
        ExporterSource source(exporter(m_node.page()), {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() >= 2, 10000);
        QVERIFY(at(spy, 0).samples.size() > 300);
        QCOMPARE(source.state().code, Code::Live);
        QVERIFY(source.state().warnings.isEmpty());
        // Repeated pages share their labels, which is what makes the store quick.
        QVERIFY(at(spy, 1).samples[0].labels.sharesBodyWith(at(spy, 0).samples[0].labels));
    }

    void liveKilledExporterIsOneSentenceAndComesBack()
    {
        NodeExporterServer node;
        QVERIFY2(node.start(), qPrintable(node.error()));
        ExporterSource source(exporter(node.page()), {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Live, 10000);
        node.kill();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Failed, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(source.state().reason,
            QStringLiteral("127.0.0.1:%1: connection refused, nothing listens on this port").arg(node.port()), 5000);
    }

    void liveMirrorBringsRawSamplesOnce_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::newRow("by remote read") << QStringLiteral("{job=\"node\",__name__=~\"node_load.*|up\"}");
        QTest::newRow("by query, for a selector that only the server reads") << QStringLiteral("{job=\"node\",__name__=~\"node_load.*|\\x75p\"}");
    }
    void liveMirrorBringsRawSamplesOnce()
    {
        QFETCH(QString, selector);
        SourceConfig config = mirror(m_server.url());
        config.query = selector;
        PrometheusSource source(config, {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        std::map<std::string, std::vector<TimeMs>> times;
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            times.clear();
            for (qsizetype i = 0; i < spy.size(); ++i) {
                for (const LabelledSample &s : at(spy, i).samples)
                    times[s.labels.text()].push_back(s.sample.t);
            }
            return times.size() >= 4 && times.begin()->second.size() >= 5;
        }(), 20000);
        for (const auto &[labels, all] : times) {
            QVERIFY2(labels.find("source=\"prom\"") != std::string::npos && labels.find("job=\"node\"") != std::string::npos, labels.c_str());
            for (std::size_t i = 1; i < all.size(); ++i) {
                QVERIFY(all[i] > all[i - 1]);                       // nothing twice
                QVERIFY2(all[i] - all[i - 1] < 2500, labels.c_str()); // and no hole at a scrape interval of 1 s
            }
        }
        QCOMPARE(source.state().code, Code::Live);
        QVERIFY(std::abs(source.state().clockOffsetMs) < 2000);
    }

    void liveMirrorOfEverythingIsCapped()
    {
        SourceLimits limits;
        limits.maxSeries = 10;
        PrometheusSource source(mirror(m_server.url()), {}, limits);
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Partial, 10000);
        QCOMPARE(source.state().series, 10);
        QVERIFY2(source.state().reason.startsWith(QStringLiteral("only the first 10 series")), qPrintable(source.state().reason));
    }

    void liveSelectorThatIsWrongIsSaidSo()
    {
        SourceConfig config = mirror(m_server.url());
        config.query = QStringLiteral("{job=");
        PrometheusSource source(config, {});
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Failed, 10000);
        QVERIFY2(source.state().reason.contains(QStringLiteral("the server says: ")), qPrintable(source.state().reason));
    }

    void liveSelectorWithoutSeriesIsStale()
    {
        SourceConfig config = mirror(m_server.url());
        config.query = QStringLiteral("no_such_metric");
        PrometheusSource source(config, {});
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Stale, 10000);
        QCOMPARE(source.state().reason, QStringLiteral("the server answers but has no samples for this selector"));
    }

    void pausesGrowWhileAServerIsDownAndARefusalIsNotRepeated()
    {
        int asked = 0, status = 503;
        HttpFixture server(HttpFixture::Handler([&](const HttpFixture::Request &) {
            ++asked;
            return HttpFixture::Reply { .status = status, .contentType = "text/plain", .body = "Service Unavailable" };
        }));
        {
            PrometheusSource source(mirror(server.url()), {});
            source.start();
            QTest::qWait(2000);
            QVERIFY2(asked >= 3 && asked <= 5, qPrintable(QString::number(asked))); // at 0, 0.2, 0.6, 1.4 s
            QCOMPARE(source.state().reason, QStringLiteral("127.0.0.1:%1: the server is not ready (503)").arg(server.port()));
        }
        asked = 0;
        status = 400;
        PrometheusSource source(mirror(server.url()), {});
        source.start();
        QTest::qWait(1500);
        QCOMPARE(asked, 3); // remote read, export, the query API, each once, then a long pause
    }

    void notPrometheusIsSaidSo()
    {
        HttpFixture server(HttpFixture::Reply { .contentType = "text/html", .body = "<html><body>It works!</body></html>" });
        PrometheusSource source(mirror(server.url()), {});
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Failed, 5000);
        QCOMPARE(source.state().reason,
            QStringLiteral("127.0.0.1:%1: the answer is a web page instead of JSON; check the path of the address").arg(server.port()));
    }

    void oneFailingSourceNeverHidesAnother()
    {
        HttpFixture good(HttpFixture::Reply { .contentType = "text/plain", .body = "a 1\n" });
        SourceConfig bad = exporter(QStringLiteral("http://127.0.0.1:%1/").arg(freePort()));
        bad.name = QStringLiteral("dead");
        SourceConfig broken = exporter(QStringLiteral("nonsense"));
        broken.name = QStringLiteral("broken");
        SourceManager manager(nullptr);
        QSignalSpy spy(&manager, &SourceManager::scraped);
        manager.setSources({ broken, bad, exporter(good.url()) });
        manager.start();
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            const auto states = manager.states();
            return states[0].code == Code::Failed && states[1].code == Code::Failed && states[2].code == Code::Live;
        }(), 5000);
        QCOMPARE(manager.states()[0].reason, QStringLiteral("broken: the address must begin with http:// or https://"));
        QVERIFY(spy.size() > 0);
        manager.stop();
        const auto before = spy.size();
        QTest::qWait(500);
        QCOMPARE(spy.size(), before);
    }

    void editedSourcesAreExchangedAndOthersRunOn()
    {
        HttpFixture one(HttpFixture::Reply { .contentType = "text/plain", .body = "a 1\n" }), two(HttpFixture::Reply { .contentType = "text/plain", .body = "b 1\n" });
        SourceConfig kept = exporter(one.url());
        kept.name = QStringLiteral("kept");
        SourceConfig edited = exporter(one.url());
        SourceManager manager(nullptr);
        QSignalSpy spy(&manager, &SourceManager::scraped);
        manager.setSources({ kept, edited });
        manager.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() >= 2, 5000);
        edited.url = two.url();
        manager.setSources({ edited, kept });
        QTRY_VERIFY_WITH_TIMEOUT(!two.requests().isEmpty(), 5000);
        QCOMPARE(manager.states()[0].name, QStringLiteral("shop"));
        QCOMPARE(manager.states()[1].code, Code::Live);
        manager.setSources({});
        QVERIFY(manager.states().empty());
    }

    void secretsAreFetchedBeforeTheFirstRequest()
    {
        QTemporaryDir folder;
        FileSecretStore secrets(folder.path());
        QVERIFY(FileVault(folder.path()).write(QStringLiteral("ro"), QStringLiteral("t0ken")));
        HttpFixture server(HttpFixture::Reply { .contentType = "text/plain", .body = "a 1\n" });
        SourceConfig config = exporter(server.url());
        config.secretRef = QStringLiteral("ro");
        SourceConfig missing = config;
        missing.name = QStringLiteral("other");
        missing.secretRef = QStringLiteral("gone");
        SourceManager manager(&secrets);
        manager.setSources({ config, missing });
        manager.start();
        QTRY_VERIFY_WITH_TIMEOUT(!server.requests().isEmpty(), 5000);
        QCOMPARE(server.requests()[0].headers.value("authorization"), QByteArray("Bearer t0ken"));
        QTRY_COMPARE_WITH_TIMEOUT(manager.states()[1].code, Code::Failed, 5000);
        QCOMPARE(manager.states()[1].reason, QStringLiteral("gone: no secret of this name is stored"));
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
