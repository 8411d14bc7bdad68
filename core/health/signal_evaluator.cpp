#include "core/health/signal_evaluator.h"

#include "core/base/text.h"
#include "core/promql/evaluator.h"

#include <QCoreApplication>

#include <cmath>

namespace lepto {

namespace {

constexpr std::size_t kMostSignals = 2000; // of one rule: more is a rule without an aggregation

promql::Limits limitsOfARule()
{
    promql::Limits limits;
    limits.maxSamples = 5'000'000;
    limits.maxSeries = 20'000;
    limits.timeoutMs = 2'000;
    return limits;
}

/// Identity of the stored series: the rule's own labels win over labels of the expression.
Labels seriesLabels(const Rule &rule, const std::string &service, const Labels &labels)
{
    std::vector<Labels::Pair> pairs = labels.pairs();
    pairs.emplace_back("__name__", "leptoscope:signal");
    pairs.emplace_back("service", service);
    pairs.emplace_back("signal", rule.id);
    pairs.emplace_back("kind", std::string(kindText(rule.kind)));
    pairs.emplace_back("unit", utf8(rule.unit));
    return Labels(std::move(pairs));
}

} // namespace

SignalEvaluator::SignalEvaluator(std::vector<Rule> rules, const QString &language)
    : m_rules(std::move(rules))
    , m_chinese(language.startsWith(QLatin1String("zh")))
{ }

SignalRound SignalEvaluator::evaluate(promql::SeriesProvider &provider, TimeMs at) const
{
    SignalRound round;
    round.at = at;
    FreshnessProvider fresh(provider);
    readInstances(fresh, round);
    for (std::size_t i = 0; i < m_rules.size(); ++i)
        run(i, fresh, round);
    return round;
}

void SignalEvaluator::run(std::size_t index, FreshnessProvider &provider, SignalRound &round) const
{
    const Rule &rule = m_rules[index];
    provider.beginRule(rule.serviceLabel);
    const auto value = promql::evaluate(*rule.expr, provider, round.at, limitsOfARule());
    if (!value) {
        round.problems.push_back({ value.error().code, rule.id, value.error().text() });
        return;
    }
    if (value->vector.size() > kMostSignals) {
        const QString reason = QCoreApplication::translate("SignalEvaluator", "gives %1 signals, more than %2")
                                   .arg(value->vector.size())
                                   .arg(kMostSignals);
        round.problems.push_back({ ErrorCode::Exhausted, rule.id, utf8(reason) });
        return;
    }
    for (const promql::VectorSample &sample : value->vector) {
        SignalState state = stateOf(rule, sample, round.at);
        if (state.service.empty())
            continue;
        const Freshness freshness = provider.of(sample.labels);
        if (freshness.newest > 0)
            state.at = freshness.newest;
        if (!std::isnan(state.value))
            round.samples.push_back({ state.series, { round.at, state.value } });
        round.readings.push_back({ index, std::move(state), freshness });
    }
}

SignalState SignalEvaluator::stateOf(const Rule &rule, const promql::VectorSample &sample, TimeMs at) const
{
    SignalState state;
    state.service = rule.serviceLabel.empty() ? rule.service : std::string(sample.labels.get(rule.serviceLabel));
    state.series = seriesLabels(rule, state.service, sample.labels);
    state.signal = rule.id;
    state.title = m_chinese && !rule.titleZh.isEmpty() ? rule.titleZh : rule.title;
    state.kind = rule.kind;
    state.unit = rule.unit;
    state.value = sample.value;
    state.at = at;
    if (rule.warning)
        state.warning = rule.warning->limit;
    if (rule.critical)
        state.critical = rule.critical->limit;
    state.above = rule.warning ? rule.warning->above() : !rule.critical || rule.critical->above();
    return state;
}

void SignalEvaluator::readInstances(FreshnessProvider &provider, SignalRound &round) const
{
    static const promql::Expr up = *promql::parse("up");
    const auto value = promql::evaluate(up, provider, round.at, limitsOfARule());
    if (!value)
        return; // the rules on `up` say why
    for (const promql::VectorSample &sample : value->vector) {
        const std::string job(sample.labels.get("job")), instance(sample.labels.get("instance"));
        round.instances.push_back({ job, instance, sample.value > 0 });
    }
}

} // namespace lepto
