#include "ml/base/protocol.h"

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

namespace lepto::ml {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<ErrorCode, const char *>, 9> codes{{{ErrorCode::BadInput, "bad_input"},
                                                                   {ErrorCode::NotFound, "not_found"},
                                                                   {ErrorCode::Conflict, "conflict"},
                                                                   {ErrorCode::Unavailable, "unavailable"},
                                                                   {ErrorCode::Refused, "refused"},
                                                                   {ErrorCode::Damaged, "damaged"},
                                                                   {ErrorCode::Exhausted, "exhausted"},
                                                                   {ErrorCode::Cancelled, "cancelled"},
                                                                   {ErrorCode::Internal, "internal"}}};

struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <typename T>
T field(const json &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end())
        throw Refusal(std::string(name) + " is missing");
    try {
        return found->get<T>();
    } catch (const json::exception &) {
        throw Refusal(std::string(name) + " has the wrong type");
    }
}

template <typename T>
T field(const json &object, const char *name, T otherwise)
{
    return object.contains(name) ? field<T>(object, name) : otherwise;
}

int number(const json &object, const char *name, int otherwise, int lowest, int highest)
{
    const auto value = field<std::int64_t>(object, name, otherwise);
    if (value < lowest || value > highest)
        throw Refusal(std::string(name) + " must be between " + std::to_string(lowest) + " and " + std::to_string(highest));
    return int(value);
}

std::vector<double> valuesOf(const json &list)
{
    if (!list.is_array())
        throw Refusal("values must be a list");
    std::vector<double> values;
    for (const json &value : list) {
        if (!value.is_number() && !value.is_null())
            throw Refusal("values must be numbers or null");
        values.push_back(value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>());
    }
    return values;
}

Rows rowsOf(const json &params)
{
    Rows rows;
    for (const json &row : field<json>(params, "rows", json::array())) {
        rows.push_back(valuesOf(row));
        if (rows.back().size() != rows.front().size())
            throw Refusal("rows must all have the same length");
    }
    return rows;
}

