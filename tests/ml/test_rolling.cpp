#include "ml/base/rolling.h"

#include <algorithm>
#include <cmath>
#include <dlfcn.h>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace lepto::ml {
namespace {

using Values = std::vector<float>;

struct Result {
    Values mean, deviation, minimum, maximum;
};

/// The two implementations behind one face; every test below runs over both.
class Rolling : public testing::TestWithParam<const char *> {
protected:
    void SetUp() override
    {
        if (std::string(GetParam()) == "cpu")
            return;
        void *plugin = dlopen(LEPTOSCOPE_BIN_DIR "/libleptoscope_ml_cuda.so", RTLD_NOW);
        if (!plugin)
            GTEST_SKIP() << "skipped: the CUDA plug-in is not built";
        const auto devices = reinterpret_cast<int (*)()>(dlsym(plugin, "leptoscopeCudaDevices"));
        m_cuda = reinterpret_cast<decltype(m_cuda)>(dlsym(plugin, "leptoscopeRollingCuda"));
        ASSERT_TRUE(devices && m_cuda);
        if (devices() == 0)
            GTEST_SKIP() << "skipped: no GPU";
    }

    Result roll(const Values &values, std::size_t series, std::size_t window) const
    {
        const std::size_t n = values.size();
        if (m_cuda) {
            Values out(4 * n);
            EXPECT_EQ(m_cuda(values.data(), series, n / series, window, out.data()), 0);
            const auto part = [&](std::size_t k) { return Values(out.begin() + std::ptrdiff_t(k * n), out.begin() + std::ptrdiff_t((k + 1) * n)); };
            return {part(0), part(1), part(2), part(3)};
        }
        Result r{Values(n), Values(n), Values(n), Values(n)};
        rollingCpu(values, series, window, {r.mean, r.deviation, r.minimum, r.maximum});
        return r;
    }

private:
    int (*m_cuda)(const float *, std::size_t, std::size_t, std::size_t, float *) = nullptr;
};

TEST_P(Rolling, ByHand)
{
    const Result r = roll({1, 3, 2, 6}, 1, 2);
    EXPECT_EQ(r.mean, (Values{1, 2, 2.5, 4}));
    EXPECT_EQ(r.minimum, (Values{1, 1, 2, 2}));
    EXPECT_EQ(r.maximum, (Values{1, 3, 3, 6}));
    EXPECT_FLOAT_EQ(r.deviation[0], 0);
    EXPECT_FLOAT_EQ(r.deviation[1], 1);
    EXPECT_FLOAT_EQ(r.deviation[3], 2);
}

TEST_P(Rolling, SeriesDoNotLookIntoEachOther)
{
    const Result r = roll({9, 9, 9, 1, 1, 1}, 2, 3);
    EXPECT_EQ(r.mean, (Values{9, 9, 9, 1, 1, 1}));
    EXPECT_EQ(r.maximum, (Values{9, 9, 9, 1, 1, 1}));
}

TEST_P(Rolling, EqualsTheDefinitionAtManyLengthsAndWindows)
{
    std::mt19937 random(6);
    std::normal_distribution<float> normal;
    for (const std::size_t length : {1u, 2u, 255u, 256u, 257u, 3000u})
        for (const std::size_t window : {1u, 2u, 7u, 256u, 300u, 5000u}) {
            Values values(length);
            for (float &v : values)
                v = 1e6f + normal(random);
            const Result r = roll(values, 1, window);
            for (std::size_t i = 0; i < length; i += 1 + length / 50) {
                const auto from = values.begin() + std::ptrdiff_t(i + 1 > window ? i + 1 - window : 0), to = values.begin() + std::ptrdiff_t(i) + 1;
                double sum = 0, squares = 0;
                for (auto v = from; v != to; ++v)
                    sum += double(*v);
                const double count = double(to - from), mean = sum / count;
                for (auto v = from; v != to; ++v)
                    squares += (double(*v) - mean) * (double(*v) - mean);
                ASSERT_NEAR(double(r.mean[i]), mean, 0.07) << length << " " << window << " " << i;
                ASSERT_NEAR(double(r.deviation[i]), std::sqrt(squares / count), 1e-3) << length << " " << window << " " << i;
                ASSERT_EQ(r.minimum[i], *std::min_element(from, to));
                ASSERT_EQ(r.maximum[i], *std::max_element(from, to));
            }
        }
}

TEST_P(Rolling, AConstantSeriesHasNoDeviation)
{
    const Result r = roll(Values(5000, 123456.78f), 1, 60);
    EXPECT_EQ(*std::max_element(r.deviation.begin(), r.deviation.end()), 0);
}

INSTANTIATE_TEST_SUITE_P(Both, Rolling, testing::Values("cpu", "cuda"), [](const auto &variant) { return std::string(variant.param); });

} // namespace
} // namespace lepto::ml
