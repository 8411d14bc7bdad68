#pragma once

#include "core/health/severity_latch.h"
#include "core/health/signal_evaluator.h"

#include <map>

namespace lepto {

struct HealthSettings {
    TimeMs staleAfterMs = 30'000; ///< or four intervals of the samples where that is longer, at most holdBadMs
    TimeMs holdBadMs = 5 * 60'000; ///< warning and critical outlive their data for so long, then they are stale
    TimeMs forgetMs = 24 * 3'600'000; ///< a service without any data for so long is gone
};

/// Judges rounds of readings and remembers: severities with hysteresis, signals that fell silent, when states began.
/// A service is as bad as its worst signal; one with stale data is never Ok. Not thread-safe.
class HealthEvaluator {
public:
    explicit HealthEvaluator(std::vector<Rule> rules, HealthSettings settings = {});

    /// Rounds in time order, read with the same rules.
    HealthSnapshot take(const SignalRound &round);

private:
    struct Tracked {
        std::size_t rule = 0;
        SignalState state;
        SeverityLatch latch;
        Severity judged = Severity::Ok; ///< by the last fresh value
        TimeMs interval = 0;
    };
    struct ServiceMemory {
        Severity severity = Severity::NoData;
        TimeMs since = 0;
    };

    void update(const SignalReading &reading, TimeMs now);
    void forget(TimeMs now);
    void age(Tracked &tracked, TimeMs now) const;
    void setSeverity(SignalState &state, Severity severity, TimeMs now) const;
    ServiceState &serviceOf(HealthSnapshot &snapshot, const Tracked &tracked) const;
    void finish(ServiceState &service, const SignalRound &round);

    std::vector<Rule> m_rules;
    HealthSettings m_settings;
    std::map<Labels, Tracked> m_signals; ///< by the labels of the stored series
    std::map<std::string, ServiceMemory> m_services;
};

/// "Latency p99 1.8 s, limit 0.5 s": the signal in one phrase, plain text.
QString reasonOf(const SignalState &state, TimeMs now);

} // namespace lepto
