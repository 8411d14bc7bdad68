#include "tests/remediate/remediation_bench.h"

#include <QCoreApplication>
#include <QProcess>
#include <QtTest>

#include <csignal>
#include <unistd.h>

using namespace lepto;

namespace {

/// One console on a folder that outlives it: used by the child that is killed and by the one that recovers.
struct Console {
    QString dir;
    SystemClock clock;
    Catalogue catalogue;
    std::unique_ptr<OpsDatabase> db;
    std::unique_ptr<AuditLog> audit;
    std::unique_ptr<RemediationService> service;

    explicit Console(const QString &folder)
        : dir(folder)
    {
        catalogue.load(dir);
        db = std::move(OpsDatabase::open(dir + QStringLiteral("/ops.db")).value());
        const SigningKey key = SigningKey::loadOrCreate(dir, QStringLiteral("console")).value();
        audit = std::make_unique<AuditLog>(*db, key, clock, dir + QStringLiteral("/anchor"));
        service = std::make_unique<RemediationService>(
            RemediationParts { *db, *audit, catalogue, clock, key, [](const QString &, TimeMs) { return Result<double>(0.1); },
                dir + QStringLiteral("/runs"), QStringLiteral("mara"), {} });
    }
};

/// The child: goes the whole way and kills itself at the given change of a run.
int drive(const QString &dir, int killAt)
{
    Console console(dir);
    QFile pid(dir + QStringLiteral("/pid"));
    if (!pid.open(QIODevice::WriteOnly) || pid.write(QByteArray::number(getpid())) < 0)
        return 2;
    pid.close();
    int changes = 0;
    QObject::connect(console.service.get(), &RemediationService::runChanged, [&](const Run &run) {
        if (++changes == killAt)
            kill(getpid(), SIGKILL);
        if (!isActive(run.state) && !isPending(run.state))
            QCoreApplication::exit(0);
    });
    const auto plan = console.service->plan(QStringLiteral("crash"), nullptr, {});
    const bool ready = plan && console.service->arm(console.clock.now() + 3'600'000, QStringLiteral("test"))
        && console.service->approve(plan->plan.id, plan->plan.hash, QStringLiteral("test"))
        && console.service->execute(plan->plan.id);
    return ready ? QCoreApplication::exec() : 3;
}

} // namespace

class TestCrash : public QObject {
    Q_OBJECT

