#include "core/alerts/alert_history.h"
#include "core/alerts/fingerprint.h"
#include "core/base/text.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;

class TestAlertHistory : public QObject {
    Q_OBJECT

    static constexpr TimeMs kStart = 1'794'300'000'000;
    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<OpsDatabase> m_ops;
    std::unique_ptr<FixedClock> m_clock;
    std::unique_ptr<AlertHistory> m_history;
    const QSet<QString> m_both{QStringLiteral("a"), QStringLiteral("b")};

    static Alert alert(const char *name, TimeMs since, const QStringList &sources = {QStringLiteral("a")})
    {
        Alert out;
        out.labels = Labels().with("alertname", name).with("service", "cart");
        out.fingerprint = alertFingerprint(out.labels);
        out.since = since;
        out.sources = sources;
        return out;
    }
    AlertHistory::Changes take(const std::vector<Alert> &alerts, const QSet<QString> &answered)
    {
        auto changes = m_history->take(alerts, answered, m_both);
        return changes ? *std::move(changes) : AlertHistory::Changes();
    }
    AlertHistory::Changes take(const std::vector<Alert> &alerts) { return take(alerts, m_both); }
    std::vector<AlertEpisode> all() { return *m_history->episodes({}); }
    void pass(TimeMs ms) { m_clock->set(m_clock->now() + ms); }

private Q_SLOTS:
    void init()
    {
        m_history.reset();
        m_ops = std::move(*OpsDatabase::open(m_folder.filePath(QString::number(++m_files))));
        m_clock = std::make_unique<FixedClock>(kStart);
        m_history = std::make_unique<AlertHistory>(*m_ops, *m_clock);
        QVERIFY(m_history->load());
    }

