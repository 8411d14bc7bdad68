#include "tests/e2e/fault_story.h"

#include <QFile>
#include <QTest>

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
metadata: {id: restore-checkout-pool, version: 1, title: Restore the checkout's worker pool, owner: checkout, risk: low, reversible: true}
match:
  any:
    - {service: "checkout", signal: "latency_p99|errors|queue_depth|workers_busy"}
parameters:
  workers: {type: int, min: 1, max: 100, default: "20"}
  workers_before: {type: int, min: 1, max: 100, default: "4"}
target: checkout
guards:
  - {expr: 'max(up{job="checkout"})', success: ">= 1"}
dry_run: {required: true}
steps:
  - id: restore
    effect: idempotent
    argv: ["PROGRAM", "--control", "PORT", "--set-workers", "{{workers}}"]
    probe: ["PROGRAM", "--control", "PORT", "--expect", "{{workers}}"]
    timeout: 10s
    on_failure: rollback
verify:
  delay: 5s
  window: 100s
  interval: 2s
  must_recover:
    - {expr: 'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="checkout"}[20s])))', success: "< 0.25"}
  no_harm:
    - {expr: 'sum(rate(http_requests_total{job="checkout",code="504"}[20s]))', max_increase_percent: 50}
rollback:
  steps:
    - id: shrink
      effect: idempotent
      argv: ["PROGRAM", "--control", "PORT", "--set-workers", "{{workers_before}}"]
      timeout: 10s
)";

/// What the runbook above must bring down again.
const QString recoveryExpr
    = QStringLiteral("histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job=\"checkout\"}[20s])))");

/// Where the story is kept as the sample incident, and with how much good traffic before; empty: it is only tested.
const QString record = qEnvironmentVariable("LEPTOSCOPE_RECORD");
const int goodSeconds = record.isEmpty() ? 110 : 60 * qEnvironmentVariableIntValue("LEPTOSCOPE_RECORD_MINUTES");
const int epochs = record.isEmpty() ? 4 : 60;

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

/// The whole loop with real services, through the command line only. Each slot goes on where the one before stopped.
class TestFaultStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theHealthyServiceRaisesNoIncident();
    void theBrokenPoolBecomesAnIncident();
    void anEngineerLabelsAndJudgesIt();
    void aModelIsTrainedPromotedAndRolledBack();
    void aRunbookIsSuggestedPlannedAndTried();
    void onlyTheApprovedHashIsRun();
    void theApprovedPlanRestoresTheService();
    void eachStepLeftALeafAndTheRecordHolds();
    void anyFlippedByteBreaksTheRecord();
    void aBundleOfItOpensAnywhere();

private:
    Cli::Answer cli(const QStringList &arguments, int timeoutMs = 60'000) { return m_story.cli().run(arguments, timeoutMs); }

    FaultStory m_story;
    QString m_incident, m_plan, m_hash;
};

void TestFaultStory::initTestCase()
{
    QVERIFY2(m_story.begin(goodSeconds), qPrintable(m_story.error()));
    QVERIFY(m_story.addRunbook(QStringLiteral("restore-checkout-pool"), QString::fromUtf8(runbook)));
    GOOD(cli({ QStringLiteral("runbook"), QStringLiteral("lint"),
        m_story.cli().dataDir() + QStringLiteral("/runbooks/restore-checkout-pool.yaml") }));
}

void TestFaultStory::theHealthyServiceRaisesNoIncident()
{
    const double latency = m_story.ask(FaultStory::latency);
    QVERIFY2(latency > 0.02 && latency < 0.2, qPrintable(QString::number(latency)));
    QVERIFY(m_story.ask(QStringLiteral("max(node_load1{job=\"node\"})")) >= 0);
    const Cli::Answer incidents = cli(words("incident list"));
    for (const QJsonValue &incident : incidents.json.toArray())
        QVERIFY2(incident[u"service"].toString() != u"checkout", qPrintable(incidents.words()));
}

