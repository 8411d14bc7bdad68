#include "core/health/health_evaluator.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace lepto {

namespace {

bool isBad(Severity severity)
{
    return severity >= Severity::Warning;
}

/// The signal that speaks for its service: the worst one; a service is without data only if all its signals are.
const SignalState *worstOf(const std::vector<SignalState> &states)
{
    const SignalState *worst = nullptr;
    for (const SignalState &state : states) {
        const auto rank = [](const SignalState &one) { return one.severity == Severity::NoData ? -1 : int(one.severity); };
        if (!worst || rank(state) > rank(*worst))
            worst = &state;
    }
    return worst;
}

} // namespace

HealthEvaluator::HealthEvaluator(std::vector<Rule> rules, HealthSettings settings)
    : m_rules(std::move(rules))
    , m_settings(settings)
{ }

HealthSnapshot HealthEvaluator::take(const SignalRound &round)
{
    for (const SignalReading &reading : round.readings)
        update(reading, round.at);
    forget(round.at);
    HealthSnapshot snapshot;
    snapshot.at = round.at;
    for (auto &[labels, tracked] : m_signals) {
        age(tracked, round.at);
        serviceOf(snapshot, tracked).signals_.push_back(tracked.state);
    }
    snapshot.worst = snapshot.services.empty() ? Severity::NoData : Severity::Ok;
    for (ServiceState &service : snapshot.services) {
        finish(service, round);
        snapshot.worst = worse(snapshot.worst, service.severity);
    }
    std::sort(snapshot.services.begin(), snapshot.services.end(),
        [](const ServiceState &a, const ServiceState &b) { return std::tie(a.tier, a.service) < std::tie(b.tier, b.service); });
    return snapshot;
}

void HealthEvaluator::update(const SignalReading &reading, TimeMs now)
{
    const auto [entry, fresh] = m_signals.try_emplace(reading.state.series);
    Tracked &tracked = entry->second;
    const Severity before = fresh ? Severity::NoData : tracked.state.severity;
    const TimeMs since = fresh ? now : tracked.state.since;
    const bool advanced = fresh || reading.state.at > tracked.state.at;
    tracked.rule = reading.rule;
    tracked.interval = reading.freshness.interval;
    tracked.state = reading.state;
    tracked.state.severity = before;
    tracked.state.since = since;
    // An old sample that is read again is no news: it neither confirms nor clears anything.
    if (advanced)
        tracked.judged = tracked.latch.update(m_rules[reading.rule], reading.state.value, now);
}

/// What is silent although its service still talks has probably ended (a disk unmounted, a metric renamed); a service
/// that is silent as a whole is remembered much longer, so that its tile does not just vanish.
void HealthEvaluator::forget(TimeMs now)
{
    std::map<std::string, TimeMs> heard;
    for (const auto &[labels, tracked] : m_signals) {
        TimeMs &latest = heard[tracked.state.service];
        latest = std::max(latest, tracked.state.at);
    }
    std::erase_if(m_signals, [&](const auto &entry) {
        const TimeMs latest = heard[entry.second.state.service];
        const TimeMs keep = now - latest > m_settings.holdBadMs ? m_settings.forgetMs : m_settings.holdBadMs;
        return now - entry.second.state.at > keep;
    });
}

void HealthEvaluator::age(Tracked &tracked, TimeMs now) const
{
    const TimeMs age = now - tracked.state.at;
    const TimeMs staleAfter = std::clamp(4 * tracked.interval, m_settings.staleAfterMs, m_settings.holdBadMs);
    Severity severity = std::isnan(tracked.state.value) ? Severity::NoData : tracked.judged;
    if (age > staleAfter)
        severity = isBad(tracked.judged) && age <= m_settings.holdBadMs ? tracked.judged : Severity::Stale;
    setSeverity(tracked.state, severity, now);
}

void HealthEvaluator::setSeverity(SignalState &state, Severity severity, TimeMs now) const
{
    if (state.severity == severity)
        return;
    state.severity = severity;
    state.since = now;
}

ServiceState &HealthEvaluator::serviceOf(HealthSnapshot &snapshot, const Tracked &tracked) const
{
    const auto found = std::find_if(snapshot.services.begin(), snapshot.services.end(),
        [&](const ServiceState &service) { return service.service == tracked.state.service; });
    if (found != snapshot.services.end())
        return *found;
    ServiceState service;
    service.service = tracked.state.service;
    service.tier = m_rules[tracked.rule].tier;
    snapshot.services.push_back(std::move(service));
    return snapshot.services.back();
}

void HealthEvaluator::finish(ServiceState &service, const SignalRound &round)
{
    std::stable_sort(service.signals_.begin(), service.signals_.end(), [](const SignalState &a, const SignalState &b) {
        return std::tie(a.kind, a.title, a.series) < std::tie(b.kind, b.title, b.series);
    });
    for (const InstanceState &instance : round.instances) {
        if (instance.job != service.service && instance.instance != service.service)
            continue;
        ++service.instances;
        service.instancesUp += instance.up ? 1 : 0;
    }
    if (const SignalState *worst = worstOf(service.signals_)) {
        service.severity = worst->severity;
        if (worst->severity != Severity::Ok) {
            service.worstSignal = worst->signal;
            service.reason = reasonOf(*worst, round.at);
        }
    }
    ServiceMemory &memory = m_services[service.service];
    if (memory.since == 0 || memory.severity != service.severity)
        memory = { service.severity, round.at };
    service.since = memory.since;
}

} // namespace lepto
