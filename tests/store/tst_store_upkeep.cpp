#include "store_fixture.h"

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;

} // namespace

class TestStoreUpkeep : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void removesExactlyWhatIsOlder();
    void forgetsSeriesWithoutSamples();
    void stopsTheCleanUpWhenAsked();
    void copiesItselfWhileOpen();
    void countsWhatItHolds();
    void passesItsOwnCheck();
};

void TestStoreUpkeep::removesExactlyWhatIsOlder()
{
    std::mt19937_64 random(6);
    auto store = openStore(at("retention.db"));
    const auto samples = oddSamples(random, kStart, 40'000);
    const std::vector<SeriesRun> runs { { labelled("m", "a"), samples } };
    const SeriesId id = store->appendRuns(runs)->front();
    const TimeMs end = samples.back().t;
    for (const double share : { 0.01, 0.3, 0.31, 0.9 }) {
        const TimeMs keepFrom = kStart + TimeMs(share * double(end - kStart));
        QVERIFY(store->maintain(keepFrom));
        QVERIFY(sameBits(*store->range(id, 0, end), between(samples, keepFrom, end)));
        QCOMPARE(store->columns(id, 0, end, 100)->samples, std::int64_t(between(samples, keepFrom, end).size()));
        QVERIFY2(store->check(), "check");
        const StoreStats stats = store->stats();
        QCOMPARE(stats.samples, std::int64_t(between(samples, keepFrom, end).size()));
        QCOMPARE(stats.oldest, between(samples, keepFrom, end).front().t);
    }
}

void TestStoreUpkeep::forgetsSeriesWithoutSamples()
{
    auto store = openStore(at("forget.db"));
    auto reader = openStore(at("forget.db"), Store::Mode::ReadOnly);
    const auto ids = append(*store, { { labelled("m", "old"), { 1000, 1 } }, { labelled("m", "new"), { 5000, 1 } } });
    QVERIFY(store->maintain(2000));
    for (const auto *each : { store.get(), reader.get() }) {
        QVERIFY(!each->find(labelled("m", "old")) && each->find(labelled("m", "new")));
        QCOMPARE(each->labelValues("instance"), (std::vector<std::string> { "new" }));
    }
    QVERIFY(store->maintain(6000));
    store.reset();
    store = openStore(at("forget.db"));
    const auto again = append(*store, { { labelled("m", "old"), { 1000, 1 } } });
    QVERIFY((*again)[0] > (*ids)[1]); // ids are never used again
}

void TestStoreUpkeep::stopsTheCleanUpWhenAsked()
{
    auto store = openStore(at("cancel.db"));
    QVERIFY(append(*store, { { labelled("m", "a"), { 1000, 1 } }, { labelled("m", "a"), { 9000, 1 } } }));
    const auto stopped = store->maintain(5000, [](double) { return false; });
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(store->range(*store->find(labelled("m", "a")), 0, 9000)->size(), std::size_t(2));
    double last = 0;
    QVERIFY(store->maintain(5000, [&](double progress) {
        last = progress;
        return true;
    }));
    QCOMPARE(last, 1.0);
}

void TestStoreUpkeep::copiesItselfWhileOpen()
{
    std::mt19937_64 random(7);
    const auto samples = oddSamples(random, kStart, 1000);
    auto store = openStore(at("source.db"));
    const std::vector<SeriesRun> runs { { labelled("m", "a"), samples } };
    QVERIFY(store->appendRuns(runs));
    QVERIFY(store->backup(at("copy.db")));
    QVERIFY(store->backup(at("copy.db"))); // replaces
    QVERIFY(!QFile::exists(at("copy.db.part")) && !QFile::exists(at("copy.db-wal")));
    QCOMPARE(store->backup(at("source.db")).error().code, ErrorCode::BadInput);
    QCOMPARE(store->backup(at("none/copy.db")).error().code, ErrorCode::Unavailable);
    auto copy = openStore(at("copy.db"));
    QVERIFY(sameBits(*copy->range(*copy->find(labelled("m", "a")), 0, kStart * 2), samples));
}

void TestStoreUpkeep::countsWhatItHolds()
{
    auto store = openStore(at("stats.db"));
    std::vector<LabelledSample> batch;
    for (int i = 0; i < 1000; ++i)
        batch.push_back({ labelled("m", "a"), { kStart + i, double(i) } });
    QVERIFY(store->append(batch));
    QVERIFY(store->maintain(0));
    const StoreStats stats = store->stats();
    QCOMPARE(stats.series, 1);
    QCOMPARE(stats.samples, 1000);
    QCOMPARE(stats.chunks, 2);
    QCOMPARE(stats.headSamples, 40);
    QCOMPARE(stats.oldest, kStart);
    QCOMPARE(stats.newest, kStart + 999);
    QVERIFY(stats.bytesOnDisk > 0 && stats.chunkBytes > 0);
}

void TestStoreUpkeep::passesItsOwnCheck()
{
    auto store = openStore(at("check.db"));
    QVERIFY(store->check());
}

QTEST_GUILESS_MAIN(TestStoreUpkeep)
#include "tst_store_upkeep.moc"
