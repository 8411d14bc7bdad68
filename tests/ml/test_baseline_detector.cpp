#include "ml/base/baseline_detector.h"

#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace lepto::ml {
namespace {

constexpr TimeMs start = 1'700'000'000'000, second = 1000, minute = 60 * second, day = 24 * 60 * minute;

struct Outcome {
    int runs = 0;
    TimeMs firstAfter = -1; ///< delay of the first anomalous sample after the onset
    Score last;
};

Outcome watch(const std::function<double(TimeMs)> &signal, TimeMs length, TimeMs interval, TimeMs onset = 0)
{
    std::mt19937_64 random(5);
    std::uniform_int_distribution<TimeMs> jitter(0, interval / 20);
    const auto detector = makeBaselineDetector();
    Outcome outcome;
    bool before = false;
    for (TimeMs t = 0; t < length; t += interval + jitter(random)) {
        outcome.last = detector->push(start + t, signal(t));
        outcome.runs += outcome.last.anomalous && !before;
        before = outcome.last.anomalous;
        if (before && t >= onset && outcome.firstAfter < 0)
            outcome.firstAfter = t - onset;
    }
    return outcome;
}

struct Noise {
    std::mt19937_64 random{11};
    std::normal_distribution<double> normal;
    double walk = 0;
    double operator()() { return normal(random); }
    double correlated(double memory) { return walk = memory * walk + normal(random); }
};

TEST(BaselineDetector, StaysQuietOnStationaryNoise)
{
    for (const TimeMs interval : {1 * second, 5 * second, 15 * second}) {
        Noise noise;
        EXPECT_LE(watch([&](TimeMs) { return 50 + 5 * noise(); }, 2 * day, interval).runs, 1) << interval;
        EXPECT_LE(watch([&](TimeMs) { return 40 + 5 * noise.correlated(0.9); }, 2 * day, interval).runs, 1) << interval;
        EXPECT_LE(watch([&](TimeMs) { return 0.02 * std::exp(0.5 * noise()); }, 2 * day, interval).runs, 1) << interval;
    }
}

TEST(BaselineDetector, StaysQuietOnADailyRhythm)
{
    Noise noise;
    const auto cpu = [&](TimeMs t) { return 20 + 15 * std::sin(2 * M_PI * double(t) / double(day)) + 2 * noise.correlated(0.8); };
    EXPECT_LE(watch(cpu, 6 * day, 5 * second).runs, 3);
}

TEST(BaselineDetector, FindsALatencyThatTriplesWithinAMinute)
{
    Noise noise;
    const TimeMs onset = 20 * minute;
    const auto found = watch([&](TimeMs t) { return 0.05 * std::exp(0.3 * noise()) * (t >= onset ? 3 : 1); }, 25 * minute, 5 * second, onset);
    EXPECT_EQ(found.runs, 1);
    EXPECT_LT(found.firstAfter, minute);
}

TEST(BaselineDetector, FindsASpikeOfOneSample)
{
    Noise noise;
    const TimeMs onset = 30 * minute;
    const auto spike = [&](TimeMs t) { return 50 + 5 * noise() + (t >= onset && t < onset + 5 * second ? 100 : 0); };
    EXPECT_EQ(watch(spike, onset + minute, 5 * second, onset).firstAfter / (5 * second), 0);
}

TEST(BaselineDetector, FindsASlowRampOfAQueue)
{
    Noise noise;
    const TimeMs onset = day;
    const auto queue = [&](TimeMs t) { return 10 + noise() + (t < onset ? 0 : double(t - onset) / double(5 * minute)); };
    const auto found = watch(queue, onset + 90 * minute, 5 * second, onset);
    EXPECT_GE(found.firstAfter, 0);
    EXPECT_LT(found.firstAfter, 45 * minute);
}

TEST(BaselineDetector, FindsTheFirstErrorsOfASeriesThatWasAlwaysZero)
{
    const TimeMs onset = 10 * minute;
    EXPECT_EQ(watch([&](TimeMs t) { return t >= onset ? 0.05 : 0.0; }, onset + minute, 5 * second, onset).firstAfter / (5 * second), 0);
}

TEST(BaselineDetector, TakesANewLevelAsNormalAfterHalfAnHour)
{
    Noise noise;
    const TimeMs onset = 60 * minute;
    const auto found = watch([&](TimeMs t) { return (t >= onset ? 200 : 100) + 2 * noise(); }, onset + 120 * minute, 5 * second, onset);
    EXPECT_EQ(found.runs, 1);
    EXPECT_FALSE(found.last.anomalous);
    EXPECT_NEAR(found.last.expected, 200, 4);
}

TEST(BaselineDetector, ConstantSeriesHasAFiniteBandAndNoAlarm)
{
    const auto seen = watch([](TimeMs) { return 42.0; }, 60 * minute, 5 * second);
    EXPECT_EQ(seen.runs, 0);
    EXPECT_DOUBLE_EQ(seen.last.expected, 42);
    EXPECT_GT(seen.last.upper, 42);
    EXPECT_LT(seen.last.upper, 50);
    EXPECT_EQ(seen.last.score, 0);
}

TEST(BaselineDetector, NeverShowsANegativeBandForASeriesThatIsNeverNegative)
{
    Noise noise;
    EXPECT_GE(watch([&](TimeMs) { return std::abs(noise()); }, 60 * minute, 5 * second).last.lower, 0);
}

TEST(BaselineDetector, IgnoresATimeThatDoesNotAdvance)
{
    const auto detector = makeBaselineDetector();
    detector->push(start, 1);
    const Score first = detector->push(start + 5 * second, 1);
    const Score repeated = detector->push(start + 5 * second, 1e9);
    EXPECT_EQ(repeated.expected, first.expected);
    EXPECT_EQ(detector->push(start, 1e9).expected, first.expected);
}

TEST(BaselineDetector, MissingValuesEndTheRunButNotTheMemory)
{
    Noise noise;
    const auto detector = makeBaselineDetector();
    TimeMs t = start;
    for (int i = 0; i < 500; ++i, t += 5 * second)
        detector->push(t, 50 + noise());
    EXPECT_TRUE(detector->push(t, 500).anomalous);
    const Score missing = detector->push(t + 5 * second, std::numeric_limits<double>::quiet_NaN());
    EXPECT_FALSE(missing.anomalous);
    EXPECT_FALSE(detector->push(t + 10 * second, 50).anomalous);
    EXPECT_NEAR(detector->push(t + 15 * second, 50).expected, 50, 2);
    EXPECT_TRUE(detector->push(t + 20 * second, 500).ready);
}

TEST(BaselineDetector, KeepsTwoKilobytesASeriesAtMost)
{
    EXPECT_LE(baselineDetectorBytes(), 2048u);
}

TEST(BaselineDetector, SurvivesInfinitiesAndHugeValues)
{
    const auto detector = makeBaselineDetector();
    const double values[] = {1, std::numeric_limits<double>::infinity(), -1e308, 1e308, 0, -0.0, 5e-324, 1};
    TimeMs t = start;
    for (int round = 0; round < 100; ++round)
        for (const double v : values) {
            const Score score = detector->push(t += second, v);
            ASSERT_TRUE(score.score >= 0 && score.score <= 1) << score.score;
        }
}

} // namespace
} // namespace lepto::ml
