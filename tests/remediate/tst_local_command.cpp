#include "core/remediate/command_output.h"
#include "core/remediate/local_command.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace lepto;

class TestLocalCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_number = 0;

    QString at(const QString &name) const { return m_dir.filePath(name); }
    QString script(const QByteArray &text)
    {
        QFile file(at(QStringLiteral("script-%1").arg(++m_number)));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/bash\n" + text) < 0)
            qFatal("cannot write a script");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    CommandOrder order(const QStringList &argv)
    {
        const QString name = at(QStringLiteral("job-%1").arg(++m_number));
        return { argv, { QStringLiteral("LEPTOSCOPE_RUN=7d1e") }, name + QStringLiteral(".journal"),
            name + QStringLiteral(".out"), 20'000, 500, 1 << 20 };
    }
    static CommandResult run(const CommandOrder &order)
    {
        LocalCommand command;
        CommandResult result;
        bool done = false;
        QObject::connect(&command, &LocalCommand::finished, [&](const CommandResult &got) { result = got, done = true; });
        QObject::connect(&command, &LocalCommand::lost, [&] { done = true; });
        const auto started = command.start(order);
        if (!started)
            return result;
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 15'000); }();
        return result;
    }
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool lives(qint64 pid)
    {
        const QByteArray stat = read(QStringLiteral("/proc/%1/stat").arg(pid));
        return !stat.isEmpty() && !stat.contains(") Z ");
    }

private Q_SLOTS:
    void argumentsArriveByteForByteAndNoShellReadsThem();
    void saysHowItEnded();
    void aMissingProgramWasNeverStarted();
    void theEnvironmentIsClean();
    void theOutputIsCapped();
    void aTimeoutEndsTheWholeTree();
    void cancelEndsIt();
    void aDaemonLeftBehindDoesNotHoldIt();
    void theJournalOutlivesTheOneWhoStartedIt();
    void aKilledSupervisorIsLost();
    void outputIsPlainText_data();
    void outputIsPlainText();
};

void TestLocalCommand::argumentsArriveByteForByteAndNoShellReadsThem()
{
    const QString target = at(QStringLiteral("arguments"));
    const QString program = script("for a in \"$@\"; do printf '%s\\0' \"$a\"; done > '" + target.toUtf8() + "'\n");
    const QStringList hostile { QStringLiteral("; id"), QStringLiteral("$(id)"), QStringLiteral("`id`"), QStringLiteral("a b  c"),
        QStringLiteral("'\""), QStringLiteral("--rf"), QStringLiteral("*"), QStringLiteral("\\"), QStringLiteral("größe"),
        QStringLiteral("&& true"), QStringLiteral("> x"), QStringLiteral("") };
    QVERIFY(run(order(QStringList { program } + hostile)).good());
    QCOMPARE(QString::fromUtf8(read(target)), hostile.join(QChar(0)) + QChar(0));
}

void TestLocalCommand::saysHowItEnded()
{
    const CommandResult good = run(order({ script("echo out; echo err >&2\n") }));
    QVERIFY(good.good());
    QCOMPARE(good.output, QStringLiteral("out\nerr\n"));
    const CommandResult bad = run(order({ script("exit 3\n") }));
    QVERIFY(bad.state == CommandResult::State::Exited && bad.code == 3);
    const CommandResult killed = run(order({ script("kill -9 $$\n") }));
    QVERIFY(killed.state == CommandResult::State::Signalled && killed.code == SIGKILL);
}

void TestLocalCommand::aMissingProgramWasNeverStarted()
{
    const CommandResult result = run(order({ QStringLiteral("/nonexistent/program") }));
    QVERIFY(result.state == CommandResult::State::NotStarted);
    QCOMPARE(result.code, ENOENT);
}

void TestLocalCommand::theEnvironmentIsClean()
{
    qputenv("SECRET_TOKEN", "hunter2");
    const CommandResult result = run(order({ QStringLiteral("/usr/bin/env") }));
    QVERIFY(result.output.contains(QStringLiteral("LEPTOSCOPE_RUN=7d1e\n")));
    QVERIFY(!result.output.contains(QStringLiteral("hunter2")));
    QCOMPARE(run(order({ QStringLiteral("/bin/pwd") })).output, QStringLiteral("/\n"));
    QCOMPARE(
        run(order({ script("ls /proc/self/fd | wc -l\n") })).output, QStringLiteral("4\n")); // 0, 1, 2 and the listing itself
}

void TestLocalCommand::theOutputIsCapped()
{
    CommandOrder flood = order(
        { script("head -c 50000000 /dev/zero | tr '\\0' x; echo end > '" + at(QStringLiteral("flooded")).toUtf8() + "'\n") });
    flood.outputLimit = 100'000;
    const CommandResult result = run(flood);
    QVERIFY(result.good()); // it is read to its end, or it would hang
    QCOMPARE(read(flood.output).size(), 100'000);
    QCOMPARE(result.output.size(), 65'536);
    QVERIFY(QFile::exists(at(QStringLiteral("flooded"))));
}

void TestLocalCommand::aTimeoutEndsTheWholeTree()
{
    const QString pids = at(QStringLiteral("pids"));
    // A child, a child in a session of its own, and both ignore TERM.
    CommandOrder slow = order({ script("trap '' TERM\necho $$ >> '" + pids.toUtf8()
        + "'\n"
          "bash -c 'trap \"\" TERM; echo $$ >> \""
        + pids.toUtf8()
        + "\"; while :; do sleep 1; done' &\n"
          "setsid bash -c 'trap \"\" TERM; echo $$ >> \""
        + pids.toUtf8()
        + "\"; while :; do sleep 1; done' &\n"
          "while :; do sleep 1; done\n") });
    slow.timeoutMs = 1500;
    slow.graceMs = 300;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(run(slow).state == CommandResult::State::TimedOut);
    QVERIFY(timer.elapsed() < 6000);
    const QList<QByteArray> started = read(pids).trimmed().split('\n');
    QCOMPARE(started.size(), 3);
    for (const QByteArray &pid : started)
        QVERIFY2(!lives(pid.toLongLong()), pid.constData());
}

void TestLocalCommand::cancelEndsIt()
{
    LocalCommand command;
    QSignalSpy spy(&command, &LocalCommand::finished);
    CommandResult result;
    connect(&command, &LocalCommand::finished, this, [&](const CommandResult &got) { result = got; });
    const CommandOrder sleeping = order({ QStringLiteral("/bin/sleep"), QStringLiteral("60") });
    QVERIFY(command.start(sleeping));
    QTRY_VERIFY(read(sleeping.journal).contains("pid "));
    QVERIFY(LocalCommand::fateOf(sleeping.journal, sleeping.output) == LocalCommand::Fate::Running);
    QVERIFY(!LocalCommand().start(sleeping)); // not a second time beside it
    command.cancel();
    QVERIFY(spy.wait(5000));
    QVERIFY(result.state == CommandResult::State::Cancelled);
}

void TestLocalCommand::aDaemonLeftBehindDoesNotHoldIt()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(run(order({ script("sleep 5 &\necho started\n") })).good());
    QVERIFY(timer.elapsed() < 3000);
}

void TestLocalCommand::theJournalOutlivesTheOneWhoStartedIt()
{
    const CommandOrder slow = order({ script("sleep 0.5; echo done; exit 4\n") });
    QVERIFY(LocalCommand::fateOf(slow.journal, slow.output) == LocalCommand::Fate::NeverStarted);
    {
        LocalCommand forgotten;
        QVERIFY(forgotten.start(slow));
    }
    LocalCommand later;
    CommandResult result;
    connect(&later, &LocalCommand::finished, this, [&](const CommandResult &got) { result = got; });
    QSignalSpy spy(&later, &LocalCommand::finished);
    later.attach(slow.journal, slow.output);
    QVERIFY(spy.wait(5000));
    QCOMPARE(result.code, 4);
    QCOMPARE(result.output, QStringLiteral("done\n"));
}

void TestLocalCommand::aKilledSupervisorIsLost()
{
    LocalCommand command;
    QSignalSpy spy(&command, &LocalCommand::lost);
    const CommandOrder killer = order({ script("kill -9 $PPID; sleep 0.7\n") });
    QVERIFY(command.start(killer));
    QTRY_VERIFY(read(killer.journal).contains("pid "));
    QVERIFY(spy.wait(5000)); // not before the command itself is gone
    QVERIFY(LocalCommand::fateOf(killer.journal, killer.output) == LocalCommand::Fate::Lost);
}

void TestLocalCommand::outputIsPlainText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QChar bad(QChar::ReplacementCharacter);
    QTest::newRow("plain") << QByteArray("a\tb\r\nc") << QStringLiteral("a\tb\nc");
    QTest::newRow("colour") << QByteArray("\x1b[31;1mred\x1b[0m") << QStringLiteral("red");
    QTest::newRow("title") << QByteArray("x\x1b]0;owned\x07y\x1b]52;c;aGk=\x1b\\z") << QStringLiteral("xyz");
    QTest::newRow("cut off") << QByteArray("x\x1b[31") << QStringLiteral("x");
    QTest::newRow("escape at end") << QByteArray("x\x1b") << QStringLiteral("x");
    QTest::newRow("html") << QByteArray("<b>&amp;</b>") << QStringLiteral("<b>&amp;</b>");
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                        "b\xe2\x81\xa6")
                          << QString(QStringLiteral("a") + bad + QStringLiteral("b") + bad);
    QTest::newRow("zero width") << QByteArray("a\xe2\x80\x8b"
                                              "b")
                                << QString(QStringLiteral("a") + bad + QStringLiteral("b"));
    QTest::newRow("control") << QByteArray("a\0b\x08", 4) << QString(QStringLiteral("a") + bad + QStringLiteral("b") + bad);
    QTest::newRow("not utf-8") << QByteArray("a\xff") << QString(QStringLiteral("a") + bad);
    QTest::newRow("overprint") << QByteArray("good\rbad") << QString(QStringLiteral("good") + bad + QStringLiteral("bad"));
}

void TestLocalCommand::outputIsPlainText()
{
    QFETCH(QByteArray, bytes);
    QTEST(plainOutput(bytes), "text");
    QVERIFY(plainOutput(QByteArray(1'000'000, 'x'), 1000).size() == 1000);
}

QTEST_GUILESS_MAIN(TestLocalCommand)
#include "tst_local_command.moc"
