#include "core/alerts/alert_service.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"
#include "tests/alerts/alertmanager_server.h"
#include "tests/support/http_fixture.h"
#include "tests/support/prometheus_server.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;
using namespace lepto::test;

/// Several sources at once, as the console has them.
class TestAlertService : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    SystemClock m_clock;
    int m_files = 0;
    std::unique_ptr<OpsDatabase> m_ops;
    std::unique_ptr<AuditLog> m_audit;
    std::unique_ptr<AlertHistory> m_history;
    std::unique_ptr<AlertService> m_service;

    static QMap<QString, QString> labels(const QString &name, const QString &instance)
    {
        return {{QStringLiteral("alertname"), name}, {QStringLiteral("instance"), instance}};
    }
    const Alert *shown(const char *name) const
    {
        for (const Alert &a : m_service->snapshot().alerts) {
            if (a.labels.get("alertname") == name)
                return &a;
        }
        return nullptr;
    }
    AlertSourceState source(const QString &name) const
    {
        for (const AlertSourceState &s : m_service->snapshot().sources) {
            if (s.state.name == name)
                return s;
        }
        return {};
    }
    std::vector<AlertEpisode> episodes(const char *name) const
    {
        EpisodeQuery query;
        query.labels = Labels().with("alertname", name);
        return *m_history->episodes(query);
    }

