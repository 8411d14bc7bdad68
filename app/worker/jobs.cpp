#include "app/worker/jobs.h"

#include "app/worker/comparison_json.h"
#include "ml/base/forecaster.h"
#include "ml/torch/network_batch.h"

#include <cmath>
#include <filesystem>

namespace lepto {
namespace {

using nlohmann::json;
constexpr std::size_t mostModels = 16;

json finite(double v) { return std::isfinite(v) ? json(v) : json(); }

std::vector<float> flatten(const ml::Rows &rows)
{
    std::vector<float> values;
    for (const auto &row : rows)
        values.insert(values.end(), row.begin(), row.end());
    return values;
}

std::string stampOf(const std::string &path)
{
    std::error_code ignored;
    const auto size = std::filesystem::file_size(path, ignored);
    const auto time = std::filesystem::last_write_time(path, ignored).time_since_epoch().count();
    return std::to_string(size) + ":" + std::to_string(time);
}

/// The columns of the model's series in the file, or why it cannot be scored.
Result<void> sameColumns(const ml::Autoencoder &model, const ml::TrainingData &data, const std::string &path)
{
    if (data.columns != model.manifest().series)
        return Error{ErrorCode::BadInput, path, "the series are not those of the model"};
    return {};
}

} // namespace

json Jobs::hello()
{
    return {{"program", "leptoscope-worker"}, {"version", LEPTOSCOPE_VERSION}, {"protocol", ml::protocolVersion}, {"device", ml::trainingDevice("auto")}};
}

void Jobs::run(const ml::Request &request)
{
    const Answer answered = std::visit([&](const auto &what) { return answer(request.id, what); }, request.what);
    if (answered)
        m_writer.answer(request.id, ml::AnswerType::Result, *answered);
    else
        m_writer.error(request.id, answered.error());
}

Jobs::Answer Jobs::answer(const std::string &, const ml::HelloRequest &) { return hello(); }

Jobs::Answer Jobs::answer(const std::string &id, const ml::TrainRequest &request)
{
    const auto progress = [&](const ml::TrainProgress &p) {
        m_writer.answer(id, ml::AnswerType::Progress, {{"epoch", p.epoch}, {"epochs", p.epochs}, {"train_loss", finite(p.trainLoss)},
                                                       {"valid_loss", finite(p.validLoss)}, {"seconds_left", p.secondsLeft}});
    };
    const auto outcome = ml::trainAutoencoder(request, {progress, &m_cancel});
    if (!outcome)
        return outcome.error();
    return json{{"model", request.model}, {"sha256", outcome->sha256}, {"device", outcome->device}, {"epochs", outcome->epochs},
                {"resumed_from", outcome->resumedFrom}, {"valid_loss", finite(outcome->validLoss)}, {"train_windows", outcome->trainWindows},
                {"valid_windows", outcome->validWindows}};
}

Jobs::Answer Jobs::answer(const std::string &, const ml::EvaluateRequest &request)
{
    const auto loaded = model(request.model);
    if (!loaded)
        return loaded.error();
    const auto data = ml::readTrainingData(request.data);
    if (!data)
        return data.error();
    if (const auto same = sameColumns(**loaded, *data, request.data); !same)
        return same.error();
    const auto comparison = ml::compareDetectors(*data, (*loaded)->window(), [&](const ml::TrainingData &judged) -> Result<ml::RowScores> {
        const auto scores = (*loaded)->score(judged.values);
        if (!scores)
            return scores.error();
        ml::RowScores rows;
        for (const ml::RowScore &row : *scores) {
            rows.scores.push_back(row.score);
            rows.alarms.push_back(row.anomalous);
        }
        return rows;
    });
    if (!comparison)
        return comparison.error();
    return comparisonJson(*comparison);
}

Result<const ml::Autoencoder *> Jobs::model(const std::string &path)
{
    const std::string stamp = stampOf(path);
    const auto found = m_models.find(path);
    if (found != m_models.end() && found->second.stamp == stamp)
        return &found->second.model;
    m_models.erase(path);
    auto loaded = ml::Autoencoder::load(path);
    if (!loaded)
        return loaded.error();
    if (m_models.size() >= mostModels)
        m_models.erase(m_models.begin());
    return &m_models.emplace(path, Loaded{stamp, std::move(*loaded)}).first->second.model;
}

Result<std::vector<ml::RowScore>> Jobs::scoreRows(const ml::Autoencoder &model, const ml::Rows &rows)
{
    if (rows.size() < std::size_t(model.window()))
        return Error{ErrorCode::BadInput, "rows", "the model needs " + std::to_string(model.window()) + " rows, there are " + std::to_string(rows.size())};
    if (rows.front().size() != model.manifest().series.size())
        return Error{ErrorCode::BadInput, "rows", "the model has " + std::to_string(model.manifest().series.size()) + " series, the rows have "
                                                      + std::to_string(rows.front().size())};
    return model.score(flatten(rows));
}

Jobs::Answer Jobs::answer(const std::string &, const ml::ScoreRequest &request)
{
    const auto loaded = model(request.model);
    if (!loaded)
        return loaded.error();
    json scores = json::array(), alarms = json::array();
    if (request.data.empty()) {
        const auto scored = scoreRows(**loaded, request.rows);
        if (!scored)
            return scored.error();
        for (const ml::RowScore &row : *scored) {
            scores.push_back(finite(row.score));
            alarms.push_back(row.anomalous);
        }
        const ml::RowScore &newest = scored->back();
        return json{{"scores", scores}, {"alarms", alarms}, {"share", newest.share}, {"expected", newest.expected}, {"window", (*loaded)->window()}};
    }
    const auto data = ml::readTrainingData(request.data);
    if (!data)
        return data.error();
    if (const auto same = sameColumns(**loaded, *data, request.data); !same)
        return same.error();
    const auto scored = (*loaded)->score(data->values);
    if (!scored)
        return scored.error();
    ml::TrainingData out{{"score"}, data->start, data->step, {}, {}};
    for (const ml::RowScore &row : *scored) {
        out.values.push_back(float(row.score));
        out.flags.push_back(row.anomalous ? ml::RowAbnormal : 0);
    }
    if (const auto written = ml::writeTrainingData(request.output, out); !written)
        return written.error();
    return json{{"output", request.output}, {"rows", scored->size()}};
}

Jobs::Answer Jobs::answer(const std::string &, const ml::ForecastRequest &request)
{
    const auto forecast = ml::forecastSeasonal(request.values, {request.horizon, request.season, request.coverage});
    if (!forecast)
        return forecast.error();
    return json{{"mean", forecast->mean}, {"lower", forecast->lower}, {"upper", forecast->upper}, {"coverage", forecast->coverage},
                {"method", forecast->method}, {"season", forecast->season}, {"mase", finite(forecast->mase)}, {"held", forecast->held},
                {"withheld", forecast->withheld}};
}

Jobs::Answer Jobs::answer(const std::string &, const ml::ExplainRequest &request)
{
    const auto loaded = model(request.model);
    if (!loaded)
        return loaded.error();
    const auto scored = scoreRows(**loaded, request.rows);
    if (!scored)
        return scored.error();
    const ml::RowScore &newest = scored->back();
    json series = json::array();
    for (std::size_t column = 0; column < newest.share.size(); ++column)
        series.push_back({{"series", (*loaded)->manifest().series[column]}, {"share", newest.share[column]},
                          {"value", finite(request.rows.back()[column])}, {"expected", finite(newest.expected[column])}});
    return json{{"score", finite(newest.score)}, {"series", series}};
}

Jobs::Answer Jobs::answer(const std::string &, const ml::CancelRequest &request)
{
    return Error{ErrorCode::NotFound, request.target, "no such request is running or waiting"};
}

} // namespace lepto
