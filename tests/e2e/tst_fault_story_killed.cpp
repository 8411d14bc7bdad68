#include "tests/e2e/fault_story.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>

using namespace lepto::e2e;

/// The command answered with exit code 0.
#define GOOD(command)                                                                                                            \
    do {                                                                                                                         \
        const Cli::Answer given = (command);                                                                                     \
        QVERIFY2(given.code == 0, qPrintable(given.words()));                                                                    \
    } while (false)

namespace {

const char *runbook = R"(apiVersion: leptoscope/v1
kind: Runbook
metadata: {id: drain-and-restore, version: 1, title: Drain and restore the checkout's worker pool, owner: checkout, risk: low, reversible: false}
target: checkout
steps:
  - id: drain
    effect: at_most_once
    argv: ["/usr/bin/sleep", "3"]
    timeout: 20s
    on_failure: human
  - id: restore
    effect: idempotent
    argv: ["PROGRAM", "--control", "PORT", "--set-workers", "20"]
    probe: ["PROGRAM", "--control", "PORT", "--expect", "20"]
    timeout: 10s
  - id: settle
    effect: idempotent
    argv: ["/usr/bin/sleep", "3"]
    probe: ["/usr/bin/true"]
    timeout: 20s
verify:
  delay: 2s
  window: 100s
  interval: 2s
  must_recover:
    - {expr: 'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="checkout"}[20s])))', success: "< 0.25"}
)";

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

QString stateOfStep(const QJsonObject &run, const char *step)
{
    QString state;
    for (const QJsonValue &record : run[u"steps"].toArray()) {
        if (record[u"step"].toString() == QLatin1String(step))
            state = record[u"state"].toString();
    }
    return state;
}

/// A process and all that it started, itself first.
std::vector<pid_t> treeOf(qint64 process)
{
    std::vector<pid_t> tree { pid_t(process) };
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(process));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : children.readAll().simplified().split(' ')) {
            if (child.isEmpty())
                continue;
            const std::vector<pid_t> below = treeOf(child.toInt());
            tree.insert(tree.end(), below.begin(), below.end());
        }
    }
    return tree;
}

/// The worker among them; 0 where there is none.
pid_t workerOf(qint64 process)
{
    for (const pid_t pid : treeOf(process)) {
        QFile name(QStringLiteral("/proc/%1/cmdline").arg(pid));
        if (name.open(QIODevice::ReadOnly) && name.readAll().contains("leptoscope-worker"))
            return pid;
    }
    return 0;
}

/// As a power cut would: none of them gets to say anything.
void killAll(const std::vector<pid_t> &processes)
{
    for (const pid_t pid : processes)
        ::kill(pid, SIGKILL);
}

} // namespace

/// The fault story with processes killed in the middle: nothing is lost, nothing is done twice.
class TestFaultStoryKilled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKilledCollectorLosesNoSample();
    void aKilledWorkerEndsTheJobWithAReason();
    void aKilledTrainingIsTakenUpAndRegisteredOnce();
    void aRunKilledInAStepThatMustNotRepeatAsksAHuman();
    void aRunKilledAfterTheEffectDoesNotRepeatIt();
    void theRecordHolds();

private:
    Cli::Answer cli(const QStringList &arguments, int timeoutMs = 60'000) { return m_story.cli().run(arguments, timeoutMs); }
    std::unique_ptr<QProcess> startTraining(const QString &name);
    QJsonObject newestJob() { return cli(words("train --jobs")).json.toArray().at(0).toObject(); }
    /// The processes of a run that is in the middle of this step; empty where it never came there.
    std::vector<pid_t> treeInStep(const QProcess &process, const char *step);

    FaultStory m_story;
    QString m_plan;
};

void TestFaultStoryKilled::initTestCase()
{
    QVERIFY2(m_story.begin(80), qPrintable(m_story.error()));
    QVERIFY(m_story.addRunbook(QStringLiteral("drain-and-restore"), QString::fromUtf8(runbook)));
}

