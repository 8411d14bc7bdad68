#pragma once

#include <span>
#include <vector>

namespace lepto::ml {

// Point forecasts of a gap-free, regularly spaced history; each answers `horizon` values. Pure; any thread.

/// The value one season before (the last value where season is 0).
std::vector<double> seasonalNaive(std::span<const double> history, int season, int horizon);
/// The last value, continued with the mean slope of the history (damped to half of it, so that a trend is not overrated).
std::vector<double> drift(std::span<const double> history, int horizon);

/// Additive Holt-Winters with a damped trend (Hyndman & Athanasopoulos, "Forecasting: principles and practice", 8.3), fitted
/// by a grid over its smoothing constants on the squared one-step error; without season where season < 2.
struct HoltWinters {
    double alpha = 0.3, beta = 0.05, gamma = 0.1, damping = 0.98;

    static HoltWinters fit(std::span<const double> history, int season);
    /// Mean squared one-step error after the first two seasons.
    double error(std::span<const double> history, int season) const;
    std::vector<double> forecast(std::span<const double> history, int season, int horizon) const;

private:
    struct State;
    State run(std::span<const double> history, int season, double &squaredError) const;
};

/// Season of the history in steps by the highest local maximum of the autocorrelation of the detrended series (0 where none exceeds 0.3).
int detectSeason(std::span<const double> history);
/// NaN filled by the line between its neighbours, at the ends by the nearest value. Empty where nothing is finite.
std::vector<double> filled(std::span<const double> history);

} // namespace lepto::ml
