#pragma once

#include "core/sources/exposition_parser.h"

namespace lepto {

/// Whether a Content-Type is the delimited protobuf exposition, the only one that carries native histograms.
bool isProtoExposition(std::string_view contentType);

/// Reads a page of delimited io.prometheus.client.MetricFamily messages into the same samples that the text page has, and its native
/// histograms beside them; a metric with both kinds of buckets gives both. A family that cannot be read is left out as one refused line
/// (numbered by families). `cache` may be null. Any thread.
ExpositionPage parseProtoExposition(std::string_view page, const ExpositionOptions &options, LabelCache *cache = nullptr);

} // namespace lepto
