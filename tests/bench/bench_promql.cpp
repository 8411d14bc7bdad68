// promql.rate_sum: sum by (instance) of the rates of 500 series over a day, from the real store; the peer is the real
// Prometheus over HTTP on loopback with the same samples, until its last byte.

#include "bench_report.h"
#include "core/promql/evaluator.h"
#include "core/promql/store_provider.h"
#include "tests/promql/backfilled_prometheus.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTemporaryDir>

#include <cmath>
#include <random>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr TimeMs kScrape = 15'000, kStep = 60'000;
constexpr int kSeries = 500, kInstances = 25, kScrapes = 5760, kRuns = 9;
constexpr const char *kQuery = "sum by (instance) (rate(node_cpu_seconds_total[5m]))";
constexpr const char *kPeer = "prometheus 2.42, query_range over HTTP";

std::vector<promql::Series> counters(TimeMs start)
{
    std::mt19937_64 random(3);
    std::vector<promql::Series> all;
    for (int s = 0; s < kSeries; ++s) {
        promql::Series series;
        series.labels = Labels({{"__name__", "node_cpu_seconds_total"}, {"cpu", std::to_string(s / kInstances)},
                                {"instance", "web-" + std::to_string(s % kInstances) + ":9100"}, {"job", "node"}, {"mode", "user"}});
        double v = double(random() % 10'000);
        for (int i = 0; i < kScrapes; ++i) {
            v = std::round((v + double(random() % 1500) / 100) * 100) / 100;
            series.samples.push_back({start + kScrape * i, v});
        }
        all.push_back(std::move(series));
    }
    return all;
}

[[noreturn]] void giveUp(const std::string &reason)
{
    std::fprintf(stderr, "bench_promql: %s\n", reason.c_str());
    std::exit(1);
}

void fill(Store &store, const std::vector<promql::Series> &all)
{
    std::vector<LabelledSample> batch;
    constexpr int kBatch = 240;
    for (int from = 0; from < kScrapes; from += kBatch) {
        batch.clear();
        for (int i = from; i < from + kBatch; ++i) {
            for (const promql::Series &series : all)
                batch.push_back({series.labels, series.samples[std::size_t(i)]});
        }
        if (const auto appended = store.append(batch); !appended)
            giveUp(appended.error().text());
    }
}

/// Largest relative difference between the answers; they would not be comparable if it were not rounding.
double disagreement(const std::vector<promql::Series> &ours, const std::vector<promql::Series> &theirs)
{
    if (ours.size() != theirs.size() || ours.empty() || ours[0].samples.size() != theirs[0].samples.size())
        giveUp("the answers have different shapes");
    double worst = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        for (std::size_t k = 0; k < ours[i].samples.size(); ++k)
            worst = std::max(worst, std::abs(ours[i].samples[k].v / theirs[i].samples[k].v - 1));
    }
    return worst;
}

void rateSum()
{
    const TimeMs start = (QDateTime::currentMSecsSinceEpoch() - 30 * 3'600'000) / 60'000 * 60'000;
    const TimeMs from = start + 1'000, to = start + kScrape * kScrapes;
    const auto all = counters(start);
    const QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
    if (!store)
        giveUp(store.error().text());
    fill(**store, all);
    if (const auto sealed = (*store)->maintain(0); !sealed)
        giveUp(sealed.error().text());
    promql::StoreProvider provider(**store);
    const promql::Expr expr = *promql::parse(kQuery);
    std::vector<promql::Series> answer;
    std::vector<double> ours, theirs;
    for (int run = 0; run < kRuns; ++run) {
        ours.push_back(1000 * seconds([&] {
            auto matrix = promql::evaluateRange(expr, provider, from, to, kStep);
            if (!matrix)
                giveUp(matrix.error().text());
            answer = std::move(matrix->series);
        }));
    }
    const Spread spread = spreadOf(ours);
    test::BackfilledPrometheus prometheus;
    if (!test::BackfilledPrometheus::isInstalled())
        return report({"promql.rate_sum", spread, "ms", "", 0, 0, "no prometheus here to compare with"});
    if (!prometheus.start(all))
        giveUp(prometheus.error().toStdString());
    const auto reference = prometheus.range(kQuery, from, to, kStep);
    if (!reference || disagreement(answer, *reference) > 1e-9)
        giveUp(reference ? "the answers differ" : reference.error().text());
    for (int run = 0; run < kRuns; ++run)
        theirs.push_back(1000 * seconds([&] { (void)prometheus.queryRange(kQuery, from, to, kStep); }));
    const double peer = spreadOf(theirs).median;
    report({"promql.rate_sum", spread, "ms", kPeer, peer, peer / spread.median, "500 series x 24 h at 15 s, step 60 s, one thread"});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (wanted(argc, argv, "promql.rate_sum"))
        rateSum();
    return 0;
}
