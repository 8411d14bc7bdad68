#pragma once

#include "ml/base/safetensors.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace lepto::ml {

/// Sizes of a batch of autoencoders of equal shape: input -> hidden -> latent -> hidden -> input, ReLU after the hidden layers.
struct NetworkShape {
    int networks = 1, input = 1, hidden = 1, latent = 1;

    std::int64_t parameters() const; ///< of one network
};

/// Many small networks that train at the price of one: the parameters of all live in one tensor [networks, parameters], every step is a few
/// batched products, the loss is the sum over networks of their own means, so that gradients are those of separate trainings.
/// The gradient is written out by hand (no autograd); Adam after Kingma & Ba, 2015. One thread; owns device memory.
/// Throws c10::Error or std::exception; the worker catches at the border of a job.
class NetworkBatch {
public:
    /// `device`: "cpu" or "cuda". Initial weights by He's rule from `seed`, different for each network.
    NetworkBatch(const NetworkShape &shape, const std::string &device, std::uint64_t seed, double learningRate);
    ~NetworkBatch();

    const NetworkShape &shape() const { return m_shape; }

    /// The series as one flat array; windows are named by where they start in it. Stays on the device.
    void setSeries(std::span<const float> flat);
    /// One step of all networks; `starts` is [networks][batch]. Answers nothing: losses stay on the device.
    void step(std::span<const std::int64_t> starts);
    /// Mean loss per network over the steps since the last call.
    std::vector<double> takeTrainLoss();
    /// Mean squared error per network; `starts` is [networks][windows].
    std::vector<double> loss(std::span<const std::int64_t> starts);
    /// Reconstructions [networks][windows][input]; `starts` likewise.
    std::vector<float> reconstruct(std::span<const std::int64_t> starts);

    /// Remembers the present parameters of the networks with a 1 as their best; `useBest` puts them back.
    void keepBest(std::span<const std::uint8_t> improved);
    void useBest();

    Tensor parameters() const;                     ///< "parameters" [networks, parameters]
    void setParameters(const Tensor &parameters);  ///< shape must fit
    std::vector<Tensor> state() const;             ///< parameters, best, Adam's moments and step: all that a resume needs
    void setState(const TensorFile &file);         ///< throws std::runtime_error where something is missing or does not fit

private:
    struct Device;
    NetworkShape m_shape;
    std::unique_ptr<Device> m_device;
};

/// "cuda" where that is not ruled out by `wanted` and a GPU is usable, else "cpu".
std::string trainingDevice(const std::string &wanted);
bool gpuUsable();
void useOneThread(); ///< small networks lose by more (spinning workers); call once at the start

} // namespace lepto::ml
