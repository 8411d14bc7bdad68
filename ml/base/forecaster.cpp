#include "ml/base/forecaster.h"

#include "ml/base/forecast_methods.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace lepto::ml {
namespace {

using Values = std::vector<double>;

enum class Method { SeasonalNaive, HoltWinters, Drift };
constexpr std::array methods{Method::SeasonalNaive, Method::HoltWinters, Method::Drift};

const char *nameOf(Method method)
{
    switch (method) {
    case Method::SeasonalNaive: return "seasonal-naive";
    case Method::HoltWinters: return "holt-winters";
    case Method::Drift: return "drift";
    }
    return "";
}

Values forecastWith(Method method, std::span<const double> history, int season, int horizon, const HoltWinters &fitted)
{
    switch (method) {
    case Method::SeasonalNaive: return seasonalNaive(history, season, horizon);
    case Method::HoltWinters: return fitted.forecast(history, season, horizon);
    case Method::Drift: return drift(history, horizon);
    }
    return {};
}

/// Errors of one method over the back-test: absolute ones for the score, by step ahead for the interval.
struct BackTest {
    double absolute = 0;
    std::vector<Values> byStep; ///< [horizon][origins] signed errors
    std::size_t count = 0;
};

BackTest backTest(Method method, std::span<const double> history, std::span<const double> raw, int season, int horizon)
{
    const std::size_t n = history.size();
    const std::size_t tested = std::max<std::size_t>(n / 5, 1);
    const auto step = std::max<std::size_t>(tested / 40, 1);
    const HoltWinters fitted = method == Method::HoltWinters ? HoltWinters::fit(history.first(n - tested), season) : HoltWinters{};
    BackTest test;
    test.byStep.resize(std::size_t(horizon));
    for (std::size_t origin = n - tested; origin < n; origin += step) {
        const int reach = int(std::min<std::size_t>(std::size_t(horizon), n - origin));
        const Values predicted = forecastWith(method, history.first(origin), season, reach, fitted);
        for (std::size_t h = 0; h < predicted.size(); ++h) {
            if (!std::isfinite(raw[origin + h]))
                continue;
            const double error = raw[origin + h] - predicted[h];
            test.absolute += std::abs(error);
            test.byStep[h].push_back(error);
            ++test.count;
        }
    }
    return test;
}

/// Mean absolute step of one season: what MASE is scaled with (Hyndman & Koehler, 2006).
double naiveStep(std::span<const double> history, int season)
{
    const std::size_t m = std::size_t(std::max(season, 1));
    double sum = 0;
    for (std::size_t i = m; i < history.size(); ++i)
        sum += std::abs(history[i] - history[i - m]);
    return history.size() > m ? sum / double(history.size() - m) : 0.0;
}

double quantile(Values values, double q)
{
    std::sort(values.begin(), values.end());
    const double position = q * double(values.size() - 1);
    const auto left = std::size_t(position);
    const auto right = std::min(left + 1, values.size() - 1);
    return values[left] + (values[right] - values[left]) * (position - double(left));
}

/// The interval from the back-test's own errors. Steps with few errors borrow those of shorter ones, widened by the root of the distance.
void addInterval(Forecast &forecast, const BackTest &test)
{
    constexpr std::size_t enough = 12;
    const double tail = (1.0 - forecast.coverage) / 2.0;
    Values pool;
    double low = 0, high = 0;
    std::size_t known = 0, inside = 0, all = 0;
    for (std::size_t h = 0; h < forecast.mean.size(); ++h) {
        const Values &errors = test.byStep[h];
        pool.insert(pool.end(), errors.begin(), errors.end());
        if (errors.size() >= enough || h == 0) {
            const Values &base = errors.size() >= enough ? errors : pool;
            if (!base.empty()) {
                low = std::min(low, quantile(base, tail));
                high = std::max(high, quantile(base, 1.0 - tail));
            }
            known = h + 1;
        }
        const double widen = std::sqrt(double(h + 1) / double(std::max<std::size_t>(known, 1)));
        forecast.lower.push_back(forecast.mean[h] + low * widen);
        forecast.upper.push_back(forecast.mean[h] + high * widen);
        for (const double error : errors)
            inside += error >= low * widen && error <= high * widen;
        all += errors.size();
    }
    forecast.held = all ? double(inside) / double(all) : 0.0;
}

Error tooShort(std::size_t finite)
{
    return {ErrorCode::BadInput, "forecast", "the history has " + std::to_string(finite) + " usable values, at least 8 are needed"};
}

} // namespace

Result<Forecast> forecastSeasonal(std::span<const double> raw, const ForecastOptions &options)
{
    const auto finite = std::size_t(std::count_if(raw.begin(), raw.end(), [](double v) { return std::isfinite(v); }));
    if (finite < 8)
        return tooShort(finite);
    if (options.horizon < 1 || options.horizon > 100'000 || options.season < 0 || !(options.coverage > 0 && options.coverage < 1))
        return Error{ErrorCode::BadInput, "forecast", "horizon, season or coverage is out of range"};
    const Values history = filled(raw);
    int season = options.season > 0 ? options.season : detectSeason(history);
    if (std::size_t(season) * 2 > history.size() - history.size() / 5)
        season = 0;

    std::array<BackTest, methods.size()> tests;
    std::size_t best = 0;
    for (std::size_t i = 0; i < methods.size(); ++i) {
        tests[i] = backTest(methods[i], history, raw, season, options.horizon);
        if (tests[i].absolute < tests[best].absolute)
            best = i;
    }
    Forecast forecast;
    forecast.coverage = options.coverage;
    forecast.season = season;
    forecast.method = nameOf(methods[best]);
    const HoltWinters fitted = methods[best] == Method::HoltWinters ? HoltWinters::fit(history, season) : HoltWinters{};
    forecast.mean = forecastWith(methods[best], history, season, options.horizon, fitted);
    const double step = naiveStep(history, season);
    const double meanError = tests[best].count ? tests[best].absolute / double(tests[best].count) : 0.0;
    forecast.mase = step > 0 ? meanError / step : (meanError > 0 ? 1.0 : 0.0);
    // A history that never moves is forecast perfectly by its last value: nothing is hidden by drawing that.
    forecast.withheld = tests[best].absolute > 0 && tests[best].absolute > 0.98 * tests[0].absolute;
    addInterval(forecast, tests[best]);
    return forecast;
}

} // namespace lepto::ml
