#include "ml/base/cleaning.h"
#include "ml/base/series_quality.h"
#include "ml/base/unit_normal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace lepto;
using namespace lepto::ml;

namespace {

std::vector<double> valuesOf(const std::vector<Sample> &samples)
{
    std::vector<double> values;
    for (const Sample &s : samples)
        values.push_back(s.v);
    return values;
}

std::vector<Sample> every(TimeMs step, std::size_t n, const std::function<double(std::size_t)> &value)
{
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < n; ++i)
        samples.push_back({ 1'000'000 + TimeMs(i) * step, value(i) });
    return samples;
}

double wave(std::size_t i) { return 10 + std::sin(double(i) / 7) + 0.01 * double(i % 13); }

SeriesQuality assess(const std::vector<Sample> &samples, bool counter = false)
{
    QualityInput input;
    input.samples = samples;
    input.from = samples.front().t;
    input.to = samples.back().t;
    input.counter = counter;
    return assessQuality(input);
}

const QualityReason *find(const SeriesQuality &quality, QualityFlaw flaw)
{
    for (const QualityReason &reason : quality.reasons) {
        if (reason.flaw == flaw)
            return &reason;
    }
    return nullptr;
}

} // namespace

TEST(Cleaning, OrdersArrivalsAndTheLastOfARepeatWins)
{
    const std::vector<Sample> arrived { { 10, 1 }, { 30, 3 }, { 20, 2 }, { 30, 4 } };
    const Ordered view = inOrder(arrived);
    EXPECT_EQ(view.samples, (std::vector<Sample> { { 10, 1 }, { 20, 2 }, { 30, 4 } }));
    EXPECT_EQ(view.duplicates, 1u);
    EXPECT_EQ(view.outOfOrder, 1u);
}

TEST(Cleaning, ACounterGoesOnRisingOverItsResets)
{
    const std::vector<Sample> counter { { 1, 5 }, { 2, 9 }, { 3, 2 }, { 4, 4 }, { 5, 1 } };
    const Unreset view = withoutResets(counter);
    EXPECT_EQ(valuesOf(view.samples), (std::vector<double> { 5, 9, 11, 13, 14 }));
    EXPECT_EQ(view.resets, (std::vector<TimeMs> { 3, 5 }));
}

TEST(Cleaning, HampelTakesOutASpikeAndLeavesAStep)
{
    auto spiky = every(1000, 60, [](std::size_t i) { return (i < 30 ? 1.0 : 5.0) + 0.01 * double(i * 7 % 5); });
    spiky[12].v = 40;
    const Denoised view = hampelView(spiky, 5, 5.0);
    EXPECT_EQ(view.replaced, (std::vector<std::size_t> { 12 }));
    EXPECT_NEAR(view.samples[12].v, 1.02, 0.02);
    EXPECT_EQ(view.samples[30].v, spiky[30].v);
}

TEST(Cleaning, TheMedianOfAWindowIsThatOfASortedCopy)
{
    std::mt19937 random(7);
    auto samples = every(1000, 200, [&](std::size_t) { return double(random() % 50); });
    samples[100].v = staleMarker();
    const Denoised view = medianView(samples, 3);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i == 100) {
            EXPECT_TRUE(isStaleMarker(view.samples[i].v));
            continue;
        }
        std::vector<double> window;
        for (std::size_t j = i > 3 ? i - 3 : 0; j <= std::min(i + 3, samples.size() - 1); ++j) {
            if ((j < 100) == (i < 100) && j != 100)
                window.push_back(samples[j].v);
        }
        std::sort(window.begin(), window.end());
        const std::size_t n = window.size();
        EXPECT_EQ(view.samples[i].v, n % 2 ? window[n / 2] : (window[n / 2 - 1] + window[n / 2]) / 2) << i;
    }
}

