#pragma once

#include "core/sources/histogram_chunk.h"
#include "ml/base/result.h"
#include "ml/base/series.h"

#include <cstdint>
#include <vector>

namespace lepto {

/// A stretch of one series in a file: its times are those its writer promised.
struct ChunkSpan {
    TimeMs first = 0, last = 0; ///< both are times of samples
    std::uint64_t place = 0;    ///< for the source that gave it
};

/// What lies there.
struct ChunkBytes {
    std::uint8_t encoding = 1;  ///< a ChunkEncoding, or one that this program does not know
    ByteView payload;
};

/// A closed range of time.
struct TimeSpan {
    TimeMs from = 0, to = 0;

    bool holds(TimeMs t) const { return t >= from && t <= to; }
    bool meets(TimeMs first, TimeMs last) const { return first <= to && last >= from; }
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// Series of a file in the order of their labels, each once, with their chunks in the order of their times. One thread.
class SeriesSource {
public:
    virtual ~SeriesSource() = default;

    /// Moves to the next series; false at the end. Errors: Damaged with file and place, after which nothing more comes.
    virtual Result<bool> next() = 0;
    virtual const Labels &labels() const = 0;
    virtual const std::vector<ChunkSpan> &chunks() const = 0;
    /// What was deleted of the series, in order of time.
    virtual const std::vector<TimeSpan> &deleted() const = 0;
    /// A chunk of the present series; valid until the next call. Errors: Damaged with file and place; other chunks may still be good.
    virtual Result<ChunkBytes> read(const ChunkSpan &chunk) = 0;
    /// Native histograms of the present series that are in no chunk, in order of time.
    virtual std::vector<HistogramSample> histograms() { return {}; }
    /// Where the chunk lies, for messages.
    virtual Error damagedChunk(const ChunkSpan &chunk, const char *reason) const = 0;
    /// 0..1: how much of it has been walked through.
    virtual double progress() const = 0;
};

} // namespace lepto
