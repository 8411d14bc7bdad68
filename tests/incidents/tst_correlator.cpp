#include "core/incidents/correlator.h"
#include "tests/incidents/ops_bench.h"

#include <QtTest>

using namespace lepto;

namespace {

constexpr TimeMs kMinute = 60'000;

struct CorrelatorBench : OpsBench {
    IncidentStore store { *db, audit, clock, QStringLiteral("mara") };
    Correlator correlator { store, clock };

    Anomaly anomaly(const std::string &service, const std::string &signal, const std::string &instance = {}) const
    {
        Anomaly made;
        made.series = Labels(
            { { "__name__", "leptoscope:signal" }, { "service", service }, { "signal", signal }, { "instance", instance } });
        made.service = service;
        made.signal = signal;
        made.from = made.to = clock.now();
        made.score = 0.9;
        return made;
    }
    Anomaly begin(const std::string &service, const std::string &signal, const std::string &instance = {})
    {
        const Anomaly made = anomaly(service, signal, instance);
        correlator.take(made);
        return made;
    }
    void end(Anomaly anomaly)
    {
        anomaly.to = clock.now();
        anomaly.open = false;
        correlator.take(anomaly);
    }
    void health(const std::string &service, Severity severity, TimeMs since)
    {
        ServiceState state;
        state.service = service;
        state.severity = severity;
        state.worstSignal = "latency_p99";
        state.reason = QStringLiteral("latency p99 2.1 s over 0.5 s");
        state.since = since;
        correlator.take(HealthSnapshot { clock.now(), { state }, severity });
    }
    void waitAndTick(TimeMs ms)
    {
        for (TimeMs passed = 0; passed < ms; passed += kMinute) {
            pass(kMinute);
            correlator.tick();
        }
    }
    std::size_t count() const { return store.incidents().size(); }
    const Incident &newest() const { return store.incidents().front(); }
};

} // namespace

class TestCorrelator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nearAnomaliesOfOneServiceAreOneIncident();
    void farAnomaliesOfOneServiceAreTwo();
    void anotherServiceOnTheSameHostJoins();
    void anotherServiceElsewhereDoesNot();
    void itResolvesByItselfWhenAllEndedAndHealthIsGood();
    void itStaysOpenWhileHealthIsBad();
    void flappingStaysOneIncidentAndResolvesLater();
    void whatAnEngineerResolvedStaysResolved();
    void criticalHealthOpensAnIncidentAfterItHeld();
    void criticalHealthRaisesTheIncidentThatIsThere();
    void growthIsWrittenRarelyAndWithoutEntries();
    void silentAnomaliesEndAlsoAfterARestart();
    void aStormOfAnomaliesIsOneIncidentOrTwo();
};

void TestCorrelator::nearAnomaliesOfOneServiceAreOneIncident()
{
    CorrelatorBench bench;
    const Anomaly first = bench.begin("checkout", "latency_p99");
    bench.pass(4 * kMinute);
    bench.begin("checkout", "queue_depth");
    QCOMPARE(bench.count(), 1u);
    QCOMPARE(bench.newest().title, QStringLiteral("checkout latency p99 and queue depth abnormal"));
    QCOMPARE(bench.newest().onset, first.from);
    QCOMPARE(bench.newest().anomalies.size(), 2u);
    QCOMPARE(bench.newest().timeline.size(), 3u);
}

void TestCorrelator::farAnomaliesOfOneServiceAreTwo()
{
    CorrelatorBench bench;
    bench.end(bench.begin("checkout", "latency_p99"));
    bench.pass(6 * kMinute);
    bench.begin("checkout", "queue_depth");
    QCOMPARE(bench.count(), 2u);
}

void TestCorrelator::anotherServiceOnTheSameHostJoins()
{
    CorrelatorBench bench;
    bench.begin("checkout", "latency_p99", "node-3:9100");
    bench.begin("payments", "errors", "node-3:8080");
    QCOMPARE(bench.count(), 1u);
    QCOMPARE(bench.newest().title, QStringLiteral("checkout latency p99 and payments errors abnormal"));
}

void TestCorrelator::anotherServiceElsewhereDoesNot()
{
    CorrelatorBench bench;
    bench.begin("checkout", "latency_p99", "node-3:9100");
    bench.begin("payments", "errors", "node-4:9100");
    bench.begin("search", "errors");
    QCOMPARE(bench.count(), 3u);
}

void TestCorrelator::itResolvesByItselfWhenAllEndedAndHealthIsGood()
{
    CorrelatorBench bench;
    const Anomaly first = bench.begin("checkout", "latency_p99"), second = bench.begin("checkout", "errors");
    bench.pass(kMinute);
    bench.end(first);
    bench.pass(kMinute);
    bench.end(second);
    const TimeMs over = bench.clock.now();
    bench.waitAndTick(4 * kMinute);
    QVERIFY(bench.newest().state == IncidentState::Open);
    bench.waitAndTick(kMinute);
    QVERIFY(bench.newest().state == IncidentState::Resolved);
    QCOMPARE(bench.newest().ended, over);
    QCOMPARE(bench.newest().timeline.back().actor, QStringLiteral("detector"));
}

