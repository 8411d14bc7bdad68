#include "tests/e2e/cli.h"
#include "tests/support/fake_grafana.h"

#include <QFile>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>


using namespace lepto::test;
using lepto::e2e::Cli;

namespace {

/// A data folder and the commands on it.
struct Desk {
    QTemporaryDir folder;
    Cli cli { folder.filePath(QStringLiteral("home")) };

    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }
    Cli::Answer run(const QString &line, const QStringList &more = {}) const { return cli.run(line.split(u' ') + more, 40'000); }
};

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

/// Runs while the event loop of this process serves the fake.
Cli::Answer beside(const Cli &cli, const QStringList &arguments)
{
    QTemporaryDir logs;
    const auto process = cli.start(arguments + QStringList { QStringLiteral("--json") }, logs.filePath(QStringLiteral("log")));
    Cli::Answer answer;
    if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 40'000))
        process->kill();
    QFile log(logs.filePath(QStringLiteral("log")));
    (void)log.open(QIODevice::ReadOnly);
    answer.out = log.readAll();
    answer.code = process->exitCode();
    answer.json = QJsonDocument::fromJson(answer.out).object();
    return answer;
}

} // namespace

class TestChangeCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsAddedListedAndDeleted()
    {
        Desk desk;
        QCOMPARE(desk.run(QStringLiteral("change add --service cart --at 2026-11-21T09:44:05Z --tag deploy"), { QStringLiteral("cart 1.4.2") }).code, 0);
        const QJsonArray all = desk.run(QStringLiteral("change list --service cart")).json.toArray();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0][u"title"].toString() + u' ' + QString::number(all[0][u"time"].toInteger()), QStringLiteral("cart 1.4.2 1795254245000"));
        QCOMPARE(desk.run(QStringLiteral("change list --service shop")).json.toArray().size(), 0);
        QCOMPARE(desk.run(QStringLiteral("change delete CHG-1")).code, 0);
        QCOMPARE(desk.run(QStringLiteral("change delete CHG-1")).code, 1);
        QCOMPARE(desk.run(QStringLiteral("change delete x")).code, 2);
        QCOMPARE(desk.run(QStringLiteral("change add")).code, 2);
    }

    void aWatchTakesChangesFromAFileAndOverHttp()
    {
        Desk desk;
        const quint16 port = freePort();
        const auto on = desk.run(QStringLiteral("change webhook on --port %1").arg(port));
        QCOMPARE(on.code, 0);
        const QString changes = desk.write(QStringLiteral("c.jsonl"), "{\"title\":\"from file\",\"time\":1795254245000}\n");
        QCOMPARE(desk.run(QStringLiteral("change follow"), { changes }).code, 0);
        const auto watch = desk.cli.start({ QStringLiteral("watch") }, desk.folder.filePath(QStringLiteral("log")));
        QVERIFY(watch->waitForStarted());
        const auto post = [&](const QString &token) {
            QProcess curl;
            curl.start(QStringLiteral("curl"), { QStringLiteral("-s"), QStringLiteral("--json"), QStringLiteral(R"({"title":"over http","service":"cart","time":1795254246000})"), QStringLiteral("-H"),
                QStringLiteral("Authorization: Bearer ") + token, QStringLiteral("http://127.0.0.1:%1/v1/changes").arg(port) });
            curl.waitForFinished(10'000);
            return QString::fromUtf8(curl.readAll()).trimmed();
        };
        const QString token = on.json[u"token"].toString();
        QTRY_VERIFY_WITH_TIMEOUT(post(token).startsWith(QStringLiteral("{\"added\":")), 20'000);
        QCOMPARE(post(QStringLiteral("wrong")), QStringLiteral("the token is wrong"));
        QStringList titles;
        for (const QJsonValue &change : desk.run(QStringLiteral("change list")).json.toArray())
            titles.append(change[u"source"].toString() + u'/' + change[u"title"].toString());
        QCOMPARE(titles, QStringList({ QStringLiteral("webhook/over http"), QStringLiteral("file/from file") }));
        QCOMPARE(desk.run(QStringLiteral("change add entered")).code, 0);
        watch->terminate();
        QVERIFY(watch->waitForFinished(10'000));
        const QString bundle = desk.folder.filePath(QStringLiteral("b.leptoscope"));
        const auto saved = desk.run(QStringLiteral("bundle create"), { bundle, QStringLiteral("--from"), QStringLiteral("now-1h"), QStringLiteral("--to"), QStringLiteral("now") });
        QVERIFY2(saved.code == 0, qPrintable(saved.words()));
        const auto opened = desk.run(QStringLiteral("bundle open"), { bundle });
        QCOMPARE(opened.json[u"changes"].toArray().size(), 1);
        QCOMPARE(opened.json[u"changes"][0][u"title"].toString(), QStringLiteral("entered"));
    }

    void aDashboardIsTakenOverShownAndDeleted()
    {
        Desk desk;
        const QString file = desk.write(QStringLiteral("d.json"), R"({"title":"Shop","panels":[{"type":"timeseries","title":"Load","targets":[{"expr":"node_load1"}]},{"type":"news","title":"News"}]})");
        const auto imported = desk.run(QStringLiteral("dashboard import"), { file });
        QVERIFY2(imported.code == 0, qPrintable(imported.words()));
        QCOMPARE(imported.json[u"notes"].toArray().size(), 1);
        QCOMPARE(desk.run(QStringLiteral("dashboard import"), { file }).json[u"id"].toInteger(), 1);
        QCOMPARE(desk.run(QStringLiteral("dashboard list")).json.toArray().size(), 1);
        QCOMPARE(desk.run(QStringLiteral("dashboard show 1")).json[u"title"].toString(), QStringLiteral("Shop"));
        const QString out = desk.folder.filePath(QStringLiteral("out.json"));
        QCOMPARE(desk.run(QStringLiteral("dashboard export 1"), { out }).code, 0);
        QVERIFY(QFile::exists(out));
        QCOMPARE(desk.run(QStringLiteral("dashboard delete 1")).code, 0);
        QCOMPARE(desk.run(QStringLiteral("dashboard show 1")).code, 1);
        QCOMPARE(desk.run(QStringLiteral("dashboard import"), { desk.write(QStringLiteral("x.json"), "<html>") }).code, 2);
    }

    void aDashboardIsFetchedAndALabelIsPushed()
    {
        FakeGrafana grafana;
        grafana.setDashboard(QStringLiteral("abc"), QJsonDocument::fromJson(R"({"title":"Far","uid":"abc","panels":[{"type":"stat","targets":[{"expr":"up"}]}]})").object());
        Desk desk;
        const QString tokenFile = desk.write(QStringLiteral("token"), FakeGrafana::token);
        QCOMPARE(desk.run(QStringLiteral("source add graf grafana"), { grafana.url(), QStringLiteral("--token-file"), tokenFile }).code, 0);
        const auto fetched = beside(desk.cli, { QStringLiteral("dashboard"), QStringLiteral("import"), QStringLiteral("--uid"), QStringLiteral("abc") });
        QVERIFY2(fetched.code == 0 && fetched.json[u"origin"].toString() == u"grafana:abc", qPrintable(fetched.words()));
        const auto missing = beside(desk.cli, { QStringLiteral("dashboard"), QStringLiteral("import"), QStringLiteral("--uid"), QStringLiteral("nope") });
        QVERIFY2(missing.code == 1 && missing.out.contains("Dashboard not found"), qPrintable(missing.words()));
        const auto tested = beside(desk.cli, { QStringLiteral("source"), QStringLiteral("test"), QStringLiteral("graf") });
        QVERIFY2(tested.code == 0, qPrintable(tested.words()));
        const auto pushed = beside(desk.cli, { QStringLiteral("change"), QStringLiteral("push"), QStringLiteral("INC-1") });
        QVERIFY2(pushed.code == 1 && grafana.count("POST") == 0, qPrintable(pushed.words()));
    }
};

QTEST_GUILESS_MAIN(TestChangeCommands)
#include "tst_change_commands.moc"
