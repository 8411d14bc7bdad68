#include "ui/charts/time_bins.h"

#include "ui/charts/line_segments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// `value` of the columns [first, last) of a bin; between columns the last one holds until a gap begins.
template <typename Value>
std::vector<double> inBins(const Columns &data, const TimeBins &bins, TimeMs now, Value value)
{
    std::vector<double> out(std::size_t(std::max(0, bins.count)), none);
    const TimeMs longest = longestStep(data, bins.width);
    const std::vector<Column> &columns = data.columns;
    std::size_t at = 0;
    for (int bin = 0; bin < bins.count; ++bin) {
        const TimeMs start = bins.start(bin), end = start + bins.width;
        if (now > 0 && start > now)
            break;
        while (at < columns.size() && columns[at].t < start)
            ++at;
        const std::size_t first = at;
        while (at < columns.size() && columns[at].t < end)
            ++at;
        if (at > first)
            out[std::size_t(bin)] = value(columns, first, at);
        else if (at > 0 && start - columns[at - 1].t <= longest && std::isfinite(columns[at - 1].last)
            && (at == columns.size() || columns[at].t - columns[at - 1].t <= longest))
            out[std::size_t(bin)] = columns[at - 1].last;
    }
    return out;
}

} // namespace

TimeBins timeBins(TimeMs from, TimeMs to, int most)
{
    const TimeMs width = std::max<TimeMs>(1, (to - from + std::max(1, most) - 1) / std::max(1, most));
    return { from, width, int((to - from + width - 1) / width) };
}

std::vector<double> lastInBins(const Columns &data, const TimeBins &bins, TimeMs now)
{
    return inBins(data, bins, now,
        [](const std::vector<Column> &columns, std::size_t, std::size_t last) { return columns[last - 1].last; });
}

std::vector<double> greatestInBins(const Columns &data, const TimeBins &bins, TimeMs now)
{
    return inBins(data, bins, now, [](const std::vector<Column> &columns, std::size_t first, std::size_t last) {
        double greatest = none;
        for (std::size_t i = first; i < last; ++i)
            greatest = std::fmax(greatest, columns[i].max);
        return greatest;
    });
}

} // namespace lepto
