#include "core/store/histogram_chunk.h"
#include "store_fixture.h"

using namespace lepto;

namespace {

NativeHistogram histogram(std::mt19937_64 &random, double growth)
{
    NativeHistogram h;
    h.schema = 3;
    h.zeroThreshold = 1e-128;
    h.zeroCount = double(random() % 3);
    h.positiveSpans = { { -4, 3 }, { 2, 2 } };
    h.negativeSpans = { { 0, 1 } };
    for (int i = 0; i < 5; ++i)
        h.positiveCounts.push_back(growth * double(i) + double(random() % 4));
    h.negativeCounts = { 1 };
    h.count = growth * 10 + 20;
    h.sum = double(random() % 100'000) / 7;
    return h;
}

HistogramSample sampleAt(TimeMs t)
{
    std::mt19937_64 random { std::uint64_t(t) };
    HistogramSample sample { t, histogram(random, double(t / 10)) };
    if (t % 50 == 0)
        sample.value.sum = staleMarker();
    if (t % 90 == 0) {
        sample.value.schema = NativeHistogram::customSchema;
        sample.value.customBounds = { 0.1, 0.5, 1, 2, 5 };
        sample.value.positiveCounts[2] = 0.25;
        sample.value.reset = NativeHistogram::Reset::Gauge;
    }
    return sample;
}

bool same(const HistogramSample &a, const HistogramSample &b)
{
    const auto bits = [](double v) { return std::bit_cast<std::uint64_t>(v); };
    NativeHistogram x = a.value, y = b.value;
    const bool sums = bits(x.sum) == bits(y.sum);
    x.sum = y.sum = 0;
    return a.t == b.t && sums && x == y;
}

bool same(const std::vector<HistogramSample> &a, const std::vector<HistogramSample> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) { return same(x, y); });
}

std::vector<HistogramSample> every(TimeMs from, TimeMs to, TimeMs step)
{
    std::vector<HistogramSample> samples;
    for (TimeMs t = from; t <= to; t += step)
        samples.push_back(sampleAt(t));
    return samples;
}

bool add(Store &store, const Labels &labels, const std::vector<HistogramSample> &samples)
{
    std::vector<LabelledHistogram> batch;
    for (const HistogramSample &sample : samples)
        batch.push_back({ labels, sample });
    const auto added = store.appendHistograms(batch);
    return added && added->size() == batch.size();
}

} // namespace

class TestStoreHistograms : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    const Labels m_a = labelled("latency", "a");
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    std::vector<HistogramSample> all(const Store &store) const
    {
        const auto id = store.find(m_a);
        const auto samples = id ? store.histogramRange(*id, 0, 1'000'000) : std::vector<HistogramSample>();
        return samples ? *samples : std::vector<HistogramSample>();
    }

private Q_SLOTS:
    void givesBackEveryBit();
    void keepsHistogramsBesideSamples();
    void takesOlderHistogramsAndNothingTwice();
    void letsAReaderFollow();
    void removesWhatIsOlder();
    void leavesOutWhatContradictsItself();
    void neverReadsPastBrokenBytes();
};

void TestStoreHistograms::givesBackEveryBit()
{
    const auto samples = every(10, 5000, 10);
    const auto decoded = decodeHistograms(encodeHistograms(samples));
    QVERIFY(decoded && same(*decoded, samples));
    QVERIFY(encodeHistograms(samples).size() < samples.size() * 60);
}

