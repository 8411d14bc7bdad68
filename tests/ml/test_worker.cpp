#include "ml/base/model_container.h"
#include "ml/base/protocol.h"
#include "ml/base/training_data.h"
#include "tests/ml/worker_process.h"

#include <cmath>
#include <csignal>
#include <filesystem>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace lepto::ml {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class Worker : public testing::Test {
protected:
    Worker() : m_folder(fs::temp_directory_path() / ("leptoscope-worker-" + std::to_string(getpid())))
    {
        std::signal(SIGPIPE, SIG_IGN);
        fs::create_directories(m_folder);
        std::mt19937_64 random(4);
        std::normal_distribution<float> normal;
        TrainingData data{{"traffic", "cpu"}, 1'700'000'000'000, 10'000, {}, std::vector<std::uint8_t>(2000, 0)};
        for (std::size_t row = 0; row < data.rows(); ++row) {
            const float load = std::sin(float(row) / 30.0f);
            data.values.push_back(100 + 40 * load + normal(random));
            data.values.push_back(50 + 20 * load + normal(random));
        }
        EXPECT_TRUE(writeTrainingData(path("data"), data));
        for (std::size_t row = 1900; row < 1940; ++row)
            m_rows.push_back({double(data.at(row, 0)), double(data.at(row, 1))});
    }
    ~Worker() override { fs::remove_all(m_folder); }
    std::string path(const std::string &name) const { return (m_folder / name).string(); }

    TrainRequest train(const std::string &name, int epochs) const
    {
        TrainRequest r{path("data"), path(name + ".model"), path(name + ".checkpoint"), {}};
        r.options.epochs = epochs;
        r.options.patience = 100'000;
        r.options.replicas = 2;
        r.options.window = 16;
        r.options.device = "cpu";
        return r;
    }

    Rows m_rows;

private:
    fs::path m_folder;
};

TEST_F(Worker, SaysWhoItIs)
{
    WorkerProcess worker;
    worker.send(encode({"1", HelloRequest{}}));
    const json answer = worker.next();
    EXPECT_EQ(answer["id"], "1");
    EXPECT_EQ(answer["type"], "result");
    EXPECT_EQ(answer["body"]["protocol"], 1);
    EXPECT_FALSE(answer["body"]["device"].get<std::string>().empty());
}

TEST_F(Worker, TrainsEvaluatesScoresAndExplains)
{
    WorkerProcess worker;
    int progress = 0;
    worker.send(encode({"t", train("a", 10)}));
    const json trained = worker.finished(&progress);
    ASSERT_EQ(trained["type"], "result") << trained.dump();
    EXPECT_EQ(progress, 10);
    EXPECT_EQ(trained["body"]["sha256"], *sha256OfFile(path("a.model")));

    worker.send(encode({"e", EvaluateRequest{path("a.model"), path("data")}}));
    const json evaluated = worker.finished();
    ASSERT_EQ(evaluated["type"], "result") << evaluated.dump();
    EXPECT_EQ(evaluated["body"]["labels"], "synthetic");
    for (const char *key : {"vus_pr", "baseline_vus_pr", "vus_roc", "range_f1", "false_alarms_per_day", "baseline_false_alarms_per_day"})
        EXPECT_TRUE(evaluated["body"][key].is_number()) << key;
    EXPECT_TRUE(evaluated["body"]["beats_baseline"].is_boolean());

    Rows rows = m_rows;
    worker.send(encode({"s", ScoreRequest{path("a.model"), rows, "", ""}}));
    EXPECT_LT(worker.finished()["body"]["scores"].back().get<double>(), 0.5);
    for (std::size_t i = rows.size() - 6; i < rows.size(); ++i)
        rows[i][1] = 5;
    worker.send(encode({"x", ExplainRequest{path("a.model"), rows}}));
    const json explained = worker.finished();
    EXPECT_GT(explained["body"]["score"].get<double>(), 0.5);
    EXPECT_EQ(explained["body"]["series"].size(), 2u);

    worker.send(encode({"f", ScoreRequest{path("a.model"), {}, path("data"), path("scores")}}));
    ASSERT_EQ(worker.finished()["body"]["rows"], 2000);
    EXPECT_EQ(readTrainingData(path("scores"))->columns, std::vector<std::string>{"score"});
}

