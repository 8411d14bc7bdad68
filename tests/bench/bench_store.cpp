// store.ingest, store.ingest_scrapes, store.bytes_per_sample, store.chart_query; the peer is a row a sample in SQLite.

#include "bench_report.h"
#include "core/store/store.h"
#include "node_scrapes.h"
#include "prometheus_blocks.h"
#include "row_store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cmath>
#include <ctime>
#include <random>

#include <sqlite3.h>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000, kStep = 15'000;
constexpr int kSeries = 500, kScrapes = 5760; ///< a day of 500 series
constexpr const char *kPeer = "sqlite, row per sample";

std::unique_ptr<Store> openStore(const QString &file)
{
    auto store = Store::open(file, Store::Mode::ReadWrite);
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().text().c_str());
        std::exit(1);
    }
    return std::move(*store);
}

template <typename T>
void require(const Result<T> &result)
{
    if (result)
        return;
    std::fprintf(stderr, "%s\n", result.error().text().c_str());
    std::exit(1);
}

Labels labelsOf(int series)
{
    return Labels({ { "__name__", "node_cpu_seconds_total" }, { "cpu", std::to_string(series) }, { "instance", "web-17:9100" },
        { "job", "node" }, { "mode", "user" } });
}

/// Values as a node has them: a third constant, a third counters with two decimals, a third whole numbers that wander.
std::vector<std::vector<Sample>> nodeLike()
{
    std::mt19937_64 random(1);
    std::vector<std::vector<Sample>> all(kSeries);
    for (int s = 0; s < kSeries; ++s) {
        double v = double(random() % 1000);
        for (int i = 0; i < kScrapes; ++i) {
            if (s % 3 == 1)
                v = std::round((v + double(random() % 300) / 100) * 100) / 100;
            else if (s % 3 == 2 && random() % 3 == 0)
                v += double(random() % 9) * 4096 - 16384;
            all[std::size_t(s)].push_back({ kStart + i * kStep + TimeMs(random() % 5), v });
        }
    }
    return all;
}

struct Took {
    double wall, processor; ///< seconds
};

template <typename Work>
Took timed(Work work)
{
    const auto processor = [] { return double(std::clock()) / CLOCKS_PER_SEC; };
    const double before = processor();
    const double wall = seconds(work);
    return { wall, processor() - before };
}

struct Input {
    std::vector<std::vector<Sample>> series = nodeLike();
    std::vector<Labels> labels;
    Input()
    {
        for (int s = 0; s < kSeries; ++s)
            labels.push_back(labelsOf(s));
    }
};

/// Batches of whole stretches, as an import or remote read delivers them; every call is durable when it returns.
Took ingestRuns(const Input &input, const QString &file)
{
    auto store = openStore(file);
    return timed([&] {
        constexpr std::size_t kTogether = 50;
        for (std::size_t from = 0; from < input.series.size(); from += kTogether) {
            std::vector<SeriesRun> runs;
            for (std::size_t s = from; s < std::min(from + kTogether, input.series.size()); ++s)
                runs.push_back({ input.labels[s], input.series[s] });
            require(store->appendRuns(runs));
        }
    });
}

/// One batch a scrape of all series, each durable when append returns: what a live source does.
Took ingestScrapes(const Input &input, const QString &file)
{
    std::vector<std::vector<LabelledSample>> batches(kScrapes);
    for (std::size_t s = 0; s < input.series.size(); ++s)
        for (std::size_t i = 0; i < batches.size(); ++i)
            batches[i].push_back({ input.labels[s], input.series[s][i] });
    auto store = openStore(file);
    return timed([&] {
        for (const auto &batch : batches)
            require(store->append(batch));
    });
}

double ingestRows(const Input &input, const QString &file)
{
    constexpr std::size_t kPeerScrapes = 200; // it is slow
    RowStore rows(file);
    const double took = seconds([&] {
        for (std::size_t i = 0; i < kPeerScrapes; ++i) {
            rows.begin();
            for (std::size_t s = 0; s < input.series.size(); ++s)
                rows.add(SeriesId(s), input.series[s][i]);
            rows.commit();
        }
    });
    return double(kPeerScrapes * input.series.size()) / took;
}

struct Rates {
    Spread wall, core;
};

template <typename Ingest>
Rates samplesPerSecond(const Input &input, Ingest ingest)
{
    std::vector<double> wall, core;
    for (int round = 0; round < 5; ++round) {
        const QTemporaryDir dir;
        const Took took = ingest(input, dir.filePath(QStringLiteral("history.db")));
        wall.push_back(double(kSeries) * kScrapes / took.wall);
        core.push_back(double(kSeries) * kScrapes / took.processor);
    }
    return { spreadOf(wall), spreadOf(core) };
}

void benchIngest()
{
    const Input input;
    const QTemporaryDir dir;
    const double peer = ingestRows(input, dir.filePath(QStringLiteral("rows.db")));
    const auto line = [peer](const std::string &name, const Rates &rates, const std::string &note) {
        report({ name, rates.wall, "samples/s", kPeer, peer, rates.wall.median / peer, note + "; wall clock" });
        report(
            { name + "_core", rates.core, "samples/s/core", kPeer, peer, rates.core.median / peer, note + "; processor time" });
    };
    line("store.ingest", samplesPerSecond(input, ingestRuns), "one thread, durable, 50 series x 1 day a batch");
    line("store.ingest_scrapes", samplesPerSecond(input, ingestScrapes), "one thread, durable after every scrape of 500 series");
}

