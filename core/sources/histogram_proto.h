#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/native_histogram.h"

#include <optional>

namespace lepto {

/// Native histograms as protobuf messages; integer counts are widened. Nothing where the bytes are broken or contradict themselves.
/// Sources: prompb/types.proto (remote read and write) and io/prometheus/client/metrics.proto (exposition).

/// A message prometheus.Histogram with its own time.
std::optional<HistogramSample> readRemoteHistogram(ByteView message);

/// What an exporter's message io.prometheus.client.Histogram says of native buckets: `native` is false for a classic one.
struct ExposedHistogram {
    bool native = false;
    NativeHistogram value;                                   ///< count and sum are there in any case
    std::vector<std::pair<double, double>> classicBuckets;   ///< upper bound and cumulative count
};
std::optional<ExposedHistogram> readExposedHistogram(ByteView message);

} // namespace lepto
