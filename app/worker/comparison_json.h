#pragma once

#include "ml/base/detector_comparison.h"

#include <nlohmann/json.hpp>

namespace lepto {

/// {"vus_pr":…,"baseline_vus_pr":…,…,"beats_baseline":true,"labels":"marked"|"synthetic","rows":N,"events":N}; not known is null.
nlohmann::json comparisonJson(const ml::Comparison &comparison);

} // namespace lepto
