#pragma once

#include "ml/base/evaluation.h"
#include "ml/base/training_data.h"
#include "ml/base/window_data.h"

#include <functional>

namespace lepto::ml {

/// A detector's answer for every row of a grid.
struct RowScores {
    std::vector<double> scores;
    std::vector<std::uint8_t> alarms;
};

struct DetectorQuality {
    double vusPr = 0, vusRoc = 0, aucPr = 0, rangeF1 = 0;
    PagingScore paging;
};

/// A trained detector beside the always-on one, on rows that neither was fitted to.
struct Comparison {
    DetectorQuality trained, baseline;
    bool synthetic = false;        ///< nothing is labelled: anomalies were written into the held-back rows (Goswami et al., ICLR 2023)
    std::size_t rows = 0, events = 0;
    bool beatsBaseline = false;    ///< higher VUS-PR, and not clearly more false alarms
};

/// The baseline detector over every column from the first row on; a row's score is that of its worst column.
RowScores baselineRows(const TrainingData &data);

/// Writes level shifts, ramps, spikes and parted columns into the held-back rows and marks them abnormal. Depends on `seed` alone.
TrainingData withSyntheticAnomalies(const TrainingData &data, const RobustScaler &scaler, std::uint64_t seed);

/// `trained` scores all rows of the data that it is given. Errors: BadInput where too few rows are left to judge; those of `trained`.
Result<Comparison> compareDetectors(const TrainingData &data, int window,
                                    const std::function<Result<RowScores>(const TrainingData &)> &trained);

} // namespace lepto::ml
