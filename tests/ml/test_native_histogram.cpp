#include "ml/base/histogram_arithmetic.h"
#include "ml/base/histogram_buckets.h"
#include "ml/base/histogram_statistics.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace lepto::ml {
namespace {

using Reset = NativeHistogram::Reset;
constexpr double kInf = std::numeric_limits<double>::infinity();

/// Buckets from index `offset` on, `negative` ones from index 0; the count is what the buckets hold.
NativeHistogram exponential(
    std::int32_t schema, std::vector<double> positive, std::int32_t offset = 0, std::vector<double> negative = {})
{
    NativeHistogram h;
    h.schema = schema;
    for (const auto *side : { &positive, &negative }) {
        for (double count : *side)
            h.count += count;
    }
    if (!positive.empty())
        h.positiveSpans = { { offset, std::uint32_t(positive.size()) } };
    if (!negative.empty())
        h.negativeSpans = { { 0, std::uint32_t(negative.size()) } };
    h.positiveCounts = std::move(positive);
    h.negativeCounts = std::move(negative);
    return h;
}

NativeHistogram custom(std::vector<double> bounds, std::vector<double> counts)
{
    NativeHistogram h = exponential(NativeHistogram::customSchema, std::move(counts));
    h.customBounds = std::move(bounds);
    return h;
}

NativeHistogram withZero(NativeHistogram h, double threshold, double count)
{
    h.zeroThreshold = threshold;
    h.zeroCount = count;
    h.count += count;
    return h;
}

std::string sum(NativeHistogram a, const NativeHistogram &b)
{
    EXPECT_TRUE(add(a, b).compatible);
    return textOf(a);
}

TEST(NativeHistogram, BoundsArePowersOfTheBase)
{
    EXPECT_EQ(exponentialBound(0, 0), 1);
    EXPECT_EQ(exponentialBound(0, 3), 8);
    EXPECT_EQ(exponentialBound(-1, 1), 4);
    EXPECT_NEAR(exponentialBound(1, 1), std::sqrt(2.0), 1e-15);
    EXPECT_EQ(exponentialBound(0, 1024), std::numeric_limits<double>::max());
    EXPECT_EQ(exponentialBound(0, 1025), kInf);
}

TEST(NativeHistogram, TextListsPopulatedBucketsInOrder)
{
    const NativeHistogram h = withZero(exponential(0, { 1, 2 }, 0, { 1, 2 }), 0.001, 2);
    EXPECT_EQ(textOf(h), "{count:8, sum:0, [-2,-1):2, [-1,-0.5):1, [-0.001,0.001]:2, (0.5,1]:1, (1,2]:2}");
    EXPECT_EQ(textOf(custom({ 5, 10 }, { 1, 0, 3 })), "{count:4, sum:0, [-Inf,5]:1, (10,+Inf]:3}");
}

TEST(NativeHistogram, AdditionUsesTheCoarserSchema)
{
    EXPECT_EQ(sum(exponential(-1, { 1 }, 1), exponential(0, { 2, 2 }, 1)), "{count:5, sum:0, (1,4]:5}");
    EXPECT_EQ(sum(exponential(1, { 1, 1, 1 }), exponential(0, { 1 })), "{count:4, sum:0, (0.5,1]:2, (1,2]:2}");
}

TEST(NativeHistogram, AdditionWidensTheZeroBucketUntilItCutsNoBucket)
{
    // 0.6 lies in (0.5,1], which therefore belongs to zero as a whole.
    const NativeHistogram narrow = withZero(exponential(0, { 3, 4 }), 0.1, 1);
    EXPECT_EQ(sum(narrow, withZero({}, 0.6, 5)), "{count:13, sum:0, [-1,1]:9, (1,2]:4}");
}

TEST(NativeHistogram, CustomBoundsAreReducedToTheCommonOnes)
{
    NativeHistogram h = custom({ 2, 4, 6 }, { 1, 2, 5, 7 });
    const auto combination = add(h, custom({ 1, 2, 3, 4, 5, 6, 7, 8 }, { 10, 20, 30, 40, 50, 60, 70, 80, 90 }));
    EXPECT_TRUE(combination.boundsReconciled);
    EXPECT_EQ(textOf(h), "{count:465, sum:0, [-Inf,2]:31, (2,4]:72, (4,6]:115, (6,+Inf]:247}");
    EXPECT_FALSE(subtract(h, exponential(0, { 1 })).compatible);
}

TEST(NativeHistogram, SubtractionLeavesNoEmptyBuckets)
{
    NativeHistogram h = exponential(0, { 1, 2, 1 });
    subtract(h, exponential(0, { 1, 1, 1 }));
    EXPECT_EQ(textOf(h), "{count:1, sum:0, (1,2]:1}");
    EXPECT_EQ(h.positiveSpans, (std::vector<BucketSpan> { { 1, 1 } }));
}

TEST(NativeHistogram, DivisionByZeroLeavesNoBucket)
{
    NativeHistogram h = withZero(exponential(0, { 3 }), 0.5, 1);
    divide(h, 0);
    EXPECT_EQ(h.count, kInf);
    EXPECT_TRUE(h.positiveCounts.empty());
    multiply(h, -1);
    EXPECT_EQ(h.reset, Reset::Gauge);
}

TEST(NativeHistogram, HintsOfDifferentHistogramsAreCombined)
{
    const auto hint = [](Reset a, Reset b) {
        NativeHistogram left, right;
        left.reset = a;
        right.reset = b;
        const bool conflict = add(left, right).resetsConflict;
        return std::pair(left.reset, conflict);
    };
    EXPECT_EQ(hint(Reset::No, Reset::No), std::pair(Reset::No, false));
    EXPECT_EQ(hint(Reset::No, Reset::Gauge), std::pair(Reset::Gauge, false));
    EXPECT_EQ(hint(Reset::No, Reset::Unknown), std::pair(Reset::Unknown, false));
    EXPECT_EQ(hint(Reset::No, Reset::Yes), std::pair(Reset::Unknown, true));
}

TEST(NativeHistogram, AResetIsAnyCountThatFell)
{
    EXPECT_FALSE(isReset(exponential(0, { 1, 2, 1 }), exponential(0, { 1, 1, 1 })));
    EXPECT_TRUE(isReset(exponential(0, { 1, 1, 3 }), exponential(0, { 1, 2, 1 })));
    EXPECT_TRUE(isReset(exponential(1, { 9, 9 }), exponential(0, { 1 }))); // finer than before
    EXPECT_FALSE(isReset(exponential(0, { 9, 9 }), exponential(1, { 1, 1 }))); // coarser is only scaling
    EXPECT_TRUE(isReset(custom({ 2, 3, 4, 6 }, { 1, 0, 1, 5, 8 }), custom({ 2, 4, 6 }, { 1, 2, 5, 7 })));
    EXPECT_FALSE(isReset(custom({ 5, 10 }, { 1 }), custom({ 5 }, { 1 })));
    EXPECT_TRUE(isReset(custom({ 5 }, { 1 }), exponential(0, { 1 })));
    NativeHistogram told = exponential(0, { 9 });
    told.reset = Reset::Yes;
    EXPECT_TRUE(isReset(told, exponential(0, { 1 })));
}

TEST(NativeHistogram, SameHistogramsMayBeWrittenDifferently)
{
    NativeHistogram a = exponential(0, { 1, 0, 2 }), b = a;
    b.positiveSpans = { { 0, 1 }, { 1, 1 } };
    b.positiveCounts = { 1, 2 };
    b.reset = Reset::Gauge;
    EXPECT_TRUE(isSameHistogram(a, b));
    b.sum = 1;
    EXPECT_FALSE(isSameHistogram(a, b));
    a.sum = b.sum = std::nan("");
    EXPECT_TRUE(isSameHistogram(a, b));
}

TEST(NativeHistogram, QuantilesInterpolateExponentially)
{
    const NativeHistogram h = withZero(exponential(0, { 2, 3, 0, 1, 4 }), 0.001, 2);
    EXPECT_NEAR(quantileOf(h, 0.99).value, 15.67072476139083, 1e-9);
    EXPECT_NEAR(quantileOf(h, 0.5).value, 1.5874010519681994, 1e-9);
    EXPECT_NEAR(quantileOf(h, 0.1).value, 0.0006, 1e-12);
    EXPECT_EQ(quantileOf(h, 1).value, 16);
    EXPECT_EQ(quantileOf(h, 1.5).value, kInf);
    EXPECT_TRUE(std::isnan(quantileOf({}, 0.5).value));
    EXPECT_NEAR(quantileOf(exponential(0, {}, 0, { 1, 2, 1 }), 0.5).value, -std::sqrt(2.0), 1e-12);
    EXPECT_EQ(quantileOf(exponential(0, { 1, 2, 1 }, 0, { 1, 2, 1 }), 0.5).value, 0.5);
    EXPECT_EQ(quantileOf(custom({ 5, 10 }, { 1, 2, 1 }), 0.5).value, 7.5);
    EXPECT_EQ(quantileOf(custom({ 5, 10 }, { 0, 0, 1 }), 0.5).value, 10);
}

TEST(NativeHistogram, FractionsAreTheInverseOfQuantiles)
{
    const NativeHistogram h = withZero(exponential(0, { 2, 3, 0, 1, 4 }, 0, { 2, 3, 0, 1, 4 }), 0.001, 4);
    EXPECT_NEAR(fractionOf(h, 1.5, 2).value, 0.051879687409855414, 1e-12);
    EXPECT_NEAR(fractionOf(h, -6, -1.5).value, 0.07625312493990362, 1e-12);
    EXPECT_NEAR(fractionOf(h, -kInf, 0.0005).value, 0.5416666666666666, 1e-12);
    EXPECT_EQ(fractionOf(h, 3, 2).value, 0);
    EXPECT_TRUE(std::isnan(fractionOf(h, std::nan(""), 2).value));
}

TEST(NativeHistogram, ObservationsOfNaNAreInNoFraction)
{
    NativeHistogram h = exponential(0, { 12 });
    h.count = 15;
    h.sum = std::nan("");
    EXPECT_NEAR(fractionOf(h, -kInf, kInf).value, 0.8, 1e-12);
    EXPECT_TRUE(fractionOf(h, -kInf, kInf).nanObservations);
    EXPECT_TRUE(std::isnan(quantileOf(h, 0.81).value));
    EXPECT_NEAR(quantileOf(h, 0.4).value, std::sqrt(0.5), 1e-12);
}

TEST(NativeHistogram, VarianceTakesTheMiddleOfEachBucket)
{
    NativeHistogram h = exponential(2, { 1, 0, 0, 0, 1, 0, 0, 1, 1 });
    h.sum = 10;
    EXPECT_NEAR(varianceOf(h), 1.163807968526718, 1e-9);
    EXPECT_EQ(averageOf(h), 2.5);
}

TEST(NativeHistogram, HostileInputIsNamedAndSurvived)
{
    NativeHistogram h = exponential(0, { 1, 2 });
    EXPECT_FALSE(defectOf(h));
    h.positiveSpans = { { std::numeric_limits<std::int32_t>::max(), 4'000'000'000u }, { -7, 3 } };
    EXPECT_EQ(defectOf(h), "has spans that do not fit its buckets");
    EXPECT_TRUE(isSameHistogram(h, h));
    NativeHistogram wide = withZero(exponential(0, { 1 }), std::nan(""), 1);
    EXPECT_EQ(defectOf(wide), "has a zero threshold that is not a width");
    add(wide, h);
    NativeHistogram odd;
    odd.schema = 99;
    EXPECT_EQ(defectOf(odd), "has the unknown schema 99");
    EXPECT_EQ(defectOf(custom({ 2, 1 }, { 1 })), "has custom bounds that do not ascend");
    EXPECT_EQ(defectOf(custom({ 1 }, { 1, 1, 1 })), "has buckets outside its custom bounds");
}

} // namespace
} // namespace lepto::ml