TrainOptions optionsOf(const json &params)
{
    TrainOptions options;
    options.seed = field<std::uint64_t>(params, "seed", options.seed);
    options.epochs = number(params, "epochs", options.epochs, 1, 100'000);
    options.patience = number(params, "patience", options.patience, 1, 100'000);
    options.window = number(params, "window", 0, 0, 4096);
    options.hidden = number(params, "hidden", 0, 0, 8192);
    options.latent = number(params, "latent", 0, 0, 8192);
    options.replicas = number(params, "replicas", options.replicas, 1, 4096);
    options.joint = field<bool>(params, "joint", options.joint);
    options.batch = number(params, "batch", options.batch, 1, 65'536);
    options.learningRate = field<double>(params, "learning_rate", options.learningRate);
    options.device = field<std::string>(params, "device", options.device);
    if (!(options.learningRate > 0 && options.learningRate <= 1))
        throw Refusal("learning_rate must be over 0 and at most 1");
    if (options.device != "auto" && options.device != "cpu" && options.device != "cuda")
        throw Refusal("device must be auto, cpu or cuda");
    return options;
}

decltype(Request::what) requestOf(const std::string &type, const json &params)
{
    using Text = std::string;
    if (type == "hello")
        return HelloRequest{};
    if (type == "train")
        return TrainRequest{field<Text>(params, "data"), field<Text>(params, "model"), field<Text>(params, "checkpoint", ""), optionsOf(params)};
    if (type == "evaluate")
        return EvaluateRequest{field<Text>(params, "model"), field<Text>(params, "data")};
    if (type == "score")
        return ScoreRequest{field<Text>(params, "model"), rowsOf(params), field<Text>(params, "data", ""), field<Text>(params, "output", "")};
    if (type == "forecast")
        return ForecastRequest{valuesOf(field<json>(params, "values")), number(params, "horizon", 1, 1, 100'000), number(params, "season", 0, 0, 100'000),
                               field<double>(params, "coverage", 0.8)};
    if (type == "explain")
        return ExplainRequest{field<Text>(params, "model"), rowsOf(params)};
    if (type == "cancel")
        return CancelRequest{field<Text>(params, "target")};
    throw Refusal("the type " + type.substr(0, 40) + " is not known");
}

json listOf(const std::vector<double> &values)
{
    json list = json::array();
    for (const double v : values)
        list.push_back(std::isfinite(v) ? json(v) : json());
    return list;
}

json listOf(const Rows &rows)
{
    json list = json::array();
    for (const auto &row : rows)
        list.push_back(listOf(row));
    return list;
}

json paramsOf(const TrainOptions &o)
{
    return {{"seed", o.seed}, {"epochs", o.epochs}, {"patience", o.patience}, {"window", o.window}, {"hidden", o.hidden}, {"latent", o.latent},
            {"replicas", o.replicas}, {"joint", o.joint}, {"batch", o.batch}, {"learning_rate", o.learningRate}, {"device", o.device}};
}

struct Encoder {
    const char *type = "";
    json operator()(const HelloRequest &) { return type = "hello", json::object(); }
    json operator()(const TrainRequest &r)
    {
        type = "train";
        json params = paramsOf(r.options);
        params.update({{"data", r.data}, {"model", r.model}, {"checkpoint", r.checkpoint}});
        return params;
    }
    json operator()(const EvaluateRequest &r) { return type = "evaluate", json{{"model", r.model}, {"data", r.data}}; }
    json operator()(const ScoreRequest &r)
    {
        type = "score";
        return {{"model", r.model}, {"rows", listOf(r.rows)}, {"data", r.data}, {"output", r.output}};
    }
    json operator()(const ForecastRequest &r)
    {
        type = "forecast";
        return {{"values", listOf(r.values)}, {"horizon", r.horizon}, {"season", r.season}, {"coverage", r.coverage}};
    }
    json operator()(const ExplainRequest &r) { return type = "explain", json{{"model", r.model}, {"rows", listOf(r.rows)}}; }
    json operator()(const CancelRequest &r) { return type = "cancel", json{{"target", r.target}}; }
};

std::string lineOf(const json &message) { return message.dump(-1, ' ', false, json::error_handler_t::replace) + '\n'; }

} // namespace

Result<Request> parseRequest(std::string_view line)
{
    const auto bad = [](std::string reason) { return Error{ErrorCode::BadInput, "request", std::move(reason)}; };
    if (line.size() > protocolLineLimit)
        return bad("the line is longer than " + std::to_string(protocolLineLimit) + " bytes");
    const json message = json::parse(line, nullptr, false);
    if (!message.is_object())
        return bad("the line is not a JSON object");
    try {
        if (field<int>(message, "v") != protocolVersion)
            throw Refusal("v must be " + std::to_string(protocolVersion));
        Request request{field<std::string>(message, "id"), HelloRequest{}};
        if (request.id.empty() || request.id.size() > 64)
            throw Refusal("id must have 1 to 64 bytes");
        const json params = field<json>(message, "params", json::object());
        if (!params.is_object())
            throw Refusal("params must be an object");
        request.what = requestOf(field<std::string>(message, "type"), params);
        return request;
    } catch (const Refusal &refusal) {
        return bad(refusal.what());
    }
}

std::string idOfLine(std::string_view line)
{
    const json message = json::parse(line, nullptr, false);
    if (!message.is_object() || !message.contains("id") || !message["id"].is_string())
        return {};
    return message["id"].get<std::string>().substr(0, 64);
}

std::string encode(const Request &request)
{
    Encoder encoder;
    json params = std::visit(encoder, request.what);
    return lineOf({{"v", protocolVersion}, {"id", request.id}, {"type", encoder.type}, {"params", std::move(params)}});
}

std::string answerLine(std::string_view id, AnswerType type, const json &body)
{
    static constexpr std::array names{"progress", "result", "error", "log"};
    return lineOf({{"v", protocolVersion}, {"id", id}, {"type", names[std::size_t(type)]}, {"body", body}});
}

std::string errorLine(std::string_view id, const Error &error)
{
    return answerLine(id, AnswerType::Error, {{"code", wireName(error.code)}, {"subject", error.subject}, {"reason", error.reason}});
}

const char *wireName(ErrorCode code)
{
    for (const auto &[known, name] : codes)
        if (known == code)
            return name;
    return "internal";
}

ErrorCode errorCodeOf(std::string_view wire)
{
    for (const auto &[code, name] : codes)
        if (wire == name)
            return code;
    return ErrorCode::Internal;
}

} // namespace lepto::ml
