#pragma once

#include "core/store/store.h"

#include <QList>
#include <QPointF>

#include <vector>

namespace lepto {

/// A stretch without data, both ends being samples.
struct Gap {
    TimeMs from = 0, to = 0;
};

/// A line cut at its gaps. Points are (ms since `origin`, value), at most two a column: a doubled column keeps its minimum and maximum.
struct LineSegments {
    std::vector<QList<QPointF>> segments;
    std::vector<Gap> gaps;
};

/// Cuts where the hole is over 2.5 sample intervals (and over 1.5 columns), and at columns that are not finite (stale markers).
/// `columnWidth` is the width of one column in ms.
LineSegments lineSegments(const Columns &data, TimeMs origin, TimeMs columnWidth);

/// The longest step between two columns that is no gap, ms.
TimeMs longestStep(const Columns &data, TimeMs columnWidth);

/// The last column at or before `t` that is no older than a gap, or null.
const Column *columnAt(const Columns &data, TimeMs t, TimeMs columnWidth);

} // namespace lepto