    static void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    /// `deed` runs in step b after (AFTER) or before (BEFORE) its effect.
    static void prepare(const QTemporaryDir &dir, const QByteArray &deedBefore = {}, const QByteArray &deedAfter = {},
        const QByteArray &classOfB = {})
    {
        const QByteArray path = dir.path().toUtf8();
        write(dir.filePath(QStringLiteral("tool")),
            "#!/bin/bash\n"
            "cd "
                + path
                + "\n"
                  "if [ \"$1\" = b ] && [ ! -e once ]; then touch once\n"
                + deedBefore
                + "\nfi\n"
                  "echo $1 >> effects\n"
                  "if [ \"$1\" = b ] && [ ! -e twice ]; then touch twice\n"
                + deedAfter + "\nfi\nexit 0\n");
        write(dir.filePath(QStringLiteral("probe")), "#!/bin/bash\ngrep -qx \"$1\" " + path + "/effects\n");
        QByteArray yaml = "apiVersion: leptoscope/v1\nkind: Runbook\nmetadata: {id: crash, version: 1, title: Crash, risk: "
                          "low}\ntarget: t\nsteps:\n"
                          "  - {id: a, effect: at_most_once, argv: [DIR/tool, a], probe: [DIR/probe, a]}\n"
                          "  - {id: b, "
            + (classOfB.isEmpty() ? QByteArray("effect: at_most_once") : classOfB)
            + ", argv: [DIR/tool, b]}\n"
              "  - {id: c, effect: idempotent, argv: [DIR/tool, c], probe: [DIR/probe, c]}\n"
              "verify:\n  window: 1s\n  interval: 20ms\n  must_recover:\n    - {expr: x, success: \"< 0.5\", "
              "consecutive_success: 2}\n";
        write(dir.filePath(QStringLiteral("crash.yaml")), yaml.replace("DIR", path));
    }
    static QStringList effects(const QTemporaryDir &dir)
    {
        QFile file(dir.filePath(QStringLiteral("effects")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                              : QStringList();
    }
    /// Runs the child; true when it was killed before its end.
    static bool child(const QTemporaryDir &dir, int killAt, int killAfterMs = -1)
    {
        QProcess process;
        process.start(
            QCoreApplication::applicationFilePath(), { QStringLiteral("--drive"), dir.path(), QString::number(killAt) });
        if (killAfterMs >= 0) {
            process.waitForStarted();
            QTest::qWait(killAfterMs);
            process.kill();
        }
        process.waitForFinished(20'000);
        return process.exitStatus() == QProcess::CrashExit;
    }
    /// Recovers and waits for the end; the state's name, or "none" where no run had begun.
    static QString recovered(const QTemporaryDir &dir)
    {
        Console console(dir.path());
        if (!console.service->recover())
            return QStringLiteral("cannot recover");
        QString state = QStringLiteral("none");
        const auto over = [&] {
            for (const Run &run : console.service->runs())
                state = nameOf(run.state);
            return console.service->runs().empty() || !isActive(console.service->runs().front().state);
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(over(), 20'000); }();
        const AuditVerdict verdict = console.audit->verify();
        if (verdict.code != AuditVerdict::Code::Verified)
            return QStringLiteral("audit: ") + verdict.reason;
        return state;
    }

private Q_SLOTS:
    void killedAtEveryRecordNothingHappensTwice();
    void killedTwiceAlsoWhileRecovering();
    void killedAtAnyTimeNothingHappensTwice();
    void killedAfterTheEffectTheOutcomeIsKnown();
    void withTheSupervisorKilledTooTheEffectClassDecides_data();
    void withTheSupervisorKilledTooTheEffectClassDecides();
    void aRunThatAnotherProcessDrivesIsLeftAlone();
    void aReadOnlyConsoleDoesNotGoOn();
};

void TestCrash::killedAtEveryRecordNothingHappensTwice()
{
    int point = 1;
    for (bool killed = true; killed; ++point) {
        QTemporaryDir dir;
        prepare(dir);
        killed = child(dir, point);
        const QString state = recovered(dir);
        const QStringList all { QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") };
        if (state == QStringLiteral("succeeded"))
            QCOMPARE(effects(dir), all);
        else // before anything began; the person starts it again
            QVERIFY2(
                (state == QStringLiteral("awaiting-approval") || state == QStringLiteral("approved")) && effects(dir).isEmpty(),
                qPrintable(QStringLiteral("point %1: %2, %3").arg(point).arg(state, effects(dir).join(u','))));
        QVERIFY(point < 40);
    }
    QVERIFY(point > 10);
}

void TestCrash::killedTwiceAlsoWhileRecovering()
{
    for (int point = 5; point < 12; ++point) {
        QTemporaryDir dir;
        prepare(dir);
        child(dir, point);
        for (int delay = 0; delay < 40; delay += 13) {
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--recover"), dir.path() });
            process.waitForStarted();
            QTest::qWait(delay);
            process.kill();
            process.waitForFinished();
        }
        QCOMPARE(recovered(dir), QStringLiteral("succeeded"));
        QCOMPARE(effects(dir).size(), 3);
    }
}

void TestCrash::killedAtAnyTimeNothingHappensTwice()
{
    for (int delay = 10; delay < 200; delay += 10) {
        QTemporaryDir dir;
        prepare(dir);
        child(dir, 0, delay);
        const QString state = recovered(dir);
        if (state == QStringLiteral("succeeded"))
            QCOMPARE(effects(dir), (QStringList { QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }));
        else
            QVERIFY2(effects(dir).isEmpty(), qPrintable(state));
    }
}

void TestCrash::killedAfterTheEffectTheOutcomeIsKnown()
{
    for (const bool before : { true, false }) {
        QTemporaryDir dir;
        const QByteArray deed = "kill -9 $(cat pid); sleep 0.3";
        prepare(dir, before ? deed : QByteArray(), before ? QByteArray() : deed);
        QVERIFY(child(dir, 0));
        QCOMPARE(recovered(dir), QStringLiteral("succeeded"));
        QCOMPARE(effects(dir), (QStringList { QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }));
    }
}

void TestCrash::withTheSupervisorKilledTooTheEffectClassDecides_data()
{
    QTest::addColumn<QByteArray>("classOfB");
    QTest::addColumn<bool>("before");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("times");
    const QByteArray probe = "probe: [DIR/probe, b], ";
    QTest::newRow("at most once, before") << QByteArray("effect: at_most_once") << true << QStringLiteral("needs-human") << 0;
    QTest::newRow("at most once, after") << QByteArray("effect: at_most_once") << false << QStringLiteral("needs-human") << 1;
    QTest::newRow("with probe, before") << QByteArray(probe + "effect: at_most_once") << true << QStringLiteral("succeeded") << 1;
    QTest::newRow("with probe, after") << QByteArray(probe + "effect: at_most_once") << false << QStringLiteral("succeeded") << 1;
    QTest::newRow("idempotent with probe, after")
        << QByteArray(probe + "effect: idempotent") << false << QStringLiteral("succeeded") << 1;
    QTest::newRow("idempotent, after") << QByteArray("effect: idempotent") << false << QStringLiteral("succeeded") << 2;
    QTest::newRow("read, before") << QByteArray("effect: read") << true << QStringLiteral("succeeded") << 1;
}

void TestCrash::withTheSupervisorKilledTooTheEffectClassDecides()
{
    QFETCH(QByteArray, classOfB);
    QFETCH(bool, before);
    QTemporaryDir dir;
    const QByteArray deed = "kill -9 $PPID $(cat pid) $$"; // supervisor, console, and the command itself
    prepare(dir, before ? deed : QByteArray(), before ? QByteArray() : deed, classOfB);
    QVERIFY(child(dir, 0));
    QTEST(recovered(dir), "state");
    QTEST(int(effects(dir).count(QStringLiteral("b"))), "times");
    QCOMPARE(effects(dir).count(QStringLiteral("a")), 1);
}

void TestCrash::aRunThatAnotherProcessDrivesIsLeftAlone()
{
    QTemporaryDir dir;
    prepare(dir, "sleep 1.5");
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--drive"), dir.path(), QStringLiteral("0") });
    QTRY_COMPARE_WITH_TIMEOUT(effects(dir).size(), 1, 10'000);
    Console console(dir.path());
    QVERIFY(console.service->recover());
    QTest::qWait(200);
    QVERIFY(process.state() == QProcess::Running);
    const QString id = console.service->runs().front().plan.id;
    const auto twice = console.service->execute(id);
    QVERIFY(!twice && twice.error().code == ErrorCode::Conflict);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(effects(dir).size(), 3);
}

void TestCrash::aReadOnlyConsoleDoesNotGoOn()
{
    QTemporaryDir dir;
    prepare(dir, "kill -9 $(cat pid); sleep 0.2");
    QVERIFY(child(dir, 0));
    {
        Console console(dir.path());
        QVERIFY(console.service->arm(0, {}));
    }
    QCOMPARE(recovered(dir), QStringLiteral("needs-human"));
    QVERIFY(!effects(dir).contains(QStringLiteral("c")));
    Console console(dir.path());
    QVERIFY(console.service->recover());
    const QString id = console.service->runs().front().plan.id;
    QVERIFY(
        console.service->arm(console.clock.now() + 60'000, {}) && console.service->settle(id, true, QStringLiteral("looked")));
    QTRY_COMPARE_WITH_TIMEOUT(nameOf(console.service->find(id)->state), QStringLiteral("succeeded"), 10'000);
    QCOMPARE(effects(dir), (QStringList { QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--drive"))
        return drive(arguments.value(2), arguments.value(3).toInt());
    if (arguments.value(1) == QStringLiteral("--recover")) {
        Console console(arguments.value(2));
        return console.service->recover() ? QCoreApplication::exec() : 3;
    }
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_crash.moc"
