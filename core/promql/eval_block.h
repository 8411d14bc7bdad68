#pragma once

#include "core/promql/value.h"

#include <bit>
#include <string>
#include <variant>
#include <vector>

namespace lepto::promql {

/// The times at which an expression is evaluated.
struct Grid {
    TimeMs start = 0, step = 1;
    int count = 1;

    TimeMs at(int i) const { return start + step * i; }
    TimeMs last() const { return at(count - 1); }
};

/// "No value at this step". Stale markers never leave a selector, so their bits are free to mean it.
constexpr std::uint64_t kAbsentBits = 0x7ff0000000000002;
inline double absent()
{
    return std::bit_cast<double>(kAbsentBits);
}
inline bool isAbsent(double v)
{
    return std::bit_cast<std::uint64_t>(v) == kAbsentBits;
}
inline bool isPresent(double v)
{
    return !isAbsent(v);
}

/// An instant vector over a grid: one row a series, one value a step.
struct Row {
    Labels labels;
    std::vector<double> values; ///< NaN, which is present, where the element is a histogram
    std::vector<HistogramPtr> histograms = {}; ///< empty where the row has none, else one a step, null beside a float

    /// The histogram at a step; null where there is a float or nothing.
    const NativeHistogram *histogramAt(std::size_t step) const
    {
        return histograms.empty() || isAbsent(values[step]) ? nullptr : histograms[step].get();
    }
    void setHistogram(std::size_t step, HistogramPtr histogram);
};
using Block = std::vector<Row>;
using Line = std::vector<double>; ///< a scalar over a grid
using Operand = std::variant<Line, Block, std::string>;

/// Ends an evaluation; caught at its border.
struct EvalError {
    Error error;
};
[[noreturn]] void fail(std::string reason);

inline Row emptyRow(Labels labels, const Grid &grid)
{
    return { std::move(labels), std::vector<double>(std::size_t(grid.count), absent()) };
}
bool isEmptyRow(const Row &row);
bool hasHistograms(const Block &block);
/// The float elements alone; `dropped` is set where there was a histogram.
Block floatsOf(Block block, bool *dropped = nullptr);

/// The labels without the metric name.
Labels withoutName(const Labels &labels);
/// The labels named in `names` (keep), or all others; the metric name goes unless it is kept.
Labels keepLabels(const Labels &labels, const std::vector<std::string> &names);
Labels dropLabels(const Labels &labels, const std::vector<std::string> &names, bool dropName);

/// Joins rows that ended with the same labels; fails with `reason` where two of them have a value at one step.
Block mergeRows(Block block, std::string_view reason = "vector cannot contain metrics with the same labelset");

} // namespace lepto::promql
