#include "core/health/health_evaluator.h"
#include "core/promql/store_provider.h"
#include "tests/promql/memory_provider.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lepto;
using lepto::test::MemoryProvider;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;
constexpr TimeMs kInterval = 5'000;

Labels labelsOf(const std::string &name, std::vector<Labels::Pair> pairs)
{
    pairs.emplace_back("__name__", name);
    return Labels(std::move(pairs));
}

/// A service "checkout" on two instances and a host "alpha", scraped every five seconds.
class World {
public:
    MemoryProvider provider;
    double latencyBucket = 0.1, errorShare = 0, busy = 1, cpuIdle = 0.9;
    bool talks = true, up = true, hasLoad = true;

    void scrape(TimeMs at)
    {
        if (!talks)
            return;
        for (const char *instance : { "a:1", "b:1" })
            scrapeService(instance, at);
        put("up", { { "job", "host" }, { "instance", "alpha" } }, at, 1);
        put("node_boot_time_seconds", { { "job", "host" }, { "instance", "alpha" } }, at, 1e9);
        for (const char *cpu : { "0", "1" })
            count("node_cpu_seconds_total", { { "job", "host" }, { "instance", "alpha" }, { "cpu", cpu }, { "mode", "idle" } },
                at, cpuIdle * 5);
        if (hasLoad)
            put("node_load1", { { "job", "host" }, { "instance", "alpha" } }, at, 0.5);
    }

private:
    void scrapeService(const char *instance, TimeMs at)
    {
        const std::vector<Labels::Pair> target { { "job", "checkout" }, { "instance", instance } };
        put("up", target, at, up ? 1 : 0);
        if (!up)
            return;
        const auto with = [&](const char *name, const char *value) {
            auto pairs = target;
            pairs.emplace_back(name, value);
            return pairs;
        };
        count("http_requests_total", with("code", "200"), at, 100 * (1 - errorShare));
        count("http_requests_total", with("code", "503"), at, 100 * errorShare);
        for (const char *le : { "0.1", "1", "5", "+Inf" }) {
            const double bound = *le == '+' ? 1e9 : std::stod(le);
            count("http_request_duration_seconds_bucket", with("le", le), at, bound >= latencyBucket ? 100 : 0);
        }
        put("checkout_queue_depth", target, at, busy * 4);
        put("checkout_workers_busy", target, at, busy);
        put("checkout_workers", target, at, 8);
    }

    void put(const std::string &name, std::vector<Labels::Pair> pairs, TimeMs at, double v)
    {
        provider.add(labelsOf(name, std::move(pairs)), { { at, v } });
    }

    void count(const std::string &name, std::vector<Labels::Pair> pairs, TimeMs at, double increase)
    {
        const Labels labels = labelsOf(name, std::move(pairs));
        double &total = m_totals[labels];
        total += increase;
        provider.add(labels, { { at, total } });
    }

    std::map<Labels, double> m_totals;
};

class Bench {
public:
    explicit Bench(std::vector<Rule> rules, HealthSettings settings = {})
        : signals_(rules)
        , health(std::move(rules), settings)
    { }

    World world;
    SignalEvaluator signals_;
    HealthEvaluator health;
    TimeMs now = kStart;
    SignalRound round;
    HealthSnapshot snapshot;

    void run(TimeMs duration)
    {
        for (const TimeMs end = now + duration; now < end;) {
            now += kInterval;
            world.scrape(now);
            round = signals_.evaluate(world.provider, now);
            snapshot = health.take(round);
        }
    }

    const ServiceState *service(const char *name) const
    {
        for (const ServiceState &service : snapshot.services) {
            if (service.service == name)
                return &service;
        }
        return nullptr;
    }

    const SignalState *signal(const char *serviceName, const char *id) const
    {
        const ServiceState *found = service(serviceName);
        if (!found)
            return nullptr;
        for (const SignalState &state : found->signals_) {
            if (state.signal == id)
                return &state;
        }
        return nullptr;
    }
};

} // namespace

class tst_health : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measuresTheGoldenSignalsOfAServiceAndAHost();
    void storesASeriesPerSignal();
    void aSlowServiceBecomesCriticalAndRecovers();
    void aDeadInstanceIsCountedAndNamed();
    void silenceIsStaleAndNeverHealthy();
    void aCriticalStateOutlivesItsDataForAWhile();
    void aSignalThatEndsAloneIsForgottenSoon();
    void anIdleServiceIsHealthy();
    void aRuleThatFailsStopsNoOther();
    void titlesFollowTheLanguage();
    void aTileDoesNotMoveWhenItsStateChanges();
    void aRoundOverTheRealStoreIsCheap();
};

