#pragma once

#include "core/files/series_source.h"

#include <span>
#include <memory>

namespace lepto {

/// What a merge hands over, series by series in label order, each in the order of its times.
class SeriesSink {
public:
    virtual ~SeriesSink() = default;

    /// False: the caller does not want this series.
    virtual bool wants(const Labels &labels) = 0;
    virtual Result<void> chunk(const Labels &labels, const ChunkSpan &span, ByteView xorPayload) = 0; ///< as it lies in the file
    virtual Result<void> samples(const Labels &labels, std::span<const Sample> samples) = 0;
    virtual Result<void> histograms(const Labels &labels, std::span<const HistogramSample> samples) = 0;
    /// Something in the file is damaged or unknown and is left out; what is good is read on.
    virtual void problem(const Error &error) = 0;
    virtual bool goesOn() = 0; ///< false cancels
};

/// Several sources as one: the same series from each become one series, overlapping stretches are merged by time (at the same time the
/// source named first wins), deleted ranges are left out. Chunks that nothing touches pass through as bytes.
/// Errors: those of the sink, and Cancelled; a source that breaks ends with a problem and the others go on.
Result<void> mergeSeries(std::vector<std::unique_ptr<SeriesSource>> &sources, TimeSpan range, SeriesSink &sink);

} // namespace lepto
