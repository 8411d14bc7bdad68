#pragma once

#include "core/sources/json_text.h"
#include "ml/base/native_histogram.h"

#include <vector>

namespace lepto {

/// Reads `[time,{"count":"…","sum":"…","buckets":[[rule,"lower","upper","count"],…]}]`, a native histogram in the JSON of the query API.
/// Unknown keys are skipped.
json::Outcome readHistogram(json::Text &text, HistogramSample &out);

/// Reads the inside of `histograms` up to and with the closing bracket, appended to `out`. On More, `at` stands at the first one that is
/// not complete (or the comma before it) and the call is repeated with more bytes.
json::Outcome readHistograms(json::Text &text, std::vector<HistogramSample> &out);

} // namespace lepto
