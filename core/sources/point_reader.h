#pragma once

#include "core/sources/json_text.h"
#include "ml/base/series.h"

#include <vector>

namespace lepto {

/// Reads `[time,"value"]`, the pair of seconds and text that Prometheus' JSON is made of. Exactly rounded.
json::Outcome readPoint(json::Text &text, Sample &out);

/// The first half of such a pair: seconds with decimals.
json::Outcome readPointTime(json::Text &text, TimeMs &out);

/// Reads the inside of `values`: points up to and with the closing bracket, appended to `out`. On More, `at` stands at the first point
/// that is not complete (or the comma before it) and the call is repeated with more bytes. This is where 99 % of an answer's bytes pass.
json::Outcome readPoints(json::Text &text, std::vector<Sample> &out);

} // namespace lepto
