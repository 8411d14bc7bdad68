#include "ml/base/atomic_file.h"
#include "ml/base/window_data.h"
#include "ml/torch/autoencoder.h"
#include "ml/torch/network_batch.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <random>
#include <unistd.h>

#include <gtest/gtest.h>

namespace lepto::ml {
namespace {

namespace fs = std::filesystem;

[[maybe_unused]] const bool oneThread = (useOneThread(), true);

class AutoencoderTest : public testing::Test {
protected:
    AutoencoderTest() : m_folder(fs::temp_directory_path() / ("leptoscope-autoencoder-" + std::to_string(getpid()))) { fs::create_directories(m_folder); }
    ~AutoencoderTest() override { fs::remove_all(m_folder); }
    std::string path(const std::string &name) const { return (m_folder / name).string(); }

    TrainRequest request(const std::string &name) const
    {
        TrainRequest r{path("data"), path(name + ".safetensors"), path(name + ".checkpoint"), {}};
        r.options.epochs = 8;
        r.options.replicas = 2;
        r.options.window = 16;
        r.options.device = "cpu";
        return r;
    }

private:
    fs::path m_folder;
};

/// Two series that move together and one of its own; a fault of 20 rows near the end, where they part.
TrainingData service(std::size_t rows, bool fault)
{
    std::mt19937_64 random(4);
    std::normal_distribution<float> normal;
    TrainingData data{{"traffic", "cpu", "memory"}, 1'700'000'000'000, 10'000, {}, std::vector<std::uint8_t>(rows, 0)};
    for (std::size_t row = 0; row < rows; ++row) {
        const float load = std::sin(float(row) / 30.0f);
        const bool broken = fault && row >= rows - 60 && row < rows - 40;
        data.values.push_back(100 + 40 * load + normal(random));
        data.values.push_back(broken ? 50 - 20 * load : 50 + 20 * load + normal(random));
        data.values.push_back(4e9f + 1e7f * normal(random));
        data.flags[row] = broken ? RowAbnormal : 0;
    }
    return data;
}

TEST_F(AutoencoderTest, TheGradientIsTheSlopeOfTheLoss)
{
    const NetworkShape shape{2, 6, 5, 3};
    std::mt19937_64 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> series(40);
    for (float &v : series)
        v = normal(random);
    const std::vector<std::int64_t> starts{0, 3, 9, 20, 1, 7, 30, 33};
    // A plain gradient step is not exposed: with Adam's first step every parameter moves by the learning rate against its slope's sign.
    const double rate = 1e-4;
    NetworkBatch batch(shape, "cpu", 3, rate);
    batch.setSeries(series);
    const Tensor before = batch.parameters();
    batch.step(starts);
    const auto moved = *batch.parameters().floats(), start = *before.floats();
    int compared = 0;
    for (std::size_t i = 0; i < start.size(); i += 5) {
        const auto lossAt = [&](float shift) {
            auto values = start;
            values[i] += shift;
            batch.setParameters(Tensor::ofFloats("parameters", before.shape, values));
            const auto loss = batch.loss(starts);
            return loss[0] + loss[1];
        };
        const double slope = (lossAt(2e-3f) - lossAt(-2e-3f)) / 4e-3;
        if (std::abs(slope) < 5e-3)
            continue;
        EXPECT_NEAR(double(moved[i] - start[i]), slope > 0 ? -rate : rate, 0.05 * rate) << i;
        ++compared;
    }
    EXPECT_GT(compared, 15);
}

TEST_F(AutoencoderTest, NetworksOfABatchTrainAsTheyWouldAlone)
{
    const std::vector<float> series = [] {
        std::vector<float> values(200);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::sin(float(i) / 5.0f);
        return values;
    }();
    const auto lossAfter = [&](int networks) {
        NetworkBatch batch({networks, 8, 6, 2}, "cpu", 9, 1e-2);
        batch.setSeries(series);
        std::mt19937_64 random(2);
        for (int step = 0; step < 50; ++step) {
            std::vector<std::int64_t> one(16), all;
            for (auto &start : one)
                start = std::int64_t(random() % 190);
            for (int network = 0; network < networks; ++network)
                all.insert(all.end(), one.begin(), one.end());
            batch.step(all);
        }
        return batch.takeTrainLoss()[0];
    };
    EXPECT_NEAR(lossAfter(1), lossAfter(5), 1e-5);
}

TEST_F(AutoencoderTest, LearnsWhatBelongsTogetherAndNamesTheSeriesThatParts)
{
    for (const bool joint : {true, false}) {
        ASSERT_TRUE(writeTrainingData(path("data"), service(3000, true)));
        auto r = request(joint ? "joint" : "single");
        r.options.joint = joint;
        r.options.epochs = 15;
        std::vector<TrainProgress> progress;
        const auto outcome = trainAutoencoder(r, {[&](const TrainProgress &p) { progress.push_back(p); }, nullptr});
        ASSERT_TRUE(outcome) << outcome.error().text();
        EXPECT_EQ(outcome->device, "cpu");
        EXPECT_LT(progress.back().validLoss, progress.front().validLoss);
        const auto model = Autoencoder::load(r.model, "cpu");
        ASSERT_TRUE(model) << model.error().text();
        EXPECT_EQ(model->manifest().series, (std::vector<std::string>{"traffic", "cpu", "memory"}));
        const auto data = service(3000, true);
        const auto scores = model->score(data.values);
        ASSERT_TRUE(scores);
        EXPECT_TRUE(std::isnan(scores->at(3).score));
        int alarms = 0;
        for (std::size_t row = 1000; row < 2900; ++row)
            alarms += scores->at(row).anomalous;
        EXPECT_LE(alarms, 20);
        if (!joint)
            continue;
        const RowScore &fault = scores->at(2945);
        EXPECT_TRUE(fault.anomalous);
        EXPECT_GT(fault.score, 0.5);
        EXPECT_NEAR(std::accumulate(fault.share.begin(), fault.share.end(), 0.0), 1, 1e-9);
        EXPECT_LT(fault.share[2], 0.2);
        EXPECT_NEAR(scores->at(2000).expected[0], double(data.at(2000, 0)), 15);
    }
}

TEST_F(AutoencoderTest, AResumedRunEndsWithTheSameModelAsAnUninterruptedOne)
{
    ASSERT_TRUE(writeTrainingData(path("data"), service(1500, false)));
    const auto whole = trainAutoencoder(request("whole"), {});
    ASSERT_TRUE(whole);
    std::atomic<bool> cancel = false;
    const auto stopped = trainAutoencoder(request("cut"), {[&](const TrainProgress &p) { cancel = p.epoch == 3; }, &cancel});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(path("cut.safetensors")));
    const auto resumed = trainAutoencoder(request("cut"), {});
    ASSERT_TRUE(resumed) << resumed.error().text();
    EXPECT_EQ(resumed->resumedFrom, 3);
    EXPECT_EQ(resumed->sha256, whole->sha256);
}

TEST_F(AutoencoderTest, ACheckpointOfOtherOptionsOrABrokenOneIsNotContinued)
{
    ASSERT_TRUE(writeTrainingData(path("data"), service(1500, false)));
    ASSERT_TRUE(trainAutoencoder(request("a"), {}));
    auto other = request("a");
    other.options.seed = 2;
    EXPECT_EQ(trainAutoencoder(other, {})->resumedFrom, 0);
    std::ofstream(path("a.checkpoint")) << "rubbish";
    EXPECT_EQ(trainAutoencoder(request("a"), {})->resumedFrom, 0);
}

TEST_F(AutoencoderTest, TooFewUsableRowsIsASentence)
{
    auto data = service(1500, false);
    std::fill(data.flags.begin(), data.flags.end() - 5, RowExcluded);
    ASSERT_TRUE(writeTrainingData(path("data"), data));
    const auto outcome = trainAutoencoder(request("x"), {});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::BadInput);
    EXPECT_EQ(outcome.error().reason, "only 0 rows without gaps or labels are left to learn from, at least 32 are needed");
}

TEST_F(AutoencoderTest, AModelWhoseTensorsDoNotFitIsRefused)
{
    ASSERT_TRUE(writeTrainingData(path("data"), service(1500, false)));
    auto r = request("m");
    r.options.epochs = 1;
    ASSERT_TRUE(trainAutoencoder(r, {}));
    auto model = readModel(r.model);
    ASSERT_TRUE(model);
    model->manifest.hyperParameters = R"({"joint":true,"columns":3,"window":60000,"hidden":60000,"latent":60000,"replicas":60000})";
    ASSERT_TRUE(writeModel(path("bad"), model->manifest, model->tensors));
    const auto loaded = Autoencoder::load(path("bad"), "cpu");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Damaged);
    model->manifest.hyperParameters = "{";
    ASSERT_TRUE(writeModel(path("bad"), model->manifest, model->tensors));
    EXPECT_FALSE(Autoencoder::load(path("bad"), "cpu"));
}

