#include "ml/torch/network_batch.h"

#include "ml/base/window_data.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <stdexcept>

namespace lepto::ml {
namespace {

using Array = at::Tensor;
using Values = Tensor; ///< as it lies in a file

constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

/// The four layers of all networks as views of one [networks, parameters] tensor.
struct Layers {
    Array w1, b1, w2, b2, w3, b3, w4, b4;

    Layers(const Array &flat, const NetworkShape &s)
    {
        std::int64_t at = 0;
        const auto take = [&](std::int64_t rows, std::int64_t columns) {
            Array view = flat.narrow(1, at, rows * columns).view({s.networks, rows, columns});
            at += rows * columns;
            return view;
        };
        w1 = take(s.input, s.hidden), b1 = take(1, s.hidden);
        w2 = take(s.hidden, s.latent), b2 = take(1, s.latent);
        w3 = take(s.latent, s.hidden), b3 = take(1, s.hidden);
        w4 = take(s.hidden, s.input), b4 = take(1, s.input);
    }
};

std::vector<float> initialWeights(const NetworkShape &s, std::uint64_t seed)
{
    std::vector<float> all;
    all.reserve(std::size_t(s.networks * s.parameters()));
    const auto layer = [&](std::mt19937_64 &random, int in, int out) {
        std::normal_distribution<float> normal(0.0f, std::sqrt(2.0f / float(in + out)));
        for (int i = 0; i < in * out; ++i)
            all.push_back(normal(random));
        all.insert(all.end(), std::size_t(out), 0.0f);
    };
    for (int network = 0; network < s.networks; ++network) {
        std::mt19937_64 random(seed * 1'000'003u + std::uint64_t(network));
        layer(random, s.input, s.hidden);
        layer(random, s.hidden, s.latent);
        layer(random, s.latent, s.hidden);
        layer(random, s.hidden, s.input);
    }
    return all;
}

Values valuesOf(const std::string &name, const Array &tensor)
{
    const Array host = tensor.to(at::kCPU).contiguous();
    return Values::ofFloats(name, host.sizes().vec(), std::span(host.data_ptr<float>(), std::size_t(host.numel())));
}

} // namespace

std::int64_t NetworkShape::parameters() const
{
    const std::int64_t d = input, h = hidden, l = latent;
    return d * h + h + h * l + l + l * h + h + h * d + d;
}

namespace {

/// Networks that are stepped together: views of the whole batch's tensors.
struct Shard {
    Shard(const Array &parameters, const Array &gradients, const Array &moment1, const Array &moment2, std::int64_t first, NetworkShape s)
        : begin(first)
        , shape(s)
        , state{parameters.narrow(0, first, s.networks), gradients.narrow(0, first, s.networks), moment1.narrow(0, first, s.networks),
                moment2.narrow(0, first, s.networks)}
        , weights(state[0], s)
        , slopes(state[1], s)
    {
    }

    Array forward(const Array &x, Array *hidden1 = nullptr, Array *latent = nullptr, Array *hidden2 = nullptr) const
    {
        const Array h1 = at::baddbmm(weights.b1, x, weights.w1).relu_();
        const Array z = at::baddbmm(weights.b2, h1, weights.w2);
        const Array h2 = at::baddbmm(weights.b3, z, weights.w3).relu_();
        if (hidden1)
            *hidden1 = h1, *latent = z, *hidden2 = h2;
        return at::baddbmm(weights.b4, h2, weights.w4);
    }

    static void layerGradient(Array &weight, Array &bias, const Array &input, const Array &slope)
    {
        weight.copy_(at::bmm(input.transpose(1, 2), slope));
        bias.copy_(slope.sum(1, true));
    }

