#include "app/gui/open_bundle.h"

#include "core/health/health_evaluator.h"
#include "core/promql/store_provider.h"

namespace lepto {

namespace {

constexpr TimeMs kRunIn = 120'000; // long enough for every rule's `for`
constexpr TimeMs kRound = 5'000;

} // namespace

Result<std::shared_ptr<OpenBundle>> OpenBundle::open(const QString &file, DetectionService::Factory detector, const QString &language)
{
    auto bundle = Bundle::open(file);
    if (!bundle)
        return bundle.error();
    auto documents = readDocuments(**bundle);
    if (!documents)
        return documents.error();
    auto opened = std::make_shared<OpenBundle>();
    opened->m_bundle = std::move(*bundle);
    opened->m_documents = std::move(*documents);
    opened->m_forecasts = std::make_unique<ForecastService>(opened->m_bundle->store());
    opened->m_detector = std::move(detector);
    opened->judge(language);
    return opened;
}

void OpenBundle::judge(const QString &language)
{
    const RuleSet rules = loadRules({});
    const SignalEvaluator reader(rules.rules, language);
    HealthEvaluator judge(rules.rules);
    promql::StoreProvider provider(m_bundle->store());
    for (TimeMs t = manifest().to - kRunIn; t <= manifest().to; t += kRound)
        m_health = judge.take(reader.evaluate(provider, t));
}

} // namespace lepto
