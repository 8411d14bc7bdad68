#include "ml/base/line_reader.h"
#include "ml/base/protocol.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lepto::ml {
namespace {

std::vector<std::string> linesOf(const std::string &name)
{
    std::ifstream in(LEPTOSCOPE_SOURCE_DIR "/tests/data/protocol/" + name);
    EXPECT_TRUE(in) << name;
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

TEST(Protocol, EveryGoldenRequestComesBackByteForByte)
{
    for (const std::string &line : linesOf("requests.jsonl")) {
        const auto request = parseRequest(line);
        ASSERT_TRUE(request) << line << ": " << request.error().text();
        EXPECT_EQ(encode(*request), line + "\n");
    }
}

TEST(Protocol, EveryBadLineIsRefusedWithItsReason)
{
    for (const std::string &line : linesOf("refused.jsonl")) {
        const auto wanted = nlohmann::json::parse(line);
        const auto request = parseRequest(wanted["line"].get<std::string>());
        ASSERT_FALSE(request) << line;
        EXPECT_EQ(request.error().code, ErrorCode::BadInput);
        EXPECT_EQ(request.error().reason, wanted["reason"].get<std::string>());
    }
}

TEST(Protocol, EveryGoldenAnswerIsWhatTheWorkerWrites)
{
    for (const std::string &line : linesOf("answers.jsonl")) {
        const auto answer = nlohmann::json::parse(line);
        const std::vector<std::string> names{"progress", "result", "error", "log"};
        const auto type = std::find(names.begin(), names.end(), answer["type"].get<std::string>()) - names.begin();
        EXPECT_EQ(answerLine(answer["id"].get<std::string>(), AnswerType(type), answer["body"]), line + "\n");
    }
    EXPECT_EQ(errorLine("2", {ErrorCode::Damaged, "models/a.safetensors", "the tensors do not cover the file exactly"}),
              linesOf("answers.jsonl")[2] + "\n");
}

TEST(Protocol, MissingValuesTravelAsNull)
{
    const auto request = parseRequest(encode({"1", ForecastRequest{{1, NAN, INFINITY}, 1, 0, 0.8}}));
    ASSERT_TRUE(request);
    const auto &values = std::get<ForecastRequest>(request->what).values;
    EXPECT_EQ(values[0], 1);
    EXPECT_TRUE(std::isnan(values[1]) && std::isnan(values[2]));
}

TEST(Protocol, AnAnswerWithBrokenUtf8IsStillOneLineOfJson)
{
    const std::string line = errorLine("1", {ErrorCode::NotFound, "bad\xff\nname", "gone"});
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    EXPECT_TRUE(nlohmann::json::accept(line));
}

TEST(Protocol, TheIdOfABadLineCanBeAnswered)
{
    EXPECT_EQ(idOfLine(R"({"v":9,"id":"a","type":"x"})"), "a");
    EXPECT_EQ(idOfLine("garbage"), "");
    EXPECT_EQ(idOfLine(R"({"id":5})"), "");
}

TEST(Protocol, ErrorCodesSurviveTheWire)
{
    for (const ErrorCode code : {ErrorCode::BadInput, ErrorCode::Cancelled, ErrorCode::Exhausted})
        EXPECT_EQ(errorCodeOf(wireName(code)), code);
    EXPECT_EQ(errorCodeOf("whatever"), ErrorCode::Internal);
}

TEST(LineReader, CutsLinesAcrossReadsAndDropsOversizeOnes)
{
    LineReader reader(8);
    std::vector<std::string> lines;
    int dropped = 0;
    const auto feed = [&](std::string_view bytes) {
        reader.feed(bytes, [&](std::string_view line) { lines.emplace_back(line); }, [&] { ++dropped; });
    };
    feed("ab");
    feed("c\n\n1234");
    feed("56789");
    feed("and more of it");
    feed("\nnext\nlast");
    EXPECT_EQ(lines, (std::vector<std::string>{"abc", "", "next"}));
    EXPECT_EQ(dropped, 1);
}

} // namespace
} // namespace lepto::ml
