#include "ml/torch/autoencoder.h"

#include "ml/base/score_calibration.h"
#include "ml/base/window_data.h"
#include "ml/torch/autoencoder_layout.h"
#include "ml/torch/network_batch.h"
#include "ml/torch/torch_error.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <numeric>
#include <random>

#include <nlohmann/json.hpp>

namespace lepto::ml {
namespace {

constexpr std::size_t fewestWindows = 32;
constexpr int mostSteps = 400;       // an epoch, so that progress and checkpoints come often
constexpr std::size_t mostValidated = 4096;

std::vector<std::size_t> rowsWith(const std::vector<std::uint8_t> &flags)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < flags.size(); ++row)
        if (flags[row])
            rows.push_back(row);
    return rows;
}

/// At most `most` of the rows, evenly spread.
std::vector<std::size_t> thinned(const std::vector<std::size_t> &rows, std::size_t most)
{
    if (rows.size() <= most)
        return rows;
    std::vector<std::size_t> kept(most);
    for (std::size_t i = 0; i < most; ++i)
        kept[i] = rows[i * rows.size() / most];
    return kept;
}

double meanOf(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()); }

/// One training run from reading to writing.
class Run {
public:
    Run(const TrainRequest &request, const TrainHooks &hooks, TrainingData data, std::string dataHash);

    Result<TrainOutcome> go();

private:
    void resume();
    bool trainEpoch(int epoch, double &trainLoss);
    double validate();
    Result<void> checkpoint(int epoch) const;
    Result<TrainOutcome> finish(int epochs);
    std::string fingerprint() const;
    bool cancelled() const { return m_hooks.cancel && m_hooks.cancel->load(); }

    const TrainRequest &m_request;
    const TrainHooks &m_hooks;
    TrainingData m_data;
    std::string m_dataHash, m_device;
    AutoencoderLayout m_layout;
    RowSplit m_split;
    RobustScaler m_scaler;
    std::vector<float> m_flat;
    std::vector<std::size_t> m_trainEnds, m_validEnds;
    std::vector<std::int64_t> m_validStarts;
    std::unique_ptr<NetworkBatch> m_batch;
    std::vector<double> m_bestLoss;
    std::vector<int> m_sinceBest;
    int m_resumedFrom = 0;
};

Run::Run(const TrainRequest &request, const TrainHooks &hooks, TrainingData data, std::string dataHash)
    : m_request(request)
    , m_hooks(hooks)
    , m_data(std::move(data))
    , m_dataHash(std::move(dataHash))
    , m_device(trainingDevice(request.options.device))
    , m_layout(AutoencoderLayout::choose(request.options, int(m_data.columns.size()), m_data.rows()))
    , m_split(splitRows(m_data, m_layout.window))
    , m_scaler(RobustScaler::fit(m_data, m_split.learnable))
    , m_flat(m_layout.flat(scaledRows(m_data.values, m_data.columns.size(), m_scaler)))
    , m_trainEnds(rowsWith(m_split.train))
    , m_validEnds(rowsWith(m_split.valid))
{
}

/// Everything that must be the same for a checkpoint to be continued.
std::string Run::fingerprint() const
{
    const TrainOptions &o = m_request.options;
    return sha256(m_dataHash + m_layout.json() + m_device + nlohmann::json{o.seed, o.batch, o.learningRate, o.patience}.dump());
}

void Run::resume()
{
    const auto file = m_request.checkpoint.empty() ? Result<TensorFile>(Error{}) : readTensors(m_request.checkpoint);
    if (!file)
        return;
    const auto &metadata = file->metadata;
    if (!metadata.count("fingerprint") || metadata.at("fingerprint") != fingerprint())
        return;
    try {
        const auto progress = nlohmann::json::parse(metadata.at("progress"));
        const auto best = progress.at("best").get<std::vector<double>>();
        const auto since = progress.at("since").get<std::vector<int>>();
        if (best.size() != m_bestLoss.size() || since.size() != best.size())
            return;
        m_batch->setState(*file);
        m_bestLoss = best;
        m_sinceBest = since;
        m_resumedFrom = progress.at("epoch").get<int>();
    } catch (const nlohmann::json::exception &) {
        return; // a checkpoint that cannot be read is a run that starts again
    }
}

Result<void> Run::checkpoint(int epoch) const
{
    if (m_request.checkpoint.empty())
        return {};
    TensorFile file;
    file.metadata["fingerprint"] = fingerprint();
    file.metadata["progress"] = nlohmann::json{{"epoch", epoch}, {"best", m_bestLoss}, {"since", m_sinceBest}}.dump();
    file.tensors = m_batch->state();
    return writeTensors(m_request.checkpoint, file);
}

