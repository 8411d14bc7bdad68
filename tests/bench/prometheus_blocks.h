#pragma once

#include "node_scrapes.h"

namespace lepto::bench {

struct BlockSize {
    qint64 chunks = 0, index = 0; ///< bytes; both 0 where promtool is not installed
};

/// What Prometheus needs on disk for the same samples: blocks made by `promtool tsdb create-blocks-from openmetrics`.
BlockSize prometheusBlocks(const Scrapes &scrapes);

} // namespace lepto::bench