std::int64_t pagesOf(const QString &file, const char *table)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    sqlite3_open(file.toUtf8().constData(), &db);
    sqlite3_prepare_v2(db, "SELECT sum(pgsize) FROM dbstat WHERE name=?", -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
    const std::int64_t bytes = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return bytes;
}

void benchBytes()
{
    const Scrapes scrapes = recordNode(250, 1000);
    if (scrapes.empty()) {
        std::fprintf(stderr, "store.bytes_per_sample: prometheus-node-exporter is not installed\n");
        return;
    }
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("history.db")), rowsFile = dir.filePath(QStringLiteral("rows.db"));
    auto store = openStore(file);
    RowStore rows(rowsFile);
    double samples = 0;
    for (const auto &scrape : scrapes) {
        const auto ids = store->append(scrape);
        require(ids);
        rows.begin();
        for (std::size_t i = 0; i < scrape.size(); ++i)
            rows.add((*ids)[i], scrape[i].sample);
        rows.commit();
        samples += double(scrape.size());
    }
    rows.shrink();
    require(store->maintain(0));
    const StoreStats stats = store->stats();
    store.reset();
    const double sealed = double(stats.samples - stats.headSamples);
    const double peer = double(QFileInfo(rowsFile).size()) / samples;
    const auto line
        = [&](const char *name, std::int64_t bytes, const std::string &note, const char *other = kPeer, double theirs = 0) {
              const double value = double(bytes) / sealed, peerValue = theirs > 0 ? theirs : peer;
              report({ name, { value, value, value }, "bytes/sample", other, peerValue, peerValue / value, note });
          };
    const std::string data
        = std::to_string(scrapes.front().size()) + " series of this machine, " + std::to_string(scrapes.size()) + " scrapes";
    line("store.bytes_per_sample", pagesOf(file, "chunk"), "chunk rows and their pages; " + data);
    line("store.bytes_per_sample_pyramid", pagesOf(file, "summary") + pagesOf(file, "summary_at"),
        "min/max pyramid and its index");
    line("store.bytes_per_sample_labels", pagesOf(file, "series"), "labels; falls with the length of the history");
    line("store.bytes_per_sample_all", QFileInfo(file).size(), "the whole file");
    const BlockSize blocks = prometheusBlocks(scrapes);
    if (blocks.chunks == 0)
        return;
    line("store.bytes_per_sample_chunks", pagesOf(file, "chunk"), "against the chunks of its blocks", "prometheus",
        double(blocks.chunks) / samples);
    line("store.bytes_per_sample_total", QFileInfo(file).size(), "against its blocks with their index", "prometheus",
        double(blocks.chunks + blocks.index) / samples);
}

/// The first query after opening, when nothing is decoded yet.
Spread coldQuery(const QString &file, TimeMs from, TimeMs to)
{
    std::vector<double> cold;
    for (int round = 0; round < 9; ++round) {
        const auto store = openStore(file);
        const SeriesId id = store->find(labelsOf(0)).value_or(0);
        (void)store->last(id); // the read connection is there
        cold.push_back(1000 * seconds([&] { require(store->columns(id, from, to, 1600)); }));
    }
    return spreadOf(cold);
}

void benchCharts()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("history.db"));
    auto store = openStore(file);
    RowStore rows(dir.filePath(QStringLiteral("rows.db")));
    std::mt19937_64 random(2);
    std::vector<Sample> year;
    for (TimeMs t = 0; t < 365 * 86'400'000LL; t += kStep)
        year.push_back({ kStart + t, double(random() % 10'000) / 100 });
    const std::vector<SeriesRun> runs { { labelsOf(0), year } };
    const auto ids = store->appendRuns(runs);
    require(ids);
    rows.begin();
    for (const Sample &sample : year)
        rows.add(1, sample);
    rows.commit();
    require(store->maintain(0)); // as the hourly upkeep leaves it
    constexpr std::pair<const char *, int> kRanges[]
        = { { "1h", 1 }, { "1d", 24 }, { "1w", 168 }, { "33d", 792 }, { "66d", 1584 }, { "90d", 2160 }, { "1y", 8760 } };
    for (const auto &[name, hours] : kRanges) {
        const TimeMs to = year.back().t, from = to - hours * 3'600'000LL;
        std::vector<double> ours, theirs;
        for (int round = 0; round < 31; ++round)
            ours.push_back(1000 * seconds([&] { require(store->columns(ids->front(), from, to, 1600)); }));
        for (int round = 0; round < 5; ++round)
            theirs.push_back(1000 * seconds([&] { rows.columns(1, from, to, 1600); }));
        const Spread spread = spreadOf(ours);
        const double peer = spreadOf(theirs).median;
        report({ std::string("store.chart_query_") + name, spread, "ms", kPeer, peer, peer / spread.median,
            "noisy values every 15 s, 1600 columns" });
    }
    store.reset();
    const TimeMs to = year.back().t;
    for (const int days : { 7, 33, 66, 365 }) // at 66 days columns are half a row: the range that decodes most
        report({ "store.chart_query_cold_" + std::to_string(days) + "d", coldQuery(file, to - days * 86'400'000LL, to), "ms", {},
            0, 0, "first query after opening" });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (wanted(argc, argv, "store.ingest") || wanted(argc, argv, "store.ingest_scrapes"))
        benchIngest();
    if (wanted(argc, argv, "store.chart_query"))
        benchCharts();
    if (wanted(argc, argv, "store.bytes_per_sample"))
        benchBytes();
    return 0;
}
