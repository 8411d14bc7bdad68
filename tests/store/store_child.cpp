// The process that the fault tests kill: appends one sample a batch, or runs with ageing and copies between them, and prints
// how many are acknowledged; or fills the space it is given and reports what happened.

#include "core/store/store.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstring>

#include <sys/resource.h>
#include <unistd.h>

using namespace lepto;

namespace {

const Labels kSeries(std::vector<Labels::Pair> { { "__name__", "m" } });

Result<std::vector<SeriesId>> append(Store &store, TimeMs t)
{
    std::vector<LabelledSample> batch { { kSeries, { t, double(t) } } };
    for (int extra = 0; extra < 20; ++extra)
        batch.push_back({ kSeries.with("extra", std::to_string(extra)), { t, 1.0 / double(t + extra) } });
    return store.append(batch);
}

void acknowledge(TimeMs count)
{
    const std::string line = std::to_string(count) + '\n';
    if (write(STDOUT_FILENO, line.data(), line.size()) < 0)
        _exit(3);
}

int appendForEver(Store &store)
{
    const auto id = store.find(kSeries);
    const auto last = id ? store.last(*id) : std::nullopt;
    acknowledge(-1); // started
    for (TimeMs t = last ? last->t + 1 : 0;; ++t) {
        if (!append(store, t))
            return 2;
        acknowledge(t + 1);
    }
}

constexpr int kRun = 100; ///< samples of a series that one step of churn brings
constexpr TimeMs kStep = 15'000, kDay = 86'400'000;

/// A step of everything at once: runs, histograms, now and then ageing and a copy. `t` counts steps.
bool churn(Store &store, TimeMs step, const QString &copy)
{
    std::vector<Sample> samples;
    for (TimeMs i = 0; i < kRun; ++i)
        samples.push_back({ (step * kRun + i) * kStep, double((step * kRun + i) % 977) / 10 });
    std::vector<SeriesRun> runs { { kSeries, samples } };
    for (int extra = 0; extra < 5; ++extra)
        runs.push_back({ kSeries.with("extra", std::to_string(extra)), samples });
    const std::vector<LabelledHistogram> histograms { { kSeries, { step * kRun * kStep, {} } } };
    if (!store.appendHistograms(histograms) || !store.appendRuns(runs))
        return false;
    RetentionPolicy policy;
    policy.rawFrom = std::max<TimeMs>(1, samples.back().t - 2 * kDay);
    if (step % 15 == 14 && !store.age(policy))
        return false;
    return step % 40 != 39 || store.backup(copy);
}

int churnForEver(Store &store, const QString &copy)
{
    const auto id = store.find(kSeries);
    const auto last = id ? store.last(*id) : std::nullopt;
    acknowledge(-1);
    for (TimeMs step = last ? (last->t / kStep + 1) / kRun : 0;; ++step) {
        if (!churn(store, step, copy))
            return 2;
        acknowledge(step + 1);
    }
}

void limitFiles(rlim_t bytes)
{
    rlimit limit {};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

/// Prints: code of the first failure, samples held then, samples held after the space came back and 100 more were appended.
int fillUp(Store &store)
{
    std::signal(SIGXFSZ, SIG_IGN);
    limitFiles(600'000);
    TimeMs t = 0;
    auto added = append(store, t);
    while (added)
        added = append(store, ++t);
    const auto held = store.range(*store.find(kSeries), 0, t + 1000);
    limitFiles(RLIM_INFINITY);
    for (int more = 0; more < 100; ++more)
        if (!append(store, t + more))
            return 2;
    const auto after = store.range(*store.find(kSeries), 0, t + 1000);
    std::printf("%d %s %lld %zu %zu %d\n", int(added.error().code), added.error().subject.c_str(), static_cast<long long>(t),
        held ? held->size() : 0, after ? after->size() : 0, int(bool(store.check())));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    auto store = Store::open(QString::fromLocal8Bit(argv[2]), Store::Mode::ReadWrite);
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().text().c_str());
        return 1;
    }
    if (std::strcmp(argv[1], "churn") == 0)
        return churnForEver(**store, QString::fromLocal8Bit(argv[2]) + QStringLiteral(".copy"));
    return std::strcmp(argv[1], "fill") == 0 ? fillUp(**store) : appendForEver(**store);
}
