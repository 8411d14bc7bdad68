// detect.throughput and detect.bytes_per_metric: everything that is always on, over many series on one core, samples in the order of
// scrapes (all series, then the next instant), as they arrive in a console. Netdata documents 0.2-0.5 M samples/s/core and 18 KB a metric.

#include "bench_report.h"
#include "ml/base/baseline_detector.h"

#include <malloc.h>
#include <memory>
#include <random>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr std::size_t kSeries = 5000, kInstants = 400;
constexpr int kRuns = 9;

std::vector<float> hostMetrics()
{
    std::mt19937_64 random(5);
    std::normal_distribution<float> normal;
    std::vector<float> values(kSeries * kInstants);
    std::vector<float> level(kSeries, 0.0f);
    for (std::size_t i = 0; i < values.size(); ++i) {
        float &l = level[i % kSeries];
        l = 0.9f * l + normal(random);
        values[i] = 40 + 3 * l;
    }
    return values;
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<float> values = hostMetrics();
    std::vector<double> rates, bytes;
    double sink = 0;
    for (int run = 0; run < kRuns; ++run) {
        const auto before = mallinfo2().uordblks;
        std::vector<std::unique_ptr<ml::StreamDetector>> detectors(kSeries);
        for (auto &detector : detectors)
            detector = ml::makeBaselineDetector();
        bytes.push_back(double(mallinfo2().uordblks - before) / double(kSeries));
        const double took = seconds([&] {
            for (std::size_t i = 0; i < values.size(); ++i)
                sink += detectors[i % kSeries]->push(1'700'000'000'000 + TimeMs(i / kSeries) * 5000, double(values[i])).score;
        });
        rates.push_back(double(values.size()) / took);
    }
    if (wanted(argc, argv, "detect.throughput"))
        report({"detect.throughput", spreadOf(rates), "samples/s/core", "netdata (documented, not run)", 0.5e6, spreadOf(rates).median / 0.5e6,
                "5,000 series, one thread"});
    if (wanted(argc, argv, "detect.bytes_per_metric"))
        report({"detect.bytes_per_metric", spreadOf(bytes), "bytes", "netdata (documented, not run)", 18'000, 18'000 / spreadOf(bytes).median, ""});
    return sink < 0;
}
