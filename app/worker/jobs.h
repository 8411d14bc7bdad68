#pragma once

#include "app/worker/answer_writer.h"
#include "ml/base/protocol.h"
#include "ml/torch/autoencoder.h"

#include <atomic>
#include <map>

namespace lepto {

/// Carries out one request after another and answers each with one result or error. One thread; models stay loaded between requests.
class Jobs {
public:
    Jobs(AnswerWriter &writer, const std::atomic<bool> &cancel) : m_writer(writer), m_cancel(cancel) {}
    void run(const ml::Request &request);
    static nlohmann::json hello();      ///< who this worker is and what it trains on

private:
    using Answer = Result<nlohmann::json>;
    Answer answer(const std::string &id, const ml::HelloRequest &request);
    Answer answer(const std::string &id, const ml::TrainRequest &request);
    Answer answer(const std::string &id, const ml::EvaluateRequest &request);
    Answer answer(const std::string &id, const ml::ScoreRequest &request);
    Answer answer(const std::string &id, const ml::ForecastRequest &request);
    Answer answer(const std::string &id, const ml::ExplainRequest &request);
    Answer answer(const std::string &id, const ml::CancelRequest &request);

    Result<const ml::Autoencoder *> model(const std::string &path);
    Result<std::vector<ml::RowScore>> scoreRows(const ml::Autoencoder &model, const ml::Rows &rows);

    struct Loaded {
        std::string stamp;              ///< size and time of the file
        ml::Autoencoder model;
    };
    AnswerWriter &m_writer;
    const std::atomic<bool> &m_cancel;
    std::map<std::string, Loaded> m_models;
};

} // namespace lepto
