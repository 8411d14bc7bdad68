#pragma once

namespace lepto {

/// Makes charts speak as Chart with one Row a series, and the lanes beside them as List with ListItems. Every widget of ui/charts
/// with SpokenItems calls it; the first call counts. GUI thread.
void installChartAccessible();

} // namespace lepto
