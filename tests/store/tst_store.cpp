#include "store_fixture.h"

#include <atomic>
#include <cmath>
#include <thread>

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;
constexpr TimeMs kDay = 86'400'000;

} // namespace

class TestStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void givesBackExactlyWhatWasAppended();
    void keepsEverythingAfterReopening();
    void takesRunsAndBatchesOfTheSameSeries();
    void dropsOutOfOrderAndRepeatedSamples();
    void answersIdsInTheOrderOfTheBatch();
    void knowsTheLastSample();
    void readsWhileAnotherThreadWrites();
    void letsAReaderFollowTheCollector();
    void refusesToWriteWhenReadOnly();
};

void TestStore::givesBackExactlyWhatWasAppended()
{
    std::mt19937_64 random(3);
    auto store = openStore(at("exact.db"));
    QVERIFY(store);
    std::vector<std::vector<Sample>> all;
    for (int s = 0; s < 20; ++s)
        all.push_back(oddSamples(random, kStart, 1500));
    for (std::size_t i = 0; i < 1500; ++i) {
        std::vector<LabelledSample> batch;
        for (std::size_t s = 0; s < all.size(); ++s)
            batch.push_back({ labelled("m", std::to_string(s)), all[s][i] });
        QVERIFY(store->append(batch));
    }
    for (std::size_t s = 0; s < all.size(); ++s) {
        const auto id = store->find(labelled("m", std::to_string(s)));
        QVERIFY(id);
        QVERIFY(sameBits(*store->range(*id, kStart, kStart + 1000 * kDay), all[s]));
        for (int round = 0; round < 20; ++round) {
            const TimeMs from = all[s][random() % 1500].t, to = all[s][random() % 1500].t;
            QVERIFY(sameBits(*store->range(*id, from, to), between(all[s], from, to)));
        }
    }
    QVERIFY(store->check());
}

void TestStore::keepsEverythingAfterReopening()
{
    std::mt19937_64 random(4);
    const auto samples = oddSamples(random, kStart, 1000);
    for (std::size_t from = 0; from < samples.size(); from += 100) {
        auto store = openStore(at("reopen.db"));
        QVERIFY(store);
        for (std::size_t i = from; i < from + 100; ++i)
            QVERIFY(append(*store, { { labelled("m", "a"), samples[i] } }));
        if (from % 300 == 0)
            QVERIFY(store->maintain(0));
    }
    auto store = openStore(at("reopen.db"));
    QVERIFY(sameBits(*store->range(*store->find(labelled("m", "a")), kStart, kStart + 1000 * kDay), samples));
    QVERIFY(store->check());
}

void TestStore::takesRunsAndBatchesOfTheSameSeries()
{
    std::mt19937_64 random(5);
    const auto samples = oddSamples(random, kStart, 5000);
    const auto part = [&](std::size_t from, std::size_t count) { return std::span(samples).subspan(from, count); };
    auto reader = std::unique_ptr<Store>();
    {
        auto store = openStore(at("runs.db"));
        QVERIFY(store);
        for (std::size_t i = 0; i < 100; ++i)
            QVERIFY(append(*store, { { labelled("m", "a"), samples[i] } }));
        reader = openStore(at("runs.db"), Store::Mode::ReadOnly);
        const std::vector<SeriesRun> runs { { labelled("m", "a"), part(50, 3000) }, { labelled("m", "b"), part(0, 10) },
            { labelled("m", "a"), part(3000, 1000) } };
        const auto ids = store->appendRuns(runs);
        QVERIFY(ids && ids->size() == 3 && (*ids)[0] == (*ids)[2]);
        for (std::size_t i = 4000; i < 5000; ++i)
            QVERIFY(append(*store, { { labelled("m", "a"), samples[i] } }));
        QVERIFY(sameBits(*store->range((*ids)[0], 0, kStart * 2), samples));
        QVERIFY(sameBits(*reader->range((*ids)[0], 0, kStart * 2), samples));
    }
    auto store = openStore(at("runs.db"));
    QVERIFY(sameBits(*store->range(*store->find(labelled("m", "a")), 0, kStart * 2), samples));
    QCOMPARE(store->range(*store->find(labelled("m", "b")), 0, kStart * 2)->size(), std::size_t(10));
    QVERIFY(store->check());
}

void TestStore::dropsOutOfOrderAndRepeatedSamples()
{
    auto store = openStore(at("order.db"));
    const Labels a = labelled("m", "a");
    QVERIFY(append(*store, { { a, { 10, 1 } }, { a, { 10, 2 } }, { a, { 5, 3 } }, { a, { 20, 4 } } }));
    QVERIFY(append(*store, { { a, { 20, 5 } }, { a, { 15, 6 } }, { a, { 30, 7 } } }));
    const TimeMs huge = std::numeric_limits<TimeMs>::max();
    QVERIFY(append(*store, { { a, { huge, 8 } }, { a, { -huge, 9 } } }));
    const std::vector<Sample> kept { { 10, 1 }, { 20, 4 }, { 30, 7 } };
    QVERIFY(sameBits(*store->range(*store->find(a), -huge - 1, huge), kept));
}

