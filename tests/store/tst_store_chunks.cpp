#include "core/store/xor_chunk.h"
#include "store_fixture.h"

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;
constexpr TimeMs kEnd = kStart * 2;

Bytes encode(std::span<const Sample> samples)
{
    XorEncoder encoder;
    for (const Sample &sample : samples)
        encoder.append(sample);
    return encoder.bytes();
}

/// Samples as a server has them: chunks of `size`, with what it says of each.
struct Chunks {
    std::vector<Bytes> bytes;
    std::vector<EncodedChunk> chunks;

    Chunks(std::span<const Sample> samples, std::size_t size)
    {
        for (std::size_t from = 0; from < samples.size(); from += size)
            bytes.push_back(encode(samples.subspan(from, std::min(size, samples.size() - from))));
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const auto part = samples.subspan(i * size, std::min(size, samples.size() - i * size));
            chunks.push_back({ part.front().t, part.back().t, std::int64_t(part.size()), bytes[i] });
        }
    }
};

ChunksAppended take(Store &store, const Labels &labels, std::span<const EncodedChunk> chunks)
{
    const std::vector<ChunkRun> runs { { labels, chunks } };
    const auto done = store.appendChunks(runs);
    if (!done)
        qWarning("%s", done.error().text().c_str());
    return done ? *done : ChunksAppended();
}

std::vector<Sample> all(const Store &store, const Labels &labels)
{
    const auto id = store.find(labels);
    const auto samples = id ? store.range(*id, 0, kEnd) : Result<std::vector<Sample>>(std::vector<Sample>());
    return samples ? *samples : std::vector<Sample>();
}

} // namespace

class TestStoreChunks : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    const Labels m_a = labelled("m", "a");
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void adoptsFinishedChunksAsTheyCome();
    void goesOnScrapingAfterAdoptedChunks();
    void takesHistoryOlderThanWhatItHas();
    void fillsGapsAndStoresNothingTwice();
    void takesTheSameChunkAsItGrows();
    void refusesBrokenChunksAndKeepsTheOthers();
    void takesRunsOlderThanWhatItHas();
    void survivesAnyOrderOfStretches();
};

void TestStoreChunks::adoptsFinishedChunksAsTheyCome()
{
    std::mt19937_64 random(21);
    const auto samples = oddSamples(random, kStart, 1200);
    const Chunks made(samples, 120);
    auto reader = std::unique_ptr<Store>();
    {
        auto store = openStore(at("adopt.db"));
        QVERIFY(store);
        reader = openStore(at("adopt.db"), Store::Mode::ReadOnly);
        const auto done = take(*store, m_a, made.chunks);
        QCOMPARE(done.adopted, 10);
        QCOMPARE(done.merged, 0);
        QCOMPARE(done.refused, 0);
        QCOMPARE(done.samples, 1200);
        QCOMPARE(done.ids.size(), std::size_t(1));
        QCOMPARE(store->last(done.ids[0])->t, samples.back().t);
        QVERIFY(sameBits(all(*store, m_a), samples));
        QCOMPARE(store->stats().samples, 1200);
        QCOMPARE(store->columns(done.ids[0], kStart, samples.back().t, 100)->samples, 1200);
    }
    QVERIFY(sameBits(all(*reader, m_a), samples));
    auto store = openStore(at("adopt.db"));
    QVERIFY(sameBits(all(*store, m_a), samples));
    QVERIFY(store->check());
}

void TestStoreChunks::goesOnScrapingAfterAdoptedChunks()
{
    std::mt19937_64 random(22);
    const auto samples = oddSamples(random, kStart, 700);
    const std::span part(samples);
    auto store = openStore(at("scrape.db"));
    for (std::size_t i = 0; i < 30; ++i)
        QVERIFY(append(*store, { { m_a, samples[i] } }));
    QCOMPARE(take(*store, m_a, Chunks(part.subspan(30, 570), 120).chunks).samples, 570);
    for (std::size_t i = 600; i < 700; ++i)
        QVERIFY(append(*store, { { m_a, samples[i] } }));
    QVERIFY(sameBits(all(*store, m_a), samples));
    store.reset();
    store = openStore(at("scrape.db"));
    QVERIFY(sameBits(all(*store, m_a), samples));
    QVERIFY(store->check());
}

