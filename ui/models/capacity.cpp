#include "ui/models/capacity.h"

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

template <typename Edge>
std::optional<TimeMs> crossing(const std::vector<BandPoint> &forecast, double limit, Edge edge)
{
    for (std::size_t i = 0; i < forecast.size(); ++i) {
        const double here = edge(forecast[i]);
        if (!(here >= limit))
            continue;
        if (i == 0)
            return forecast[i].t;
        const double before = edge(forecast[i - 1]);
        const double share = here > before ? (limit - before) / (here - before) : 1;
        return forecast[i - 1].t + std::llround(double(forecast[i].t - forecast[i - 1].t) * std::clamp(share, 0.0, 1.0));
    }
    return std::nullopt;
}

} // namespace

FullAt fullAt(const std::vector<BandPoint> &forecast, double limit)
{
    return { crossing(forecast, limit, [](const BandPoint &p) { return p.mid; }),
        crossing(forecast, limit, [](const BandPoint &p) { return p.upper; }),
        crossing(forecast, limit, [](const BandPoint &p) { return p.lower; }) };
}

double upperLimit(const SignalState &signal)
{
    return signal.critical.value_or(signal.warning.value_or(0));
}

std::vector<SignalState> capacitySignals(const HealthSnapshot &health, std::size_t most)
{
    std::vector<SignalState> found;
    for (const ServiceState &service : health.services) {
        for (const SignalState &signal : service.signals_) {
            if (signal.kind == SignalKind::Saturation && signal.above && upperLimit(signal) > 0 && std::isfinite(signal.value))
                found.push_back(signal);
        }
    }
    std::stable_sort(found.begin(), found.end(),
        [](const SignalState &a, const SignalState &b) { return a.value / upperLimit(a) > b.value / upperLimit(b); });
    if (found.size() > most)
        found.resize(most);
    return found;
}

} // namespace lepto