private Q_SLOTS:
    void init()
    {
        m_ops = std::move(*OpsDatabase::open(m_folder.filePath(QString::number(++m_files))));
        m_audit = std::make_unique<AuditLog>(*m_ops, std::move(*SigningKey::loadOrCreate(m_folder.path(), QStringLiteral("test"))), m_clock, QString());
        m_history = std::make_unique<AlertHistory>(*m_ops, m_clock);
        AlertService::Parts parts{*m_audit, m_clock, nullptr, [] { return Result<void>(); }, QStringLiteral("mara")};
        parts.history = m_history.get();
        parts.shortestIntervalMs = 200;
        m_service = std::make_unique<AlertService>(std::move(parts));
        if (!AlertmanagerServer::isInstalled())
            QSKIP("skipped: no Alertmanager installed");
    }

    void cleanup()
    {
        m_service.reset();
        m_history.reset();
    }

    void anAlertFiresIsSilencedAndResolves()
    {
        AlertmanagerServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.post({labels(QStringLiteral("DiskFull"), QStringLiteral("db-1")), labels(QStringLiteral("DiskFull"), QStringLiteral("web-1"))}));
        QSignalSpy fired(m_service.get(), &AlertService::alertFired), resolved(m_service.get(), &AlertService::alertResolved);
        m_service->setSources({server.source()});
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(fired.size(), 2, 8000);
        QCOMPARE(source(QStringLiteral("am")).status.cluster, QStringLiteral("disabled"));
        QCOMPARE(source(QStringLiteral("am")).alerts, 2);
        QTRY_VERIFY_WITH_TIMEOUT(shown("DiskFull") && shown("DiskFull")->timesFired == 1, 8000);

        SilenceDraft draft;
        draft.matchers = *parseMatchers(QStringLiteral("alertname=\"DiskFull\",instance=~\"db.*\""));
        draft.durationMs = 3'600'000;
        draft.createdBy = draft.comment = QStringLiteral("test");
        const auto preview = m_service->preview(draft.matchers);
        QVERIFY(preview);
        QCOMPARE(preview->alerts.size(), std::size_t(1));
        QCOMPARE(preview->total, 2);
        QString id;
        m_service->createSilence(QStringLiteral("am"), draft, this, [&](Result<SilenceWritten> written) {
            QVERIFY2(written, written ? "" : qPrintable(qstr(written.error())));
            id = written->id;
        });
        QTRY_VERIFY_WITH_TIMEOUT(!id.isEmpty() && m_service->snapshot().silence(id), 8000);
        QTRY_VERIFY_WITH_TIMEOUT(m_service->snapshot().find(preview->alerts[0].fingerprint)->state == AlertState::Suppressed, 8000);
        QCOMPARE(resolved.size(), 0);

        QVERIFY(server.post({labels(QStringLiteral("DiskFull"), QStringLiteral("db-1"))}, true));
        QTRY_COMPARE_WITH_TIMEOUT(resolved.size(), 1, 8000);
        QCOMPARE(episodes("DiskFull").size(), std::size_t(2));
    }

    void oneSourcesFailureHidesNoOther()
    {
        AlertmanagerServer good, dying;
        QVERIFY2(good.start() && dying.start(), qPrintable(good.error() + dying.error()));
        QVERIFY(good.post({labels(QStringLiteral("Here"), QStringLiteral("a"))}));
        QVERIFY(dying.post({labels(QStringLiteral("There"), QStringLiteral("b"))}));
        HttpFixture::Reply endless;
        endless.endless = true;
        HttpFixture garbage(endless);
        SourceConfig broken = good.source(QStringLiteral("broken"));
        broken.url = garbage.url();
        QSignalSpy resolved(m_service.get(), &AlertService::alertResolved);
        m_service->setSources({good.source(QStringLiteral("good")), dying.source(QStringLiteral("dying")), broken});
        m_service->start();
        QTRY_VERIFY_WITH_TIMEOUT(shown("Here") && shown("There"), 8000);
        dying.kill();
        QTRY_VERIFY_WITH_TIMEOUT(source(QStringLiteral("dying")).state.code == SourceState::Code::Failed, 8000);
        QVERIFY(shown("There")->stale);
        QVERIFY(!shown("Here")->stale);
        QVERIFY(source(QStringLiteral("dying")).state.lastGood > 0);
        QVERIFY(source(QStringLiteral("dying")).state.reason.contains(QStringLiteral("connection refused")));
        QTRY_VERIFY_WITH_TIMEOUT(source(QStringLiteral("broken")).state.failures > 0, 8000);
        const TimeMs before = source(QStringLiteral("good")).state.lastGood;
        QTRY_VERIFY_WITH_TIMEOUT(source(QStringLiteral("good")).state.lastGood > before, 5000);
        QCOMPARE(resolved.size(), 0);
        m_service->setSources({good.source(QStringLiteral("good"))});
        QTRY_COMPARE_WITH_TIMEOUT(resolved.size(), 1, 5000);
        QVERIFY(!shown("There"));
    }

    void aServerThatHangsTurnsStale()
    {
        AlertmanagerServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        m_service->setSources({server.source()});
        m_service->start();
        QTRY_VERIFY_WITH_TIMEOUT(source(QStringLiteral("am")).state.code == SourceState::Code::Live, 8000);
        server.pause();
        QTRY_VERIFY_WITH_TIMEOUT(source(QStringLiteral("am")).state.code == SourceState::Code::Stale, 3000);
        server.resume();
        QTRY_VERIFY_WITH_TIMEOUT(source(QStringLiteral("am")).state.code == SourceState::Code::Live, 8000);
    }

    void aClusterIsOneSetOfAlertsAndSilences()
    {
        AlertmanagerServer a, b;
        AlertmanagerServer::Options first, second;
        first.clusterAddress = QStringLiteral("127.0.0.1:%1").arg(freePort());
        second.clusterAddress = QStringLiteral("127.0.0.1:%1").arg(freePort());
        second.peer = first.clusterAddress;
        if (!a.start(first) || !b.start(second))
            QSKIP("skipped: no cluster of Alertmanagers can be formed on loopback here");
        QVERIFY(a.post({labels(QStringLiteral("Twice"), QStringLiteral("x"))}) && b.post({labels(QStringLiteral("Twice"), QStringLiteral("x"))}));
        m_service->setSources({a.source(QStringLiteral("a")), b.source(QStringLiteral("b"))});
        m_service->start();
        QTRY_VERIFY_WITH_TIMEOUT(shown("Twice") && shown("Twice")->sources.size() == 2, 8000);
        QCOMPARE(m_service->snapshot().alerts.size(), std::size_t(1));
        QCOMPARE(episodes("Twice").size(), std::size_t(1));
        SilenceDraft draft;
        draft.matchers = *parseMatchers(QStringLiteral("alertname=\"Twice\""));
        draft.durationMs = 600'000;
        draft.createdBy = draft.comment = QStringLiteral("test");
        QString id;
        m_service->createSilence(QStringLiteral("a"), draft, this, [&](Result<SilenceWritten> written) { id = written ? written->id : qstr(written.error()); });
        QTRY_VERIFY_WITH_TIMEOUT(m_service->snapshot().silence(id) && m_service->snapshot().silence(id)->sources.size() == 2, 15'000);
        QCOMPARE(m_service->snapshot().silences.size(), std::size_t(1));
    }

    void aRuleOfPrometheusFiresIntoTheAlertmanager()
    {
        if (!PrometheusServer::isInstalled())
            QSKIP("skipped: no Prometheus installed");
        AlertmanagerServer manager;
        QVERIFY2(manager.start(), qPrintable(manager.error()));
        PrometheusServer prometheus;
        PrometheusServer::Options options;
        options.rules = QStringLiteral("groups:\n- name: g\n  rules:\n  - {alert: SelfUp, expr: 'up == 1', labels: {severity: info}, annotations: {summary: 'up {{ $value }}'}}\n"
                                       "  - {alert: Slowly, expr: 'up == 1', for: 1h}\n  - {alert: Broken, expr: 'up * on(job) group_left() {job=\"prometheus\",__name__=~\"up|scrape_duration_seconds\"} > 0'}\n");
        options.alertmanagers = {QStringLiteral("127.0.0.1:%1").arg(manager.port())};
        options.externalLabels = {{QStringLiteral("cluster"), QStringLiteral("lab")}};
        QVERIFY2(prometheus.start(options), qPrintable(prometheus.error()));
        SourceConfig rules = manager.source(QStringLiteral("prom"));
        rules.kind = SourceConfig::Kind::Prometheus;
        rules.url = prometheus.url();
        m_service->setSources({rules, manager.source()});
        m_service->start();
        QTRY_VERIFY_WITH_TIMEOUT(shown("SelfUp") && shown("SelfUp")->sources.size() == 2, 20'000);
        const Alert both = *shown("SelfUp");
        QVERIFY(both.state == AlertState::Active);
        QCOMPARE(qstr(both.labels.get("cluster")), QStringLiteral("lab"));
        QCOMPARE(both.annotations[QStringLiteral("summary")], QStringLiteral("up 1"));
        QTRY_VERIFY_WITH_TIMEOUT(shown("Slowly"), 10'000);
        QVERIFY(shown("Slowly")->state == AlertState::Pending);
        QTRY_VERIFY_WITH_TIMEOUT(!m_service->snapshot().brokenRules.empty(), 10'000);
        QCOMPARE(m_service->snapshot().brokenRules[0].name, QStringLiteral("Broken"));
        QVERIFY(episodes("Slowly").empty());
        manager.kill();
        QTRY_VERIFY_WITH_TIMEOUT(source(QStringLiteral("am")).state.code == SourceState::Code::Failed, 8000);
        QVERIFY(!shown("SelfUp")->stale); // the rule still says so
    }

    void aMissingSecretFailsOnlyItsSource()
    {
        AlertmanagerServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        SourceConfig locked = server.source(QStringLiteral("locked"));
        locked.secretRef = QStringLiteral("nowhere");
        m_service->setSources({locked, server.source(QStringLiteral("open"))});
        m_service->start();
        QTRY_VERIFY_WITH_TIMEOUT(source(QStringLiteral("open")).state.code == SourceState::Code::Live, 8000);
        QVERIFY(source(QStringLiteral("locked")).state.code == SourceState::Code::Failed);
        QVERIFY(m_service->isSettled());
        QString reason;
        m_service->expireSilence(QStringLiteral("nobody"), QString(), this, [&](Result<SilenceWritten> written) { reason = qstr(written.error()); });
        QTRY_COMPARE(reason, QStringLiteral("nobody: no such Alertmanager among the sources"));
    }

    void stoppedInTheMiddleNothingIsSent()
    {
        HttpFixture::Reply slow;
        slow.delayMs = 150;
        slow.body = "[]";
        HttpFixture fixture(slow);
        SourceConfig config;
        config.name = QStringLiteral("slow");
        config.kind = SourceConfig::Kind::Alertmanager;
        config.url = fixture.url();
        m_service->setSources({config});
        m_service->start();
        m_service->start();
        QTRY_VERIFY(!fixture.requests().isEmpty());
        m_service->stop();
        QSignalSpy changed(m_service.get(), &AlertService::changed);
        const auto asked = fixture.requests().size();
        QTest::qWait(500);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(fixture.requests().size(), asked);
    }

    // 10,000 alerts of one server: parsed, merged and compared with the history.
    void manyAlertsAreTakenInQuickly()
    {
        QByteArray alerts = "[";
        for (int i = 0; i < 10'000; ++i)
            alerts += QByteArray(i ? "," : "") + "{\"annotations\":{\"summary\":\"node " + QByteArray::number(i) + " is down\"},\"endsAt\":\"2026-11-21T09:29:08.196Z\",\"fingerprint\":\"x\","
                "\"receivers\":[{\"name\":\"page\"}],\"startsAt\":\"2026-11-21T09:18:56.196Z\",\"status\":{\"inhibitedBy\":[],\"silencedBy\":[],\"state\":\"active\"},"
                "\"labels\":{\"alertname\":\"Down\",\"severity\":\"critical\",\"job\":\"node\",\"instance\":\"host-" + QByteArray::number(i) + ":9100\"}}";
        alerts += ']';
        HttpFixture fixture([&](const HttpFixture::Request &request) {
            HttpFixture::Reply reply;
            reply.body = request.path() == "/api/v2/status" ? QByteArray(R"({"versionInfo":{"version":"0.25.0"}})") : request.path() == "/api/v2/alerts" ? alerts : QByteArray("[]");
            return reply;
        });
        SourceConfig config;
        config.name = QStringLiteral("big");
        config.kind = SourceConfig::Kind::Alertmanager;
        config.url = fixture.url();
        QElapsedTimer clock;
        m_service->setSources({config});
        clock.start();
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_service->snapshot().alerts.size(), std::size_t(10'000), 30'000);
        qInfo("10,000 alerts, %lld bytes: first snapshot after %lld ms", qint64(alerts.size()), clock.elapsed());
        QCOMPARE(episodes("Down").size(), std::size_t(1000));
        QVERIFY(clock.elapsed() < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestAlertService)
#include "tst_alert_service.moc"
