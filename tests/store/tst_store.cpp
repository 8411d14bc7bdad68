#include "store_fixture.h"

#include <atomic>
#include <cmath>
#include <thread>

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;
constexpr TimeMs kDay = 86'400'000;

Matcher equals(const char *name, const char *value)
{
    return { Matcher::Kind::Equal, name, value };
}

std::string named(const Result<std::vector<SeriesInfo>> &series)
{
    if (!series)
        return series.error().text();
    std::string out;
    for (const SeriesInfo &info : *series)
        out += (out.empty() ? "" : " ") + (info.labels.has("instance") ? std::string(info.labels.get("instance")) : "none");
    return out;
}

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
    void selectsByLabelsLikePrometheus();
    void selectsOnlySeriesWithSamplesInTheRange();
    void saysWhichRegularExpressionIsWrong();
    void listsLabelNamesAndValues();
    void knowsTheLastSample();
    void readsWhileAnotherThreadWrites();
    void letsAReaderFollowTheCollector();
    void refusesToWriteWhenReadOnly();
    void removesExactlyWhatIsOlder();
    void forgetsSeriesWithoutSamples();
    void stopsTheCleanUpWhenAsked();
    void copiesItselfWhileOpen();
    void countsWhatItHolds();
    void passesItsOwnCheck();
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

void TestStore::selectsByLabelsLikePrometheus()
{
    auto store = openStore(at("select.db"));
    std::vector<LabelledSample> batch;
    for (const char *instance : { "web-1", "web-2", "db-1", "db.1" })
        batch.push_back({ labelled("up", instance), { kStart, 1 } });
    batch.push_back({ labelled("up", ""), { kStart, 1 } });
    batch.push_back({ labelled("down", "web-1"), { kStart, 1 } });
    QVERIFY(store->append(batch));
    const auto select = [&](std::vector<Matcher> matchers) {
        matchers.insert(matchers.begin(), equals("__name__", "up"));
        return named(store->select(matchers, 0, kStart * 2));
    };
    using Kind = Matcher::Kind;
    QCOMPARE(select({}), "none db-1 db.1 web-1 web-2");
    QCOMPARE(select({ equals("instance", "db-1") }), "db-1");
    QCOMPARE(select({ equals("instance", "") }), "none");
    QCOMPARE(select({ { Kind::NotEqual, "instance", "" } }), "db-1 db.1 web-1 web-2");
    QCOMPARE(select({ { Kind::Regex, "instance", "web-1|db-1" } }), "db-1 web-1");
    QCOMPARE(select({ { Kind::Regex, "instance", "web" } }), "");
    QCOMPARE(select({ { Kind::Regex, "instance", "web.*" } }), "web-1 web-2");
    QCOMPARE(select({ { Kind::Regex, "instance", "db\\.1" } }), "db.1");
    QCOMPARE(select({ { Kind::Regex, "instance", "(web|db)-[0-9]" } }), "db-1 web-1 web-2");
    QCOMPARE(select({ { Kind::NotRegex, "instance", ".*-1|" } }), "db.1 web-2");
    QCOMPARE(select({ { Kind::Regex, "instance", ".+" } }), "db-1 db.1 web-1 web-2");
    QCOMPARE(named(store->select({}, 0, kStart * 2, 2)), "web-1 none");
}

void TestStore::selectsOnlySeriesWithSamplesInTheRange()
{
    auto store = openStore(at("hole.db"));
    std::vector<Sample> samples;
    for (int i = 0; i < 2000; ++i)
        samples.push_back({ kStart + i * 1000 + (i >= 1000 ? kDay : 0), double(i) });
    const std::vector<SeriesRun> runs { { labelled("m", "a"), samples } };
    QVERIFY(store->appendRuns(runs));
    const auto select = [&](TimeMs from, TimeMs to) { return named(store->select({}, kStart + from, kStart + to)); };
    QCOMPARE(select(0, kDay * 2), "a");
    QCOMPARE(select(500'000, 500'000), "a");
    QCOMPARE(select(kDay / 2, kDay / 2 + 1000), "");
    QCOMPARE(select(-kDay, -1), "");
    QCOMPARE(select(kDay * 2, kDay * 3), "");
}

void TestStore::saysWhichRegularExpressionIsWrong()
{
    auto store = openStore(at("regex.db"));
    QVERIFY(append(*store, { { labelled("m", std::string(4000, 'a')), { 1, 1 } } }));
    const auto select = [&](std::string pattern) {
        return store->select(std::vector<Matcher> { { Matcher::Kind::Regex, "instance", std::move(pattern) } }, 0, 10);
    };
    const auto broken = select("web-[");
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::BadInput);
    QCOMPARE(broken.error().subject, "web-[");
    QVERIFY(!select(std::string(20'000, 'x') + "+"));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(select("(a+)+b")); // explodes without a limit
    QVERIFY(select("((((a*)*)*)*)*c"));
    QVERIFY(timer.elapsed() < 5000);
}

void TestStore::listsLabelNamesAndValues()
{
    auto store = openStore(at("labels.db"));
    const std::string odd = "\xff\"\\\n<b>";
    QVERIFY(
        append(*store, { { labelled("m", "b"), { 1, 1 } }, { labelled("m", "a"), { 1, 1 } }, { labelled("n", odd), { 1, 1 } } }));
    QCOMPARE(store->labelNames(), (std::vector<std::string> { "__name__", "instance" }));
    QCOMPARE(store->labelValues("instance"), (std::vector<std::string> { "a", "b", odd }));
    QCOMPARE(store->labelValues("instance", 1), (std::vector<std::string> { "a" }));
    QVERIFY(store->labelValues("none").empty());
    store.reset();
    store = openStore(at("labels.db"));
    QVERIFY(store->find(labelled("n", odd)));
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

void TestStore::removesExactlyWhatIsOlder()
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

void TestStore::forgetsSeriesWithoutSamples()
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

void TestStore::stopsTheCleanUpWhenAsked()
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

void TestStore::copiesItselfWhileOpen()
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

void TestStore::countsWhatItHolds()
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

void TestStore::passesItsOwnCheck()
{
    auto store = openStore(at("check.db"));
    QVERIFY(store->check());
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
