#pragma once

#include "core/sources/exposition_parser.h"
#include "core/sources/json_text.h"

namespace lepto {

/// Reads an object of label names and values, puts the target's labels onto it (see addTargetLabels) and keeps it in `cache`, which may
/// be null.
json::Outcome readMetric(json::Text &text, LabelCache *cache, const std::vector<Labels::Pair> &target, Labels &out);

} // namespace lepto
