#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome {
    int code = -1;
    QString out, err;
};

Outcome cli(const QStringList &words, const QString &home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), home + QStringLiteral("/state"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-cli"), words + QStringList{QStringLiteral("--data-dir"), home + QStringLiteral("/data")});
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// Reads on and looks at all that was said; safe to ask twice.
bool says(QProcess &process, QByteArray &said, const char *words)
{
    said += process.readAllStandardOutput();
    return said.contains(words);
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// Each of these is what a tired person types: one sentence that names the thing and the reason, the right exit code, nothing lost.
class TestBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneSentenceForEachMistake_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no such command") << QStringLiteral("frobnicate") << 2 << QStringLiteral("frobnicate: no such command; see --help");
        QTest::newRow("no verb") << QStringLiteral("incident") << 2 << QStringLiteral("incident: needs a verb; see --help");
        QTest::newRow("no such verb") << QStringLiteral("incident paint") << 2 << QStringLiteral("incident paint: no such verb; see --help");
        QTest::newRow("no such option") << QStringLiteral("query up --colour") << 2 << QStringLiteral("query: Unknown option 'colour'");
        QTest::newRow("not a number") << QStringLiteral("incident show twelve") << 2 << QStringLiteral("twelve: is not the number of an incident (INC-12 or 12)");
        QTest::newRow("no such incident") << QStringLiteral("incident show 7") << 1 << QStringLiteral("INC-7: no such incident");
        QTest::newRow("not a verdict") << QStringLiteral("incident verdict 7 maybe") << 2 << QStringLiteral("maybe: is not a verdict (true, false, expected, wrong-scope, missed, duplicate)");
        QTest::newRow("nothing collected") << QStringLiteral("query up") << 1 << QStringLiteral("history.db");
        QTest::newRow("broken expression") << QStringLiteral("query sum(") << 2 << QStringLiteral("sum(: 1:5");
        QTest::newRow("time that is none") << QStringLiteral("label list --from yesterday") << 0 << QStringLiteral("");
        QTest::newRow("range that is none") << QStringLiteral("detect up --from yesterday") << 2 << QStringLiteral("yesterday: is not a time; use now-3h, seconds, or 2026-11-18T14:00:00Z");
        QTest::newRow("range backwards") << QStringLiteral("detect up --from now --to now-1h") << 2 << QStringLiteral("--to: lies before --from");
        QTest::newRow("no such model") << QStringLiteral("model show ae-nothing") << 1 << QStringLiteral("ae-nothing: no such model");
        QTest::newRow("no such plan") << QStringLiteral("runbook run 1234") << 1 << QStringLiteral("1234");
        QTest::newRow("no such runbook") << QStringLiteral("runbook plan nothing") << 1 << QStringLiteral("nothing");
        QTest::newRow("missing runbook file") << QStringLiteral("runbook lint nowhere.yaml") << 1 << QStringLiteral("nowhere.yaml: No such file or directory");
        QTest::newRow("missing page") << QStringLiteral("lint-exposition nowhere.txt") << 1 << QStringLiteral("nowhere.txt: No such file or directory");
        QTest::newRow("bundle that is not there") << QStringLiteral("bundle open nowhere.lepto") << 1 << QStringLiteral("nowhere.lepto");
        QTest::newRow("bad address") << QStringLiteral("source add x prometheus ftp://host/") << 2 << QStringLiteral("x");
        QTest::newRow("bad kind") << QStringLiteral("source add x graphite http://host/") << 2 << QStringLiteral("graphite");
    }

    void oneSentenceForEachMistake()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QString, sentence);
        const QTemporaryDir home;
        const Outcome outcome = cli(words.split(u' '), home.path());
        QVERIFY2(outcome.code == code, qPrintable(QStringLiteral("%1: %2").arg(outcome.code).arg(outcome.err)));
        QVERIFY2(outcome.err.contains(sentence), qPrintable(outcome.err));
        QCOMPARE(outcome.err.count(u'\n'), code == 0 ? 0 : 1);
    }

    void aDamagedHistoryIsNamedAndLeftAlone()
    {
        const QTemporaryDir home;
        QDir().mkpath(home.filePath(QStringLiteral("data")));
        const QString file = home.filePath(QStringLiteral("data/history.db"));
        write(file, QByteArray(8192, 'x'));
        const Outcome outcome = cli({QStringLiteral("watch"), QStringLiteral("--for"), QStringLiteral("1s")}, home.path());
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("history.db: ")), qPrintable(outcome.err));
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray(8192, 'x'));
    }

    void aDamagedDecisionDatabaseIsNamed()
    {
        const QTemporaryDir home;
        QDir().mkpath(home.filePath(QStringLiteral("data")));
        write(home.filePath(QStringLiteral("data/ops.db")), QByteArray(8192, 'x'));
        const Outcome outcome = cli({QStringLiteral("incident"), QStringLiteral("list")}, home.path());
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("ops.db: ")), qPrintable(outcome.err));
    }

    void aHomeThatCannotBeWrittenIsNamed()
    {
        const QTemporaryDir home;
        write(home.filePath(QStringLiteral("data")), "a file where the folder should be");
        const Outcome outcome = cli({QStringLiteral("watch"), QStringLiteral("--for"), QStringLiteral("1s")}, home.path());
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains(QStringLiteral("the data folder cannot be written")), qPrintable(outcome.err));
    }

    void aSecondCollectorIsRefusedWithTheFirstOnesNumber()
    {
        const QTemporaryDir home;
        QProcess first;
        first.start(QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-cli"),
                    {QStringLiteral("watch"), QStringLiteral("--data-dir"), home.filePath(QStringLiteral("data"))});
        QVERIFY(first.waitForStarted());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT(says(first, said, "Watching"), 20'000);
        const Outcome second = cli({QStringLiteral("watch"), QStringLiteral("--for"), QStringLiteral("1s")}, home.path());
        QCOMPARE(second.code, 1);
        QVERIFY2(second.err.contains(QStringLiteral("another collector (process %1)").arg(first.processId())), qPrintable(second.err));
        first.terminate();
        QVERIFY(first.waitForFinished(10'000));
        QCOMPARE(first.exitCode(), 0);
    }

    void aBrokenRunbookIsOneSentenceAndHidesNoOther()
    {
        const QTemporaryDir home;
        QDir().mkpath(home.filePath(QStringLiteral("data/runbooks")));
        write(home.filePath(QStringLiteral("data/runbooks/broken.yaml")), "kind: [Runbook\n");
        const Outcome outcome = cli({QStringLiteral("runbook"), QStringLiteral("catalogue")}, home.path());
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.out.contains(QStringLiteral("broken.yaml")));
        QVERIFY(outcome.out.contains(QStringLiteral("resize-worker-pool")));
    }

    void nothingListensThere()
    {
        const QTemporaryDir home;
        const Outcome outcome = cli({QStringLiteral("source"), QStringLiteral("test"), QStringLiteral("http://127.0.0.1:1")}, home.path());
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.out.contains(QStringLiteral("FAILED")), qPrintable(outcome.out));
    }

    void theHistoryIsGoodAfterAKilledCollector()
    {
        const QTemporaryDir home;
        QProcess watch;
        watch.start(QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-cli"),
                    {QStringLiteral("watch"), QStringLiteral("--json"), QStringLiteral("--data-dir"), home.filePath(QStringLiteral("data"))});
        QVERIFY(watch.waitForStarted());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT(says(watch, said, "live"), 20'000);
        // What follows was acknowledged before it was said.
        QTest::qWait(2000);
        watch.kill();
        QVERIFY(watch.waitForFinished(10'000));
        const Outcome query = cli({QStringLiteral("query"), QStringLiteral("node_load1")}, home.path());
        QCOMPARE(query.code, 0);
        QVERIFY2(query.out.contains(QStringLiteral("job=\"host\"")), qPrintable(query.out));
        QCOMPARE(cli({QStringLiteral("watch"), QStringLiteral("--for"), QStringLiteral("1s")}, home.path()).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
