#include "ml/base/window_data.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace lepto::ml {
namespace {

float quantileOf(std::vector<float> &sorted, double q) { return sorted[std::size_t(q * double(sorted.size() - 1))]; }

} // namespace

RobustScaler RobustScaler::fit(const TrainingData &data, std::span<const std::uint8_t> usable)
{
    RobustScaler scaler;
    for (std::size_t column = 0; column < data.columns.size(); ++column) {
        std::vector<float> values;
        for (std::size_t row = 0; row < data.rows(); ++row)
            if (usable[row] && std::isfinite(data.at(row, column)))
                values.push_back(data.at(row, column));
        if (values.empty()) {
            scaler.median.push_back(0);
            scaler.scale.push_back(1);
            continue;
        }
        std::sort(values.begin(), values.end());
        const float median = quantileOf(values, 0.5);
        const float quarters = (quantileOf(values, 0.75) - quantileOf(values, 0.25)) / 1.349f;
        // A series that hardly moves has no quarters: its outer range, then its magnitude, keep the scale finite.
        const float outer = (quantileOf(values, 0.98) - quantileOf(values, 0.02)) / 4.1f;
        scaler.median.push_back(median);
        scaler.scale.push_back(std::max({quarters, outer, 0.01f * std::abs(median), 1e-9f}));
    }
    return scaler;
}

float RobustScaler::apply(std::size_t column, float v) const
{
    return std::clamp((v - median[column]) / scale[column], -clip, clip);
}

std::vector<float> scaledRows(std::span<const float> values, std::size_t columns, const RobustScaler &scaler)
{
    std::vector<float> scaled(values.size());
    std::vector<float> last(columns, 0.0f);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t column = i % columns;
        if (std::isfinite(values[i]))
            last[column] = scaler.apply(column, values[i]);
        scaled[i] = last[column];
    }
    return scaled;
}

RowSplit splitRows(const TrainingData &data, int window)
{
    const std::size_t n = data.rows(), columns = data.columns.size();
    const auto width = std::size_t(window);
    RowSplit split;
    split.learnable.assign(n, 0);
    std::vector<std::uint8_t> near(n, 0);
    for (std::size_t row = 0; row < n; ++row) {
        if (data.flags[row] & RowAbnormal) {
            const std::size_t from = row >= 4 * width ? row - 4 * width : 0;
            std::fill(near.begin() + std::ptrdiff_t(from), near.begin() + std::ptrdiff_t(std::min(n, row + 4 * width + 1)), 1);
        }
    }
    const auto heldFrom = std::size_t(double(n) * 0.7), validFrom = std::size_t(double(n) * 0.7 * 0.85);
    split.train.assign(n, 0);
    split.valid.assign(n, 0);
    split.evaluate.assign(n, 0);
    std::size_t clean = 0; // rows in a row that can be learnt from
    for (std::size_t row = 0; row < n; ++row) {
        const auto first = data.values.begin() + std::ptrdiff_t(row * columns);
        const bool whole = std::all_of(first, first + std::ptrdiff_t(columns), [](float v) { return std::isfinite(v); });
        const bool usable = whole && data.flags[row] == 0 && !near[row];
        split.learnable[row] = usable && row < heldFrom;
        clean = usable ? clean + 1 : 0;
        if (clean >= width && row < heldFrom)
            (row < validFrom ? split.train : split.valid)[row] = 1;
        split.evaluate[row] = (row >= heldFrom || near[row]) && !(data.flags[row] & RowExcluded);
    }
    return split;
}

void gatherWindows(std::span<const float> flat, std::span<const std::int64_t> starts, std::size_t length, float *out)
{
    for (const std::int64_t start : starts) {
        std::memcpy(out, flat.data() + start, length * sizeof(float));
        out += length;
    }
}

} // namespace lepto::ml
