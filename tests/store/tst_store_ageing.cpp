#include "core/store/bucket.h"
#include "store_fixture.h"

#include <cmath>

using namespace lepto;

namespace {

constexpr TimeMs kDay = 86'400'000, kStep = 15'000;
constexpr TimeMs kStart = 1'700'006'400'000; ///< midnight UTC
constexpr TimeMs kEnd = kStart * 2;

std::vector<Sample> counter(std::mt19937_64 &random, int days)
{
    std::vector<Sample> samples;
    double v = 0;
    for (TimeMs t = 0; t < days * kDay; t += kStep) {
        v = random() % 2000 == 0 ? 0 : std::round((v + double(random() % 300) / 100) * 100) / 100;
        samples.push_back({ kStart + t, t % (kDay / 2) == 0 && t > 0 ? staleMarker() : v });
    }
    return samples;
}

bool fill(Store &store, const Labels &labels, const std::vector<Sample> &samples)
{
    return bool(store.appendRuns(std::vector<SeriesRun> { { labels, samples } }));
}

UpkeepReport age(Store &store, const RetentionPolicy &policy)
{
    const auto done = store.age(policy);
    if (!done)
        qWarning("%s", done.error().text().c_str());
    return done ? *done : UpkeepReport();
}

RetentionPolicy reduceBefore(TimeMs t)
{
    RetentionPolicy policy;
    policy.rawFrom = t;
    return policy;
}

} // namespace

class TestStoreAgeing : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    const Labels m_a = labelled("m", "a");
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void bucketsGiveBackEveryBit();
    void packsWhatHasComeToRest();
    void packsTheSameOnlyOnce();
    void keepsBucketsOfOldSamples();
    void chartsTheSameFromBuckets();
    void takesNoSamplesWhereBucketsAre();
    void removesBucketsByAge();
    void fitsIntoASize();
    void stopsWhenAskedAndGoesOnLater();
};