TEST_F(Worker, ForecastsValuesWithGaps)
{
    WorkerProcess worker;
    ForecastRequest request;
    for (int i = 0; i < 240; ++i)
        request.values.push_back(i % 17 == 3 ? NAN : 10 + std::sin(2 * M_PI * i / 24));
    request.horizon = 24;
    request.season = 24;
    worker.send(encode({"1", request}));
    const json answer = worker.finished();
    EXPECT_EQ(answer["body"]["mean"].size(), 24u);
}

TEST_F(Worker, AnswersBadLinesAndGoesOn)
{
    WorkerProcess worker;
    worker.send("garbage\n\n" + std::string(3u << 20, 'x') + "\n" + R"({"v":1,"id":"7","type":"dance"})" + "\n" + encode({"8", HelloRequest{}}));
    EXPECT_EQ(worker.next()["body"]["reason"], "the line is not a JSON object");
    EXPECT_EQ(worker.next()["body"]["reason"], "the line is longer than 1048576 bytes");
    const json unknown = worker.next();
    EXPECT_EQ(unknown["id"], "7");
    EXPECT_EQ(unknown["body"]["code"], "bad_input");
    EXPECT_EQ(worker.next()["id"], "8");
}

TEST_F(Worker, MissingAndForeignFilesAreErrorsWithTheirNames)
{
    WorkerProcess worker;
    auto request = train("a", 2);
    request.data = path("absent");
    worker.send(encode({"1", request}));
    const json absent = worker.finished();
    EXPECT_EQ(absent["body"]["code"], "not_found");
    EXPECT_EQ(absent["body"]["subject"], path("absent"));
    worker.send(encode({"2", ScoreRequest{path("data"), m_rows, "", ""}}));
    EXPECT_EQ(worker.finished()["body"]["code"], "damaged");
}

TEST_F(Worker, CancelStopsATrainingAndLeavesItsCheckpoint)
{
    WorkerProcess worker;
    worker.send(encode({"long", train("a", 100'000)}));
    ASSERT_EQ(worker.next()["type"], "progress");
    worker.send(encode({"waiting", ForecastRequest{}}) + encode({"h", HelloRequest{}}) + encode({"c1", CancelRequest{"waiting"}}) + encode({"c2", CancelRequest{"long"}})
                + encode({"c3", CancelRequest{"nothing"}}));
    std::map<std::string, json> answers;
    while (answers.size() < 6) {
        const json answer = worker.next();
        ASSERT_FALSE(answer.is_null());
        if (answer["type"] != "progress")
            answers[answer["id"].get<std::string>()] = answer;
    }
    EXPECT_EQ(answers["h"]["body"]["program"], "leptoscope-worker");
    EXPECT_EQ(answers["waiting"]["body"]["code"], "cancelled");
    EXPECT_EQ(answers["long"]["body"]["code"], "cancelled");
    EXPECT_EQ(answers["c2"]["type"], "result");
    EXPECT_EQ(answers["c3"]["body"]["code"], "not_found");
    EXPECT_TRUE(fs::exists(path("a.checkpoint")));
    EXPECT_FALSE(fs::exists(path("a.model")));
}

TEST_F(Worker, KilledInTheMiddleItResumesToTheSameModel)
{
    WorkerProcess undisturbed;
    undisturbed.send(encode({"1", train("whole", 60)}));
    const json whole = undisturbed.finished();
    ASSERT_EQ(whole["type"], "result") << whole.dump();
    {
        WorkerProcess killed;
        killed.send(encode({"1", train("cut", 60)}));
        for (int epoch = 0; epoch < 5; ++epoch)
            ASSERT_EQ(killed.next()["type"], "progress");
        killed.kill();
    }
    ASSERT_FALSE(fs::exists(path("cut.model")));
    WorkerProcess again;
    again.send(encode({"1", train("cut", 60)}));
    const json resumed = again.finished();
    ASSERT_EQ(resumed["type"], "result") << resumed.dump();
    EXPECT_GE(resumed["body"]["resumed_from"], 5);
    EXPECT_EQ(resumed["body"]["sha256"], whole["body"]["sha256"]);
}

TEST_F(Worker, EndsWithItsInputEvenInTheMiddleOfATraining)
{
    WorkerProcess worker;
    worker.send(encode({"1", train("a", 100'000)}));
    ASSERT_EQ(worker.next()["type"], "progress");
    worker.closeInput();
    EXPECT_EQ(worker.waitForEnd(10), 0);
}

} // namespace
} // namespace lepto::ml
