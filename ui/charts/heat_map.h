#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/time_bins.h"

#include <QStringList>

namespace lepto {

/// Values as colours: rows from bottom to top, bins from left to right.
struct HeatMap {
    TimeBins bins;
    QStringList rows; ///< names; untrusted text
    std::vector<double> cells; ///< row by row; not finite where nothing is known
    double lowest = 0, highest = 1; ///< the ends of the colour scale
    bool log = false; ///< the scale steps by decades; what is not above zero has no colour
    bool buckets = false; ///< of one histogram

    double at(int row, int bin) const { return cells[std::size_t(row) * std::size_t(bins.count) + std::size_t(bin)]; }
    /// 0..1 on the colour scale; negative where the cell stays open.
    double level(double value) const;
};

/// One row a visible series in the order of the content; where all are buckets of one histogram (they differ in `le` alone), one
/// row a bucket with what fell into it.
HeatMap heatMap(const ChartContent &content, const TimeBins &bins);

} // namespace lepto
