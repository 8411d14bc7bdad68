#include "ml/torch/autoencoder.h"

#include "ml/base/score_calibration.h"
#include "ml/base/window_data.h"
#include "ml/torch/autoencoder_layout.h"
#include "ml/torch/network_batch.h"
#include "ml/torch/torch_error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lepto::ml {

struct Autoencoder::Parts {
    ModelManifest manifest;
    AutoencoderLayout layout;
    RobustScaler scaler;
    ScoreCalibration calibration;
    std::unique_ptr<NetworkBatch> batch;
};

Autoencoder::Autoencoder(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Autoencoder::Autoencoder(Autoencoder &&) noexcept = default;
Autoencoder::~Autoencoder() = default;

const ModelManifest &Autoencoder::manifest() const { return m_parts->manifest; }
int Autoencoder::window() const { return m_parts->layout.window; }

namespace {

/// A tensor of one finite float a column; positive where it divides.
bool readColumn(const Model &model, const char *name, bool positive, std::vector<float> &values)
{
    for (const Tensor &tensor : model.tensors) {
        if (tensor.name != name || tensor.type != DType::F32 || tensor.shape != std::vector{std::int64_t(model.manifest.series.size())})
            continue;
        values = *tensor.floats();
        return std::all_of(values.begin(), values.end(), [&](float v) { return std::isfinite(v) && (!positive || v > 0); });
    }
    return false;
}

const Tensor *parametersOf(const Model &model, const NetworkShape &shape)
{
    for (const Tensor &tensor : model.tensors)
        if (tensor.name == "parameters" && tensor.type == DType::F32
            && tensor.shape == std::vector{std::int64_t(shape.networks), shape.parameters()})
            return &tensor;
    return nullptr;
}

} // namespace

Result<Autoencoder> Autoencoder::load(const std::string &path, const std::string &device)
{
    auto model = readModel(path);
    if (!model)
        return model.error();
    const auto layout = AutoencoderLayout::fromManifest(model->manifest, path);
    if (!layout)
        return layout.error();
    auto parts = std::make_unique<Parts>();
    parts->layout = *layout;
    const Tensor *parameters = parametersOf(*model, layout->shape());
    if (!parameters || model->tensors.size() != 4 || !readColumn(*model, "scaler.median", false, parts->scaler.median)
        || !readColumn(*model, "scaler.scale", true, parts->scaler.scale) || !readColumn(*model, "usual", true, parts->calibration.usual)
        || !(model->manifest.threshold > 0))
        return Error{ErrorCode::Damaged, path, "the tensors do not fit what the manifest says"};
    parts->calibration.threshold = model->manifest.threshold;
    return guardTorch(path.c_str(), [&]() -> Result<Autoencoder> {
        parts->batch = std::make_unique<NetworkBatch>(layout->shape(), trainingDevice(device), 0, 1e-3);
        parts->batch->setParameters(*parameters);
        parts->manifest = std::move(model->manifest);
        return Autoencoder(std::move(parts));
    });
}

Result<std::vector<RowScore>> Autoencoder::score(std::span<const float> values) const
{
    const auto columns = std::size_t(m_parts->layout.columns);
    if (values.empty() || values.size() % columns != 0)
        return Error{ErrorCode::BadInput, "score", "the rows do not have the " + std::to_string(columns) + " columns of the model"};
    const std::size_t rows = values.size() / columns;
    RowScore unknown;
    unknown.score = std::numeric_limits<double>::quiet_NaN();
    std::vector<RowScore> scores(rows, unknown);
    const auto first = std::size_t(m_parts->layout.window) - 1;
    if (rows <= first)
        return scores;
    return guardTorch("score", [&]() -> Result<std::vector<RowScore>> {
        const auto flat = m_parts->layout.flat(scaledRows(values, columns, m_parts->scaler));
        m_parts->batch->setSeries(flat);
        std::vector<std::size_t> ends(rows - first);
        std::iota(ends.begin(), ends.end(), first);
        const auto made = columnErrors(*m_parts->batch, m_parts->layout, flat, rows, ends);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const std::span<const float> errors(made.errors.data() + i * columns, columns);
            RowScore &row = scores[ends[i]];
            const double raw = m_parts->calibration.raw(errors);
            row.score = m_parts->calibration.score(raw);
            row.anomalous = raw > m_parts->calibration.threshold;
            double sum = 0;
            for (std::size_t column = 0; column < columns; ++column) {
                row.share.push_back(double(errors[column]) / double(m_parts->calibration.usual[column]));
                row.expected.push_back(double(m_parts->scaler.invert(column, made.expected[i * columns + column])));
                sum += row.share.back();
            }
            for (double &share : row.share)
                share = sum > 0 ? share / sum : 1.0 / double(columns);
        }
        return scores;
    });
}

} // namespace lepto::ml
