// fetch.remote_read: 2.88 M raw samples (500 series, a day at 15 s) from the real Prometheus into the store. The peer is the same way
// by query_range as JSON, read by our own scanner, which is the best that way can do.

#include "bench_report.h"
#include "core/sources/prometheus_client.h"
#include "core/store/store.h"
#include "tests/promql/backfilled_prometheus.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <random>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr int kSeries = 500, kPoints = 5760, kRuns = 5;
constexpr TimeMs kStep = 15'000;

std::vector<promql::Series> day(TimeMs begin)
{
    std::mt19937 random(3);
    std::vector<promql::Series> all(kSeries);
    for (int s = 0; s < kSeries; ++s) {
        all[std::size_t(s)].labels = Labels({{"__name__", "node_bytes_total"}, {"instance", "host-" + std::to_string(s)}});
        double counter = random() % 100'000;
        for (int i = 0; i < kPoints; ++i) {
            counter += s % 4 == 0 ? 0 : double(random() % 10'000) / 100.0;
            all[std::size_t(s)].samples.push_back({begin + i * kStep, counter});
        }
    }
    return all;
}

/// Runs `ask` with an empty store and a place for its answer; the samples that lie in the store afterwards.
template <typename Ask>
qint64 fetch(Ask ask)
{
    QTemporaryDir folder;
    auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
    if (!store)
        return 0;
    QEventLoop loop;
    ask(**store, [&](Result<QueryAnswer> answer) {
        std::vector<SeriesRun> runs;
        for (std::size_t i = 0; answer && i < answer->series.size(); ++i)
            runs.push_back({answer->series[i].labels, answer->series[i].samples});
        if (!answer)
            std::fprintf(stderr, "%s\n", answer.error().text().c_str());
        if (!runs.empty() && !(*store)->appendRuns(runs))
            std::fprintf(stderr, "the store refused\n");
        loop.quit();
    });
    loop.exec();
    return (*store)->stats().samples;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (!wanted(argc, argv, "fetch.remote_read") || !test::BackfilledPrometheus::isInstalled())
        return 0;
    const TimeMs end = QDateTime::currentMSecsSinceEpoch() / kStep * kStep - 3'600'000, begin = end - (kPoints - 1) * kStep;
    test::BackfilledPrometheus server;
    if (!server.start(day(begin))) {
        std::fprintf(stderr, "%s\n", qPrintable(server.error()));
        return 1;
    }
    SourceConfig config;
    config.url = server.url();
    config.timeoutMs = 60'000;
    PrometheusClient client(config, {});
    const RemoteReadQuery query{begin, end, {{Matcher::Kind::Equal, "__name__", "node_bytes_total"}}};
    std::vector<double> ours, peers;
    qint64 fetched = 0, fetchedByPeer = 0;
    for (int run = 0; run < kRuns; ++run) {
        ours.push_back(seconds([&] {
            fetched = fetch([&](Store &store, auto answer) {
                auto sink = std::make_shared<StoreSink>(store);
                PrometheusClient::ScanOptions scan;
                scan.sink = sink.get();
                client.read(query, scan, &app, [sink, answer](Result<QueryAnswer> result) { answer(std::move(result)); });
            });
        }));
        peers.push_back(seconds([&] {
            fetchedByPeer = fetch([&](Store &, auto answer) { client.queryRange(QStringLiteral("node_bytes_total"), begin, end, kStep, &app, answer); });
        }));
    }
    const Spread value = spreadOf(ours), peer = spreadOf(peers);
    report({"fetch.remote_read", value, "seconds", "query_range as JSON", peer.median, peer.median / value.median,
            std::to_string(fetched) + " samples, by the peer " + std::to_string(fetchedByPeer)});
    return fetched == 0;
}
