#include "core/remediate/incident_reporter.h"
#include "core/store/ops_query.h"
#include "tests/remediate/remediation_bench.h"

#include <QtTest>

using namespace lepto;

namespace {

QString sentence(const Result<void> &result)
{
    return result ? QStringLiteral("good") : QString::fromStdString(result.error().reason);
}

const QByteArray kRollback = "rollback:\n  automatic_on: [step_failed, no_harm_violated]\n  steps:\n"
                             "    - {id: back-1, effect: idempotent, argv: [TOOL, EFFECTS, back-1]}\n"
                             "    - {id: back-2, effect: idempotent, argv: [TOOL, EFFECTS, back-2]}\n";

Incident latencyIncident()
{
    Anomaly anomaly;
    anomaly.series = Labels({ { "__name__", "leptoscope:signal" }, { "service", "checkout" } });
    anomaly.service = "checkout";
    anomaly.signal = "latency_p99";
    anomaly.score = 0.9;
    Incident made;
    made.title = QStringLiteral("checkout latency p99 abnormal");
    made.service = "checkout";
    made.anomalies = { anomaly };
    return made;
}

} // namespace

#define RUN_TO_END(bench, id)                                                                                                    \
    do {                                                                                                                         \
        const auto started_ = (bench).service->execute(id);                                                                      \
        QVERIFY2(started_, started_ ? "" : started_.error().text().c_str());                                                     \
        QTRY_VERIFY_WITH_TIMEOUT((bench).over(id), 20'000);                                                                      \
    } while (false)

class TestRemediation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWholeWayToAMeasuredSuccess();
    void nothingRunsWhileReadOnly();
    void nothingRunsUnapprovedOrTwice();
    void stopAllHoldsBeforeTheNextStep();
    void whatWasApprovedIsWhatRuns_data();
    void whatWasApprovedIsWhatRuns();
    void everyChangedByteOfAPlanBlocksIt();
    void aChangedApprovalIsVoid_data();
    void aChangedApprovalIsVoid();
    void aGuardThatFailsOrCannotBeMeasuredAsksAgain();
    void twoPeopleAreTwoKeys();
    void approvalsAndPlansExpire();
    void theDryRunComesFirstAndChangesNothing();
    void metricsDecideTheOutcome_data();
    void metricsDecideTheOutcome();
    void harmIsTakenBack();
    void aFailedStepIsTakenBackOrNot_data();
    void aFailedStepIsTakenBackOrNot();
    void aTimeoutIsJudgedByTheEffectClass_data();
    void aTimeoutIsJudgedByTheEffectClass();
    void aPersonSettlesWhatNobodyKnows();
    void cancelEndsStepsAndWatches();
    void aSuccessCanBeTakenBack();
    void limitsSurviveARestartAndAClockSetBack();
    void oneRunATarget();
    void suggestionsArePlansAndComeOnce();
    void whatWorkedBeforeComesFirst();
    void noRecordNoAction();
    void theIncidentTellsTheStory();
    void rejectedAndCancelledPlansNeverRun();
};

void TestRemediation::theWholeWayToAMeasuredSuccess()
{
    RemediationBench bench;
    bench.metrics[QStringLiteral("latency")] = 2;
    bench.use(kStepA + "  - {id: b, argv: [TOOL, EFFECTS, \"b; id $(id)\"]}\n", {});
    QStringList states;
    connect(bench.service.get(), &RemediationService::runChanged, this, [&](const Run &run) {
        if (run.state == RunState::Verifying)
            bench.metrics[QStringLiteral("latency")] = 0.2;
        if (states.isEmpty() || states.last() != nameOf(run.state))
            states += nameOf(run.state);
    });
    const QString id = bench.ready();
    RUN_TO_END(bench, id);
    QCOMPARE(states.join(u' '), QStringLiteral("awaiting-approval approved preflight running verifying succeeded"));
    QCOMPARE(bench.effects(), (QStringList { QStringLiteral("a"), QStringLiteral("b; id $(id)") }));
    const Run &run = *bench.service->find(id);
    QCOMPARE(run.before, 2.0);
    QCOMPARE(run.after, 0.2);
    QCOMPARE(run.steps.size(), 2u);
    QVERIFY(bench.audit.verify().code == AuditVerdict::Code::Verified);
    bench.restart();
    QVERIFY(bench.service->load());
    QCOMPARE(bench.state(id), QStringLiteral("succeeded"));
    QCOMPARE(bench.service->find(id)->approvals[0].reason, QStringLiteral("latency is up"));
}

void TestRemediation::nothingRunsWhileReadOnly()
{
    RemediationBench bench;
    bench.use(kStepA, {});
    const QString id = bench.plan();
    QVERIFY(bench.approve(id));
    QCOMPARE(sentence(bench.service->execute(id)), QStringLiteral("the console is read-only; turn write mode on first"));
    QVERIFY(bench.service->arm(bench.clock.now() + 60'000, QStringLiteral("x")));
    bench.pass(60'001);
    QVERIFY(!bench.service->execute(id));
    QVERIFY(!bench.service->arm(bench.clock.now() + 25 * 3'600'000, QStringLiteral("for ever")));
    QCOMPARE(bench.state(id), QStringLiteral("approved"));
    QVERIFY(bench.effects().isEmpty());
}

void TestRemediation::nothingRunsUnapprovedOrTwice()
{
    RemediationBench bench;
    bench.use(kStepA, {});
    const QString id = bench.plan();
    QVERIFY(bench.service->arm(bench.clock.now() + 3'600'000, {}));
    QVERIFY(!bench.service->execute(id));
    QVERIFY(!bench.service->approve(id, QStringLiteral("0000"), QStringLiteral("x")));
    QVERIFY(!bench.service->approve(id, bench.service->find(id)->plan.hash, QStringLiteral("  ")));
    QVERIFY(!bench.service->approve(QStringLiteral("nothing"), {}, QStringLiteral("x")));
    QVERIFY(bench.approve(id));
    QVERIFY(bench.service->execute(id));
    const auto twice = bench.service->execute(id);
    QVERIFY(!twice && twice.error().code == ErrorCode::Conflict);
    QTRY_VERIFY_WITH_TIMEOUT(bench.over(id), 20'000);
    QVERIFY(!bench.service->execute(id));
    QCOMPARE(bench.effects(), QStringList { QStringLiteral("a") });
}

void TestRemediation::stopAllHoldsBeforeTheNextStep()
{
    RemediationBench bench;
    bench.use("  - {id: slow, argv: [DIR/slow]}\n" + kStepA, {});
    bench.script("slow", "sleep 0.5\n");
    bench.use(bench.yaml("  - {id: slow, argv: [DIR/slow]}\n" + kStepA));
    const QString id = bench.ready();
    QVERIFY(bench.service->stopAll(true));
    QCOMPARE(sentence(bench.service->execute(id)), QStringLiteral("all actions are stopped; resume them first"));
    QVERIFY(bench.service->stopAll(false));
    QVERIFY(bench.service->execute(id));
    QTRY_VERIFY(!bench.service->find(id)->steps.empty());
    QVERIFY(bench.service->stopAll(true));
    QTRY_COMPARE_WITH_TIMEOUT(bench.state(id), QStringLiteral("cancelled"), 20'000);
    QCOMPARE(bench.reason(id), QStringLiteral("All actions were stopped; step a was not started"));
    QVERIFY(bench.effects().isEmpty());
    QVERIFY(bench.service->find(id)->steps[0].state == StepRecord::State::Done);
}

void TestRemediation::whatWasApprovedIsWhatRuns_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : { "program", "runbook", "runbook gone", "rollback program" })
        QTest::newRow(change) << QString::fromLatin1(change);
}

void TestRemediation::whatWasApprovedIsWhatRuns()
{
    QFETCH(QString, change);
    RemediationBench bench;
    bench.script("other", "echo other\n");
    bench.use(kStepA, "rollback:\n  steps:\n    - {id: back, argv: [DIR/other]}\n");
    const QString id = bench.ready();
    if (change == QStringLiteral("program"))
        bench.script("tool", "echo evil >> \"$1\"\n");
    else if (change == QStringLiteral("rollback program"))
        bench.script("other", "echo evil\n");
    else if (change == QStringLiteral("runbook"))
        bench.use(kStepA + "  - {id: c, argv: [TOOL, EFFECTS, c]}\n", {});
    else
        bench.catalogue = Catalogue();
    RUN_TO_END(bench, id);
    QCOMPARE(bench.state(id), QStringLiteral("blocked"));
    QVERIFY(!bench.reason(id).isEmpty());
    QVERIFY(bench.effects().isEmpty());
}

void TestRemediation::everyChangedByteOfAPlanBlocksIt()
{
    RemediationBench bench;
    bench.use(kStepA, {});
    const QString id = bench.ready();
    QVERIFY(bench.dropTrigger("run_plan_is_immutable", "run"));
    for (const char *column : { "plan", "hash" }) {
        auto row = runQuery(*bench.db, QStringLiteral("SELECT %1 FROM run WHERE id = ?").arg(QLatin1String(column)), { id });
        QVERIFY(row && row->next());
        const QString good = row->value(0).toString();
        row->finish();
        const QString set = QStringLiteral("UPDATE run SET %1 = ? WHERE id = ?").arg(QLatin1String(column));
        for (qsizetype i = 0; i < good.size(); i += 3) {
            QString bad = good;
            bad[i] = QChar(bad[i].unicode() ^ 1);
            QVERIFY(runQuery(*bench.db, set, { bad, id }));
            const auto started = bench.service->execute(id);
            QVERIFY(!started && started.error().code == ErrorCode::Damaged);
        }
        QVERIFY(runQuery(*bench.db, set, { good, id }));
    }
    QVERIFY(bench.effects().isEmpty());
    RUN_TO_END(bench, id);
    QCOMPARE(bench.state(id), QStringLiteral("succeeded"));
}

void TestRemediation::aChangedApprovalIsVoid_data()
{
    QTest::addColumn<QString>("column");
    for (const char *column : { "signed_by", "public_key", "reason", "plan_hash", "signature", "at_ms" })
        QTest::newRow(column) << QString::fromLatin1(column);
}

void TestRemediation::aChangedApprovalIsVoid()
{
    QFETCH(QString, column);
    RemediationBench bench;
    bench.use(kStepA, {});
    const QString id = bench.ready();
    const QString change = column == QStringLiteral("at_ms")
        ? QStringLiteral("at_ms + 1")
        : QStringLiteral("CASE WHEN substr(%1, 1, 1) = '0' THEN '1' ELSE '0' END || substr(%1, 2)").arg(column);
    QVERIFY(runQuery(*bench.db, QStringLiteral("UPDATE run_approval SET %1 = %2").arg(column, change)));
    QVERIFY(bench.service->execute(id));
    QTRY_COMPARE(bench.state(id), QStringLiteral("awaiting-approval"));
    QVERIFY(bench.service->find(id)->approvals.empty());
    QVERIFY(bench.effects().isEmpty());
    QVERIFY(bench.approve(id)); // the same plan may be signed again
    RUN_TO_END(bench, id);
    QCOMPARE(bench.state(id), QStringLiteral("succeeded"));
}

void TestRemediation::aGuardThatFailsOrCannotBeMeasuredAsksAgain()
{
    RemediationBench bench;
    bench.use(kStepA, "guards:\n  - {expr: alive, success: \"> 0.6\"}\n");
    const QString id = bench.ready();
    QVERIFY(!bench.service->find(id)->guards[0].held && std::isnan(bench.service->find(id)->guards[0].value));
    QVERIFY(bench.service->execute(id));
    QTRY_COMPARE(bench.state(id), QStringLiteral("awaiting-approval"));
    QCOMPARE(bench.reason(id), QStringLiteral("The guard alive cannot be measured"));
    bench.metrics[QStringLiteral("alive")] = 0.5;
    QVERIFY(bench.approve(id) && bench.service->execute(id));
    QTRY_COMPARE(bench.state(id), QStringLiteral("awaiting-approval"));
    QCOMPARE(bench.reason(id), QStringLiteral("The guard alive is 0.5, not > 0.6"));
    bench.metrics[QStringLiteral("alive")] = 1;
    QVERIFY(bench.approve(id));
    RUN_TO_END(bench, id);
    QCOMPARE(bench.state(id), QStringLiteral("succeeded"));
    QVERIFY(bench.service->find(id)->guards[0].held);
    QCOMPARE(bench.effects().size(), 1);
}

void TestRemediation::twoPeopleAreTwoKeys()
{
    RemediationBench bench;
    const SigningKey kim = SigningKey::loadOrCreate(bench.dir.path(), QStringLiteral("kim")).value();
    const SigningKey stranger = SigningKey::loadOrCreate(bench.dir.path(), QStringLiteral("stranger")).value();
    bench.restart({ kim.publicKey() });
    bench.use(kStepA, "approval: {min: 2}\n");
    const QString id = bench.plan();
    QVERIFY(bench.service->arm(bench.clock.now() + 3'600'000, {}) && bench.approve(id));
    QCOMPARE(bench.state(id), QStringLiteral("awaiting-approval"));
    QCOMPARE(sentence(bench.approve(id)), QStringLiteral("this key has already signed; another person's is needed"));
    QVERIFY(!bench.service->execute(id));
    const Plan plan = bench.service->find(id)->plan;
    const auto unknown
        = approval::sign(plan, plan.hash, QStringLiteral("kim"), QStringLiteral("ok"), bench.clock.now(), stranger);
    QCOMPARE(sentence(bench.service->addApproval(id, *unknown)), QStringLiteral("the key of kim is not known here"));
    const auto second = approval::sign(plan, plan.hash, QStringLiteral("kim"), QStringLiteral("ok"), bench.clock.now(), kim);
    const auto travelled = approval::fromJson(approval::toJson(*second));
    QVERIFY(travelled);
    Approval changed = *travelled;
    changed.reason += u'!';
    QCOMPARE(sentence(bench.service->addApproval(id, changed)), QStringLiteral("the signature of kim does not match"));
    const QString otherId = bench.plan();
    QCOMPARE(sentence(bench.service->addApproval(otherId, *travelled)),
        QStringLiteral("the signature of kim belongs to another plan"));
    QVERIFY(bench.service->addApproval(id, *travelled));
    RUN_TO_END(bench, id);
    QCOMPARE(bench.state(id), QStringLiteral("succeeded"));
    QVERIFY(!approval::fromJson("{}") && !approval::fromJson(QByteArray(1 << 20, ' ')));
}

void TestRemediation::approvalsAndPlansExpire()
{
    RemediationBench bench;
    bench.use(kStepA, "approval: {expires: 10m, plan_expires: 1h}\n");
    const QString id = bench.ready();
    bench.pass(10 * 60'000 + 1);
    QVERIFY(bench.service->execute(id));
    QTRY_COMPARE(bench.state(id), QStringLiteral("awaiting-approval"));
    QVERIFY(bench.reason(id).endsWith(QStringLiteral("the approval of mara has expired")));
    bench.pass(3'600'000);
    QCOMPARE(sentence(bench.approve(id)), QStringLiteral("the plan has expired; make a new one"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.state(id), QStringLiteral("expired"), 8000);
    QVERIFY(bench.effects().isEmpty());
}

void TestRemediation::theDryRunComesFirstAndChangesNothing()
{
    RemediationBench bench;
    const QByteArray more = "dry_run: {required: true, max_age: 5m}\n";
    bench.use("  - {id: a, argv: [TOOL, EFFECTS, a], check: [/bin/echo, would change]}\n"
              "  - {id: b, argv: [TOOL, EFFECTS, b], probe: [/bin/false]}\n",
        more);
    const QString id = bench.plan();
    QCOMPARE(bench.state(id), QStringLiteral("planned"));
    QCOMPARE(sentence(bench.approve(id)), QStringLiteral("the dry run comes first"));
    QVERIFY(bench.service->dryRun(id));
    QTRY_COMPARE(bench.state(id), QStringLiteral("awaiting-approval"));
    QVERIFY(bench.effects().isEmpty());
    const Run &run = *bench.service->find(id);
    QCOMPARE(run.steps.size(), 2u);
    QVERIFY(run.steps[0].dryRun && run.steps[0].output.endsWith(QStringLiteral("would change\n")));
    QVERIFY(run.steps[1].output.contains(QStringLiteral("Would run:\n")));
    QVERIFY(bench.approve(id) && bench.service->arm(bench.clock.now() + 3'600'000, {}));
    bench.pass(5 * 60'000 + 1);
    QCOMPARE(sentence(bench.service->execute(id)), QStringLiteral("the dry run is too old; repeat it"));
    QVERIFY(bench.service->dryRun(id));
    QTRY_COMPARE(bench.service->find(id)->steps.size(), 4u);
    RUN_TO_END(bench, id);
    QCOMPARE(bench.state(id), QStringLiteral("succeeded"));
    bench.use("  - {id: a, argv: [TOOL, EFFECTS, a], check: [/bin/false]}\n", more);
    const QString bad = bench.plan();
    QVERIFY(bench.service->dryRun(bad));
    QTRY_VERIFY(!bench.service->find(bad)->steps.empty());
    QCOMPARE(bench.state(bad), QStringLiteral("planned"));
}

void TestRemediation::metricsDecideTheOutcome_data()
{
    QTest::addColumn<double>("latency");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("recovered") << 0.1 << QStringLiteral("succeeded");
    QTest::newRow("still bad") << 1.0 << QStringLiteral("inconclusive");
    QTest::newRow("not measured") << std::nan("") << QStringLiteral("inconclusive");
    QTest::newRow("worse") << 9.0 << QStringLiteral("harmful");
}

void TestRemediation::metricsDecideTheOutcome()
{
    QFETCH(double, latency);
    RemediationBench bench;
    bench.metrics[QStringLiteral("latency")] = latency;
    bench.use(kStepA, {});
    const QString id = bench.ready();
    RUN_TO_END(bench, id);
    QTEST(bench.state(id), "outcome");
    QCOMPARE(bench.effects().size(), 1);
}

void TestRemediation::harmIsTakenBack()
{
    RemediationBench bench;
    bench.metrics[QStringLiteral("errors")] = 1.0;
    QByteArray text = bench.yaml(kStepA, kRollback);
    text.replace("rollback:", "  no_harm:\n    - {expr: errors, max_increase_percent: 10}\nrollback:");
    text.replace("TOOL", bench.at("tool").toUtf8()).replace("EFFECTS", bench.at("effects").toUtf8());
    bench.use(text);
    connect(bench.service.get(), &RemediationService::runChanged, this, [&](const Run &run) {
        if (run.state == RunState::Verifying)
            bench.metrics[QStringLiteral("errors")] = 1.2;
    });
    const QString id = bench.ready();
    QVERIFY(bench.service->execute(id));
    QTRY_COMPARE_WITH_TIMEOUT(bench.state(id), QStringLiteral("rolled-back"), 20'000);
    QCOMPARE(bench.effects(), (QStringList { QStringLiteral("a"), QStringLiteral("back-1"), QStringLiteral("back-2") }));
}

void TestRemediation::aFailedStepIsTakenBackOrNot_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QByteArray>("rollback");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("effects");
    QTest::newRow("stop") << QByteArray("stop") << QByteArray() << QStringLiteral("failed") << 1;
    QTest::newRow("human") << QByteArray("human") << QByteArray() << QStringLiteral("needs-human") << 1;
    QTest::newRow("rollback") << QByteArray("rollback") << kRollback << QStringLiteral("rolled-back") << 3;
    QByteArray failing = kRollback;
    failing.replace("argv: [TOOL, EFFECTS, back-2]", "argv: [/bin/false]");
    QTest::newRow("rollback fails") << QByteArray("rollback") << failing << QStringLiteral("rollback-failed") << 2;
}

void TestRemediation::aFailedStepIsTakenBackOrNot()
{
    QFETCH(QByteArray, policy);
    QFETCH(QByteArray, rollback);
    QFETCH(QString, outcome);
    RemediationBench bench;
    bench.use(kStepA + "  - {id: b, argv: [/bin/false], on_failure: " + policy + "}\n  - {id: c, argv: [TOOL, EFFECTS, c]}\n",
        rollback);
    const QString id = bench.ready();
    QVERIFY(bench.service->execute(id));
    QTRY_COMPARE_WITH_TIMEOUT(bench.state(id), outcome, 20'000);
    QTEST(int(bench.effects().size()), "effects");
    QVERIFY(!bench.effects().contains(QStringLiteral("c")));
}

void TestRemediation::aTimeoutIsJudgedByTheEffectClass_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("at most once") << QByteArray("effect: at_most_once") << QStringLiteral("needs-human");
    QTest::newRow("probe finds it") << QByteArray("effect: at_most_once, probe: [/bin/true]") << QStringLiteral("succeeded");
    QTest::newRow("probe does not") << QByteArray("effect: at_most_once, probe: [/bin/false]") << QStringLiteral("failed");
    QTest::newRow("idempotent") << QByteArray("effect: idempotent") << QStringLiteral("failed");
    QTest::newRow("read") << QByteArray("effect: read") << QStringLiteral("failed");
}

void TestRemediation::aTimeoutIsJudgedByTheEffectClass()
{
    QFETCH(QByteArray, step);
    RemediationBench bench;
    bench.use("  - {id: slow, argv: [/bin/sleep, \"30\"], timeout: 200ms, " + step + "}\n", {});
    const QString id = bench.ready();
    RUN_TO_END(bench, id);
    QTEST(bench.state(id), "outcome");
}

void TestRemediation::aPersonSettlesWhatNobodyKnows()
{
    for (const bool happened : { true, false }) {
        RemediationBench bench;
        bench.use("  - {id: slow, argv: [/bin/sleep, \"30\"], timeout: 200ms}\n" + kStepA, {});
        const QString id = bench.ready();
        QVERIFY(!bench.service->settle(id, true, QStringLiteral("x")));
        RUN_TO_END(bench, id);
        QCOMPARE(bench.state(id), QStringLiteral("needs-human"));
        QVERIFY(!bench.service->settle(id, happened, QStringLiteral(" ")));
        QVERIFY(bench.service->settle(id, happened, QStringLiteral("looked at it")));
        QTRY_COMPARE_WITH_TIMEOUT(bench.state(id), happened ? QStringLiteral("succeeded") : QStringLiteral("failed"), 10'000);
        QCOMPARE(bench.effects().size(), happened ? 1 : 0);
    }
}

void TestRemediation::cancelEndsStepsAndWatches()
{
    RemediationBench bench;
    bench.use("  - {id: slow, effect: idempotent, argv: [/bin/sleep, \"30\"]}\n" + kStepA, {});
    const QString inStep = bench.ready();
    QVERIFY(bench.service->execute(inStep));
    QTRY_VERIFY(!bench.service->find(inStep)->steps.empty());
    QVERIFY(bench.service->cancel(inStep));
    QTRY_COMPARE_WITH_TIMEOUT(bench.state(inStep), QStringLiteral("cancelled"), 15'000);
    QVERIFY(bench.effects().isEmpty());
    bench.metrics[QStringLiteral("latency")] = 1;
    bench.use(bench.yaml(kStepA).replace("window: 300ms", "window: 1h"));
    const QString inWatch = bench.ready();
    QVERIFY(bench.service->execute(inWatch));
    QTRY_COMPARE(bench.state(inWatch), QStringLiteral("verifying"));
    QVERIFY(bench.service->cancel(inWatch));
    QTRY_COMPARE(bench.state(inWatch), QStringLiteral("inconclusive"));
    QVERIFY(!bench.service->cancel(inWatch));
}

void TestRemediation::aSuccessCanBeTakenBack()
{
    RemediationBench bench;
    bench.use(kStepA, kRollback);
    const QString id = bench.ready();
    QCOMPARE(sentence(bench.service->rollBack(id)), QStringLiteral("there is nothing to take back"));
    RUN_TO_END(bench, id);
    QVERIFY(bench.service->arm(0, {}));
    QVERIFY(!bench.service->rollBack(id));
    QVERIFY(bench.service->arm(bench.clock.now() + 60'000, {}) && bench.service->rollBack(id));
    QTRY_COMPARE_WITH_TIMEOUT(bench.state(id), QStringLiteral("rolled-back"), 10'000);
    QVERIFY(!bench.service->rollBack(id));
    QCOMPARE(bench.effects().size(), 3);
}

void TestRemediation::limitsSurviveARestartAndAClockSetBack()
{
    RemediationBench bench;
    bench.use(kStepA, "limits: {per_runbook: 2/1h, cooldown: 2m}\n");
    const QString first = bench.ready();
    RUN_TO_END(bench, first);
    bench.restart();
    QVERIFY(bench.service->load());
    const QString second = bench.ready();
    QVERIFY(sentence(bench.service->execute(second))
                .startsWith(QStringLiteral("the last run on this target is less than 120 seconds ago")));
    bench.pass(-3'600'000);
    QVERIFY(bench.service->arm(bench.clock.now() + 7'200'000, {}));
    QVERIFY(!bench.service->execute(second));
    bench.pass(3'600'000 + 121'000);
    RUN_TO_END(bench, second);
    bench.pass(121'000);
    const QString third = bench.ready();
    QCOMPARE(sentence(bench.service->execute(third)), QStringLiteral("the limit of 2 runs in 60 minutes is reached"));
    QCOMPARE(bench.effects().size(), 2);
}

void TestRemediation::oneRunATarget()
{
    RemediationBench bench;
    bench.use("  - {id: slow, argv: [/bin/sleep, \"1\"]}\n", {});
    const QString first = bench.ready(), second = bench.ready();
    QVERIFY(bench.service->execute(first));
    const auto busy = bench.service->execute(second);
    QVERIFY(!busy && busy.error().code == ErrorCode::Conflict);
    QTRY_VERIFY_WITH_TIMEOUT(bench.over(first), 10'000);
    RUN_TO_END(bench, second);
}

void TestRemediation::suggestionsArePlansAndComeOnce()
{
    RemediationBench bench;
    bench.use(kStepA, {});
    Incident incident = latencyIncident();
    incident.id = 4;
    const std::vector<Run> first = bench.service->suggest(incident), again = bench.service->suggest(incident);
    QCOMPARE(first.size(), 1u);
    QCOMPARE(first[0].reason, QStringLiteral("matches latency_p99 of checkout, score 0.90; never run here"));
    QCOMPARE(again[0].plan.id, first[0].plan.id);
    QCOMPARE(bench.service->runs().size(), 1u);
    incident.anomalies[0].signal = "errors";
    QVERIFY(bench.service->suggest(incident).empty());
}

void TestRemediation::whatWorkedBeforeComesFirst()
{
    RemediationBench bench;
    bench.use(kStepA, {});
    const QString good = bench.ready();
    RUN_TO_END(bench, good);
    bench.catalogue.add(*parseRunbook(bench.yaml(kStepA).replace("id: r,", "id: a-untried,"), QStringLiteral("a.yaml")));
    Incident incident = latencyIncident();
    incident.id = 1;
    const std::vector<Run> suggested = bench.service->suggest(incident);
    QCOMPARE(suggested.size(), 2u);
    QCOMPARE(suggested[0].plan.runbook, QStringLiteral("r"));
    QVERIFY(suggested[0].reason.endsWith(QStringLiteral("1 of 1 earlier runs succeeded")));
}

void TestRemediation::noRecordNoAction()
{
    RemediationBench bench;
    bench.use(kStepA, {});
    const QString id = bench.ready();
    QSignalSpy failed(bench.service.get(), &RemediationService::failed);
    connect(bench.service.get(), &RemediationService::runChanged, this, [&](const Run &run) {
        if (run.state != RunState::Running || !run.steps.empty() || failed.count() > 0)
            return;
        QVERIFY(runQuery(*bench.db, QStringLiteral("CREATE TRIGGER broken BEFORE INSERT ON audit ")
                + (bench.shared() ? QStringLiteral("EXECUTE FUNCTION audit_is_kept()") : QStringLiteral("BEGIN SELECT RAISE(ABORT, 'broken'); END"))));
    });
    QVERIFY(bench.service->execute(id));
    QTRY_VERIFY(failed.count() > 0);
    QTest::qWait(300);
    QVERIFY(bench.effects().isEmpty());
    QCOMPARE(bench.state(id), QStringLiteral("running"));
    QVERIFY(bench.dropTrigger("broken", "audit"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.state(id), QStringLiteral("succeeded"), 15'000); // goes on by itself
    QCOMPARE(bench.effects().size(), 1);
}

void TestRemediation::theIncidentTellsTheStory()
{
    RemediationBench bench;
    bench.use(kStepA, {});
    IncidentStore incidents(*bench.db, bench.audit, bench.clock, QStringLiteral("mara"));
    const Incident incident = *incidents.open(latencyIncident());
    IncidentReporter reporter(*bench.service, incidents);
    QList<IncidentState> states;
    connect(&incidents, &IncidentStore::incidentChanged, this, [&](const Incident &changed) {
        if (states.isEmpty() || states.last() != changed.state)
            states += changed.state;
    });
    const QString id = bench.service->suggest(incident)[0].plan.id;
    QVERIFY(bench.approve(id) && bench.service->arm(bench.clock.now() + 60'000, {}));
    RUN_TO_END(bench, id);
    QCOMPARE(states, (QList<IncidentState> { IncidentState::Open, IncidentState::Mitigating, IncidentState::Acknowledged }));
    QStringList words;
    for (const TimelineEntry &entry : incidents.find(incident.id)->timeline)
        words += entry.text.section(QStringLiteral(": "), 1).section(u' ', 0, 0);
    QVERIFY2(words.join(u' ').contains(QStringLiteral("awaiting-approval approved")), qPrintable(words.join(u' ')));
    QVERIFY(words.contains(QStringLiteral("running")) && words.contains(QStringLiteral("succeeded")));
}

void TestRemediation::rejectedAndCancelledPlansNeverRun()
{
    RemediationBench bench;
    bench.use(kStepA, {});
    const QString rejected = bench.ready(), cancelled = bench.ready();
    QVERIFY(bench.service->reject(rejected, QStringLiteral("wrong <b>service</b>")) && bench.service->cancel(cancelled));
    QVERIFY(!bench.service->execute(rejected) && !bench.service->execute(cancelled) && !bench.approve(rejected));
    QCOMPARE(bench.reason(rejected), QStringLiteral("wrong <b>service</b>"));
    QVERIFY(bench.effects().isEmpty());
}

QTEST_GUILESS_MAIN(TestRemediation)
#include "tst_remediation.moc"
