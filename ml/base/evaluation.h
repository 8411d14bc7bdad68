#pragma once

#include "ml/base/series.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lepto::ml {

using LabelSpan = std::span<const std::uint8_t>; ///< 1 = abnormal; one a sample, as long as the scores

/// A maximal stretch of ones, both ends included.
struct Run {
    std::size_t first = 0, last = 0;
};
std::vector<Run> runsOf(LabelSpan labels);

/// Volume under the surface (Paparrizos et al., VLDB 2022): the range-aware AUC averaged over buffer windows 0..window, with
/// 250 thresholds. NaN where there is no abnormal sample. O(window * (n + 250)). Scores must be finite.
struct VolumeUnderSurface {
    double roc = 0, pr = 0;
    std::vector<double> rocByWindow, prByWindow;
};
VolumeUnderSurface volumeUnderSurface(LabelSpan labels, std::span<const double> scores, int window);

/// Buffer window for a series: the lag (3..303) of the highest local maximum of the autocorrelation of its first 20,000 values,
/// 125 where there is none (the convention of the TSB-AD benchmark).
int bufferWindow(std::span<const double> values);

double aucPr(LabelSpan labels, std::span<const double> scores);  ///< average precision; ties count as one threshold
double aucRoc(LabelSpan labels, std::span<const double> scores); ///< share of pairs in the right order; ties count half

/// Range-based precision and recall (Tatbul et al., NeurIPS 2018): recall weighs existence 0.2 and overlap 0.8, precision overlap only; flat bias,
/// reciprocal cardinality.
struct RangeScore {
    double precision = 0, recall = 0, f1 = 0;
};
RangeScore rangeScore(LabelSpan labels, LabelSpan predicted);

/// What an engineer feels of a detector's on/off answer.
struct PagingScore {
    int events = 0, found = 0;        ///< labelled runs, and those with an alarm inside
    double meanDelay = 0;             ///< ms from the start of a found run to its first alarm; NaN where none is found
    int falseAlarms = 0;              ///< alarm runs that touch no labelled run
    double falseAlarmsPerDay = 0;     ///< over the time outside labelled runs
};
PagingScore pagingScore(LabelSpan labels, LabelSpan predicted, std::span<const TimeMs> times);

} // namespace lepto::ml
