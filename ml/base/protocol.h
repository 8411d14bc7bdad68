#pragma once

#include "ml/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace lepto::ml {

// The worker protocol: one JSON object a line on stdin and stdout. A request is {"v":1,"id":TEXT,"type":TEXT,"params":{…}}, an
// answer is {"v":1,"id":TEXT,"type":"progress"|"result"|"error"|"log","body":{…}}. Each request gets any number of progress and log
// answers and then exactly one result or error. Bulk data travels in files, named by path.

inline constexpr int protocolVersion = 1;
inline constexpr std::size_t protocolLineLimit = 1u << 20; ///< bytes

/// Rows of values, row = time; null in JSON and NaN here are a missing value.
using Rows = std::vector<std::vector<double>>;

/// How a network is trained. Zero means: chosen from the data.
struct TrainOptions {
    std::uint64_t seed = 1;
    int epochs = 40;
    int patience = 6;            ///< epochs without a better validation loss before a network stops
    int window = 0;              ///< rows
    int hidden = 0, latent = 0;
    int replicas = 4;            ///< networks of different seeds, trained together; their errors are averaged
    bool joint = true;           ///< one network over all series, or one a series
    int batch = 64;
    double learningRate = 2e-3;
    std::string device = "auto"; ///< "auto", "cpu", "cuda"

    friend bool operator==(const TrainOptions &, const TrainOptions &) = default;
};

struct HelloRequest {};
struct TrainRequest {
    std::string data, model, checkpoint; ///< files: input, output, state after each epoch (resumed from where it exists)
    TrainOptions options;
};
struct EvaluateRequest {
    std::string model, data;
};
struct ScoreRequest {
    std::string model;
    Rows rows;                   ///< the newest rows, at least a window; or
    std::string data, output;    ///< a training data file, and the file that gets a score a row
};
struct ForecastRequest {
    std::vector<double> values;
    int horizon = 1, season = 0;
    double coverage = 0.8;
};
struct ExplainRequest {
    std::string model;
    Rows rows;                   ///< the newest rows, at least a window
};
struct CancelRequest {
    std::string target;          ///< id of the request to stop
};

struct Request {
    std::string id;
    std::variant<HelloRequest, TrainRequest, EvaluateRequest, ScoreRequest, ForecastRequest, ExplainRequest, CancelRequest> what;
};

/// Errors: BadInput with what is wrong with the line. The id of a line that is at least a JSON object with an id can be had for the answer.
Result<Request> parseRequest(std::string_view line);
std::string idOfLine(std::string_view line);
/// One line with its newline. NaN and infinities become null.
std::string encode(const Request &request);

enum class AnswerType { Progress, Result, Error, Log };
std::string answerLine(std::string_view id, AnswerType type, const nlohmann::json &body);
std::string errorLine(std::string_view id, const Error &error);

/// Names of the error codes on the wire: "bad_input", "not_found", …
const char *wireName(ErrorCode code);
ErrorCode errorCodeOf(std::string_view wireName); ///< Internal for a name that is not known

} // namespace lepto::ml
