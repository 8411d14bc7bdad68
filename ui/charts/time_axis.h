#pragma once

#include "ml/base/series.h"

#include <QString>

#include <vector>

namespace lepto {

struct TimeTick {
    TimeMs t = 0;
    QString label;
    bool midnight = false;            ///< the label is the date
};

/// Ticks at round times (1, 2, 5, 15, 30 s ... 1, 2, 7 d) in UTC or local time, about `wanted` of them, never more than `wanted` + 1.
/// Labels: "14:05", with seconds where the step asks for them, "18 Nov" at midnight; from a day on, dates only.
std::vector<TimeTick> timeTicks(TimeMs from, TimeMs to, int wanted, bool utc);

/// "14:11:05", with milliseconds below a second of range; the date before it when the range is over a day.
QString timeText(TimeMs t, TimeMs range, bool utc);

} // namespace lepto
