#include "ml/base/forecast_methods.h"
#include "ml/base/forecaster.h"

#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace lepto::ml {
namespace {

using Values = std::vector<double>;
const double nan = std::numeric_limits<double>::quiet_NaN();

Values daily(std::size_t n, int season, double noise, double slope = 0)
{
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal;
    Values values(n);
    for (std::size_t i = 0; i < n; ++i)
        values[i] = 50 + slope * double(i) + 20 * std::sin(2 * M_PI * double(i) / season) + noise * normal(random);
    return values;
}

TEST(ForecastMethods, SeasonalNaiveRepeatsTheLastSeason)
{
    EXPECT_EQ(seasonalNaive(Values{9, 9, 1, 2, 3}, 3, 5), (Values{1, 2, 3, 1, 2}));
    EXPECT_EQ(seasonalNaive(Values{9, 4}, 0, 2), (Values{4, 4}));
}

TEST(ForecastMethods, DriftContinuesHalfTheMeanSlope)
{
    EXPECT_EQ(drift(Values{0, 2, 4, 6}, 3), (Values{7, 8, 9}));
}

TEST(ForecastMethods, GapsAreFilledByTheLineBetweenTheirNeighbours)
{
    EXPECT_EQ(filled(Values{nan, 2, nan, nan, 8, nan}), (Values{2, 2, 4, 6, 8, 8}));
    EXPECT_TRUE(filled(Values{nan, nan}).empty());
}

TEST(ForecastMethods, TheSeasonIsFoundAndNoneInNoise)
{
    EXPECT_EQ(detectSeason(daily(480, 24, 2)), 24);
    EXPECT_NEAR(detectSeason(daily(2000, 288, 2)), 288, 1);
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    Values noise(500);
    for (double &v : noise)
        v = normal(random);
    EXPECT_EQ(detectSeason(noise), 0);
    EXPECT_EQ(detectSeason(Values(100, 5.0)), 0);
}

TEST(ForecastMethods, HoltWintersFollowsASeasonWithATrend)
{
    const Values history = daily(240, 24, 0.0, 0.1);
    const Values ahead = HoltWinters::fit(history, 24).forecast(history, 24, 24);
    for (std::size_t h = 0; h < ahead.size(); ++h)
        EXPECT_NEAR(ahead[h], 50 + 0.1 * double(240 + h) + 20 * std::sin(2 * M_PI * double(240 + h) / 24), 2.0) << h;
}

TEST(Forecaster, BeatsSeasonalNaiveOnANoisySeasonAndHoldsItsInterval)
{
    const Values history = daily(24 * 20, 24, 4);
    const auto forecast = forecastSeasonal(history, {.horizon = 24});
    ASSERT_TRUE(forecast);
    EXPECT_EQ(forecast->season, 24);
    EXPECT_EQ(forecast->method, "holt-winters");
    EXPECT_LT(forecast->mase, 1);
    EXPECT_FALSE(forecast->withheld);
    EXPECT_EQ(forecast->mean.size(), 24u);
    EXPECT_GE(forecast->held, 0.7);
    for (std::size_t h = 0; h < 24; ++h) {
        EXPECT_LE(forecast->lower[h], forecast->mean[h]);
        EXPECT_GE(forecast->upper[h], forecast->mean[h]);
    }
}

TEST(Forecaster, WithholdsWhatCannotBeForecast)
{
    std::mt19937_64 random(9);
    std::normal_distribution<double> normal;
    Values walk(400, 0.0);
    for (std::size_t i = 1; i < walk.size(); ++i)
        walk[i] = walk[i - 1] + normal(random);
    const auto forecast = forecastSeasonal(walk, {.horizon = 10});
    ASSERT_TRUE(forecast);
    EXPECT_TRUE(forecast->withheld || forecast->mase < 3);
}

TEST(Forecaster, ConstantHistoryIsForecastExactly)
{
    const auto forecast = forecastSeasonal(Values(50, 7.0), {.horizon = 5});
    ASSERT_TRUE(forecast);
    EXPECT_EQ(forecast->mean, Values(5, 7.0));
    EXPECT_EQ(forecast->mase, 0);
    EXPECT_FALSE(forecast->withheld);
}

TEST(Forecaster, GapsInTheHistoryAreNotCountedAsErrors)
{
    Values history = daily(24 * 20, 24, 2);
    for (std::size_t i = 5; i < history.size(); i += 7)
        history[i] = nan;
    const auto forecast = forecastSeasonal(history, {.horizon = 12, .season = 24});
    ASSERT_TRUE(forecast);
    EXPECT_TRUE(std::isfinite(forecast->mean.back()));
}

TEST(Forecaster, SaysWhyAHistoryIsTooShort)
{
    const auto forecast = forecastSeasonal(Values{1, 2, nan, 4}, {.horizon = 5});
    ASSERT_FALSE(forecast);
    EXPECT_EQ(forecast.error().code, ErrorCode::BadInput);
    EXPECT_EQ(forecast.error().text(), "forecast: the history has 3 usable values, at least 8 are needed");
    EXPECT_FALSE(forecastSeasonal(Values(50, 1.0), {.horizon = 0}));
}

} // namespace
} // namespace lepto::ml