void TestFaultStory::theBrokenPoolBecomesAnIncident()
{
    const qint64 id = m_story.breakPool();
    QVERIFY2(id > 0, qPrintable(m_story.error()));
    m_incident = QStringLiteral("INC-%1").arg(id);
    const QJsonObject incident = m_story.incident(id);
    const qint64 delay = incident[u"detected"].toInteger() - m_story.brokenAt();
    QVERIFY2(delay < 45'000, qPrintable(QStringLiteral("%1 ms").arg(delay)));
    QCOMPARE(incident[u"state"].toString(), QStringLiteral("open"));
    if (!record.isEmpty())
        QTest::qWait(90'000); // as long as a person needs to see it
}

void TestFaultStory::anEngineerLabelsAndJudgesIt()
{
    QVERIFY(!m_incident.isEmpty());
    GOOD(cli(words("incident acknowledge") << m_incident));
    const QString from = QString::number(m_story.brokenAt());
    GOOD(cli(words("label add") << FaultStory::latency << words("--class incident --to now --from") << from << words("--incident")
                                << m_incident << words("--reason") << QStringLiteral("worker pool shrank")));
    QCOMPARE(cli(words("label list")).json.toArray().size(), 1);
    GOOD(cli(words("incident verdict") << m_incident << words("true")));
    QCOMPARE(cli(words("incident show") << m_incident).json[u"verdict"].toString(), QStringLiteral("true"));
}

void TestFaultStory::aModelIsTrainedPromotedAndRolledBack()
{
    const QStringList train = words("train checkout")
        << QStringLiteral("leptoscope:signal{service=\"checkout\"}") << words("--step 1 --epochs") << QString::number(epochs)
        << words("--from") << QString::number(m_story.goodFrom());
    for (int version = 1; version <= 2; ++version) {
        const Cli::Answer trained = cli(train, 120'000);
        GOOD(trained);
        QCOMPARE(trained.json[u"state"].toString(), QStringLiteral("done"));
        QVERIFY(!trained.json[u"device"].toString().isEmpty());
        QVERIFY(!trained.json[u"valid_loss"].toArray().isEmpty());
        GOOD(cli(words("model verify checkout") << QString::number(version)));
        GOOD(cli(words("model promote checkout") << QString::number(version)));
    }
    QCOMPARE(cli(words("model show checkout 2")).json[u"stage"].toString(), QStringLiteral("active"));
    GOOD(cli(words("model rollback checkout")));
    QCOMPARE(cli(words("model show checkout 1")).json[u"stage"].toString(), QStringLiteral("active"));
}

void TestFaultStory::aRunbookIsSuggestedPlannedAndTried()
{
    const Cli::Answer suggested = cli(words("runbook suggest") << m_incident);
    GOOD(suggested);
    for (const QJsonValue &run : suggested.json.toArray()) {
        if (run[u"plan"][u"runbook"].toString() == u"restore-checkout-pool")
            m_plan = run[u"plan"][u"id"].toString(), m_hash = run[u"plan"][u"hash"].toString();
    }
    QVERIFY2(!m_plan.isEmpty(), qPrintable(suggested.words()));
    const QJsonArray argv = m_story.run(m_plan)[u"plan"][u"steps"][0][u"argv"].toArray();
    QCOMPARE(argv,
        QJsonArray({ m_story.control(), QStringLiteral("--control"), QString::number(m_story.stage().checkoutPort()),
            QStringLiteral("--set-workers"), QStringLiteral("20") }));
    GOOD(cli(words("runbook test") << m_plan));
    QCOMPARE(m_story.stage().workers(), 4);
}

void TestFaultStory::onlyTheApprovedHashIsRun()
{
    QVERIFY(cli(words("runbook run") << m_plan << words("--reason test")).code != 0);
    QVERIFY(cli(words("approve") << m_plan << words("--reason test --hash") << QString(64, u'0')).code != 0);
    QCOMPARE(m_story.stage().workers(), 4);
    GOOD(cli(words("approve") << m_plan << words("--hash") << m_hash << words("--reason")
                              << QStringLiteral("the pool was cut by mistake")));
}

void TestFaultStory::theApprovedPlanRestoresTheService()
{
    // The repair must have something to repair: detection is quicker than a 20 s rate.
    QVERIFY(m_story.waitFor([this] { return m_story.ask(recoveryExpr) > 0.5; }, 60'000));
    const Cli::Answer ran
        = cli(words("runbook run") << m_plan << words("--reason") << QStringLiteral("checkout is down"), 150'000);
    GOOD(ran);
    QCOMPARE(ran.json[u"state"].toString(), QStringLiteral("succeeded"));
    QCOMPARE(m_story.stage().workers(), 20);
    const double before = ran.json[u"before"].toDouble(), after = ran.json[u"after"].toDouble();
    QVERIFY2(before > 0.5 && after > 0 && after < 0.25, qPrintable(QStringLiteral("before %1, after %2").arg(before).arg(after)));
    QVERIFY(m_story.ask(QStringLiteral("max(checkout_queue_depth)")) < 20);
    QVERIFY(cli(words("runbook run") << m_plan << words("--reason again")).code != 0);
    if (!record.isEmpty())
        QTest::qWait(180'000); // until the two-minute rates have forgotten the fault
    GOOD(cli(words("incident resolve") << m_incident));
}

void TestFaultStory::eachStepLeftALeafAndTheRecordHolds()
{
    const Cli::Answer verified = cli(words("audit verify"));
    GOOD(verified);
    QCOMPARE(verified.json[u"verdict"].toString(), QStringLiteral("verified"));
    QByteArray types;
    for (const QJsonValue &entry : cli(words("audit list --limit 500")).json.toArray())
        types += entry[u"type"].toString().toUtf8() + ' ';
    for (const char *type : { "incident.open", "label.add", "incident.verdict", "model.register", "model.promote", "run.suggest",
             "run.dry-run", "run.approve", "run.execute", "run.step", "run.verified" })
        QVERIFY2(types.contains(type), (QByteArray(type) + " is not among " + types).constData());
}

void TestFaultStory::anyFlippedByteBreaksTheRecord()
{
    QVERIFY(m_story.stopCollector());
    GOOD(cli(words("audit verify")));
    QFile database(m_story.cli().dataDir() + QStringLiteral("/ops.db"));
    QVERIFY(database.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    const QByteArray reason = "the pool was cut by mistake";
    const qint64 at = database.readAll().lastIndexOf(reason);
    QVERIFY(at > 0);
    for (qint64 i = at; i < at + reason.size(); i += 5) {
        database.seek(i);
        const char good = database.read(1).at(0);
        const auto put = [&](char byte) { return database.seek(i) && database.putChar(byte) && database.flush(); };
        QVERIFY(put(char(good ^ 1)));
        const Cli::Answer broken = cli(words("audit verify"));
        QVERIFY2(broken.code == 1 && broken.json[u"verdict"].toString() == u"broken", qPrintable(broken.words()));
        QVERIFY(put(good));
    }
    GOOD(cli(words("audit verify")));
}

void TestFaultStory::aBundleOfItOpensAnywhere()
{
    QTemporaryDir elsewhere;
    const QString file = record.isEmpty() ? elsewhere.filePath(QStringLiteral("story.lepto")) : record;
    GOOD(cli(words("bundle create") << file << words("--from") << QString::number(m_story.goodFrom()) << words("--to now --name")
                                    << QStringLiteral("Checkout worker pool")));
    const Cli other(elsewhere.filePath(QStringLiteral("empty")));
    GOOD(other.run(words("bundle verify") << file));
    const Cli::Answer opened = other.run(words("bundle open") << file);
    GOOD(opened);
    QVERIFY2(opened.out.contains("\"checkout\""), qPrintable(opened.words()));
    QFile bundle(file);
    QVERIFY(bundle.size() < 3'000'000);
}

QTEST_GUILESS_MAIN(TestFaultStory)
#include "tst_fault_story.moc"