void TestFaultStoryKilled::aKilledCollectorLosesNoSample()
{
    const QString count = QStringLiteral("count_over_time(checkout_workers[10m] @ %1)");
    const QString then = QString::number(double(QDateTime::currentMSecsSinceEpoch() - 3000) / 1000, 'f', 3);
    const double before = m_story.ask(count.arg(then));
    QVERIFY2(before > 30, qPrintable(QString::number(before)));
    m_story.killCollector();
    QCOMPARE(m_story.ask(count.arg(then)), before);
    QVERIFY2(m_story.startCollector(), qPrintable(m_story.error()));
    QVERIFY(m_story.waitFor(
        [&] { return m_story.ask(QStringLiteral("count_over_time(checkout_workers[10m])")) > before + 3; }, 20'000));
    QCOMPARE(m_story.ask(count.arg(then)), before);
}

// Many raw series make an epoch long enough to be interrupted.
std::unique_ptr<QProcess> TestFaultStoryKilled::startTraining(const QString &name)
{
    const QString log = m_story.cli().dataDir() + u'/' + name + QStringLiteral(".log");
    auto process
        = m_story.cli().start(words("train") << name << QStringLiteral("{job=\"node\"}") << words("--step 1 --epochs 400 --from")
                                             << QString::number(m_story.goodFrom()),
            log);
    QFile lines(log);
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 60'000 && process->state() != QProcess::NotRunning) {
        if ((lines.isOpen() || lines.open(QIODevice::ReadOnly)) && lines.readAll().contains("epoch 1 of"))
            return process;
        QTest::qWait(5);
    }
    return nullptr;
}

void TestFaultStoryKilled::aKilledWorkerEndsTheJobWithAReason()
{
    const auto training = startTraining(QStringLiteral("killed-worker"));
    QVERIFY2(training, qPrintable(cli(words("train --jobs")).words()));
    const pid_t worker = workerOf(training->processId());
    QVERIFY(worker > 0);
    ::kill(worker, SIGKILL);
    QVERIFY(training->waitForFinished(30'000));
    QVERIFY(training->exitStatus() == QProcess::NormalExit && training->exitCode() != 0);
    const QJsonObject job = newestJob();
    QVERIFY2(job[u"state"].toString() == u"failed" || job[u"state"].toString() == u"interrupted",
        qPrintable(job[u"state"].toString()));
    QVERIFY(!job[u"reason"].toString().isEmpty());
}

void TestFaultStoryKilled::aKilledTrainingIsTakenUpAndRegisteredOnce()
{
    const auto training = startTraining(QStringLiteral("killed"));
    QVERIFY2(training, qPrintable(cli(words("train --jobs")).words()));
    const pid_t worker = workerOf(training->processId());
    training->kill();
    training->waitForFinished(5000);
    QVERIFY2(m_story.waitFor([worker] { return ::kill(worker, 0) != 0; }, 10'000), "the worker outlived its console");
    const QJsonObject job = newestJob();
    QCOMPARE(job[u"state"].toString(), QStringLiteral("interrupted"));
    const Cli::Answer resumed = cli(words("train --resume") << job[u"id"].toString(), 120'000);
    GOOD(resumed);
    QCOMPARE(resumed.json[u"state"].toString(), QStringLiteral("done"));
    QCOMPARE(resumed.json[u"epochs"].toInt(), 400);
    QVERIFY(cli(words("train --resume") << job[u"id"].toString()).code != 0);
    const QJsonArray models = cli(words("model list")).json.toArray();
    QCOMPARE(
        std::count_if(models.begin(), models.end(), [](const QJsonValue &m) { return m[u"name"].toString() == u"killed"; }), 1);
    GOOD(cli(words("model verify killed")));
}

std::vector<pid_t> TestFaultStoryKilled::treeInStep(const QProcess &process, const char *step)
{
    const bool there = m_story.waitFor([&] { return stateOfStep(m_story.run(m_plan), step) == u"intent"; }, 30'000);
    return there ? treeOf(process.processId()) : std::vector<pid_t>();
}

void TestFaultStoryKilled::aRunKilledInAStepThatMustNotRepeatAsksAHuman()
{
    QVERIFY2(m_story.breakPool() > 0, qPrintable(m_story.error()));
    const Cli::Answer planned = cli(words("runbook plan drain-and-restore"));
    GOOD(planned);
    m_plan = planned.json[u"plan"][u"id"].toString();
    GOOD(cli(words("approve") << m_plan << words("--reason broken --hash") << planned.json[u"plan"][u"hash"].toString()));
    const auto running = m_story.cli().start(
        words("runbook run") << m_plan << words("--reason broken"), m_story.cli().dataDir() + QStringLiteral("/run.log"));
    const std::vector<pid_t> tree = treeInStep(*running, "drain");
    QVERIFY2(tree.size() >= 2, qPrintable(cli(words("runbook show") << m_plan).words()));
    killAll(tree);
    running->waitForFinished(5000);
    (void)cli(words("runbook recover"));
    const QJsonObject run = m_story.run(m_plan);
    QCOMPARE(run[u"state"].toString(), QStringLiteral("needs-human"));
    QCOMPARE(stateOfStep(run, "drain"), QStringLiteral("unknown"));
    QCOMPARE(m_story.stage().workers(), 4);
}

void TestFaultStoryKilled::aRunKilledAfterTheEffectDoesNotRepeatIt()
{
    const auto running
        = m_story.cli().start(words("runbook settle") << m_plan << words("happened --reason") << QStringLiteral("it slept"),
            m_story.cli().dataDir() + QStringLiteral("/run.log"));
    QVERIFY2(!treeInStep(*running, "settle").empty(), qPrintable(cli(words("runbook show") << m_plan).words()));
    running->kill();
    running->waitForFinished(5000);
    QCOMPARE(m_story.stage().workers(), 20);
    const Cli::Answer recovered = cli(words("runbook recover"), 150'000);
    GOOD(recovered);
    QVERIFY2(m_story.run(m_plan)[u"state"].toString() == u"succeeded", qPrintable(recovered.words()));
    QVERIFY(m_story.waitFor([this] { return m_story.ask(QStringLiteral("max(checkout_workers)")) == 20; }, 10'000));
    QCOMPARE(m_story.ask(QStringLiteral("max(checkout_resizes_total)")), 2.0);
}

void TestFaultStoryKilled::theRecordHolds()
{
    const Cli::Answer verified = cli(words("audit verify"));
    GOOD(verified);
    QCOMPARE(verified.json[u"verdict"].toString(), QStringLiteral("verified"));
    GOOD(cli(words("doctor")));
    QVERIFY(m_story.stopCollector());
}

QTEST_GUILESS_MAIN(TestFaultStoryKilled)
#include "tst_fault_story_killed.moc"