TEST(Cleaning, TheWeightedMeanHalvesAStepInOneHalfLifeAndStartsAnewAfterAnEnd)
{
    const std::vector<Sample> samples { { 0, 0 }, { 10'000, 8 }, { 20'000, 8 }, { 30'000, staleMarker() }, { 40'000, 2 } };
    const Denoised view = ewmaView(samples, 10'000);
    EXPECT_DOUBLE_EQ(view.samples[1].v, 4);
    EXPECT_DOUBLE_EQ(view.samples[2].v, 6);
    EXPECT_TRUE(isStaleMarker(view.samples[3].v));
    EXPECT_EQ(view.samples[4].v, 2);
}

TEST(Quality, ASteadySeriesIsWithoutBlame)
{
    const SeriesQuality quality = assess(every(5000, 500, wave));
    EXPECT_EQ(quality.score, 100);
    EXPECT_EQ(quality.coverage, 1);
    EXPECT_EQ(quality.interval, 5000);
    EXPECT_TRUE(quality.reasons.empty());
}

TEST(Quality, AHoleIsCountedAndMeasuredAndNeverFilled)
{
    auto samples = every(5000, 400, wave);
    samples.erase(samples.begin() + 100, samples.begin() + 200);
    const SeriesQuality quality = assess(samples);
    EXPECT_EQ(quality.samples, 300);
    EXPECT_EQ(quality.gaps, 1);
    EXPECT_EQ(quality.longestGap, 101 * 5000);
    EXPECT_NEAR(quality.coverage, 0.75, 1e-9);
    ASSERT_TRUE(find(quality, QualityFlaw::Gaps));
    EXPECT_EQ(find(quality, QualityFlaw::Gaps)->firstAt, 1'000'000 + 99 * 5000);
    EXPECT_NEAR(quality.score, 75, 1e-9);
}

TEST(Quality, TimeBetweenADeclaredEndAndTheReturnIsNoGap)
{
    auto samples = every(5000, 300, wave);
    samples[100].v = staleMarker();
    samples.erase(samples.begin() + 101, samples.begin() + 200);
    const SeriesQuality quality = assess(samples);
    EXPECT_EQ(quality.gaps, 0);
    EXPECT_EQ(quality.coverage, 1);
    ASSERT_TRUE(find(quality, QualityFlaw::Flapping));
    EXPECT_EQ(find(quality, QualityFlaw::Flapping)->count, 1);
}

TEST(Quality, ASeriesThatFellSilentSaysSo)
{
    const auto samples = every(5000, 300, wave);
    QualityInput input;
    input.samples = samples;
    input.from = samples.front().t;
    input.to = samples.back().t + 100 * 5000;
    const SeriesQuality quality = assessQuality(input);
    ASSERT_TRUE(find(quality, QualityFlaw::Silent));
    EXPECT_EQ(find(quality, QualityFlaw::Silent)->firstAt, samples.back().t);
    EXPECT_LT(quality.score, 75);
}

TEST(Quality, AGaugeThatFreezesIsFoundAndAConstantOneIsNot)
{
    const auto frozen = every(5000, 300, [](std::size_t i) { return wave(std::min<std::size_t>(i, 200)); });
    ASSERT_TRUE(find(assess(frozen), QualityFlaw::Frozen));
    EXPECT_EQ(find(assess(frozen), QualityFlaw::Frozen)->count, 100);
    EXPECT_FALSE(find(assess(every(5000, 300, [](std::size_t) { return 3.0; })), QualityFlaw::Frozen));
}

TEST(Quality, OneResetADayIsNormalAndTwentyAnHourAreNot)
{
    const auto restarted = every(15'000, 5760, [](std::size_t i) { return double(i < 3000 ? i : i - 3000); });
    EXPECT_FALSE(find(assess(restarted, true), QualityFlaw::Resets));
    const auto crashing = every(15'000, 480, [](std::size_t i) { return double(i % 12); });
    ASSERT_TRUE(find(assess(crashing, true), QualityFlaw::Resets));
    EXPECT_EQ(find(assess(crashing, true), QualityFlaw::Resets)->count, 39);
}

TEST(Quality, NotANumberAndLateArrivalsCost)
{
    auto samples = every(5000, 200, wave);
    samples[50].v = std::numeric_limits<double>::quiet_NaN();
    samples[60].v = std::numeric_limits<double>::infinity();
    QualityInput input;
    input.samples = samples;
    input.from = samples.front().t;
    input.to = samples.back().t;
    input.outOfOrder = 10;
    input.duplicates = 20;
    const SeriesQuality quality = assessQuality(input);
    EXPECT_EQ(find(quality, QualityFlaw::NotANumber)->count, 2);
    EXPECT_EQ(find(quality, QualityFlaw::OutOfOrder)->count, 10);
    EXPECT_EQ(find(quality, QualityFlaw::Duplicates)->count, 20);
    EXPECT_NEAR(quality.score, 100 - 2 - 10 - 10, 1e-9);
    EXPECT_GE(quality.reasons[0].penalty, quality.reasons[1].penalty);
}

TEST(Quality, ScatteredSpikesOfAMovingGaugeAreOutliersAndARareStateIsNot)
{
    const auto spiky = every(5000, 500, [](std::size_t i) { return wave(i) + (i % 40 == 20 ? 50 : 0); });
    ASSERT_TRUE(find(assess(spiky), QualityFlaw::Outliers));
    EXPECT_EQ(find(assess(spiky), QualityFlaw::Outliers)->count, 12);
    EXPECT_EQ(assess(every(5000, 500, [](std::size_t i) { return i % 40 == 20 ? 1.0 : 0.0; })).score, 100);
}

TEST(Quality, AnUnevenBeatIsSeen)
{
    std::vector<Sample> samples;
    TimeMs t = 0;
    for (std::size_t i = 0; i < 300; ++i)
        samples.push_back({ t += (i % 3 ? 5000 : 7000), wave(i) });
    ASSERT_TRUE(find(assess(samples), QualityFlaw::Irregular));
    EXPECT_EQ(assess(samples).gaps, 0);
}

TEST(Quality, NothingAndAlmostNothingAreNotJudged)
{
    EXPECT_FALSE(assessQuality({}).judged);
    EXPECT_FALSE(assess({ { 1, 1 }, { 2, 1 } }).judged);
    EXPECT_FALSE(assess(std::vector<Sample>(50, Sample { 5, 1 })).judged);
    EXPECT_TRUE(assess(every(5000, 10, wave)).judged);
}

TEST(Unit, ADeclaredUnitWinsAndItsValueCanBeTakenBack)
{
    const auto unit = unitOfMetric("request_latency_seconds", "milliseconds");
    ASSERT_TRUE(unit);
    EXPECT_EQ(unit->unit, "seconds");
    EXPECT_DOUBLE_EQ(unit->apply(250), 0.25);
    EXPECT_DOUBLE_EQ(unit->undo(unit->apply(250)), 250);
    EXPECT_DOUBLE_EQ(unitFromWord("fahrenheit")->apply(212), 100);
}

TEST(Unit, IsReadFromAName)
{
    EXPECT_EQ(unitOfMetric("node_memory_MemFree_bytes")->unit, "bytes");
    EXPECT_EQ(unitOfMetric("http_request_duration_milliseconds_bucket")->factor, 1e-3);
    EXPECT_EQ(unitOfMetric("net_megabytes_per_second")->unit, "bytes/s");
    EXPECT_EQ(unitOfMetric("cpu_usage_percent")->factor, 0.01);
    EXPECT_FALSE(unitOfMetric("http_request_duration_seconds_count"));
    EXPECT_FALSE(unitOfMetric("node_load1"));
    EXPECT_FALSE(unitOfMetric("temperature_c", "furlongs"));
    EXPECT_FALSE(unitFromWord("Mb"));
}
