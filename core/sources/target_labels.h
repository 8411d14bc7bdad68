#pragma once

#include "ml/base/series.h"

#include <vector>

namespace lepto {

/// Puts the labels of a target onto a sample's own: `source` always wins (the sample's own moves to `exported_source`), any other fills
/// a gap. `pairs` may be in any order.
void addTargetLabels(std::vector<Labels::Pair> &pairs, const std::vector<Labels::Pair> &target);

} // namespace lepto