void TestStoreAgeing::bucketsGiveBackEveryBit()
{
    std::mt19937_64 random(51);
    for (int round = 0; round < 300; ++round) {
        const auto samples = round % 2 ? oddSamples(random, kStart, 1 + int(random() % 900)) : counter(random, 1);
        const auto buckets = bucketsOf(samples, 300'000);
        std::vector<Bucket> out;
        QVERIFY(decodeBuckets(encodeBuckets(buckets), out));
        QCOMPARE(out.size(), buckets.size());
        const auto bits = [](double v) { return std::bit_cast<std::uint64_t>(v); };
        for (std::size_t i = 0; i < out.size(); ++i) {
            const Summary &a = out[i].summary, &b = buckets[i].summary;
            QVERIFY(a.t0 == b.t0 && a.t1 == b.t1 && a.n == b.n && a.plotted == b.plotted);
            QVERIFY(bits(a.min) == bits(b.min) && bits(a.max) == bits(b.max) && bits(a.first) == bits(b.first));
            QVERIFY(bits(a.last) == bits(b.last) && bits(out[i].sum) == bits(buckets[i].sum));
            QVERIFY(out[i].numbers == buckets[i].numbers && out[i].ended == buckets[i].ended);
            QVERIFY(out[i].numbers == 0 || out[i].lastNumber == buckets[i].lastNumber);
        }
        Bytes noise = encodeBuckets(buckets);
        noise[random() % noise.size()] ^= 1 << (random() % 8);
        out.clear();
        (void)decodeBuckets(noise, out);
    }
}

void TestStoreAgeing::packsWhatHasComeToRest()
{
    std::mt19937_64 random(52);
    const auto samples = counter(random, 20), odd = oddSamples(random, kStart, 30'000);
    auto store = openStore(at("pack.db"));
    QVERIFY(fill(*store, m_a, samples) && fill(*store, labelled("m", "odd"), odd));
    const StoreStats before = store->stats();
    const UpkeepReport report = age(*store, {});
    QVERIFY(report.packed > 200);
    const StoreStats after = store->stats();
    QCOMPARE(after.samples, before.samples);
    QVERIFY(after.chunkBytes < before.chunkBytes * 2 / 3);
    QVERIFY(store->check());
    QVERIFY(sameBits(*store->range(*store->find(m_a), 0, kEnd), samples));
    QVERIFY(sameBits(*store->range(*store->find(labelled("m", "odd")), 0, kEnd), odd));
    store.reset();
    store = openStore(at("pack.db"));
    QVERIFY(sameBits(*store->range(*store->find(m_a), 0, kEnd), samples));
}

void TestStoreAgeing::packsTheSameOnlyOnce()
{
    std::mt19937_64 random(53);
    const auto samples = counter(random, 3);
    auto store = openStore(at("once.db"));
    std::int64_t packed = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        QVERIFY(append(*store, { { m_a, samples[i] } }));
        if (i % 240 == 239)
            packed += age(*store, {}).packed;
    }
    QVERIFY2(packed <= std::int64_t(samples.size()) / 100, qPrintable(QString::number(packed)));
    QCOMPARE(age(*store, {}).packed, 0);
    QVERIFY(store->stats().chunks <= std::int64_t(samples.size()) / 400);
    RetentionPolicy all;
    all.everything = true;
    QVERIFY(age(*store, all).packed <= 2);
    QVERIFY(sameBits(*store->range(*store->find(m_a), 0, kEnd), samples));
    QVERIFY(store->check());
}

void TestStoreAgeing::keepsBucketsOfOldSamples()
{
    std::mt19937_64 random(54);
    const auto samples = counter(random, 10);
    auto store = openStore(at("reduce.db"));
    auto reader = openStore(at("reduce.db"), Store::Mode::ReadOnly);
    QVERIFY(fill(*store, m_a, samples));
    (void)age(*store, {});
    const std::int64_t before = store->stats().chunkBytes;
    const TimeMs rawFrom = kStart + 7 * kDay;
    const UpkeepReport report = age(*store, reduceBefore(rawFrom + 3'600'000));
    QVERIFY(report.reduced >= 7);
    const SeriesId id = *store->find(m_a);
    QCOMPARE(store->stats().rawSince, rawFrom);
    QCOMPARE(store->stats().samples, std::int64_t(samples.size()));
    qInfo("7 of 10 days as buckets: %lld of %lld bytes", static_cast<long long>(store->stats().chunkBytes),
        static_cast<long long>(before));
    QVERIFY(store->stats().chunkBytes < before * 3 / 4);
    for (const Store *each : { store.get(), reader.get() }) {
        const auto all = *each->range(id, 0, kEnd);
        QVERIFY(sameBits(between(all, rawFrom, kEnd), between(samples, rawFrom, kEnd)));
        const auto old = between(all, 0, rawFrom - 1);
        QVERIFY(old.size() >= 7 * 288 && old.size() < 7 * 288 * 2);
        for (const Sample &sample : old) // each is a sample that was there
            QVERIFY(sameBits({ sample }, between(samples, sample.t, sample.t)));
        QVERIFY(each->check());
    }
    QCOMPARE(age(*store, reduceBefore(rawFrom + 7'200'000)).reduced, 0);
}

void TestStoreAgeing::chartsTheSameFromBuckets()
{
    std::mt19937_64 random(55);
    const auto samples = counter(random, 10);
    auto store = openStore(at("chart.db"));
    QVERIFY(fill(*store, m_a, samples) && fill(*store, labelled("m", "raw"), samples));
    (void)age(*store, {});
    const SeriesId id = *store->find(m_a);
    const TimeMs from = kStart, to = samples.back().t;
    const Columns before = *store->columns(id, from, to, 200);
    QCOMPARE(before.resolution, TimeMs(0));
    (void)age(*store, reduceBefore(kStart + 8 * kDay));
    const Columns after = *store->columns(id, from, to, 200);
    QCOMPARE(after.samples, before.samples);
    const auto ends = [](const Columns &columns) {
        double least = INFINITY, most = -INFINITY;
        for (const Column &column : columns.columns) {
            least = std::min(least, column.min);
            most = std::max(most, column.max);
        }
        return std::pair(least, most);
    };
    QVERIFY(ends(after) == ends(before));
    const Columns close = *store->columns(id, from, from + 3'600'000, 1000);
    QCOMPARE(close.resolution, TimeMs(300'000));
    QCOMPARE(close.interval, TimeMs(300'000));
    QVERIFY(close.columns.size() >= 11 && close.columns.size() <= 14);
    QCOMPARE(store->columns(id, kStart + 9 * kDay, to, 1000)->resolution, TimeMs(0));
}

void TestStoreAgeing::takesNoSamplesWhereBucketsAre()
{
    std::mt19937_64 random(56);
    const auto samples = counter(random, 4);
    auto store = openStore(at("late.db"));
    const auto part = [&](std::size_t from, std::size_t count) { return std::span(samples).subspan(from, count); };
    QVERIFY(store->appendRuns(std::vector<SeriesRun> { { m_a, part(5760, 5760 * 2) } }));
    (void)age(*store, reduceBefore(kStart + 2 * kDay));
    const auto before = *store->range(*store->find(m_a), 0, kEnd);
    QVERIFY(store->appendRuns(std::vector<SeriesRun> { { m_a, samples } }));
    const auto after = *store->range(*store->find(m_a), 0, kEnd);
    QVERIFY(sameBits(between(after, 0, kStart + kDay - 1), between(samples, 0, kStart + kDay - 1))); // what was missing
    QVERIFY(sameBits(between(after, kStart + kDay, kStart + 2 * kDay - 1), between(before, 0, kStart + 2 * kDay - 1)));
    QVERIFY(sameBits(between(after, kStart + 2 * kDay, kEnd), between(samples, kStart + 2 * kDay, kEnd)));
    QVERIFY(store->check());
    QVERIFY(age(*store, reduceBefore(kStart + 2 * kDay)).reduced > 0); // and that is old as well
    QVERIFY(store->check());
}

void TestStoreAgeing::removesBucketsByAge()
{
    std::mt19937_64 random(57);
    const auto samples = counter(random, 6);
    auto store = openStore(at("age.db"));
    QVERIFY(fill(*store, m_a, samples));
    RetentionPolicy policy = reduceBefore(kStart + 4 * kDay);
    (void)age(*store, policy);
    policy.keepFrom = kStart + 2 * kDay + 1000;
    const UpkeepReport report = age(*store, policy);
    QVERIFY(report.samplesDropped > 2 * 5760 - 10);
    const auto left = *store->range(*store->find(m_a), 0, kEnd);
    QVERIFY(left.front().t >= policy.keepFrom);
    QVERIFY(sameBits(between(left, kStart + 4 * kDay, kEnd), between(samples, kStart + 4 * kDay, kEnd)));
    QVERIFY(store->check());
}

void TestStoreAgeing::fitsIntoASize()
{
    std::mt19937_64 random(58);
    auto store = openStore(at("size.db"));
    std::vector<Sample> samples;
    for (TimeMs t = 0; t < 30 * kDay; t += kStep)
        samples.push_back({ kStart + t, double(random()) });
    QVERIFY(fill(*store, m_a, samples));
    (void)age(*store, {});
    const std::int64_t whole = store->stats().bytesOnDisk;
    RetentionPolicy policy;
    policy.mostBytes = whole / 2;
    const UpkeepReport report = age(*store, policy);
    QVERIFY(report.bytesAfter <= policy.mostBytes);
    QVERIFY2(report.bytesAfter > policy.mostBytes / 2, "much more went than had to");
    QVERIFY(report.samplesDropped > 0 && report.keptFrom > kStart);
    const auto left = *store->range(*store->find(m_a), 0, kEnd);
    QCOMPARE(left.back().t, samples.back().t); // the oldest went
    QVERIFY(sameBits(left, between(samples, report.keptFrom, kEnd)));
    policy.mostBytes = 1;
    (void)age(*store, policy);
    QVERIFY(store->range(*store->find(m_a), 0, kEnd)->size() >= 5760); // the last day stays
    QVERIFY(store->check());
}

void TestStoreAgeing::stopsWhenAskedAndGoesOnLater()
{
    std::mt19937_64 random(59);
    const auto samples = counter(random, 5);
    auto store = openStore(at("stop.db"));
    QVERIFY(fill(*store, m_a, samples));
    const auto stopped = store->age(reduceBefore(kStart + 3 * kDay), [](double) { return false; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(sameBits(*store->range(*store->find(m_a), 0, kEnd), samples));
    QVERIFY(age(*store, reduceBefore(kStart + 3 * kDay)).reduced > 0);
    QVERIFY(store->check());
}

QTEST_GUILESS_MAIN(TestStoreAgeing)
#include "tst_store_ageing.moc"
