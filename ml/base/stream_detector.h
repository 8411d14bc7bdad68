#pragma once

#include "ml/base/series.h"

namespace lepto::ml {

/// What a detector thinks of one sample.
struct Score {
    double score = 0.0;      ///< 0 (normal) to 1 (certainly abnormal), comparable between series
    double expected = 0.0;   ///< value the detector expected, in the unit of the series
    double lower = 0.0;      ///< expected band
    double upper = 0.0;
    bool anomalous = false;  ///< score over the detector's own label-free threshold, held long enough
    bool ready = false;      ///< false while the detector still learns; score is 0 then
};

/// Scores one series sample by sample, always on: no model, no GPU, no look ahead.
/// Not thread-safe; one instance a series. Constant memory (see detect.bytes_per_metric).
class StreamDetector {
public:
    virtual ~StreamDetector() = default;
    /// Samples in time order; a time that does not advance is ignored and answers the last score. NaN resets the run, not the memory.
    virtual Score push(TimeMs t, double v) = 0;
};

} // namespace lepto::ml
