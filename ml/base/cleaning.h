#pragma once

#include "ml/base/series.h"

#include <cstddef>
#include <span>
#include <vector>

namespace lepto::ml {

/// Cleaning never touches what is stored: each function makes a view and says what it changed. Missing times stay missing; nothing is
/// interpolated. Stale markers are kept and never take part in an average.

/// Samples in time order with one sample a time; of repeats the last one given wins.
struct Ordered {
    std::vector<Sample> samples;
    std::size_t duplicates = 0; ///< left out: the same time again
    std::size_t outOfOrder = 0; ///< moved: earlier than the one before
};
Ordered inOrder(std::span<const Sample> arrived);

/// A counter as if it had never been reset: after each drop the value before the drop is added to all that follow.
struct Unreset {
    std::vector<Sample> samples;
    std::vector<TimeMs> resets; ///< times of the samples that were lower than the one before
};
Unreset withoutResets(std::span<const Sample> samples);

/// A view with some values replaced, and which.
struct Denoised {
    std::vector<Sample> samples;
    std::vector<std::size_t> replaced; ///< indexes, ascending
};

/// Running median over 2 * `half` + 1 samples, centred, shorter at the ends; a stale marker or NaN cuts the window off.
Denoised medianView(std::span<const Sample> samples, std::size_t half);

/// Hampel identifier (Davies and Gather, 1993): a value further than `sigmas` robust deviations (1.4826 MAD of the centred window)
/// from the window's median is replaced by that median. Windows of equal values replace whatever differs from them.
Denoised hampelView(std::span<const Sample> samples, std::size_t half, double sigmas = 3.0);

/// Exponentially weighted mean with time-based memory: weight 1 - exp(-dt * ln 2 / halfLife), so that uneven spacing is honoured.
/// Starts anew after a stale marker or NaN. halfLife in ms, > 0.
Denoised ewmaView(std::span<const Sample> samples, TimeMs halfLife);

} // namespace lepto::ml
