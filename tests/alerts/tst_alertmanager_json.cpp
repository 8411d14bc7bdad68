#include "core/alerts/alert_merge.h"
#include "core/alerts/alertmanager_json.h"
#include "core/alerts/fingerprint.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"
#include "tests/support/shared_data.h"

#include <QJsonDocument>
#include <QTest>

using namespace lepto;
using namespace lepto::test;

class TestAlertmanagerJson : public QObject {
    Q_OBJECT

    static Result<QJsonValue> answer(int status, const QByteArray &body, const QByteArray &type = "application/json")
    {
        HttpAnswer http;
        http.status = status;
        http.body = body;
        http.contentType = type;
        return alertmanagerAnswer(QUrl(QStringLiteral("http://127.0.0.1:9093")), http);
    }
    static QJsonValue recorded(const char *name)
    {
        const QString folder = sharedFolder();
        return folder.isEmpty() ? QJsonValue() : answer(200, readAll(folder + QStringLiteral("/fixtures/alertmanager-0.25/") + QLatin1String(name)))
            .value();
    }
    static Alert alert(const char *name, AlertState state, const char *source)
    {
        Alert out;
        out.labels = Labels().with("alertname", name);
        out.fingerprint = alertFingerprint(out.labels);
        out.state = state;
        out.sources = {QLatin1String(source)};
        return out;
    }
    static AlertPart part(const AlertSet &set, const char *name, SourceState::Code code = SourceState::Code::Live, bool alertmanager = true)
    {
        SourceState state;
        state.name = QLatin1String(name);
        state.code = code;
        return {&set, state, alertmanager};
    }

private Q_SLOTS:
    void recordedAnswersAreRead()
    {
        if (sharedFolder().isEmpty())
            QSKIP("skipped: no shared data");
        const QJsonArray alerts = recorded("alerts_after_silence.json").toArray();
        QCOMPARE(alerts.size(), 4);
        const auto silenced = alertFrom(alerts[2].toObject());
        QVERIFY(silenced);
        QVERIFY(silenced->state == AlertState::Suppressed);
        QCOMPARE(silenced->silencedBy, QStringList(QStringLiteral("43af70cd-e33a-477c-900b-ea71c0adb661")));
        QCOMPARE(silenced->receivers, QStringList(QStringLiteral("page")));
        QCOMPARE(silenced->fingerprint, alertFingerprint(silenced->labels));
        QCOMPARE(silenced->since, timeFrom(QStringLiteral("2026-11-21T09:25:12Z")));
        const QJsonArray silences = recorded("silences_after.json").toArray();
        QCOMPARE(silences.size(), 4);
        QVERIFY(silenceFrom(silences[1].toObject())->state == SilenceState::Expired);
        QCOMPARE(matchersText(silenceFrom(silences[1].toObject())->matchers), QStringLiteral("{severity!=\"none\"}"));
        QCOMPARE(groupFrom(recorded("alert_groups.json").toArray()[0].toObject()).receiver, QStringLiteral("page"));
        QCOMPARE(statusFrom(recorded("status.json").toObject()).version, QStringLiteral("0.25.0"));
        QCOMPARE(namesFrom(recorded("receivers.json")), QStringList({QStringLiteral("default"), QStringLiteral("page")}));
    }

