#pragma once

#include "ml/base/series.h"

#include <QString>

#include <vector>

namespace lepto::bench {

using Scrapes = std::vector<std::vector<LabelledSample>>;

/// Real metrics of this machine: node exporter, started on a free port of loopback and scraped `count` times.
/// Empty where the exporter is not installed. `LEPTOSCOPE_BENCH_SCRAPES` names a folder with a recording instead
/// (MILLISECONDS.txt).
Scrapes recordNode(int count, int intervalMs);

} // namespace lepto::bench
