#pragma once

#include "ml/base/model_container.h"
#include "ml/base/protocol.h"
#include "ml/base/training_data.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace lepto::ml {

struct TrainProgress {
    int epoch = 0, epochs = 0;
    double trainLoss = 0, validLoss = 0; ///< mean over the networks, squared robust sigmas
    double secondsLeft = -1;             ///< < 0: not known
};

struct TrainOutcome {
    std::string sha256, device;
    int epochs = 0;                      ///< that were run, those before a resume included
    int resumedFrom = 0;                 ///< epoch of the checkpoint that was continued; 0: none
    double validLoss = 0;
    std::size_t trainWindows = 0, validWindows = 0;
};

struct TrainHooks {
    std::function<void(const TrainProgress &)> progress;
    const std::atomic<bool> *cancel = nullptr; ///< looked at before each step
};

/// Trains autoencoders of windows on the rows that `splitRows` allows and writes the model file. After each epoch the whole state goes to
/// `request.checkpoint` (where it is not empty); a run that finds a checkpoint of the same data and options continues it, and ends with
/// the same model, byte for byte, as one that was never interrupted on the same device.
/// Errors: BadInput (too few usable rows), Cancelled (the checkpoint stays), those of the files, Internal with what Torch said.
Result<TrainOutcome> trainAutoencoder(const TrainRequest &request, const TrainHooks &hooks);

/// What a model thinks of one row.
struct RowScore {
    double score = 0;                ///< 0..1, 0.5 at the threshold; NaN before the first whole window
    bool anomalous = false;
    std::vector<double> share;       ///< per column, part of the error; sums to 1
    std::vector<double> expected;    ///< per column, reconstruction of the newest row, unit of the series
};

/// A trained model, ready to score. One thread.
class Autoencoder {
public:
    /// Errors: those of readModel; Damaged where tensors do not fit what the manifest says.
    static Result<Autoencoder> load(const std::string &path, const std::string &device = "auto");
    Autoencoder(Autoencoder &&) noexcept;
    ~Autoencoder();

    const ModelManifest &manifest() const;
    int window() const;
    /// One score a row; `values` is row after row in the columns of the manifest, NaN = missing (the last value stands in).
    /// Errors: BadInput (wrong number of columns), Internal.
    Result<std::vector<RowScore>> score(std::span<const float> values) const;

private:
    struct Parts;
    explicit Autoencoder(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace lepto::ml