TEST_F(AutoencoderTest, RowsWithAWrongNumberOfColumnsAreRefused)
{
    ASSERT_TRUE(writeTrainingData(path("data"), service(1500, false)));
    auto r = request("m");
    r.options.epochs = 1;
    ASSERT_TRUE(trainAutoencoder(r, {}));
    const auto model = Autoencoder::load(r.model, "cpu");
    ASSERT_TRUE(model);
    EXPECT_EQ(model->score(std::vector<float>(7)).error().code, ErrorCode::BadInput);
    EXPECT_TRUE(std::isnan(model->score(std::vector<float>(6, 1.0f))->at(1).score));
}

TEST(WindowData, SplitsRowsWithoutTouchingIncidentsOrGaps)
{
    TrainingData data{{"a"}, 0, 1000, std::vector<float>(200, 1.0f), std::vector<std::uint8_t>(200, 0)};
    data.values[20] = NAN;
    data.flags[60] = RowAbnormal;
    const RowSplit split = splitRows(data, 4);
    EXPECT_FALSE(split.train[2]);
    EXPECT_TRUE(split.train[3]);
    EXPECT_FALSE(split.train[20] || split.train[23]);
    EXPECT_TRUE(split.train[24]);
    EXPECT_FALSE(split.train[44] || split.train[60] || split.train[79]);
    EXPECT_TRUE(split.evaluate[60] && split.evaluate[76] && !split.evaluate[100]);
    EXPECT_TRUE(split.valid[130] && !split.train[130]);
    EXPECT_TRUE(!split.valid[140] && split.evaluate[140]);
}

TEST(WindowData, ScalesByMedianAndQuartersAndCarriesTheLastValueOverAGap)
{
    TrainingData data{{"a"}, 0, 1000, {1, 2, 3, 4, NAN}, std::vector<std::uint8_t>(5, 0)};
    const auto scaler = RobustScaler::fit(data, std::vector<std::uint8_t>(5, 1));
    EXPECT_FLOAT_EQ(scaler.median[0], 2);
    EXPECT_GT(scaler.scale[0], 0);
    const auto scaled = scaledRows(data.values, 1, scaler);
    EXPECT_FLOAT_EQ(scaled[1], 0);
    EXPECT_FLOAT_EQ(scaled[4], scaled[3]);
    EXPECT_FLOAT_EQ(scaler.apply(0, 1e30f), RobustScaler::clip);
}

} // namespace
} // namespace lepto::ml
