#pragma once

#include "core/detect/detection_service.h"

#include <vector>

namespace lepto {

struct ExpectedPoint {
    TimeMs t = 0;
    double lower = 0, expected = 0, upper = 0;
};

struct Replay {
    std::vector<ExpectedPoint> expected;
    std::vector<Anomaly> anomalies;
};

/// What the always-on detector expected and found in [from, to] of one series, by running it again over the stored samples
/// (it is causal, so the answer is the one it gave live, given the same past). Used by charts, offline review and the command line.
/// Empty beyond 200,000 raw samples: such a range is drawn without a band. Any thread.
/// Errors: those of the store.
Result<Replay> replayDetector(const Store &store, SeriesId series, TimeMs from, TimeMs to, const DetectionService::Factory &factory);

} // namespace lepto
