#pragma once

#include "core/health/freshness.h"
#include "core/health/rule_file.h"

#include <memory>

namespace lepto {

/// One signal as measured, not yet judged.
struct SignalReading {
    std::size_t rule = 0; ///< index in the rule set
    SignalState state; ///< severity still NoData
    Freshness freshness;
};

struct InstanceState {
    std::string job, instance;
    bool up = false;
};

/// Everything that one round over all rules found out.
struct SignalRound {
    TimeMs at = 0;
    std::vector<SignalReading> readings;
    std::vector<LabelledSample> samples; ///< `leptoscope:signal` series to be stored, at `at`
    std::vector<InstanceState> instances; ///< from `up`
    std::vector<Error> problems; ///< rules that could not be evaluated; the subject is the rule's id
};

/// Evaluates rules into signals. A rule that fails is a problem of the round and stops no other.
/// Immutable after construction; evaluate() may be called from any one thread at a time.
class SignalEvaluator {
public:
    /// `language` as in "zh_CN" chooses the titles.
    explicit SignalEvaluator(std::vector<Rule> rules, const QString &language = {});

    SignalRound evaluate(promql::SeriesProvider &provider, TimeMs at) const;
    const std::vector<Rule> &rules() const { return m_rules; }

private:
    void run(std::size_t rule, FreshnessProvider &provider, SignalRound &round) const;
    void readInstances(FreshnessProvider &provider, SignalRound &round) const;
    SignalState stateOf(const Rule &rule, const promql::VectorSample &sample, TimeMs at) const;

    std::vector<Rule> m_rules;
    bool m_chinese = false;
};

} // namespace lepto