void TestStore::answersIdsInTheOrderOfTheBatch()
{
    auto store = openStore(at("ids.db"));
    const auto first = append(*store, { { labelled("m", "a"), { 1, 1 } }, { labelled("m", "b"), { 1, 1 } } });
    const auto second = append(
        *store, { { labelled("m", "b"), { 2, 1 } }, { labelled("m", "c"), { 2, 1 } }, { labelled("m", "a"), { 2, 1 } } });
    QVERIFY(first && second);
    QCOMPARE((*second)[0], (*first)[1]);
    QCOMPARE((*second)[2], (*first)[0]);
    QVERIFY((*second)[1] != (*first)[0] && (*second)[1] != (*first)[1]);
    QCOMPARE(store->series((*second)[1])->labels.text(), labelled("m", "c").text());
    QVERIFY(!store->series(999) && !store->find(labelled("m", "z")));
}

void TestStore::knowsTheLastSample()
{
    const Labels a = labelled("m", "a");
    {
        auto store = openStore(at("last.db"));
        for (int i = 0; i < 240; ++i)
            QVERIFY(append(*store, { { a, { i, double(i) } } }));
        QCOMPARE(store->last(*store->find(a)), std::optional(Sample { 239, 239 }));
        QVERIFY(store->maintain(0));
    }
    auto store = openStore(at("last.db"));
    QCOMPARE(store->last(*store->find(a)), std::optional(Sample { 239, 239 }));
    QVERIFY(!store->last(77));
}

void TestStore::readsWhileAnotherThreadWrites()
{
    auto store = openStore(at("threads.db"));
    const Labels a = labelled("m", "a");
    QVERIFY(append(*store, { { a, { 0, 0 } } }));
    const SeriesId id = *store->find(a);
    std::atomic<bool> done = false;
    std::atomic<int> broken = 0, reads = 0;
    std::vector<std::thread> readers;
    for (int r = 0; r < 3; ++r)
        readers.emplace_back([&] {
            while (!done) {
                const auto samples = store->range(id, 0, 1'000'000);
                if (!samples || samples->empty())
                    ++broken;
                else
                    for (std::size_t i = 0; i < samples->size(); ++i)
                        broken += (*samples)[i].t != TimeMs(i); // nothing missing, nothing twice
                broken += !store->columns(id, 0, 1'000'000, 50) || !store->last(id);
                ++reads;
            }
        });
    std::vector<Sample> run;
    for (int i = 1; i < 6000; ++i) {
        if (i % 7 == 0)
            run = { { i, double(i) }, { i + 1, double(i + 1) } };
        const std::vector<SeriesRun> runs { { a, run } };
        if (!(i % 7 == 0 ? bool(store->appendRuns(runs)) : bool(append(*store, { { a, { i, double(i) } } }))))
            ++broken;
        if (i % 500 == 0)
            broken += !store->maintain(0);
    }
    done = true;
    for (auto &reader : readers)
        reader.join();
    QCOMPARE(broken.load(), 0);
    QVERIFY(reads > 10);
}

void TestStore::letsAReaderFollowTheCollector()
{
    auto writer = openStore(at("follow.db"));
    QVERIFY(writer);
    auto reader = openStore(at("follow.db"), Store::Mode::ReadOnly);
    QVERIFY(reader);
    QVERIFY(!reader->find(labelled("m", "a")));
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(
            append(*writer, { { labelled("m", "a"), { i, double(i) } }, { labelled("m", std::to_string(i / 100)), { i, 1 } } }));
        if (i % 130 == 0)
            QVERIFY(writer->maintain(0));
        if (i % 10 == 0) {
            const auto samples = reader->range(*reader->find(labelled("m", "a")), 0, 5000);
            QCOMPARE(samples->size(), std::size_t(i + 1));
            QCOMPARE(reader->last(*reader->find(labelled("m", "a")))->t, TimeMs(i));
        }
    }
    QVERIFY(reader->find(labelled("m", "9")));
    QCOMPARE(reader->stats().samples, writer->stats().samples);
    QVERIFY(reader->check());
    QVERIFY(writer->maintain(600));
    QCOMPARE(reader->range(*reader->find(labelled("m", "a")), 0, 5000)->size(), std::size_t(400));
}

void TestStore::refusesToWriteWhenReadOnly()
{
    QVERIFY(openStore(at("readonly.db")));
    auto reader = openStore(at("readonly.db"), Store::Mode::ReadOnly);
    QCOMPARE(reader->append({}).error().code, ErrorCode::Refused);
    QCOMPARE(reader->appendRuns(std::vector<SeriesRun> { { labelled("m", "a"), {} } }).error().code, ErrorCode::Refused);
    QCOMPARE(reader->maintain(0).error().code, ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
