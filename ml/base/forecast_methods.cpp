#include "ml/base/forecast_methods.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace lepto::ml {

std::vector<double> seasonalNaive(std::span<const double> history, int season, int horizon)
{
    const std::size_t period = std::clamp<std::size_t>(std::size_t(std::max(season, 1)), 1, history.size());
    std::vector<double> values(static_cast<std::size_t>(horizon));
    for (std::size_t h = 0; h < values.size(); ++h)
        values[h] = history[history.size() - period + h % period];
    return values;
}

std::vector<double> drift(std::span<const double> history, int horizon)
{
    const double slope = history.size() < 2 ? 0.0 : 0.5 * (history.back() - history.front()) / double(history.size() - 1);
    std::vector<double> values(static_cast<std::size_t>(horizon));
    for (std::size_t h = 0; h < values.size(); ++h)
        values[h] = history.back() + slope * double(h + 1);
    return values;
}

struct HoltWinters::State {
    double level = 0, trend = 0;
    std::vector<double> season;
    std::size_t next = 0; ///< place in the season of the next value
};

HoltWinters::State HoltWinters::run(std::span<const double> history, int season, double &squaredError) const
{
    const std::size_t m = season < 2 ? 1 : std::size_t(season);
    const std::size_t start = std::min(history.size(), m);
    State state;
    state.level = std::accumulate(history.begin(), history.begin() + std::ptrdiff_t(start), 0.0) / double(start);
    state.season.assign(m, 0.0);
    if (m > 1)
        for (std::size_t i = 0; i < start; ++i)
            state.season[i] = history[i] - state.level;
    double sum = 0;
    std::size_t counted = 0;
    std::size_t place = start % m;
    for (std::size_t i = start; i < history.size(); ++i) {
        double &seasonal = state.season[place];
        const double before = state.level + damping * state.trend;
        const double error = history[i] - before - seasonal;
        if (i >= 2 * m) {
            sum += error * error;
            ++counted;
        }
        state.level = before + alpha * error;
        state.trend = damping * state.trend + alpha * beta * error;
        if (m > 1)
            seasonal += gamma * (1 - alpha) * error;
        place = place + 1 == m ? 0 : place + 1;
    }
    state.next = place;
    squaredError = counted ? sum / double(counted) : std::numeric_limits<double>::max();
    return state;
}

double HoltWinters::error(std::span<const double> history, int season) const
{
    double squared = 0;
    run(history, season, squared);
    return squared;
}

HoltWinters HoltWinters::fit(std::span<const double> history, int season)
{
    HoltWinters best;
    double lowest = std::numeric_limits<double>::max();
    const auto consider = [&](double alpha, double beta, double gamma) {
        HoltWinters candidate{alpha, beta, gamma, 0.98};
        const double squared = candidate.error(history, season);
        if (squared < lowest) {
            lowest = squared;
            best = candidate;
        }
    };
    const std::vector<double> gammas = season < 2 ? std::vector<double>{0.0} : std::vector<double>{0.02, 0.1, 0.3, 0.6};
    for (const double alpha : {0.02, 0.1, 0.3, 0.6, 0.9})
        for (const double beta : {0.0, 0.05, 0.2})
            for (const double gamma : gammas)
                consider(alpha, beta, gamma);
    const HoltWinters coarse = best;
    for (const double a : {0.6, 0.8, 1.25, 1.6})
        for (const double g : {0.6, 1.0, 1.6})
            consider(std::min(0.99, coarse.alpha * a), coarse.beta, std::min(0.9, coarse.gamma * g));
    return best;
}

std::vector<double> HoltWinters::forecast(std::span<const double> history, int season, int horizon) const
{
    double ignored = 0;
    const State state = run(history, season, ignored);
    std::vector<double> values(static_cast<std::size_t>(horizon));
    double reach = 0, power = damping;
    for (std::size_t h = 0; h < values.size(); ++h, power *= damping) {
        reach += power;
        values[h] = state.level + reach * state.trend + state.season[(state.next + h) % state.season.size()];
    }
    return values;
}

namespace {

/// The history less its least-squares line; empty where it is constant.
std::vector<double> detrended(std::span<const double> history)
{
    const double n = double(history.size());
    const double centre = (n - 1) / 2;
    const double mean = std::accumulate(history.begin(), history.end(), 0.0) / n;
    double slope = 0;
    for (std::size_t i = 0; i < history.size(); ++i)
        slope += (double(i) - centre) * (history[i] - mean);
    slope /= n * (n * n - 1) / 12;
    std::vector<double> rest(history.size());
    double energy = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        rest[i] = history[i] - mean - slope * (double(i) - centre);
        energy += rest[i] * rest[i];
    }
    if (energy <= 1e-12 * mean * mean * n)
        rest.clear();
    return rest;
}

/// Autocorrelation at the lags 0..longest, corrected for the shrinking overlap.
std::vector<double> autocorrelation(const std::vector<double> &x, std::size_t longest)
{
    const std::size_t n = x.size();
    const double variance = std::inner_product(x.begin(), x.end(), x.begin(), 0.0);
    std::vector<double> correlation(longest + 1, 1.0);
    for (std::size_t lag = 1; lag <= longest; ++lag)
        correlation[lag] = std::inner_product(x.begin() + std::ptrdiff_t(lag), x.end(), x.begin(), 0.0) / variance * double(n) / double(n - lag);
    return correlation;
}

} // namespace

int detectSeason(std::span<const double> history)
{
    if (history.size() < 16)
        return 0;
    const std::vector<double> rest = detrended(history);
    if (rest.empty())
        return 0;
    const std::size_t longest = std::min<std::size_t>(rest.size() / 2, 2016);
    const std::vector<double> correlation = autocorrelation(rest, longest);
    std::size_t best = 0;
    for (std::size_t lag = 3; lag < longest; ++lag) {
        const bool peak = correlation[lag] > correlation[lag - 1] && correlation[lag] >= correlation[lag + 1];
        // A multiple of a season correlates as well as the season: it must be clearly better to win.
        if (peak && correlation[lag] > (best ? correlation[best] + 0.05 : 0.3))
            best = lag;
    }
    if (best == 0)
        return 0;
    // Noise moves the very top of a broad peak about: its middle is steadier.
    std::size_t left = best, right = best;
    while (left > 3 && correlation[left - 1] > correlation[best] - 0.02)
        --left;
    while (right < longest && correlation[right + 1] > correlation[best] - 0.02)
        ++right;
    return int((left + right) / 2);
}

std::vector<double> filled(std::span<const double> history)
{
    std::vector<double> values(history.begin(), history.end());
    const std::size_t n = values.size();
    std::size_t last = n;
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isfinite(values[i]))
            continue;
        const std::size_t first = last == n ? 0 : last + 1;
        for (std::size_t k = first; k < i; ++k)
            values[k] = last == n ? values[i] : values[last] + (values[i] - values[last]) * double(k - last) / double(i - last);
        last = i;
    }
    if (last == n)
        return {};
    std::fill(values.begin() + std::ptrdiff_t(last) + 1, values.end(), values[last]);
    return values;
}

} // namespace lepto::ml
