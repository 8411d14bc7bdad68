#include "store_fixture.h"

#include <cmath>

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;

/// What the columns say, computed from the raw samples between the columns' own borders.
std::vector<Column> bruteForce(const std::vector<Sample> &samples, const std::vector<Column> &columns, TimeMs to)
{
    std::vector<Column> expected;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const TimeMs end = c + 1 < columns.size() ? columns[c + 1].t - 1 : to;
        Column column { columns[c].t };
        bool any = false;
        for (const Sample &sample : samples) {
            if (sample.t < columns[c].t || sample.t > end || std::isnan(sample.v))
                continue;
            column.min = any ? std::min(column.min, sample.v) : sample.v;
            column.max = any ? std::max(column.max, sample.v) : sample.v;
            column.first = any ? column.first : sample.v;
            column.last = sample.v;
            any = true;
        }
        expected.push_back(column);
    }
    return expected;
}

bool same(const std::vector<Column> &a, const std::vector<Column> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Column &x, const Column &y) {
        return x.t == y.t && x.min == y.min && x.max == y.max && x.first == y.first && x.last == y.last;
    });
}

} // namespace

class TestStoreColumns : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void saysExactlyWhatTheSamplesSay();
    void drawsEverySampleWhereThereIsRoom();
    void leavesGapsEmpty();
    void plotsNoStaleMarkers();
    void answersQuicklyHoweverLongTheRange();
};

void TestStoreColumns::saysExactlyWhatTheSamplesSay()
{
    std::mt19937_64 random(8);
    auto store = openStore(at("exact.db"));
    const auto samples = oddSamples(random, kStart, 30'000);
    const std::vector<SeriesRun> runs { { labelled("m", "a"), std::span(samples).first(29'900) } };
    const SeriesId id = store->appendRuns(runs)->front();
    for (const Sample &sample : std::span(samples).last(100))
        QVERIFY(append(*store, { { labelled("m", "a"), sample } }));
    for (int round = 0; round < 150; ++round) {
        TimeMs from = samples[random() % samples.size()].t - TimeMs(random() % 5), to = samples[random() % samples.size()].t;
        if (round % 10 == 0)
            from = 0, to = kStart * 2;
        if (from > to)
            std::swap(from, to);
        const int wanted = 1 + int(random() % 400);
        const auto columns = store->columns(id, from, to, wanted);
        QVERIFY(columns);
        const auto inside = between(samples, from, to);
        QVERIFY(columns->columns.size() <= std::size_t(wanted));
        QCOMPARE(columns->samples, std::int64_t(inside.size()));
        QVERIFY(same(columns->columns, bruteForce(inside, columns->columns, to)));
        std::int64_t plotted = 0, seen = 0;
        for (const Sample &sample : inside)
            plotted += !std::isnan(sample.v);
        for (const Sample &sample : inside)
            seen += !std::isnan(sample.v) && !columns->columns.empty() && sample.t >= columns->columns.front().t;
        QCOMPARE(seen, plotted);
    }
    QVERIFY(store->columns(id, 10, 5, 100)->columns.empty());
    QVERIFY(store->columns(id, kStart, kStart * 2, -3)->columns.size() == 1);
    QVERIFY(store->columns(12345, kStart, kStart * 2, 100)->columns.empty());
}

void TestStoreColumns::drawsEverySampleWhereThereIsRoom()
{
    auto store = openStore(at("room.db"));
    std::vector<Sample> samples;
    for (int i = 0; i < 700; ++i)
        samples.push_back({ kStart + i * 15'000 + (i % 2 ? 1 : 0), double(i % 13) });
    const std::vector<SeriesRun> runs { { labelled("m", "a"), samples } };
    const SeriesId id = store->appendRuns(runs)->front();
    const auto all = store->columns(id, kStart, samples.back().t, 700);
    QCOMPARE(all->reduced, 1);
    QCOMPARE(all->columns.size(), samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i)
        QVERIFY(all->columns[i].t == samples[i].t && all->columns[i].min == samples[i].v && all->columns[i].max == samples[i].v);
    const auto fewer = store->columns(id, kStart, samples.back().t, 100);
    QVERIFY(fewer->columns.size() <= 100 && fewer->columns.size() > 45);
    QCOMPARE(fewer->reduced, (700 + std::int64_t(fewer->columns.size()) - 1) / std::int64_t(fewer->columns.size()));
    QVERIFY(std::abs(all->interval - 15'000) <= 1 && std::abs(fewer->interval - 15'000) <= 1);
}

void TestStoreColumns::leavesGapsEmpty()
{
    auto store = openStore(at("gaps.db"));
    std::vector<Sample> samples;
    for (int i = 0; i < 2000; ++i)
        samples.push_back({ kStart + i * 1000 + (i >= 1000 ? 500'000'000 : 0), 1 });
    const std::vector<SeriesRun> runs { { labelled("m", "a"), samples } };
    const SeriesId id = store->appendRuns(runs)->front();
    const auto columns = store->columns(id, kStart, samples.back().t, 1000);
    for (const Column &column : columns->columns)
        QVERIFY(column.t <= samples[999].t || column.t >= samples[1000].t);
    QVERIFY(columns->columns.back().t - columns->columns.front().t >= 500'000'000);
    QCOMPARE(columns->interval, 1000);
}

void TestStoreColumns::plotsNoStaleMarkers()
{
    auto store = openStore(at("stale.db"));
    const Labels a = labelled("m", "a");
    QVERIFY(append(
        *store, { { a, { 1000, 5 } }, { a, { 2000, staleMarker() } }, { a, { 3000, std::nan("") } }, { a, { 4000, 7 } } }));
    const auto columns = store->columns(*store->find(a), 0, 5000, 10);
    QCOMPARE(columns->columns.size(), std::size_t(2));
    QCOMPARE(columns->samples, 4);
    QCOMPARE(columns->columns[1].min, 7.0);
    QVERIFY(isStaleMarker(store->range(*store->find(a), 0, 5000)->at(1).v));
}

void TestStoreColumns::answersQuicklyHoweverLongTheRange()
{
    auto store = openStore(at("year.db"));
    std::vector<Sample> samples;
    std::mt19937_64 random(9);
    for (TimeMs t = 0; t < 365LL * 86'400'000; t += 15'000)
        samples.push_back({ kStart + t, double(random() % 10'000) / 100 });
    const std::vector<SeriesRun> runs { { labelled("m", "a"), samples } };
    const SeriesId id = store->appendRuns(runs)->front();
    const TimeMs to = samples.back().t;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(store->range(id, 0, to)->size(), samples.size());
    const qint64 everything = timer.nsecsElapsed();
    for (const int hours : { 1, 24, 24 * 7, 24 * 33, 24 * 66, 24 * 90, 24 * 365 }) {
        qint64 best = everything;
        Columns columns;
        for (int round = 0; round < 5; ++round) {
            timer.start();
            columns = *store->columns(id, to - hours * 3'600'000LL, to, 1600);
            best = std::min(best, timer.nsecsElapsed());
        }
        qInfo("%5d h: %5zu columns, 1:%lld, %.2f ms", hours, columns.columns.size(), static_cast<long long>(columns.reduced),
            double(best) / 1e6);
        QVERIFY(best * 10 < everything);
    }
}

QTEST_GUILESS_MAIN(TestStoreColumns)
#include "tst_store_columns.moc"
