#pragma once

#include "ml/base/model_container.h"
#include "ml/base/protocol.h"
#include "ml/torch/network_batch.h"

#include <span>
#include <string>
#include <vector>

namespace lepto::ml {

/// How series, windows and networks lie in memory. A joint model sees all columns in one window; else each column is a group of
/// its own with `replicas` networks. A plain value.
struct AutoencoderLayout {
    bool joint = true;
    int columns = 1, window = 16, hidden = 16, latent = 4, replicas = 1;

    static constexpr int errorRowsPart = 4; ///< the newest 1/4 of a window is judged: an anomaly shows at once, not when it fills the window

    static AutoencoderLayout choose(const TrainOptions &options, int columns, std::size_t rows);
    NetworkShape shape() const;
    int groups() const { return joint ? 1 : columns; }
    int columnsPerGroup() const { return joint ? columns : 1; }
    int groupOf(int network) const { return network / replicas; }

    /// Row after row becomes group after group.
    std::vector<float> flat(std::span<const float> rows) const;
    /// Where the window that ends with `row` starts for `network`.
    std::int64_t start(int network, std::size_t row, std::size_t rows) const;
    /// For all networks, [networks][rows].
    std::vector<std::int64_t> starts(std::span<const std::size_t> ends, std::size_t rows) const;

    std::string json() const;
    /// Errors: Damaged.
    static Result<AutoencoderLayout> fromManifest(const ModelManifest &manifest, const std::string &path);
};

/// What the networks make of windows: errors [ends][columns] (squared, mean over replicas and the newest rows) and the newest
/// row as they would have it, [ends][columns], in scaled units.
struct ColumnErrors {
    std::vector<float> errors, expected;
};
ColumnErrors columnErrors(NetworkBatch &batch, const AutoencoderLayout &layout, std::span<const float> flat, std::size_t rows,
                          std::span<const std::size_t> ends);

} // namespace lepto::ml
