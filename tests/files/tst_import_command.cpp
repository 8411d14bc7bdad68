#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome {
    int code = -1;
    QByteArray out, err;
};

void prepare(QProcess &process, const QStringList &words, const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), home + QStringLiteral("/state"));
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-cli"));
    process.setArguments(words + QStringList { QStringLiteral("--data-dir"), home + QStringLiteral("/data") });
}

Outcome cli(const QStringList &words, const QString &home)
{
    QProcess process;
    prepare(process, words, home);
    process.start();
    process.waitForFinished(60'000);
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError() };
}

QString write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QByteArray largeDump(int series, int samples)
{
    QByteArray page;
    for (int s = 0; s < series; ++s)
        for (int i = 0; i < samples; ++i)
            page += "load{host=\"" + QByteArray::number(s) + "\"} " + QByteArray::number((i * 7 + s) % 1013) + ' '
                + QByteArray::number(qint64(1'795'253'045'000 + i * 15'000)) + '\n';
    return page;
}

} // namespace

class TestImportCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneSentenceForEachMistake_data();
    void oneSentenceForEachMistake();
    void aPreviewStoresNothing();
    void whatWentInComesOut();
    void badRowsAreAFinding();
    void aRunningCollectorIsNamed();
    void anImportThatIsKilledIsFinishedByTheNext();
};

void TestImportCommand::oneSentenceForEachMistake_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *words, int code, const char *sentence) {
        QTest::newRow(words) << QString::fromLatin1(words).split(u' ') << code << QByteArray(sentence);
    };
    row("import", 2, "the file or folder: is missing; see --help");
    row("import nowhere.csv", 1, "nowhere.csv: there is no such file");
    row("import good.csv --kind xml", 2, "--kind xml: is not auto, csv, openmetrics or tsdb");
    row("import good.csv --time-unit weeks", 2, "--time-unit weeks: is not s, ms, us, ns, ymd, dmy or mdy");
    row("import good.csv --zone Mars/Olympus", 2, "--zone Mars/Olympus: is not a zone such as UTC, Europe/Berlin or local");
    row("import good.csv --time-column nothing", 2, "good.csv: has no column nothing");
    row("import good.csv --match sum(", 2, "sum(");
    row("import good.csv --from now --to now-1h", 2, "--to: lies before --from");
    row("import empty.csv", 2, "empty.csv: is empty");
    row("import .", 2, "holds no blocks and no write-ahead log");
    row("import good.csv --kind tsdb", 1, "good.csv: there is no such folder");
    row("export --format xml", 2, "--format xml: is not csv, openmetrics or json");
    row("export up", 2, "up: is one word too many");
    row("export", 1, "history.db");
}

void TestImportCommand::oneSentenceForEachMistake()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QByteArray, sentence);
    const QTemporaryDir home;
    write(home.filePath(QStringLiteral("good.csv")), "time,load\n1795253045,1\n");
    write(home.filePath(QStringLiteral("empty.csv")), {});
    for (QString &word : words)
        if (word.endsWith(u".csv") || word == u".")
            word = home.filePath(word);
    const Outcome outcome = cli(words, home.path());
    QVERIFY2(outcome.err.contains(sentence), outcome.err.constData());
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.err.count('\n'), 1);
}

void TestImportCommand::aPreviewStoresNothing()
{
    const QTemporaryDir home;
    const QString csv = write(home.filePath(QStringLiteral("x.csv")), "when;host;load\n18.11.2026 14:00;a;1,5\n18.11.2026 14:01;a;2\n");
    const Outcome outcome = cli({ QStringLiteral("import"), QStringLiteral("--preview"), csv }, home.path());
    QCOMPARE(outcome.code, 0);
    for (const char *word : { "dates, day first", "decimal comma", "when (time)", "host (label)", "load (value)", "2026-11-18T14:00:00.000Z" })
        QVERIFY2(outcome.out.contains(word), outcome.out.constData());
    QVERIFY(!QFile::exists(home.filePath(QStringLiteral("data/history.db"))));
}

void TestImportCommand::whatWentInComesOut()
{
    const QTemporaryDir home;
    const QString csv = write(home.filePath(QStringLiteral("x.csv")), "time,load\n1795253045.25,1.5\n1795253046,2\n");
    const Outcome in = cli({ QStringLiteral("import"), csv, QStringLiteral("--json") }, home.path());
    QCOMPARE(in.code, 0);
    QCOMPARE(QJsonDocument::fromJson(in.out)[0][u"added"].toInt(), 2);
    const Outcome out = cli({ QStringLiteral("export"), QStringLiteral("--from"), QStringLiteral("1795253000"), QStringLiteral("--to"), QStringLiteral("1795253100") }, home.path());
    QCOMPARE(out.code, 0);
    QCOMPARE(out.out, QByteArray("timestamp,series,value\n2026-11-21T09:24:05.250Z,\"load{source=\"\"x\"\"}\",1.5\n2026-11-21T09:24:06.000Z,\"load{source=\"\"x\"\"}\",2\n"));
}

void TestImportCommand::badRowsAreAFinding()
{
    const QTemporaryDir home;
    const QString csv = write(home.filePath(QStringLiteral("x.csv")), "time,load\n1795253045,1\n1795253046,2\n1795253047,3\n1795253048,4\n1795253049,lots\n");
    const Outcome outcome = cli({ QStringLiteral("import"), csv }, home.path());
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.out.contains("1 of 5 lines could not be read; the first: line 6: column load: \"lots\" is not a number"), outcome.out.constData());
}

void TestImportCommand::aRunningCollectorIsNamed()
{
    const QTemporaryDir home;
    QProcess watch;
    prepare(watch, { QStringLiteral("watch") }, home.path());
    watch.start();
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += watch.readAllStandardOutput()).contains("Watching"), 20'000);
    const QString csv = write(home.filePath(QStringLiteral("x.csv")), "time,load\n1795253045,1\n");
    const Outcome outcome = cli({ QStringLiteral("import"), csv }, home.path());
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("process " + QByteArray::number(watch.processId())), outcome.err.constData());
    QVERIFY2(outcome.err.contains("leptoscope-cli watch"), outcome.err.constData());
    watch.terminate();
    QVERIFY(watch.waitForFinished(10'000));
    QCOMPARE(cli({ QStringLiteral("import"), csv }, home.path()).code, 0);
}

void TestImportCommand::anImportThatIsKilledIsFinishedByTheNext()
{
    const QTemporaryDir home;
    const QString page = write(home.filePath(QStringLiteral("x.prom")), largeDump(400, 4000));
    for (const int after : { 200, 600, 1000 }) {
        QProcess import;
        prepare(import, { QStringLiteral("import"), page }, home.path());
        import.start();
        QVERIFY(import.waitForStarted());
        QTest::qWait(after);
        import.kill();
        import.waitForFinished();
    }
    const Outcome outcome = cli({ QStringLiteral("import"), page, QStringLiteral("--json") }, home.path());
    QCOMPARE(outcome.code, 0);
    const QJsonDocument report = QJsonDocument::fromJson(outcome.out);
    QCOMPARE(report[0][u"added"].toInt() + report[0][u"duplicate"].toInt(), 1'600'000);
    const Outcome again = cli({ QStringLiteral("import"), page, QStringLiteral("--json") }, home.path());
    QCOMPARE(QJsonDocument::fromJson(again.out)[0][u"added"].toInt(), 0);
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_import_command.moc"
