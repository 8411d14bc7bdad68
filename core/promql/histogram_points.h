#pragma once

#include "core/promql/evaluation.h"

namespace lepto::promql {

bool isStale(const HistogramPoint &point);
/// What a series counts for in Limits::maxSamples: a histogram as much as the samples it takes the place of.
std::size_t costOf(const Series &series);

/// The newest float or histogram at each step that is neither stale nor older than the lookback.
Row mixedRow(const Series &series, const Times &times, TimeMs lookback, bool timestamps);
/// The elements of a row as points in time; nothing for an empty row.
Series seriesOfRow(Row row, const Grid &grid);
/// A subquery skips and repeats samples, so what a histogram says of the one before it does not hold there.
void forgetHints(Series &series);

HistogramPtr scaled(const NativeHistogram &histogram, double factor);
HistogramPtr shared(NativeHistogram histogram);

} // namespace lepto::promql