bool Run::trainEpoch(int epoch, double &trainLoss)
{
    const int networks = m_layout.shape().networks;
    const auto batch = std::size_t(m_request.options.batch);
    // The draw depends on seed and epoch alone, so that a resumed run draws what the interrupted one would have drawn.
    std::mt19937_64 random(m_request.options.seed * 7919u + std::uint64_t(epoch));
    const auto steps = std::clamp<std::size_t>((m_trainEnds.size() + batch - 1) / batch, 1, mostSteps);
    std::vector<std::int64_t> starts(std::size_t(networks) * batch);
    for (std::size_t step = 0; step < steps; ++step) {
        if (cancelled())
            return false;
        for (std::size_t i = 0; i < starts.size(); ++i)
            starts[i] = m_layout.start(int(i / batch), m_trainEnds[random() % m_trainEnds.size()], m_data.rows());
        m_batch->step(starts);
    }
    trainLoss = meanOf(m_batch->takeTrainLoss());
    return true;
}

double Run::validate()
{
    const auto losses = m_batch->loss(m_validStarts);
    std::vector<std::uint8_t> improved(losses.size());
    for (std::size_t i = 0; i < losses.size(); ++i) {
        improved[i] = losses[i] < m_bestLoss[i] * 0.999;
        m_sinceBest[i] = improved[i] ? 0 : m_sinceBest[i] + 1;
        if (improved[i])
            m_bestLoss[i] = losses[i];
    }
    m_batch->keepBest(improved);
    return meanOf(losses);
}

Result<TrainOutcome> Run::go()
{
    if (m_trainEnds.size() < fewestWindows || m_validEnds.size() < 8)
        return Error{ErrorCode::BadInput, m_request.data,
                     "only " + std::to_string(m_trainEnds.size()) + " rows without gaps or labels are left to learn from, at least "
                         + std::to_string(fewestWindows) + " are needed"};
    m_batch = std::make_unique<NetworkBatch>(m_layout.shape(), m_device, m_request.options.seed, m_request.options.learningRate);
    m_batch->setSeries(m_flat);
    m_bestLoss.assign(std::size_t(m_layout.shape().networks), std::numeric_limits<double>::max());
    m_sinceBest.assign(m_bestLoss.size(), 0);
    m_validStarts = m_layout.starts(thinned(m_validEnds, mostValidated), m_data.rows());
    resume();
    const auto began = std::chrono::steady_clock::now();
    const int epochs = m_request.options.epochs;
    int epoch = m_resumedFrom;
    const auto spent = [&] { return *std::min_element(m_sinceBest.begin(), m_sinceBest.end()) >= m_request.options.patience; };
    while (epoch < epochs && !spent()) {
        double trainLoss = 0;
        if (!trainEpoch(epoch, trainLoss))
            return Error{ErrorCode::Cancelled, "training", "stopped after epoch " + std::to_string(epoch)};
        ++epoch;
        const double validLoss = validate();
        if (const auto saved = checkpoint(epoch); !saved)
            return saved.error();
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        if (m_hooks.progress)
            m_hooks.progress({epoch, epochs, trainLoss, validLoss, seconds / (epoch - m_resumedFrom) * (epochs - epoch)});
    }
    return finish(epoch);
}

Result<TrainOutcome> Run::finish(int epochs)
{
    m_batch->useBest();
    const auto errors = columnErrors(*m_batch, m_layout, m_flat, m_data.rows(), m_validEnds).errors;
    const auto columns = m_data.columns.size();
    const auto calibration = ScoreCalibration::fit(errors, columns, m_data.step);
    ModelManifest manifest;
    manifest.arch = "autoencoder";
    manifest.hyperParameters = m_layout.json();
    manifest.series = m_data.columns;
    manifest.dataFrom = m_data.start;
    manifest.dataTo = m_data.timeOf(m_data.rows() - 1);
    manifest.step = m_data.step;
    manifest.dataSha256 = m_dataHash;
    manifest.seed = m_request.options.seed;
    manifest.device = m_device;
    manifest.codeVersion = LEPTOSCOPE_VERSION;
    manifest.threshold = calibration.threshold;
    const std::vector<std::int64_t> size{std::int64_t(columns)};
    const auto hash = writeModel(m_request.model, manifest,
                                 {m_batch->parameters(), Tensor::ofFloats("scaler.median", size, m_scaler.median),
                                  Tensor::ofFloats("scaler.scale", size, m_scaler.scale), Tensor::ofFloats("usual", size, calibration.usual)});
    if (!hash)
        return hash.error();
    return TrainOutcome{*hash, m_device, epochs, m_resumedFrom, meanOf(m_bestLoss), m_trainEnds.size(), m_validEnds.size()};
}

} // namespace

Result<TrainOutcome> trainAutoencoder(const TrainRequest &request, const TrainHooks &hooks)
{
    auto data = readTrainingData(request.data);
    if (!data)
        return data.error();
    const auto hash = sha256OfFile(request.data);
    if (!hash)
        return hash.error();
    return guardTorch("training", [&]() -> Result<TrainOutcome> { return Run(request, hooks, std::move(*data), *hash).go(); });
}

} // namespace lepto::ml
