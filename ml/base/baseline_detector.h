#pragma once

#include "ml/base/stream_detector.h"

#include <memory>

namespace lepto::ml {

/// Time constants and limits of the baseline detector. All are in milliseconds; where samples are sparse they stretch with the
/// spacing of the samples, so that one setting serves 1 s and 5 min series.
struct BaselineOptions {
    TimeMs fastTau = 30'000;              ///< level that follows the signal
    TimeMs baseTau = 30 * 60'000;         ///< level that the signal is compared with
    TimeMs scaleTau = 2 * 3'600'000;      ///< memory of the noise scales and of the tail
    TimeMs warmUp = 90'000;               ///< and at least `warmUpSamples`
    int warmUpSamples = 30;
    TimeMs hold = 10'000;                 ///< over the threshold for so long, or far over it at once
    TimeMs release = 30'000;              ///< below the threshold for so long before the run ends
    TimeMs adaptAfter = 30 * 60'000;      ///< a run that lasts longer is the new normal
    TimeMs season = 24 * 3'600'000;       ///< period of the profile that is learnt and used where it helps; 0: none
    TimeMs falseAlarmEvery = 7LL * 24 * 3'600'000; ///< aim of the tail fit, per series
    double minimumSigmas = 5.0;           ///< the threshold never goes below so many robust scales
    double relativeFloor = 0.01;          ///< scale floor as a share of the usual magnitude (constant series)
    double absoluteFloor = 1e-9;          ///< scale floor, unit of the series
};

/// The always-on detector: three residuals (value against the base level, fast level against the base level, value against the
/// fast level), each divided by its own robust scale and compared with its own threshold from an exponential fit to the tail
/// (Siffer et al., KDD 2017, with shape 0). A daily profile is subtracted once it is known to reduce the residual.
/// Catches spikes, level shifts and ramps; adapts to a new level after `adaptAfter`. About 1 KB a series.
std::unique_ptr<StreamDetector> makeBaselineDetector(const BaselineOptions &options = {});

/// Memory of one detector in bytes, heap included.
std::size_t baselineDetectorBytes();

} // namespace lepto::ml
