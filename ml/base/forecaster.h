#pragma once

#include "ml/base/result.h"

#include <span>
#include <string>
#include <vector>

namespace lepto::ml {

/// A forecast with its interval and the proof that it deserves to be drawn.
struct Forecast {
    std::vector<double> mean;   ///< one value a step, horizon long
    std::vector<double> lower;  ///< interval of `coverage`
    std::vector<double> upper;
    double coverage = 0.8;      ///< nominal
    std::string method;         ///< "seasonal-naive", "holt-winters", "drift"
    int season = 0;             ///< steps; 0 without season
    double mase = 0.0;          ///< back-test over the last fifth of the history, scaled by the naive error; < 1 is better than naive
    double held = 0.0;          ///< share of back-test values inside the interval
    bool withheld = false;      ///< no better than seasonal naive: say so instead of drawing it
};

struct ForecastOptions {
    int horizon = 1;            ///< steps
    int season = 0;             ///< steps; 0: detected from the data
    double coverage = 0.8;
};

/// Seasonal forecast of a regularly spaced history (NaN = missing). Needs at least 8 finite values.
/// Errors: BadInput when the history is too short or not finite anywhere. Pure; any thread.
Result<Forecast> forecastSeasonal(std::span<const double> history, const ForecastOptions &options);

} // namespace lepto::ml
