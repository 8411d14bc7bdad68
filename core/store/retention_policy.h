#pragma once

#include "ml/base/series.h"

#include <cstdint>

namespace lepto {

/// What upkeep does with history as it ages. Times are moments, not ages: the caller knows the clock.
struct RetentionPolicy {
    TimeMs keepFrom = 0; ///< everything older is removed
    TimeMs rawFrom = 0; ///< older samples become one bucket of `bucket` each (first, last, min, max, sum, count); 0: never
    TimeMs bucket = 300'000; ///< ms
    std::int64_t mostBytes = 0; ///< of the file: the oldest days go until it fits; 0: no limit
    bool everything = false; ///< packs all rows, not only those that came since the last time
};

/// What upkeep has done.
struct UpkeepReport {
    std::int64_t packed = 0, reduced = 0; ///< chunk rows written anew: smaller; as buckets
    std::int64_t samplesDropped = 0; ///< by age or size
    std::int64_t bytesBefore = 0, bytesAfter = 0; ///< of the file
    TimeMs keptFrom = 0; ///< later than the policy's keepFrom where the size demanded it
};

} // namespace lepto
