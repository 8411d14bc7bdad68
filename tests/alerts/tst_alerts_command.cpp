#include "tests/alerts/alertmanager_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace lepto::test;

/// leptoscope-cli against a real Alertmanager, as a person types it.
class TestAlertsCommand : public QObject {
    Q_OBJECT

    AlertmanagerServer m_server;
    QTemporaryDir m_home;

    struct Outcome {
        int code;
        QString out, err;
        QJsonValue json() const { return QJsonDocument::fromJson('[' + out.toUtf8() + ']')[0]; }
    };
    std::unique_ptr<QProcess> started(const QStringList &words) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_STATE_HOME"), m_home.filePath(QStringLiteral("state")));
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-cli"), words + QStringList{QStringLiteral("--data-dir"), m_home.filePath(QStringLiteral("data"))});
        return process;
    }
    Outcome cli(const QStringList &words) const
    {
        const auto process = started(words);
        process->waitForFinished(30'000);
        return {process->exitCode(), QString::fromUtf8(process->readAllStandardOutput()), QString::fromUtf8(process->readAllStandardError())};
    }
    Outcome cli(const QString &words) const { return cli(words.split(u' ')); }
    static QMap<QString, QString> alert(const QString &name, const QString &instance)
    {
        return {{QStringLiteral("alertname"), name}, {QStringLiteral("instance"), instance}, {QStringLiteral("severity"), QStringLiteral("critical")}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!AlertmanagerServer::isInstalled())
            QSKIP("skipped: no Alertmanager installed");
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
        QVERIFY(m_server.post({alert(QStringLiteral("DiskFull"), QStringLiteral("db-1")), alert(QStringLiteral("DiskFull"), QStringLiteral("web-1")),
                               alert(QStringLiteral("Evil\n\x1b[31m\u202e"), QStringLiteral("<b>x</b>"))}));
    }

    void withoutASourceItSaysHowToAddOne()
    {
        const Outcome none = cli(QStringLiteral("alerts"));
        QCOMPARE(none.code, 1);
        QVERIFY2(none.err.contains(QStringLiteral("see source add --help")), qPrintable(none.err));
    }

    void aSourceIsAddedAndTested()
    {
        QCOMPARE(cli({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("am"), QStringLiteral("--kind"), QStringLiteral("alertmanager"), m_server.url(), QStringLiteral("--interval"), QStringLiteral("1s")}).code, 0);
        const Outcome test = cli(QStringLiteral("source test am"));
        QCOMPARE(test.code, 0);
        QVERIFY2(test.out.contains(QStringLiteral("3 alert")), qPrintable(test.out));
    }

    void alertsAreListedOnOneLineEach()
    {
        const Outcome list = cli(QStringLiteral("alerts"));
        QCOMPARE(list.code, 0);
        QCOMPARE(list.out.count(u'\n'), 4);
        QVERIFY(!list.out.contains(QChar(0x1b)));
        QVERIFY(!list.out.contains(QChar(0x202e)));
        const Outcome some = cli({QStringLiteral("alerts"), QStringLiteral("list"), QStringLiteral("--filter"), QStringLiteral("instance=~\"db.*\""), QStringLiteral("--json")});
        QCOMPARE(some.json()[u"alerts"].toArray().size(), 1);
        QCOMPARE(cli(QStringLiteral("alerts list --filter a")).code, 2);
        QTRY_VERIFY(cli(QStringLiteral("alerts groups")).out.contains(QStringLiteral("page")));
    }

    void aSilenceGoesItsWay()
    {
        const QStringList create{QStringLiteral("silence"), QStringLiteral("create"), QStringLiteral("alertname=\"DiskFull\""), QStringLiteral("instance=~\"db.*\""), QStringLiteral("--for"), QStringLiteral("2h"),
                                 QStringLiteral("--comment"), QStringLiteral("swap the disk")};
        QCOMPARE(cli({QStringLiteral("silence"), QStringLiteral("preview"), create[2], create[3], QStringLiteral("--json")}).json()[u"alerts"].toArray().size(), 1);
        const Outcome refused = cli(create);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains(QStringLiteral("the console is read-only; turn write mode on first (--arm)")), qPrintable(refused.err));
        const Outcome made = cli(create + QStringList{QStringLiteral("--arm"), QStringLiteral("--json")});
        QVERIFY2(made.code == 0, qPrintable(made.err));
        const QString id = made.json()[u"id"].toString();
        QTRY_VERIFY_WITH_TIMEOUT(cli(QStringLiteral("alerts")).out.contains(QStringLiteral("silenced by ") + id), 8000);
        QCOMPARE(cli({QStringLiteral("silence"), QStringLiteral("edit"), id, QStringLiteral("--for"), QStringLiteral("4h"), QStringLiteral("--json")}).json()[u"id"].toString(), id);
        const Outcome warned = cli({QStringLiteral("silence"), QStringLiteral("edit"), id, QStringLiteral("alertname=\"DiskFull\"")});
        QCOMPARE(warned.code, 1);
        QVERIFY2(warned.err.contains(QStringLiteral("(--new-id)")), qPrintable(warned.err));
        QVERIFY(cli({QStringLiteral("silence"), QStringLiteral("show"), id}).out.contains(QStringLiteral("swap the disk")));
        QCOMPARE(cli({QStringLiteral("silence"), QStringLiteral("expire"), id}).code, 0);
        QVERIFY(!cli(QStringLiteral("silence list")).out.contains(id));
        QVERIFY(cli(QStringLiteral("silence list --expired")).out.contains(id));
        QCOMPARE(cli(QStringLiteral("audit verify")).code, 0);
    }

    void mistakesAreNamed()
    {
        QCOMPARE(cli({QStringLiteral("silence"), QStringLiteral("create"), QStringLiteral("a=\"b\""), QStringLiteral("--for"), QStringLiteral("2h")}).code, 2);
        QVERIFY(cli({QStringLiteral("silence"), QStringLiteral("create"), QStringLiteral("alertname=~\".+\""), QStringLiteral("--for"), QStringLiteral("2h"), QStringLiteral("--comment"), QStringLiteral("x")})
                    .err.contains(QStringLiteral("(--even-if-all)")));
        QCOMPARE(cli(QStringLiteral("silence show 7b5ec0b7-0000-4000-8000-000000000000")).code, 1);
        QCOMPARE(cli(QStringLiteral("silence create")).code, 2);
        QCOMPARE(cli(QStringLiteral("alerts list --source nobody")).code, 1);
    }

    void whatFiresWhileWatchedIsKept()
    {
        const auto watch = started({QStringLiteral("watch"), QStringLiteral("--for"), QStringLiteral("25s")});
        QVERIFY(watch->waitForStarted());
        const auto kept = [&] { return cli(QStringLiteral("alerts history --json")).json().toArray().size(); };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), 3, 15'000);
        ::kill(pid_t(watch->processId()), SIGTERM);
        QVERIFY(watch->waitForFinished(10'000));
        QVERIFY(QString::fromUtf8(watch->readAllStandardOutput()).contains(QStringLiteral("alert DiskFull: fired")));
    }

    void aServerThatIsGoneIsSaid()
    {
        m_server.kill();
        const Outcome gone = cli(QStringLiteral("alerts"));
        QCOMPARE(gone.code, 3);
        QVERIFY2(gone.out.contains(QStringLiteral("am does not answer")), qPrintable(gone.out));
        QVERIFY(!gone.out.contains(QStringLiteral("No alert")));
    }
};

QTEST_GUILESS_MAIN(TestAlertsCommand)
#include "tst_alerts_command.moc"
