#include "core/alerts/alertmanager_client.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"
#include "core/sources/connection_test.h"
#include "tests/alerts/alertmanager_server.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QUuid>

using namespace lepto;
using namespace lepto::test;

/// Reading from a real Alertmanager.
class TestAlertmanager : public QObject {
    Q_OBJECT

    AlertmanagerServer m_server;

    static QMap<QString, QString> labels(const char *name, const char *severity, const char *instance)
    {
        return {{QStringLiteral("alertname"), QLatin1String(name)}, {QStringLiteral("severity"), QLatin1String(severity)}, {QStringLiteral("instance"), QLatin1String(instance)}};
    }
    template <typename T>
    Result<T> wait(const std::function<void(std::function<void(Result<T>)>)> &call)
    {
        std::optional<Result<T>> got;
        call([&](Result<T> r) { got = std::move(r); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(got, 10'000); }();
        return got ? *got : Result<T>(Error{});
    }
    QStringList namesOf(AlertmanagerClient &client, const AlertQuery &query)
    {
        const auto alerts = wait<std::vector<Alert>>([&](auto a) { client.alerts(query, this, a); });
        QStringList out;
        if (!alerts)
            return {qstr(alerts.error())};
        for (const Alert &alert : *alerts)
            out += qstr(alert.labels.get("alertname"));
        out.sort();
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!AlertmanagerServer::isInstalled())
            QSKIP("skipped: no Alertmanager installed");
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
        QVERIFY(m_server.post({labels("DiskFull", "critical", "db-1"), labels("TargetDown", "warning", "db-2"), labels("Inhibited", "info", "db-2")}));
    }

    void itsStatusAndReceiversAreRead()
    {
        AlertmanagerClient client(m_server.source(), {});
        const auto status = wait<AlertmanagerStatus>([&](auto a) { client.status(this, a); });
        QVERIFY2(status, status ? "" : qPrintable(qstr(status.error())));
        QVERIFY(!status->version.isEmpty());
        QCOMPARE(status->cluster, QStringLiteral("disabled"));
        QVERIFY(status->startedAt > 0);
        QVERIFY(qAbs(*client.clockOffsetMs()) < 2000);
        QCOMPARE(*wait<QStringList>([&](auto a) { client.receivers(this, a); }), QStringList({QStringLiteral("default"), QStringLiteral("page")}));
    }

    void alertsAreFilteredByMatchersStateAndReceiver()
    {
        AlertmanagerClient client(m_server.source(), {});
        AlertQuery active;
        active.silenced = active.inhibited = active.unprocessed = false;
        QTRY_COMPARE_WITH_TIMEOUT(namesOf(client, active), QStringList({QStringLiteral("DiskFull"), QStringLiteral("TargetDown")}), 8000);
        QCOMPARE(namesOf(client, {}).size(), 3);
        AlertQuery inhibited;
        inhibited.active = false;
        QCOMPARE(namesOf(client, inhibited), QStringList(QStringLiteral("Inhibited")));
        AlertQuery receiver;
        receiver.receiver = QStringLiteral("page");
        QCOMPARE(namesOf(client, receiver), QStringList(QStringLiteral("DiskFull")));
        AlertQuery filter;
        filter.filter = *parseMatchers(QStringLiteral("severity!~\"inf.\",instance=\"db-2\""));
        QCOMPARE(namesOf(client, filter), QStringList(QStringLiteral("TargetDown")));
    }

    void groupsNameTheirReceiver()
    {
        AlertmanagerClient client(m_server.source(), {});
        std::vector<AlertGroup> groups;
        const auto look = [&] {
            groups = *wait<std::vector<AlertGroup>>([&](auto a) { client.groups({}, this, a); });
            return groups.size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(look(), std::size_t(3), 5000);
        const auto page = std::find_if(groups.begin(), groups.end(), [](const AlertGroup &g) { return g.receiver == QLatin1String("page"); });
        QVERIFY(page != groups.end());
        QCOMPARE(page->fingerprints.size(), 1);
        QCOMPARE(qstr(page->labels.get("alertname")), QStringLiteral("DiskFull"));
    }

    void whatAmtoolSilencesIsRead()
    {
        const QString amtool = QStandardPaths::findExecutable(QStringLiteral("amtool"));
        if (amtool.isEmpty())
            QSKIP("skipped: no amtool installed");
        QProcess add;
        add.start(amtool, {QStringLiteral("--alertmanager.url=") + m_server.url(), QStringLiteral("silence"), QStringLiteral("add"), QStringLiteral("--duration=1h"), QStringLiteral("--author=amt"),
                           QStringLiteral("--comment=by amtool"), QStringLiteral("alertname=Never"), QStringLiteral("instance=~db-.*"), QStringLiteral("severity!=\"none\"")});
        QVERIFY(add.waitForFinished(10'000));
        const QString id = QString::fromUtf8(add.readAllStandardOutput()).trimmed();
        AlertmanagerClient client(m_server.source(), {});
        const auto silence = wait<Silence>([&](auto a) { client.silence(id, this, a); });
        QVERIFY2(silence, silence ? "" : qPrintable(qstr(silence.error())));
        QCOMPARE(matchersText(silence->matchers), QStringLiteral("{alertname=\"Never\", instance=~\"db-.*\", severity!=\"none\"}"));
        QCOMPARE(silence->createdBy, QStringLiteral("amt"));
        const auto all = wait<std::vector<Silence>>([&](auto a) { client.silences(*parseMatchers(QStringLiteral("alertname=\"Never\"")), this, a); });
        QCOMPARE(all->size(), std::size_t(1));
    }

    void anUnknownSilenceIsNamed()
    {
        AlertmanagerClient client(m_server.source(), {});
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        QCOMPARE(qstr(wait<Silence>([&](auto a) { client.silence(id, this, a); }).error()), id + QStringLiteral(": Alertmanager knows no such silence"));
        QCOMPARE(qstr(wait<Silence>([&](auto a) { client.silence(QStringLiteral("xyz"), this, a); }).error()), QStringLiteral("xyz: is not the id of a silence"));
    }

    void aPathPrefixIsFollowed()
    {
        AlertmanagerServer server;
        AlertmanagerServer::Options options;
        options.prefix = QStringLiteral("/am");
        QVERIFY2(server.start(options), qPrintable(server.error()));
        SourceConfig config = server.source();
        AlertmanagerClient wrong(config, {});
        QVERIFY(qstr(wait<AlertmanagerStatus>([&](auto a) { wrong.status(this, a); }).error()).contains(QStringLiteral("check the path of the address")));
        config.url += QStringLiteral("/am/");
        AlertmanagerClient right(config, {});
        QVERIFY(wait<AlertmanagerStatus>([&](auto a) { right.status(this, a); }));
    }

    void aTestOfTheConnectionGoesStepByStep()
    {
        QStringList steps;
        bool good = false, over = false;
        ConnectionTest test(m_server.source(), {});
        connect(&test, &ConnectionTest::stepFinished, this, [&](const TestStep &step) {
            steps += testStepText(step.code);
            if (step.code == TestStep::Code::Kind)
                QVERIFY2(step.words.startsWith(QStringLiteral("Alertmanager 0.")), qPrintable(step.words));
            if (step.code == TestStep::Code::Alerts)
                QVERIFY2(step.words.startsWith(u'3'), qPrintable(step.words));
        });
        connect(&test, &ConnectionTest::finished, this, [&](bool was) {
            good = was;
            over = true;
        });
        test.start();
        QTRY_VERIFY(over);
        QVERIFY(good);
        QCOMPARE(steps.join(u' '), QStringLiteral("address name connect access answer kind clock alerts"));
    }
};

QTEST_GUILESS_MAIN(TestAlertmanager)
#include "tst_alertmanager.moc"