    void firingAndResolvingIsKept()
    {
        QCOMPARE(take({alert("A", kStart - 5000)}).fired.size(), std::size_t(1));
        pass(5000);
        QVERIFY(take({alert("A", kStart - 5000)}).fired.empty());
        pass(5000);
        const auto changes = take({});
        QCOMPARE(changes.resolved.size(), std::size_t(1));
        QCOMPARE(changes.resolved[0].resolved, kStart + 10'000);
        const auto kept = all();
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept[0].fired, kStart - 5000);
        QCOMPARE(kept[0].resolved, kStart + 10'000);
        QCOMPARE(qstr(kept[0].labels.get("service")), QStringLiteral("cart"));
    }

    void aSourceThatDoesNotAnswerResolvesNothing()
    {
        take({alert("A", kStart, {QStringLiteral("a"), QStringLiteral("b")})});
        pass(5000);
        QVERIFY(take({}, {QStringLiteral("b")}).resolved.empty());
        pass(5000);
        QCOMPARE(take({}).resolved.size(), std::size_t(1));
    }

    void aSourceThatIsGoneNoMoreHoldsItsAlerts()
    {
        take({alert("A", kStart)});
        pass(5000);
        const auto changes = m_history->take({}, {QStringLiteral("b")}, {QStringLiteral("b")});
        QVERIFY(changes);
        QCOMPARE(changes->resolved.size(), std::size_t(1));
    }

    void aPendingAlertDoesNotCountAndASilencedOneDoes()
    {
        Alert pending = alert("P", kStart), silenced = alert("S", kStart);
        pending.state = AlertState::Pending;
        silenced.state = AlertState::Suppressed;
        const auto changes = take({pending, silenced});
        QCOMPARE(changes.fired.size(), std::size_t(1));
        QCOMPARE(qstr(changes.fired[0].labels.get("alertname")), QStringLiteral("S"));
    }

    void whatCameBackBetweenTwoLooksIsTwoEpisodes()
    {
        take({alert("A", kStart - 1000)});
        pass(60'000);
        const auto changes = take({alert("A", kStart + 50'000)});
        QCOMPARE(changes.fired.size(), std::size_t(1));
        QCOMPARE(changes.resolved.size(), std::size_t(1));
        QCOMPARE(all().size(), std::size_t(2));
        QCOMPARE(all()[0].resolved, TimeMs(0));
        QCOMPARE(all()[1].resolved, kStart);
    }

    void flappingIsCounted()
    {
        std::vector<Alert> alerts;
        for (int i = 0; i < 3; ++i) {
            alerts = {alert("A", m_clock->now())};
            take(alerts);
            pass(60'000);
            take({});
            pass(60'000);
        }
        m_history->count(alerts);
        QCOMPARE(alerts[0].timesFired, 3);
        QVERIFY(alerts[0].flapping);
        pass(2 * 3'600'000);
        m_history->count(alerts);
        QCOMPARE(alerts[0].timesFired, 3);
        QVERIFY(!alerts[0].flapping);
    }

    void anotherProcessTakesUpWhatIsOpen()
    {
        take({alert("A", kStart), alert("B", kStart)});
        pass(70'000);
        take({alert("A", kStart), alert("B", kStart)});
        m_history = std::make_unique<AlertHistory>(*m_ops, *m_clock);
        QVERIFY(m_history->load());
        pass(10'000);
        QVERIFY(take({alert("A", kStart)}).fired.empty());
        QCOMPARE(all().size(), std::size_t(2));
        std::vector<Alert> alerts{alert("A", kStart)};
        m_history->count(alerts);
        QCOMPARE(alerts[0].timesFired, 1);
    }

    void afterAPauseTheEndIsWhenItWasSeenLast()
    {
        take({alert("A", kStart)});
        pass(60'000);
        take({alert("A", kStart)});
        m_history = std::make_unique<AlertHistory>(*m_ops, *m_clock);
        QVERIFY(m_history->load());
        pass(86'400'000);
        const auto changes = take({});
        QCOMPARE(changes.resolved.size(), std::size_t(1));
        QCOMPARE(changes.resolved[0].resolved, kStart + 60'000);
    }

    void anIncidentAsksForAlertsOfItsLabelsInItsRange()
    {
        Alert other = alert("C", kStart);
        other.labels = other.labels.with("service", "pay");
        take({alert("A", kStart), other});
        pass(60'000);
        take({other});
        EpisodeQuery query;
        query.labels = Labels().with("service", "cart");
        query.from = kStart + 30'000;
        query.to = kStart + 40'000;
        QCOMPARE(m_history->episodes(query)->size(), std::size_t(1));
        query.from = kStart + 70'000;
        query.to = 0;
        QCOMPARE(m_history->episodes(query)->size(), std::size_t(0));
        query.labels = {};
        QCOMPARE(m_history->episodes(query)->size(), std::size_t(1));
        query.filter = *AlertFilter::parse(QStringLiteral("service!=\"pay\""));
        QCOMPARE(m_history->episodes(query)->size(), std::size_t(0));
    }

    void oldEpisodesAreForgottenAndOpenOnesAreKept()
    {
        take({alert("A", kStart), alert("B", kStart)});
        pass(60'000);
        take({alert("B", kStart)});
        QCOMPARE(*m_history->forget(kStart + 120'000), 1);
        QCOMPARE(all().size(), std::size_t(1));
        QCOMPARE(qstr(all()[0].labels.get("alertname")), QStringLiteral("B"));
    }

    void strangeTextsComeBackAsTheyWere()
    {
        Alert odd = alert("A", kStart + 99'000); // the server's clock is ahead
        odd.labels = odd.labels.with("v", "'; DROP TABLE alert_episode; --\n\"\\\xe2\x80\xae");
        odd.annotations = {{QStringLiteral("summary"), QStringLiteral("<script>")}};
        take({odd});
        const auto kept = all();
        QCOMPARE(kept.size(), std::size_t(1));
        QVERIFY(kept[0].labels == odd.labels);
        QCOMPARE(kept[0].annotations, odd.annotations);
        QCOMPARE(kept[0].fired, kStart);
    }

    void aDatabaseThatFailsLosesNothing()
    {
        QSqlQuery(m_ops->handle()).exec(QStringLiteral("ALTER TABLE alert_episode RENAME TO away"));
        QVERIFY(!m_history->take({alert("A", kStart)}, m_both, m_both));
        QSqlQuery(m_ops->handle()).exec(QStringLiteral("ALTER TABLE away RENAME TO alert_episode"));
        QCOMPARE(take({alert("A", kStart)}).fired.size(), std::size_t(1));
        QCOMPARE(all().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestAlertHistory)
#include "tst_alert_history.moc"