    /// Fills the gradients; answers the loss per network.
    Array backward(const Array &x)
    {
        Array h1, z, h2;
        const Array difference = forward(x, &h1, &z, &h2).sub_(x);
        const Array loss = difference.square().mean({1, 2});
        const Array dy = difference.mul_(2.0 / double(x.size(1) * x.size(2)));
        layerGradient(slopes.w4, slopes.b4, h2, dy);
        const Array dh2 = at::threshold_backward(at::bmm(dy, weights.w4.transpose(1, 2)), h2, 0);
        layerGradient(slopes.w3, slopes.b3, z, dh2);
        const Array dz = at::bmm(dh2, weights.w3.transpose(1, 2));
        layerGradient(slopes.w2, slopes.b2, h1, dz);
        const Array dh1 = at::threshold_backward(at::bmm(dz, weights.w2.transpose(1, 2)), h1, 0);
        layerGradient(slopes.w1, slopes.b1, x, dh1);
        return loss;
    }

    std::int64_t begin;
    NetworkShape shape;
    std::array<Array, 4> state; ///< parameters, gradients, first and second moment
    Layers weights, slopes;
};

} // namespace

struct NetworkBatch::Device {
    Device(const NetworkShape &s, const std::string &name, std::uint64_t seed, double rate)
        : options(at::TensorOptions(at::kFloat).device(name == "cuda" ? at::kCUDA : at::kCPU))
        , shape(s)
        , learningRate(rate)
        , parameters(upload(initialWeights(s, seed), {s.networks, s.parameters()}))
        , gradients(at::zeros_like(parameters))
        , moment1(at::zeros_like(parameters))
        , moment2(at::zeros_like(parameters))
        , best(parameters.clone())
        , steps(at::zeros({}, options))
        , lossSum(at::zeros({s.networks}, options))
    {
        // On a CPU a few networks at a time stay in its cache from the forward pass to Adam; a GPU wants all at once.
        const int together = options.device().is_cpu() ? int(std::clamp<std::int64_t>(cacheBytes / (16 * s.parameters()), 1, s.networks)) : s.networks;
        for (int first = 0; first < s.networks; first += together) {
            NetworkShape part = s;
            part.networks = std::min(together, s.networks - first);
            shards.emplace_back(parameters, gradients, moment1, moment2, first, part);
        }
    }

    Array upload(const std::vector<float> &values, at::IntArrayRef sizes) const
    {
        return at::from_blob(const_cast<float *>(values.data()), sizes, at::kFloat).to(options.device(), at::kFloat, false, true);
    }

    /// [networks of the shard, windows, input]; `starts` is that of all networks.
    Array gather(const Shard &shard, std::span<const std::int64_t> starts) const
    {
        const std::int64_t windows = std::int64_t(starts.size()) / shape.networks, networks = shard.shape.networks;
        const auto part = starts.subspan(std::size_t(shard.begin * windows), std::size_t(networks * windows));
        if (options.device().is_cpu()) {
            Array batch = at::empty({networks, windows, shape.input}, options);
            gatherWindows(std::span(series.data_ptr<float>(), std::size_t(series.numel())), part, std::size_t(shape.input), batch.data_ptr<float>());
            return batch;
        }
        const Array view = series.as_strided({series.numel() - shape.input + 1, shape.input}, {1, 1});
        const Array index = at::from_blob(const_cast<std::int64_t *>(part.data()), {std::int64_t(part.size())}, at::kLong).to(options.device());
        return view.index_select(0, index).view({networks, windows, shape.input});
    }

    void step(std::span<const std::int64_t> starts)
    {
        steps += 1;
        for (Shard &shard : shards) {
            lossSum.narrow(0, shard.begin, shard.shape.networks) += shard.backward(gather(shard, starts));
            at::_fused_adam_({shard.state[0]}, {shard.state[1]}, {shard.state[2]}, {shard.state[3]}, {}, {steps}, learningRate, beta1, beta2, 0.0,
                             epsilon, false, false);
        }
    }

    /// Applies `work` to the reconstruction and the windows of each shard, in order.
    template <typename Work>
    void reconstruct(std::span<const std::int64_t> starts, Work work) const
    {
        for (const Shard &shard : shards) {
            const Array x = gather(shard, starts);
            work(shard.forward(x), x);
        }
    }