    void everyShapeOfAnErrorIsOneSentence_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("sentence");
        const QString at = QStringLiteral("127.0.0.1:9093: ");
        QTest::newRow("a bare text") << 400 << QByteArray("\"silence invalid: no\"\n") << at + QStringLiteral("Alertmanager refuses this: silence invalid: no");
        QTest::newRow("an object") << 422 << QByteArray(R"({"code":601,"message":"must be of type uuid"})") << at + QStringLiteral("Alertmanager refuses this: must be of type uuid");
        QTest::newRow("nothing") << 404 << QByteArray() << at + QStringLiteral("the server has no such page (404); check the path of the address");
        QTest::newRow("a proxy") << 502 << QByteArray("<html><b>Bad</b>") << at + QStringLiteral("the server answers 502");
        QTest::newRow("a password") << 401 << QByteArray("\"Unauthorized\"") << at + QStringLiteral("the server asks for a valid user name, password or token (401)");
        QTest::newRow("broken JSON") << 200 << QByteArray("[{\"labels\":") << at + QStringLiteral("the answer is broken JSON at byte 11");
        QTest::newRow("a web page") << 200 << QByteArray("<!doctype html>") << at + QStringLiteral("the answer is a web page instead of JSON; check the path of the address");
    }

    void everyShapeOfAnErrorIsOneSentence()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, sentence);
        const auto read = answer(status, body);
        QVERIFY(!read);
        QCOMPARE(qstr(read.error()), sentence);
    }

    void strangeObjectsAreReadOrLeftOut()
    {
        QVERIFY(!alertFrom({}));
        QVERIFY(!silenceFrom({}));
        const auto odd = alertFrom(QJsonDocument::fromJson(R"({"labels":{"alertname":"A","n":5},"fingerprint":"../../x","startsAt":"never","status":7,"receivers":"x","annotations":[]})").object());
        QVERIFY(odd);
        QCOMPARE(odd->fingerprint, alertFingerprint(odd->labels));
        QCOMPARE(odd->since, TimeMs(0));
        QJsonObject huge{{QStringLiteral("labels"), QJsonObject{{QStringLiteral("alertname"), QStringLiteral("A")}}},
                         {QStringLiteral("annotations"), QJsonObject{{QStringLiteral("d"), QString(1 << 20, u'x')}}}};
        QVERIFY(alertFrom(huge)->annotations[QStringLiteral("d")].size() < 5000);
    }

    void timesOfGoAreRead()
    {
        const TimeMs whole = timeFrom(QStringLiteral("2026-11-21T09:25:12Z"));
        QCOMPARE(timeFrom(QStringLiteral("2026-11-21T09:25:12.5Z")), whole + 500);
        QCOMPARE(timeFrom(QStringLiteral("2026-11-21T09:25:12.393049302Z")), whole + 393);
        QCOMPARE(timeFrom(QStringLiteral("2026-11-21T10:25:12.393049302+01:00")), whole + 393);
        QCOMPARE(timeFrom(QStringLiteral("0001-01-01T00:00:00.000Z")), TimeMs(0));
        QCOMPARE(timeFrom(timeText(whole + 7)), whole + 7);
    }

    void theSameAlertOfTwoMembersIsOne()
    {
        AlertSet a, b;
        a.alerts = {alert("X", AlertState::Suppressed, "a")};
        a.alerts[0].silencedBy = {QStringLiteral("s1")};
        a.alerts[0].receivers = {QStringLiteral("default")};
        b.alerts = {alert("X", AlertState::Active, "b"), alert("Y", AlertState::Active, "b")};
        b.alerts[0].receivers = {QStringLiteral("page")};
        const AlertSnapshot merged = mergedAlerts({part(a, "a"), part(b, "b")}, 1);
        QCOMPARE(merged.alerts.size(), std::size_t(2));
        const Alert *x = merged.find(a.alerts[0].fingerprint);
        QVERIFY(x);
        QVERIFY(x->state == AlertState::Active);
        QCOMPARE(x->sources, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(x->receivers, QStringList({QStringLiteral("default"), QStringLiteral("page")}));
        QCOMPARE(x->silencedBy, QStringList(QStringLiteral("s1")));
    }

    void aForgedFingerprintHidesNothing()
    {
        AlertSet a, b;
        a.alerts = {alert("X", AlertState::Active, "a")};
        b.alerts = {alert("Y", AlertState::Active, "b")};
        b.alerts[0].fingerprint = a.alerts[0].fingerprint;
        QCOMPARE(mergedAlerts({part(a, "a"), part(b, "b")}, 1).alerts.size(), std::size_t(2));
    }

    void aRulesAlertIsFoundInTheAlertmanagerDespiteExternalLabels()
    {
        AlertSet manager, rules;
        manager.alerts = {alert("X", AlertState::Suppressed, "am")};
        manager.alerts[0].labels = manager.alerts[0].labels.with("cluster", "lab"); // replica was dropped on the way
        rules.externalLabels = Labels().with("cluster", "lab").with("replica", "a");
        rules.alerts = {alert("X", AlertState::Firing, "prom"), alert("Z", AlertState::Firing, "prom")};
        const AlertSnapshot merged = mergedAlerts({part(rules, "prom", SourceState::Code::Live, false), part(manager, "am")}, 1);
        QCOMPARE(merged.alerts.size(), std::size_t(2));
        QVERIFY(merged.alerts[0].state == AlertState::Firing);
        QVERIFY(merged.alerts[1].state == AlertState::Suppressed);
        QCOMPARE(merged.alerts[1].sources, QStringList({QStringLiteral("am"), QStringLiteral("prom")}));
    }

    void anAlertIsStaleOnlyWhereNobodyAnswers()
    {
        AlertSet a, b;
        a.alerts = {alert("X", AlertState::Active, "a"), alert("Y", AlertState::Active, "a")};
        b.alerts = {alert("X", AlertState::Active, "b")};
        const AlertSnapshot merged = mergedAlerts({part(a, "a", SourceState::Code::Failed), part(b, "b")}, 1);
        QVERIFY(!merged.find(a.alerts[0].fingerprint)->stale);
        QVERIFY(merged.find(a.alerts[1].fingerprint)->stale);
    }

    void externalLabelsAreFoundInAConfiguration()
    {
        const Labels labels = externalLabelsFrom(QStringLiteral("global:\n  scrape_interval: 15s\n  external_labels:\n    cluster: lab\n    replica: \"a\"\n    empty: \"\"\n"
                                                                "rule_files:\n- x.yml\nscrape_configs:\n- job_name: a\n  external_labels:\n    no: no\n"));
        QCOMPARE(qstr(labels.text()), QStringLiteral("{cluster=\"lab\",replica=\"a\"}"));
        QVERIFY(externalLabelsFrom(QStringLiteral("{}")).empty());
    }
};

QTEST_GUILESS_MAIN(TestAlertmanagerJson)
#include "tst_alertmanager_json.moc"
