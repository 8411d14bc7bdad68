#pragma once

#include "core/store/store.h"

#include <vector>

namespace lepto {

/// Equal stretches of time that several series are read on together.
struct TimeBins {
    TimeMs from = 0, width = 1;
    int count = 0;

    TimeMs start(int bin) const { return from + width * bin; }
};
/// At most `most` bins over [from, to].
TimeBins timeBins(TimeMs from, TimeMs to, int most);

/// What a series was at the end of each bin; not a number where it has a gap, and after `now` (0: there is none).
std::vector<double> lastInBins(const Columns &data, const TimeBins &bins, TimeMs now);
/// The greatest value in each bin, else as above.
std::vector<double> greatestInBins(const Columns &data, const TimeBins &bins, TimeMs now);

} // namespace lepto