    static constexpr std::int64_t cacheBytes = 1 << 20;
    at::TensorOptions options;
    NetworkShape shape;
    double learningRate;
    Array series, parameters, gradients, moment1, moment2, best, steps, lossSum;
    std::vector<Shard> shards;
    int stepsSinceTaken = 0;
};

NetworkBatch::NetworkBatch(const NetworkShape &shape, const std::string &device, std::uint64_t seed, double learningRate)
    : m_shape(shape)
    , m_device(std::make_unique<Device>(shape, device, seed, learningRate))
{
}

NetworkBatch::~NetworkBatch() = default;

void NetworkBatch::setSeries(std::span<const float> flat)
{
    m_device->series = m_device->upload(std::vector<float>(flat.begin(), flat.end()), {std::int64_t(flat.size())});
}

void NetworkBatch::step(std::span<const std::int64_t> starts)
{
    m_device->step(starts);
    ++m_device->stepsSinceTaken;
}

std::vector<double> NetworkBatch::takeTrainLoss()
{
    const Array mean = m_device->lossSum.to(at::kCPU, at::kDouble) / std::max(1, m_device->stepsSinceTaken);
    m_device->lossSum.zero_();
    m_device->stepsSinceTaken = 0;
    return {mean.data_ptr<double>(), mean.data_ptr<double>() + mean.numel()};
}

std::vector<double> NetworkBatch::loss(std::span<const std::int64_t> starts)
{
    std::vector<double> losses;
    m_device->reconstruct(starts, [&](const Array &made, const Array &x) {
        const Array mean = (made - x).square_().mean({1, 2}).to(at::kCPU, at::kDouble);
        losses.insert(losses.end(), mean.data_ptr<double>(), mean.data_ptr<double>() + mean.numel());
    });
    return losses;
}

std::vector<float> NetworkBatch::reconstruct(std::span<const std::int64_t> starts)
{
    std::vector<float> values;
    m_device->reconstruct(starts, [&](const Array &made, const Array &) {
        const Array host = made.to(at::kCPU).contiguous();
        values.insert(values.end(), host.data_ptr<float>(), host.data_ptr<float>() + host.numel());
    });
    return values;
}

void NetworkBatch::keepBest(std::span<const std::uint8_t> improved)
{
    const Array mask = at::from_blob(const_cast<std::uint8_t *>(improved.data()), {m_shape.networks, 1}, at::kByte).to(m_device->options.device(), at::kBool);
    m_device->best = at::where(mask, m_device->parameters, m_device->best);
}

void NetworkBatch::useBest() { m_device->parameters.copy_(m_device->best); }

Values NetworkBatch::parameters() const { return valuesOf("parameters", m_device->parameters); }

namespace {

void restore(Array &target, const Values *source)
{
    if (!source || source->type != DType::F32 || source->shape != target.sizes().vec())
        throw std::runtime_error("a tensor is missing or has another shape");
    target.copy_(at::from_blob(const_cast<char *>(source->bytes.data()), target.sizes(), at::kFloat));
}

} // namespace

void NetworkBatch::setParameters(const Values &parameters) { restore(m_device->parameters, &parameters); }

std::vector<Values> NetworkBatch::state() const
{
    return {valuesOf("parameters", m_device->parameters), valuesOf("best", m_device->best), valuesOf("moment1", m_device->moment1),
            valuesOf("moment2", m_device->moment2), valuesOf("steps", m_device->steps)};
}

void NetworkBatch::setState(const TensorFile &file)
{
    restore(m_device->parameters, file.find("parameters"));
    restore(m_device->best, file.find("best"));
    restore(m_device->moment1, file.find("moment1"));
    restore(m_device->moment2, file.find("moment2"));
    restore(m_device->steps, file.find("steps"));
}

bool gpuUsable() { return at::hasCUDA() && at::getNumGPUs() > 0; }

std::string trainingDevice(const std::string &wanted) { return wanted != "cpu" && gpuUsable() ? "cuda" : "cpu"; }

void useOneThread()
{
    at::set_num_threads(1);
    at::set_num_interop_threads(1);
}

} // namespace lepto::ml
