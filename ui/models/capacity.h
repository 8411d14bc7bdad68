#pragma once

#include "ui/console.h"

#include <optional>

namespace lepto {

/// When a forecast reaches a limit.
struct FullAt {
    std::optional<TimeMs> middle;     ///< the forecast itself
    std::optional<TimeMs> earliest, latest; ///< its interval: upper and lower edge
};

/// Crossings of `limit` upwards in the forecast, interpolated between its points.
FullAt fullAt(const std::vector<BandPoint> &forecast, double limit);

/// The saturation signals that have an upper limit, the fullest first, at most `most`.
std::vector<SignalState> capacitySignals(const HealthSnapshot &health, std::size_t most);
double upperLimit(const SignalState &signal);

} // namespace lepto
