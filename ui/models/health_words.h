#pragma once

#include "core/health/health.h"

#include <QString>

#include <array>
#include <vector>

namespace lepto {

/// How many services are in which state.
struct HealthCounts {
    int critical = 0, warning = 0, silent = 0, maintenance = 0, healthy = 0, instances = 0;
};
HealthCounts countHealth(const HealthSnapshot &health);

/// The one sentence that answers "is it all right".
QString headline(const HealthSnapshot &health, bool utc);
/// The service to look at first: the worst, the oldest trouble among equals; empty where there is none.
QString worstService(const HealthSnapshot &health);

/// Which signals of a service the four charts show: one of each golden kind, the worst of its kind, then what else there is.
/// A null entry is a chart without a signal.
std::array<const SignalState *, 4> goldenSignals(const ServiceState &service);

} // namespace lepto
