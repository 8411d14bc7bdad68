#pragma once

#include "core/store/summary.h"

#include <optional>
#include <span>
#include <vector>

namespace lepto {

/// What is kept of the samples of a stretch of some minutes once they are old. Sum and count are of the numbers among them.
struct Bucket {
    Summary summary;
    double sum = 0;
    std::int64_t numbers = 0;
    TimeMs lastNumber = 0; ///< time of the last number
    bool ended = false; ///< the last sample is a stale marker

    void add(Sample sample);
    double mean() const { return numbers > 0 ? sum / double(numbers) : 0; }
};

/// One bucket for every `width` of time that has samples, borders at multiples of it.
std::vector<Bucket> bucketsOf(std::span<const Sample> samples, TimeMs width);

/// True samples that stand for the buckets: the last number of each at its own time, and the stale marker that ends it.
void samplesOf(std::span<const Bucket> buckets, std::vector<Sample> &out);

Bytes encodeBuckets(std::span<const Bucket> buckets);
/// Appends the buckets; false where the bytes are broken or the times do not advance.
bool decodeBuckets(ByteView data, std::vector<Bucket> &out);

} // namespace lepto
