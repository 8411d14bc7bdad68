#include "tests/app/checkout_past.h"

#include "core/base/home.h"
#include "core/health/signal_evaluator.h"
#include "core/promql/store_provider.h"
#include "core/sources/exporter_source.h"
#include "core/store/store.h"
#include "tests/support/faulty_service/metrics_page.h"
#include "tests/support/faulty_service/worker_pool.h"

#include <QDateTime>

namespace lepto::e2e {

namespace {

constexpr TimeMs spacing = 5000;

std::vector<LabelledSample> scrape(const demo::WorkerPool &pool, const SourceConfig &source, TimeMs at)
{
    ExpositionOptions options;
    options.at = at;
    options.target = targetOf(source);
    const QByteArray page = demo::metricsPage(pool);
    std::vector<LabelledSample> samples = parseExposition({ page.constData(), std::size_t(page.size()) }, options).samples;
    options.target.emplace_back("__name__", "up");
    samples.push_back({ Labels(std::move(options.target)), { at, 1 } });
    return samples;
}

} // namespace

Result<void> writePast(const QString &home, const SourceConfig &source, int minutes)
{
    const auto prepared = Home::prepare(home);
    if (!prepared)
        return prepared.error();
    auto store = Store::open(prepared->historyDb(), Store::Mode::ReadWrite);
    if (!store)
        return store.error();
    const SignalEvaluator reader(loadRules(prepared->rules()).rules);
    promql::StoreProvider provider(**store);
    demo::WorkerPool pool({});
    const TimeMs now = QDateTime::currentMSecsSinceEpoch(), from = now - minutes * 60'000LL;
    for (TimeMs t = from; t < now; t += spacing) {
        pool.advanceTo(double(t - from) / 1000);
        if (const auto stored = (*store)->append(scrape(pool, source, t)); !stored)
            return stored.error();
        const SignalRound round = reader.evaluate(provider, t);
        if (!round.problems.empty())
            return round.problems.front();
        if (const auto stored = (*store)->append(round.samples); !stored)
            return stored.error();
    }
    return {};
}

} // namespace lepto::e2e