void tst_health::measuresTheGoldenSignalsOfAServiceAndAHost()
{
    Bench bench(loadRules({}).rules);
    bench.world.errorShare = 0.005;
    bench.run(180'000);
    QVERIFY2(bench.round.problems.empty(), bench.round.problems.empty() ? "" : bench.round.problems[0].text().c_str());
    const ServiceState *checkout = bench.service("checkout"), *host = bench.service("alpha");
    QVERIFY(checkout && host);
    QCOMPARE(checkout->tier, std::string("services"));
    QCOMPARE(host->tier, std::string("hosts"));
    QCOMPARE(checkout->severity, Severity::Ok);
    QCOMPARE(host->severity, Severity::Ok);
    QCOMPARE(checkout->instances, 2);
    QCOMPARE(checkout->instancesUp, 2);
    QCOMPARE(host->instances, 1);
    QVERIFY(std::abs(bench.signal("checkout", "latency_p99")->value - 0.099) < 1e-9);
    QVERIFY(std::abs(bench.signal("checkout", "traffic")->value - 40) < 1e-6);
    QVERIFY(std::abs(bench.signal("checkout", "errors")->value - 0.005) < 1e-9);
    QCOMPARE(bench.signal("checkout", "workers_busy")->value, 0.125);
    QCOMPARE(bench.signal("checkout", "queue_depth")->value, 8.0);
    QVERIFY(std::abs(bench.signal("alpha", "cpu_busy")->value - 0.1) < 1e-9);
    QCOMPARE(bench.signal("alpha", "load_per_core")->value, 0.25);
    QCOMPARE(bench.signal("alpha", "host_down")->value, 0.0);
    QVERIFY(!bench.service("host")); // the job of the hosts is no service of its own
    QCOMPARE(checkout->signals_.front().kind, SignalKind::Latency);
    QCOMPARE(bench.snapshot.worst, Severity::Ok);
}

void tst_health::storesASeriesPerSignal()
{
    Bench bench(loadRules({}).rules);
    bench.run(60'000);
    QStringList names;
    for (const LabelledSample &sample : bench.round.samples) {
        QCOMPARE(sample.sample.t, bench.now);
        names << QString::fromStdString(sample.labels.text());
    }
    QVERIFY(names.contains(QStringLiteral(
        "leptoscope:signal{job=\"checkout\",kind=\"latency\",service=\"checkout\",signal=\"latency_p99\",unit=\"seconds\"}")));
    QVERIFY(names.contains(QStringLiteral("leptoscope:signal{instance=\"alpha\",job=\"host\",kind=\"saturation\",service="
                                          "\"alpha\",signal=\"cpu_busy\",unit=\"ratio\"}")));
    names.sort();
    QCOMPARE(names.removeDuplicates(), 0);
}

void tst_health::aSlowServiceBecomesCriticalAndRecovers()
{
    Bench bench(loadRules({}).rules);
    bench.run(300'000);
    bench.world.latencyBucket = 5;
    bench.run(20'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Ok); // `for` has not passed
    bench.run(100'000);
    const ServiceState *checkout = bench.service("checkout");
    QCOMPARE(checkout->severity, Severity::Critical);
    QCOMPARE(checkout->worstSignal, std::string("latency_p99"));
    QCOMPARE(checkout->reason, QStringLiteral("Latency p99 4.96 s, limit 2 s"));
    QVERIFY(checkout->since > kStart + 300'000 && checkout->since <= bench.now);
    QCOMPARE(bench.snapshot.worst, Severity::Critical);
    QCOMPARE(bench.service("alpha")->severity, Severity::Ok);
    bench.world.latencyBucket = 0.1;
    bench.run(240'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Ok);
    QVERIFY(bench.service("checkout")->reason.isEmpty());
}

void tst_health::aDeadInstanceIsCountedAndNamed()
{
    Bench bench(loadRules({}).rules);
    bench.run(60'000);
    bench.world.up = false;
    bench.run(30'000);
    const ServiceState *checkout = bench.service("checkout");
    QCOMPARE(checkout->severity, Severity::Critical);
    QCOMPARE(checkout->worstSignal, std::string("instances_down"));
    QCOMPARE(checkout->instances, 2);
    QCOMPARE(checkout->instancesUp, 0);
}

void tst_health::silenceIsStaleAndNeverHealthy()
{
    Bench bench(loadRules({}).rules);
    bench.run(120'000);
    const TimeMs last = bench.now;
    bench.world.talks = false;
    bench.run(25'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Ok); // four missed scrapes are not silence yet
    bench.run(40'000);
    for (const char *name : { "checkout", "alpha" }) {
        const ServiceState *service = bench.service(name);
        QCOMPARE(service->severity, Severity::Stale);
        QVERIFY(service->reason.contains(QLatin1String("no data for 65 s")));
        for (const SignalState &state : service->signals_) {
            QCOMPARE(state.severity, Severity::Stale);
            QCOMPARE(state.at, last);
        }
    }
    bench.run(3'600'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Stale);
    QVERIFY(bench.round.samples.empty());
    bench.world.talks = true;
    bench.run(60'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Ok);
}

void tst_health::aCriticalStateOutlivesItsDataForAWhile()
{
    Bench bench(loadRules({}).rules);
    bench.world.errorShare = 0.5;
    bench.run(120'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Critical);
    bench.world.talks = false;
    bench.run(120'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Critical);
    bench.run(240'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Stale);
}

void tst_health::aSignalThatEndsAloneIsForgottenSoon()
{
    Bench bench(loadRules({}).rules);
    bench.run(60'000);
    QCOMPARE(bench.signal("alpha", "load_per_core")->severity, Severity::Ok);
    bench.world.hasLoad = false;
    bench.run(400'000);
    QCOMPARE(bench.signal("alpha", "load_per_core")->severity, Severity::Stale);
    bench.run(300'000);
    QVERIFY(!bench.signal("alpha", "load_per_core"));
    QCOMPARE(bench.service("alpha")->severity, Severity::Ok);
}

void tst_health::anIdleServiceIsHealthy()
{
    Bench bench(loadRules({}).rules);
    bench.run(10'000);
    for (promql::Series &series : bench.world.provider.series) {
        for (Sample &sample : series.samples)
            sample.v = series.labels.name().starts_with("http_") ? 0 : sample.v;
    }
    for (int i = 0; i < 24; ++i) {
        bench.now += kInterval;
        for (promql::Series &series : bench.world.provider.series)
            series.samples.push_back({ bench.now, series.samples.back().v });
        bench.snapshot = bench.health.take(bench.round = bench.signals_.evaluate(bench.world.provider, bench.now));
    }
    QCOMPARE(bench.signal("checkout", "traffic")->value, 0.0);
    QCOMPARE(bench.signal("checkout", "errors")->value, 0.0);
    QVERIFY(std::isnan(bench.signal("checkout", "latency_p99")->value));
    QCOMPARE(bench.signal("checkout", "latency_p99")->severity, Severity::NoData);
    QCOMPARE(bench.service("checkout")->severity, Severity::Ok);
}

void tst_health::aRuleThatFailsStopsNoOther()
{
    const auto rules = readRules("version: 1\nrules:\n"
                                 "  - {id: broken, service: x, tier: t, title: B, kind: other, expr: 'up * on (job) up'}\n"
                                 "  - {id: fine, service: x, tier: t, title: F, kind: other, expr: 'sum(up)'}\n",
        QStringLiteral("t.yaml"));
    Bench bench(*rules);
    bench.run(10'000);
    QCOMPARE(bench.round.problems.size(), 1u);
    QCOMPARE(bench.round.problems[0].subject, std::string("broken"));
    QCOMPARE(bench.signal("x", "fine")->value, 3.0);
    QVERIFY(!bench.signal("x", "broken"));
}

void tst_health::titlesFollowTheLanguage()
{
    World world;
    world.scrape(kStart);
    const SignalEvaluator chinese(loadRules({}).rules, QStringLiteral("zh_CN"));
    const SignalRound round = chinese.evaluate(world.provider, kStart);
    const auto found = std::find_if(round.readings.begin(), round.readings.end(),
        [](const SignalReading &reading) { return reading.state.signal == "host_down"; });
    QVERIFY(found != round.readings.end());
    QCOMPARE(found->state.title, QStringLiteral("主机离线"));
}

void tst_health::aTileDoesNotMoveWhenItsStateChanges()
{
    Bench bench(loadRules({}).rules);
    bench.run(60'000);
    const auto order = [&] {
        QStringList names;
        for (const ServiceState &service : bench.snapshot.services)
            names << QString::fromStdString(service.tier + "/" + service.service);
        return names;
    };
    const QStringList before = order();
    QCOMPARE(before, QStringList({ QStringLiteral("hosts/alpha"), QStringLiteral("services/checkout") }));
    bench.world.errorShare = 1;
    bench.run(120'000);
    QCOMPARE(bench.service("checkout")->severity, Severity::Critical);
    QCOMPARE(order(), before);
}

void tst_health::aRoundOverTheRealStoreIsCheap()
{
    const QTemporaryDir folder;
    auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
    QVERIFY2(bool(store), store ? "" : store.error().text().c_str());
    World world;
    for (TimeMs t = kStart; t < kStart + 600'000; t += kInterval) {
        world.scrape(t);
        std::vector<LabelledSample> batch;
        for (const promql::Series &series : world.provider.series)
            batch.push_back({ series.labels, series.samples.back() });
        for (int i = 0; i < 1000; ++i)
            batch.push_back(
                { labelsOf("other_metric_" + std::to_string(i % 50), { { "job", "node" }, { "i", std::to_string(i) } }),
                    { t, double(i) } });
        QVERIFY(bool((*store)->append(batch)));
    }
    promql::StoreProvider provider(**store);
    const SignalEvaluator evaluator(loadRules({}).rules);
    std::vector<qint64> times;
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        const SignalRound round = evaluator.evaluate(provider, kStart + 600'000 - kInterval + i);
        times.push_back(timer.nsecsElapsed() / 1000);
        QVERIFY(round.problems.empty());
        QVERIFY(round.readings.size() >= 9);
    }
    std::sort(times.begin(), times.end());
    qInfo("a round over 1,000 series: median %.2f ms, worst %.2f ms", double(times[10]) / 1000, double(times.back()) / 1000);
    QVERIFY2(times[10] < 50'000, "a round takes longer than 50 ms");
}

QTEST_APPLESS_MAIN(tst_health)
#include "tst_health.moc"
