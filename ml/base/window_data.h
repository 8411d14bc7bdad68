#pragma once

#include "ml/base/training_data.h"

#include <span>

namespace lepto::ml {

/// Per column: subtract the median, divide by a robust scale with a floor, clip.
struct RobustScaler {
    static constexpr float clip = 8.0f;
    std::vector<float> median, scale;

    /// From the rows that may be learnt from. Columns without a finite value get median 0 and scale 1.
    static RobustScaler fit(const TrainingData &data, std::span<const std::uint8_t> usable);
    float apply(std::size_t column, float v) const;
    float invert(std::size_t column, float scaled) const { return median[column] + scaled * scale[column]; }
};

/// Rows scaled and with gaps filled by the last value (0 before the first).
std::vector<float> scaledRows(std::span<const float> values, std::size_t columns, const RobustScaler &scaler);

/// Which rows serve what. Rows near an incident and rows with gaps belong to none of the first two.
struct RowSplit {
    std::vector<std::uint8_t> train, valid; ///< one a row: 1 where a window may end
    std::vector<std::uint8_t> evaluate;     ///< the held-back end of the history, and incidents with their surroundings
    std::vector<std::uint8_t> learnable;    ///< rows that the scaler may see
};
/// The last 30 % of the rows are held back, the last 15 % of the rest validate.
RowSplit splitRows(const TrainingData &data, int window);

/// Copies windows out of a flat series: out[i] = flat[starts[i], starts[i] + length). The CPU twin of the kernel of the same name.
void gatherWindows(std::span<const float> flat, std::span<const std::int64_t> starts, std::size_t length, float *out);

} // namespace lepto::ml
