#include "ml/torch/autoencoder_layout.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace lepto::ml {

AutoencoderLayout AutoencoderLayout::choose(const TrainOptions &options, int columns, std::size_t rows)
{
    AutoencoderLayout layout;
    layout.joint = options.joint;
    layout.columns = columns;
    layout.replicas = options.replicas;
    layout.window = options.window > 0 ? options.window : int(std::clamp<std::size_t>(rows / 50, 8, 32));
    const int input = layout.window * layout.columnsPerGroup();
    layout.hidden = options.hidden > 0 ? options.hidden : std::clamp(input / 2, 8, 128);
    layout.latent = options.latent > 0 ? options.latent : std::clamp(input / 8, 2, 24);
    return layout;
}

NetworkShape AutoencoderLayout::shape() const
{
    return {groups() * replicas, window * columnsPerGroup(), hidden, latent};
}

std::vector<float> AutoencoderLayout::flat(std::span<const float> rows) const
{
    std::vector<float> values(rows.begin(), rows.end());
    if (joint)
        return values;
    const std::size_t count = rows.size() / std::size_t(columns);
    for (std::size_t row = 0; row < count; ++row)
        for (std::size_t column = 0; column < std::size_t(columns); ++column)
            values[column * count + row] = rows[row * std::size_t(columns) + column];
    return values;
}

std::int64_t AutoencoderLayout::start(int network, std::size_t row, std::size_t rows) const
{
    const auto per = std::int64_t(columnsPerGroup());
    return (std::int64_t(groupOf(network)) * std::int64_t(rows) + std::int64_t(row) - window + 1) * per;
}

std::vector<std::int64_t> AutoencoderLayout::starts(std::span<const std::size_t> ends, std::size_t rows) const
{
    std::vector<std::int64_t> all;
    const int networks = shape().networks;
    all.reserve(ends.size() * std::size_t(networks));
    for (int network = 0; network < networks; ++network)
        for (const std::size_t end : ends)
            all.push_back(start(network, end, rows));
    return all;
}

std::string AutoencoderLayout::json() const
{
    return nlohmann::json{{"joint", joint}, {"columns", columns}, {"window", window}, {"hidden", hidden}, {"latent", latent}, {"replicas", replicas}}.dump();
}

Result<AutoencoderLayout> AutoencoderLayout::fromManifest(const ModelManifest &manifest, const std::string &path)
{
    AutoencoderLayout layout;
    try {
        const auto json = nlohmann::json::parse(manifest.hyperParameters);
        layout.joint = json.at("joint").get<bool>();
        for (const auto &[name, member] : {std::pair{"columns", &layout.columns}, {"window", &layout.window}, {"hidden", &layout.hidden},
                                           {"latent", &layout.latent}, {"replicas", &layout.replicas}}) {
            *member = json.at(name).get<int>();
            if (*member < 1 || *member > 65'536)
                return Error{ErrorCode::Damaged, path, std::string("the manifest has an impossible ") + name};
        }
    } catch (const nlohmann::json::exception &) {
        return Error{ErrorCode::Damaged, path, "the hyper-parameters cannot be read"};
    }
    if (manifest.arch != "autoencoder" || manifest.series.size() != std::size_t(layout.columns))
        return Error{ErrorCode::Damaged, path, "the architecture is not known or does not fit its series"};
    return layout;
}

namespace {

/// Adds one network's share of the errors of one window.
void addNetwork(const AutoencoderLayout &layout, int network, const float *window, const float *made, float *errors, float *expected)
{
    const int per = layout.columnsPerGroup();
    const int judged = std::max(1, layout.window / AutoencoderLayout::errorRowsPart);
    for (int c = 0; c < per; ++c) {
        const int column = layout.joint ? c : layout.groupOf(network);
        float sum = 0;
        for (int row = layout.window - judged; row < layout.window; ++row) {
            const float difference = window[row * per + c] - made[row * per + c];
            sum += difference * difference;
        }
        errors[column] += sum / float(judged * layout.replicas);
        expected[column] += made[(layout.window - 1) * per + c] / float(layout.replicas);
    }
}

} // namespace

ColumnErrors columnErrors(NetworkBatch &batch, const AutoencoderLayout &layout, std::span<const float> flat, std::size_t rows,
                          std::span<const std::size_t> ends)
{
    constexpr std::size_t atOnce = 1024;
    const NetworkShape shape = layout.shape();
    const auto columns = std::size_t(layout.columns), input = std::size_t(shape.input);
    ColumnErrors result;
    result.errors.assign(ends.size() * columns, 0.0f);
    result.expected.assign(ends.size() * columns, 0.0f);
    for (std::size_t from = 0; from < ends.size(); from += atOnce) {
        const auto part = ends.subspan(from, std::min(atOnce, ends.size() - from));
        const auto starts = layout.starts(part, rows);
        const auto made = batch.reconstruct(starts);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::size_t end = from + i % part.size();
            addNetwork(layout, int(i / part.size()), flat.data() + starts[i], made.data() + i * input, result.errors.data() + end * columns,
                       result.expected.data() + end * columns);
        }
    }
    return result;
}

} // namespace lepto::ml
