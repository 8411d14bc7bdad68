#include "ml/base/evaluation.h"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lepto::ml {
namespace {

namespace fs = std::filesystem;
using Flags = std::vector<std::uint8_t>;
using Values = std::vector<double>;

struct Case {
    Flags labels, predicted;
    Values scores;
    nlohmann::json expected;
};

Case readCase(const fs::path &csv)
{
    Case c;
    std::ifstream in(csv);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream cells(line);
        std::string label, score, predicted;
        std::getline(cells, label, ',');
        std::getline(cells, score, ',');
        std::getline(cells, predicted, ',');
        c.labels.push_back(std::stod(label) > 0.5);
        c.scores.push_back(std::stod(score));
        c.predicted.push_back(std::stod(predicted) > 0.5);
    }
    std::ifstream json(fs::path(csv).replace_extension("").string() + ".expected.json");
    std::string text((std::istreambuf_iterator<char>(json)), std::istreambuf_iterator<char>());
    for (std::size_t at = 0; (at = text.find("NaN", at)) != std::string::npos;)
        text.replace(at, 3, "null"); // Python writes NaN, which JSON does not have
    c.expected = nlohmann::json::parse(text);
    return c;
}

fs::path goldenFolder()
{
    const char *shared = std::getenv("LEPTOSCOPE_SHARED");
    return fs::path(shared && *shared ? shared : LEPTOSCOPE_SOURCE_DIR "/../shared") / "golden/tsb";
}

TEST(Evaluation, EqualsTheReferenceOnAllGoldenCases)
{
    if (!fs::exists(goldenFolder()))
        GTEST_SKIP() << "skipped: no shared data";
    int cases = 0;
    for (const auto &entry : fs::directory_iterator(goldenFolder())) {
        if (entry.path().extension() != ".csv" || entry.path().filename() == "INDEX.csv")
            continue;
        SCOPED_TRACE(entry.path().filename().string());
        const Case c = readCase(entry.path());
        const Values roc = c.expected["range_auc_roc_by_window"], pr = c.expected["range_auc_pr_by_window"];
        const auto volume = volumeUnderSurface(c.labels, c.scores, int(roc.size()) - 1);
        for (std::size_t w = 0; w < roc.size(); ++w) {
            ASSERT_NEAR(volume.rocByWindow[w], roc[w], 1e-9) << "window " << w;
            ASSERT_NEAR(volume.prByWindow[w], pr[w], 1e-9) << "window " << w;
        }
        EXPECT_NEAR(volume.pr, c.expected["get_metrics"]["VUS-PR"].get<double>(), 1e-9);
        EXPECT_NEAR(volume.roc, c.expected["get_metrics"]["VUS-ROC"].get<double>(), 1e-9);
        EXPECT_NEAR(aucPr(c.labels, c.scores), c.expected["get_metrics"]["AUC-PR"].get<double>(), 1e-9);
        EXPECT_NEAR(aucRoc(c.labels, c.scores), c.expected["get_metrics"]["AUC-ROC"].get<double>(), 1e-9);
        EXPECT_NEAR(rangeScore(c.labels, c.predicted).f1, c.expected["get_metrics_pred"]["R-based-F1"].get<double>(), 1e-9);
        ++cases;
    }
    EXPECT_EQ(cases, 28);
}

TEST(Evaluation, APerfectScoreHasFullAreasAtWindowZero)
{
    const Flags labels{0, 0, 1, 1, 0, 0};
    const Values scores{0, 0, 1, 1, 0, 0};
    EXPECT_DOUBLE_EQ(aucPr(labels, scores), 1);
    EXPECT_DOUBLE_EQ(aucRoc(labels, scores), 1);
    EXPECT_DOUBLE_EQ(volumeUnderSurface(labels, scores, 0).pr, 1);
}

TEST(Evaluation, TiesCountHalfInTheOrderOfPairs)
{
    EXPECT_DOUBLE_EQ(aucRoc(Flags{1, 0, 0, 0}, Values{5, 5, 1, 1}), (0.5 + 1 + 1) / 3);
    EXPECT_DOUBLE_EQ(aucPr(Flags{1, 0, 0, 0}, Values{5, 5, 1, 1}), 0.5);
}

TEST(Evaluation, NothingLabelledHasNoArea)
{
    EXPECT_TRUE(std::isnan(volumeUnderSurface(Flags{0, 0}, Values{1, 2}, 3).pr));
    EXPECT_TRUE(std::isnan(aucPr(Flags{0, 0}, Values{1, 2})));
    EXPECT_TRUE(std::isnan(aucRoc(Flags{1, 1}, Values{1, 2})));
}

TEST(Evaluation, RangeScoreByHand)
{
    // Two events of 4 and 2; one alarm covers half of the first, none the second, one is false.
    const Flags labels{0, 1, 1, 1, 1, 0, 0, 1, 1, 0};
    const Flags alarms{0, 0, 0, 1, 1, 0, 1, 0, 0, 0};
    const RangeScore score = rangeScore(labels, alarms);
    EXPECT_DOUBLE_EQ(score.recall, (0.2 + 0.8 * 0.5) / 2);
    EXPECT_DOUBLE_EQ(score.precision, 0.5);
    EXPECT_DOUBLE_EQ(score.f1, 2 * 0.3 * 0.5 / 0.8);
}

TEST(Evaluation, PagingScoreByHand)
{
    const Flags labels{0, 1, 1, 1, 1, 0, 0, 1, 1, 0};
    const Flags alarms{0, 0, 0, 1, 1, 1, 0, 0, 0, 1};
    std::vector<TimeMs> times;
    for (int i = 0; i < 10; ++i)
        times.push_back(i * 3'600'000);
    const PagingScore score = pagingScore(labels, alarms, times);
    EXPECT_EQ(score.events, 2);
    EXPECT_EQ(score.found, 1);
    EXPECT_DOUBLE_EQ(score.meanDelay, 2 * 3'600'000);
    EXPECT_EQ(score.falseAlarms, 1);
    EXPECT_DOUBLE_EQ(score.falseAlarmsPerDay, 1 / (5.0 / 24));
}

TEST(Evaluation, TheBufferWindowIsTheSeason)
{
    Values values;
    for (int i = 0; i < 3000; ++i)
        values.push_back(std::sin(2 * M_PI * i / 48));
    EXPECT_EQ(bufferWindow(values), 48);
    EXPECT_EQ(bufferWindow(Values(500, 1.0)), 125);
}

} // namespace
} // namespace lepto::ml