void TestCorrelator::itStaysOpenWhileHealthIsBad()
{
    CorrelatorBench bench;
    bench.health("checkout", Severity::Warning, bench.clock.now() - kMinute);
    bench.end(bench.begin("checkout", "latency_p99"));
    bench.waitAndTick(20 * kMinute);
    QVERIFY(bench.newest().state == IncidentState::Open);
    bench.health("checkout", Severity::Ok, bench.clock.now() - kMinute);
    bench.waitAndTick(kMinute);
    QVERIFY(bench.newest().state == IncidentState::Resolved);
}

void TestCorrelator::flappingStaysOneIncidentAndResolvesLater()
{
    CorrelatorBench bench;
    for (int i = 0; i < 3; ++i) {
        bench.end(bench.begin("checkout", "latency_p99"));
        bench.waitAndTick(40 * kMinute); // eight times the quiet time always ends it
        QVERIFY(bench.newest().state == IncidentState::Resolved);
        bench.clock.set(bench.newest().ended + 6 * kMinute);
    }
    QCOMPARE(bench.count(), 1u);
    bench.begin("checkout", "latency_p99");
    QCOMPARE(bench.count(), 1u);
    QVERIFY(bench.newest().state == IncidentState::Open);
    bench.end(bench.newest().anomalies.back());
    bench.waitAndTick(20 * kMinute);
    QVERIFY(bench.newest().state == IncidentState::Open);
}

void TestCorrelator::whatAnEngineerResolvedStaysResolved()
{
    CorrelatorBench bench;
    const Anomaly going = bench.begin("checkout", "latency_p99");
    QVERIFY(bench.store.resolve(bench.newest().id));
    bench.pass(kMinute);
    bench.correlator.take(going);
    bench.end(going);
    QVERIFY(bench.newest().state == IncidentState::Resolved);
    bench.begin("checkout", "latency_p99");
    QCOMPARE(bench.count(), 2u);
}

void TestCorrelator::criticalHealthOpensAnIncidentAfterItHeld()
{
    CorrelatorBench bench;
    const TimeMs since = bench.clock.now();
    bench.health("checkout", Severity::Critical, since);
    QCOMPARE(bench.count(), 0u);
    bench.pass(11'000);
    bench.health("checkout", Severity::Critical, since);
    bench.health("checkout", Severity::Critical, since);
    QCOMPARE(bench.count(), 1u);
    QCOMPARE(bench.newest().title, QStringLiteral("checkout latency p99 critical"));
    QVERIFY(bench.newest().severity == Severity::Critical);
    QCOMPARE(bench.newest().onset, since);
    bench.waitAndTick(10 * kMinute);
    QVERIFY(bench.newest().state == IncidentState::Open);
}

void TestCorrelator::criticalHealthRaisesTheIncidentThatIsThere()
{
    CorrelatorBench bench;
    bench.begin("checkout", "latency_p99");
    bench.health("checkout", Severity::Critical, bench.clock.now() - kMinute);
    QCOMPARE(bench.count(), 1u);
    QVERIFY(bench.newest().severity == Severity::Critical);
    bench.health("checkout", Severity::Ok, bench.clock.now() - kMinute);
    QCOMPARE(bench.newest().timeline.back().text, QStringLiteral("ok: latency p99 2.1 s over 0.5 s"));
}

void TestCorrelator::growthIsWrittenRarelyAndWithoutEntries()
{
    CorrelatorBench bench;
    Anomaly going = bench.begin("checkout", "latency_p99");
    const std::size_t entries = bench.audit.entries(0, 100)->size();
    for (int i = 0; i < 60; ++i) {
        bench.pass(1000);
        going.to = bench.clock.now();
        going.score = 0.95;
        bench.correlator.take(going);
        bench.correlator.tick();
    }
    QCOMPARE(bench.newest().timeline.size(), 2u);
    QCOMPARE(bench.audit.entries(0, 100)->size(), entries);
    QVERIFY(bench.newest().anomalies[0].to >= going.to - 10'000);
    QCOMPARE(bench.newest().anomalies[0].score, 0.95);
}

void TestCorrelator::silentAnomaliesEndAlsoAfterARestart()
{
    CorrelatorBench bench;
    bench.begin("checkout", "latency_p99");
    Correlator restarted(bench.store, bench.clock);
    for (int i = 0; i < 6; ++i) {
        bench.pass(kMinute);
        restarted.tick();
    }
    QVERIFY(!bench.newest().anomalies[0].open);
    QVERIFY(bench.newest().state == IncidentState::Resolved);
}

void TestCorrelator::aStormOfAnomaliesIsOneIncidentOrTwo()
{
    CorrelatorBench bench;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 300; ++i)
        bench.begin("checkout", "signal_" + std::to_string(i % 100), "node-" + std::to_string(i) + ":1");
    QVERIFY(bench.count() <= 2);
    qInfo("300 anomalies in %lld ms, %zu incidents", static_cast<long long>(timer.elapsed()), bench.count());
}

QTEST_GUILESS_MAIN(TestCorrelator)
#include "tst_correlator.moc"