void TestStoreHistograms::keepsHistogramsBesideSamples()
{
    const auto samples = every(10, 5000, 10);
    {
        auto store = openStore(at("both.db"));
        for (const HistogramSample &sample : samples) {
            QVERIFY(add(*store, m_a, { sample }));
            QVERIFY(append(*store, { { m_a, { sample.t + 1, 1 } }, { labelled("other", "a"), { sample.t, 2 } } }));
        }
        QVERIFY(same(all(*store), samples));
        QVERIFY(store->maintain(0));
        QVERIFY(same(all(*store), samples));
        QCOMPARE(store->stats().histograms, 500);
        QCOMPARE(store->stats().samples, 1000);
        QVERIFY(store->backup(at("copy.db")));
    }
    for (const char *name : { "both.db", "copy.db" }) {
        auto store = openStore(at(name));
        QVERIFY(same(all(*store), samples));
        QCOMPARE(store->range(*store->find(m_a), 0, 10'000)->size(), std::size_t(500));
        QVERIFY(same(*store->histogramRange(*store->find(m_a), 1005, 2000), every(1010, 2000, 10)));
        QVERIFY(store->check());
        QCOMPARE(store->select({}, 0, 10'000)->size(), std::size_t(2));
    }
    auto alone = openStore(at("alone.db"));
    QVERIFY(add(*alone, m_a, { sampleAt(100), sampleAt(9000) }));
    QCOMPARE(alone->select({}, 0, 200)->size(), std::size_t(1));
    QCOMPARE(alone->select({}, 200, 300)->size(), std::size_t(0));
    QVERIFY(!alone->last(*alone->find(m_a)));
    QCOMPARE(alone->stats().oldest, TimeMs(100));
    QVERIFY(append(*alone, { { m_a, { 5, 5 } } }));
}

void TestStoreHistograms::takesOlderHistogramsAndNothingTwice()
{
    auto store = openStore(at("older.db"));
    QVERIFY(add(*store, m_a, every(3000, 6000, 10)));
    QVERIFY(store->maintain(0));
    QVERIFY(add(*store, m_a, every(6010, 6100, 10)));
    QVERIFY(add(*store, m_a, every(10, 6200, 10)));
    QVERIFY(add(*store, m_a, every(15, 6200, 10)));
    QVERIFY(same(all(*store), every(10, 6200, 5)));
    QVERIFY(store->check());
    const auto count = store->stats().histograms;
    QVERIFY(add(*store, m_a, every(10, 6200, 5)));
    QCOMPARE(store->stats().histograms, count);
    store.reset();
    store = openStore(at("older.db"));
    QVERIFY(same(all(*store), every(10, 6200, 5)));
    QCOMPARE(store->stats().histograms, count);
}

void TestStoreHistograms::letsAReaderFollow()
{
    auto store = openStore(at("follow.db"));
    auto reader = openStore(at("follow.db"), Store::Mode::ReadOnly);
    for (TimeMs t = 10; t <= 3000; t += 10) {
        QVERIFY(add(*store, m_a, { sampleAt(t) }));
        if (t % 700 == 0)
            QVERIFY(store->maintain(0));
        QVERIFY(same(all(*reader), every(10, t, 10)));
    }
    QCOMPARE(reader->appendHistograms({}).error().code, ErrorCode::Refused);
}

void TestStoreHistograms::removesWhatIsOlder()
{
    auto store = openStore(at("retention.db"));
    QVERIFY(add(*store, m_a, every(10, 4000, 10)));
    QVERIFY(append(*store, { { m_a, { 20, 1 } } }));
    QVERIFY(store->maintain(1000));
    QVERIFY(same(all(*store), every(1000, 4000, 10)));
    QVERIFY(store->range(*store->find(m_a), 0, 5000)->empty());
    QVERIFY(store->check());
    QVERIFY(store->maintain(5000));
    QVERIFY(!store->find(m_a));
    QCOMPARE(store->stats().histograms, 0);
}

void TestStoreHistograms::leavesOutWhatContradictsItself()
{
    auto store = openStore(at("sound.db"));
    HistogramSample broken = sampleAt(10);
    broken.value.positiveCounts.pop_back();
    HistogramSample huge = sampleAt(10);
    huge.value.positiveSpans = { { 0, 0xffff'ffff } };
    HistogramSample never = sampleAt(10);
    never.t = std::numeric_limits<TimeMs>::max();
    const std::vector<LabelledHistogram> batch { { m_a, broken }, { m_a, sampleAt(20) }, { m_a, huge }, { m_a, never } };
    const auto ids = store->appendHistograms(batch);
    QVERIFY(ids && (*ids)[0] == 0 && (*ids)[1] > 0 && (*ids)[2] == 0 && (*ids)[3] == 0);
    QCOMPARE(all(*store).size(), std::size_t(1));
}

void TestStoreHistograms::neverReadsPastBrokenBytes()
{
    std::mt19937_64 random(31);
    const Bytes whole = encodeHistograms(every(10, 400, 10));
    for (std::size_t size = 0; size < whole.size(); ++size)
        (void)decodeHistograms(ByteView(whole).first(size));
    for (int round = 0; round < 20'000; ++round) {
        Bytes noise = whole;
        for (int i = 0; i < 3; ++i)
            noise[random() % noise.size()] = std::uint8_t(random());
        if (const auto decoded = decodeHistograms(noise))
            QVERIFY(std::all_of(decoded->begin(), decoded->end(), [](const auto &sample) { return isSound(sample.value); }));
    }
}

QTEST_GUILESS_MAIN(TestStoreHistograms)
#include "tst_store_histograms.moc"
