#include "ml/base/score_calibration.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace lepto::ml {
namespace {

constexpr float lowestUsual = 0.01f;  // squared sigmas: below a tenth of the noise nothing matters
constexpr std::size_t strongest = 3;

double tailThreshold(const std::vector<double> &scores, TimeMs step)
{
    std::vector<double> sorted = scores;
    std::sort(sorted.begin(), sorted.end());
    const double quantile = sorted[std::size_t(0.98 * double(sorted.size() - 1))];
    double peak = 0, sum = 0;
    std::size_t peaks = 0, below = 0;
    for (const double score : scores) {
        if (score > quantile) {
            peak = std::max(peak, score - quantile);
            below = 0;
        } else if (peak > 0 && ++below >= 6) {
            sum += peak;
            peak = 0;
            ++peaks;
        }
    }
    if (peak > 0) {
        sum += peak;
        ++peaks;
    }
    const double excess = peaks ? sum / double(peaks) : 0.2 * quantile;
    const double rate = 0.02 * double(ScoreCalibration::falseAlarmEvery) / double(std::max<TimeMs>(step, 1));
    // A few normal hours show less than a week will: the fit from few peaks is taken with a margin.
    const double margin = 1.0 + 1.0 / std::sqrt(double(peaks) + 1.0);
    return std::max(2.0, (quantile + excess * std::log(std::max(rate, 2.0))) * margin);
}

} // namespace

ScoreCalibration ScoreCalibration::fit(std::span<const float> errors, std::size_t columns, TimeMs step)
{
    ScoreCalibration calibration;
    const std::size_t rows = errors.size() / columns;
    for (std::size_t column = 0; column < columns; ++column) {
        std::vector<float> values;
        for (std::size_t row = 0; row < rows; ++row)
            values.push_back(errors[row * columns + column]);
        const auto place = values.begin() + std::ptrdiff_t(0.9 * double(rows - 1));
        std::nth_element(values.begin(), place, values.end());
        calibration.usual.push_back(std::max(lowestUsual, *place));
    }
    std::vector<double> scores;
    for (std::size_t row = 0; row < rows; ++row)
        scores.push_back(calibration.raw(errors.subspan(row * columns, columns)));
    calibration.threshold = tailThreshold(scores, step);
    return calibration;
}

double ScoreCalibration::raw(std::span<const float> errors) const
{
    std::vector<double> quotients;
    for (std::size_t column = 0; column < errors.size(); ++column)
        quotients.push_back(double(errors[column]) / double(usual[column]));
    const std::size_t counted = std::min(strongest, quotients.size());
    std::partial_sort(quotients.begin(), quotients.begin() + std::ptrdiff_t(counted), quotients.end(), std::greater<>());
    return std::accumulate(quotients.begin(), quotients.begin() + std::ptrdiff_t(counted), 0.0) / double(counted);
}

double ScoreCalibration::score(double raw) const
{
    const double ratio = raw / threshold;
    return ratio * ratio / (1.0 + ratio * ratio);
}

} // namespace lepto::ml
