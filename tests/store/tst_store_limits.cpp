#include "core/store/encoded_chunk.h"
#include "store_fixture.h"

using namespace lepto;

namespace {

Labels request(const std::string &source, const std::string &metric, int user)
{
    return Labels({ { "__name__", metric }, { "source", source }, { "user", std::to_string(user) }, { "code", "200" } });
}

std::int64_t countOf(const std::vector<Counted> &counts, std::string_view name)
{
    for (const Counted &counted : counts)
        if (counted.name == name)
            return counted.count;
    return -1;
}

} // namespace

class TestStoreLimits : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void countsWhatSeriesAreMadeOf();
    void refusesSeriesBeyondTheLimitsAndNamesThem();
    void takesSeriesAgainWhenOthersAreGone();
    void limitsEveryWayIn();
};

void TestStoreLimits::countsWhatSeriesAreMadeOf()
{
    auto store = openStore(at("count.db"));
    std::vector<LabelledSample> batch;
    for (int user = 0; user < 50; ++user)
        batch.push_back({ request("a", "http_requests_total", user), { 1, 1 } });
    batch.push_back({ request("b", "up", 1), { 1, 1 } });
    QVERIFY(store->append(batch));
    auto reader = openStore(at("count.db"), Store::Mode::ReadOnly);
    for (const Store *each : { store.get(), reader.get() }) {
        const Cardinality found = each->cardinality(3);
        QCOMPARE(found.series, 51);
        QCOMPARE(found.seriesByMetric.front().name, "http_requests_total");
        QCOMPARE(found.seriesByMetric.front().count, 50);
        QCOMPARE(found.valuesByLabel.front().name, "user");
        QCOMPARE(found.valuesByLabel.front().count, 50);
        QCOMPARE(found.valuesByLabel.size(), std::size_t(3));
        QCOMPARE(countOf(found.seriesByPair, "code=200"), 51);
        QCOMPARE(found.refusedSeries, 0);
    }
}

void TestStoreLimits::refusesSeriesBeyondTheLimitsAndNamesThem()
{
    auto store = openStore(at("refuse.db"));
    QVERIFY(append(*store, { { request("a", "old", 1), { 1, 1 } } }));
    SeriesLimits limits;
    limits.perMetric = 10;
    limits.perSource = 25;
    store->setLimits(limits);
    for (int scrape = 1; scrape <= 3; ++scrape) {
        std::vector<LabelledSample> batch;
        for (int user = 0; user < 100; ++user)
            batch.push_back({ request("a", "exploding", user), { scrape * 1000, 1 } });
        batch.push_back({ request("a", "old", 1), { scrape * 1000, 1 } });
        batch.push_back({ request("b", "exploding", 1), { scrape * 1000, 1 } });
        const auto ids = store->append(batch);
        QVERIFY(ids && ids->size() == batch.size());
        QCOMPARE(std::count(ids->begin(), ids->end(), 0), 90);
        QVERIFY(ids->at(100) > 0 && ids->at(101) > 0);
    }
    const Cardinality found = store->cardinality();
    QCOMPARE(found.series, 12);
    QCOMPARE(found.refusedSeries, 90);
    QCOMPARE(found.refusedSamples, 270);
    QCOMPARE(found.refused.size(), std::size_t(1));
    QCOMPARE(found.refused[0].metric, "exploding");
    QCOMPARE(found.refused[0].source, "a");
    QCOMPARE(found.refused[0].label, "user");
    QCOMPARE(store->range(*store->find(request("a", "exploding", 3)), 0, 5000)->size(), std::size_t(3));
    for (int metric = 0; metric < 20; ++metric)
        QVERIFY(append(*store, { { request("a", "m" + std::to_string(metric), 1), { 1, 1 } } }));
    QCOMPARE(store->cardinality().series, 12 + 14); // 11 of source a were there
    limits.series = 26;
    store->setLimits(limits);
    QCOMPARE(append(*store, { { request("c", "up", 1), { 1, 1 } } })->front(), SeriesId(0));
    store->setLimits({});
    QVERIFY(append(*store, { { request("c", "up", 1), { 1, 1 } } })->front() > 0);
    QVERIFY(store->check());
}

void TestStoreLimits::takesSeriesAgainWhenOthersAreGone()
{
    auto store = openStore(at("again.db"));
    SeriesLimits limits;
    limits.series = 2;
    store->setLimits(limits);
    QVERIFY(append(*store, { { request("a", "m", 1), { 1000, 1 } }, { request("a", "m", 2), { 9000, 1 } } }));
    QCOMPARE(append(*store, { { request("a", "m", 3), { 9000, 1 } } })->front(), SeriesId(0));
    QVERIFY(store->maintain(5000));
    QVERIFY(append(*store, { { request("a", "m", 3), { 9000, 1 } } })->front() > 0);
}

void TestStoreLimits::limitsEveryWayIn()
{
    auto store = openStore(at("ways.db"));
    SeriesLimits limits;
    limits.series = 1;
    store->setLimits(limits);
    const std::vector<Sample> samples { { 1, 1 }, { 2, 2 } };
    const std::vector<SeriesRun> runs { { request("a", "m", 1), samples }, { request("a", "m", 2), samples } };
    const auto ids = store->appendRuns(runs);
    QVERIFY(ids && ids->at(0) > 0 && ids->at(1) == 0);
    const std::vector<ChunkRun> chunks { { request("a", "m", 3), {} } };
    QCOMPARE(store->appendChunks(chunks)->ids.front(), SeriesId(0));
    const std::vector<LabelledHistogram> histograms { { request("a", "m", 4), { 5, {} } } };
    QCOMPARE(store->appendHistograms(histograms)->front(), SeriesId(0));
    QCOMPARE(store->stats().series, 1);
}

QTEST_GUILESS_MAIN(TestStoreLimits)
#include "tst_store_limits.moc"
