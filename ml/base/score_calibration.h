#pragma once

#include "ml/base/series.h"

#include <span>
#include <vector>

namespace lepto::ml {

/// Turns errors per column into one score per row with a threshold that needs no label: each column is divided by its 90 % quantile
/// on normal rows, the three largest quotients are averaged, and the threshold comes from an exponential fit to the peaks over
/// the 98 % quantile of that mean (compare TailThreshold), for one false alarm in `falseAlarmEvery`.
struct ScoreCalibration {
    std::vector<float> usual;   ///< per column
    double threshold = 1;

    static constexpr TimeMs falseAlarmEvery = 7LL * 86'400'000;
    /// `errors` is [rows][columns] of normal rows in time order, `step` their spacing.
    static ScoreCalibration fit(std::span<const float> errors, std::size_t columns, TimeMs step);
    double raw(std::span<const float> errors) const;          ///< of one row
    double score(double raw) const;                           ///< 0..1, 0.5 at the threshold
};

} // namespace lepto::ml