void TestStoreChunks::takesHistoryOlderThanWhatItHas()
{
    std::mt19937_64 random(23);
    const auto samples = oddSamples(random, kStart, 40'000);
    const std::span part(samples);
    auto store = openStore(at("older.db"));
    QVERIFY(store->appendRuns(std::vector<SeriesRun> { { m_a, part.subspan(30'000) } }));
    const SeriesId id = *store->find(m_a);
    for (const std::size_t from : { 20'000u, 0u, 10'000u }) {
        const auto done = take(*store, m_a, Chunks(part.subspan(from, 10'000), 120).chunks);
        QCOMPARE(done.samples, 10'000);
        QCOMPARE(done.merged, 0);
        QVERIFY(store->check());
    }
    QVERIFY(sameBits(all(*store, m_a), samples));
    QCOMPARE(store->stats().samples, 40'000);
    QCOMPARE(store->stats().oldest, samples.front().t);
    QCOMPARE(store->columns(id, kStart, samples.back().t, 50)->samples, 40'000);
    QVERIFY(store->maintain(samples[15'000].t));
    QVERIFY(sameBits(all(*store, m_a), between(samples, samples[15'000].t, kEnd)));
    QVERIFY(store->check());
}

void TestStoreChunks::fillsGapsAndStoresNothingTwice()
{
    std::mt19937_64 random(24);
    const auto samples = oddSamples(random, kStart, 2000);
    const std::span part(samples);
    auto store = openStore(at("gap.db"));
    QVERIFY(store->appendRuns(std::vector<SeriesRun> { { m_a, part.first(500) } }));
    QVERIFY(store->appendRuns(std::vector<SeriesRun> { { m_a, part.subspan(1000, 500) } }));
    const Chunks everything(samples, 120);
    QCOMPARE(take(*store, m_a, everything.chunks).samples, 1000);
    QVERIFY(sameBits(all(*store, m_a), samples));
    const StoreStats before = store->stats();
    const auto again = take(*store, m_a, everything.chunks);
    QCOMPARE(again.samples, 0);
    QCOMPARE(again.adopted, 0);
    QCOMPARE(store->stats().samples, before.samples);
    QCOMPARE(store->stats().chunks, before.chunks);
    std::vector<Sample> other(samples);
    for (Sample &sample : other)
        sample.v = 7;
    QCOMPARE(take(*store, m_a, Chunks(other, 77).chunks).samples, 0); // what was stored first stays
    QVERIFY(sameBits(all(*store, m_a), samples));
    QVERIFY(store->check());
}

void TestStoreChunks::takesTheSameChunkAsItGrows()
{
    std::mt19937_64 random(25);
    const auto samples = oddSamples(random, kStart, 500);
    auto store = openStore(at("grow.db"));
    std::int64_t added = 0;
    for (std::size_t end = 1; end <= samples.size(); ++end) {
        const std::size_t from = (end - 1) / 120 * 120;
        added += take(*store, m_a, Chunks(std::span(samples).subspan(from, end - from), 120).chunks).samples;
    }
    QCOMPARE(added, 500);
    QVERIFY(sameBits(all(*store, m_a), samples));
    QVERIFY2(store->stats().chunks <= 4, qPrintable(QString::number(store->stats().chunks)));
    QVERIFY(store->check());
}

void TestStoreChunks::refusesBrokenChunksAndKeepsTheOthers()
{
    std::mt19937_64 random(26);
    const auto samples = oddSamples(random, kStart, 480);
    Chunks made(samples, 120);
    made.bytes[1].resize(made.bytes[1].size() / 2);
    made.chunks[1].data = made.bytes[1];
    made.chunks[2].samples = 119; // not what is in it
    auto store = openStore(at("broken.db"));
    const auto done = take(*store, m_a, made.chunks);
    QCOMPARE(done.refused, 2);
    QCOMPARE(done.adopted, 2);
    QVERIFY(done.firstRefusal.find("m{instance=\"a\"}") != std::string::npos);
    QCOMPARE(all(*store, m_a).size(), std::size_t(240));
    const Bytes huge = encode(std::vector<Sample> { { std::numeric_limits<TimeMs>::max() - 1, 1 } });
    for (const Bytes &bytes : { Bytes(), Bytes { 0 }, Bytes { 0, 0, 1 }, Bytes(100, 0xff), huge }) {
        const std::vector<EncodedChunk> chunk { { 0, 0, 0, bytes } };
        QCOMPARE(take(*store, m_a, chunk).refused, 1);
    }
    made.chunks[3].t1 -= 1;
    QCOMPARE(take(*store, labelled("m", "b"), std::span(made.chunks).last(1)).refused, 1);
    QVERIFY(store->check());
}

void TestStoreChunks::takesRunsOlderThanWhatItHas()
{
    const std::vector<Sample> late { { 100, 1 }, { 300, 3 } }, early { { 50, 0 }, { 100, 9 }, { 200, 2 }, { 400, 4 } };
    auto store = openStore(at("runs.db"));
    QVERIFY(store->appendRuns(std::vector<SeriesRun> { { m_a, late } }));
    QVERIFY(store->appendRuns(std::vector<SeriesRun> { { m_a, early } }));
    const std::vector<Sample> kept { { 50, 0 }, { 100, 1 }, { 200, 2 }, { 300, 3 }, { 400, 4 } };
    QVERIFY(sameBits(all(*store, m_a), kept));
    store.reset();
    store = openStore(at("runs.db"));
    QVERIFY(sameBits(all(*store, m_a), kept));
}

void TestStoreChunks::survivesAnyOrderOfStretches()
{
    std::mt19937_64 random(27);
    for (int round = 0; round < 8; ++round) {
        const QString file = m_dir.filePath(QStringLiteral("any%1.db").arg(round));
        const auto samples = oddSamples(random, kStart, 3000);
        std::vector<bool> given(samples.size());
        auto store = openStore(file);
        auto follower = openStore(file, Store::Mode::ReadOnly);
        for (int step = 0; step < 30; ++step) {
            const std::size_t from = random() % 2900, count = 1 + random() % 600, size = 40 + random() % 160;
            const auto part = std::span(samples).subspan(from, std::min(count, samples.size() - from));
            std::fill_n(given.begin() + std::ptrdiff_t(from), part.size(), true);
            if (step % 3 == 0)
                QVERIFY(store->appendRuns(std::vector<SeriesRun> { { m_a, part } }));
            else
                take(*store, m_a, Chunks(part, size).chunks);
            if (step % 7 == 0)
                QVERIFY(store->maintain(0));
            if (step % 10 == 9) {
                store.reset();
                store = openStore(file);
            }
            std::vector<Sample> expected;
            for (std::size_t i = 0; i < samples.size(); ++i)
                if (given[i])
                    expected.push_back(samples[i]);
            QVERIFY(sameBits(all(*store, m_a), expected) && all(*store, m_a).size() == expected.size());
            QVERIFY(sameBits(all(*follower, m_a), expected));
            const auto check = store->check();
            QVERIFY2(check, check ? "" : check.error().text().c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestStoreChunks)
#include "tst_store_chunks.moc"
