// train.batched: model steps a second of 256 small autoencoders (64-32-8-32-64, batch 64) that train together on one CPU thread; the peer
// trains the same networks one after another with LibTorch's modules, autograd and Adam.
// train.batched_gpu: 4096 of them on the GPU, where there is one.

#include <torch/torch.h>

#include "bench_report.h"
#include "ml/torch/network_batch.h"

#include <dlfcn.h>
#include <random>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr int kInput = 64, kHidden = 32, kLatent = 8, kBatch = 64, kRuns = 5;
constexpr std::size_t kLength = 20'000;

std::vector<float> series()
{
    std::vector<float> values(kLength);
    for (std::size_t i = 0; i < kLength; ++i)
        values[i] = std::sin(float(i) / 7.0f) + 0.1f * std::sin(float(i) * 12.9898f);
    return values;
}

std::vector<std::int64_t> draw(int networks)
{
    std::mt19937_64 random(1);
    std::vector<std::int64_t> starts(std::size_t(networks) * kBatch);
    for (auto &start : starts)
        start = std::int64_t(random() % (kLength - kInput));
    return starts;
}

double batched(const std::string &device, int networks, int steps)
{
    ml::NetworkBatch batch({networks, kInput, kHidden, kLatent}, device, 1, 1e-3);
    batch.setSeries(series());
    const auto starts = draw(networks);
    batch.step(starts);
    (void)batch.takeTrainLoss();
    return double(networks) * steps / seconds([&] {
        for (int step = 0; step < steps; ++step)
            batch.step(starts);
        (void)batch.takeTrainLoss(); // waits for the device
    });
}

double oneByOne(int networks, int steps)
{
    const auto values = series();
    const auto flat = torch::from_blob(const_cast<float *>(values.data()), {std::int64_t(kLength)});
    const auto windows = flat.unfold(0, kInput, 1);
    const auto starts = draw(networks);
    return double(networks) * steps / seconds([&] {
        for (int network = 0; network < networks; ++network) {
            torch::nn::Sequential model(torch::nn::Linear(kInput, kHidden), torch::nn::ReLU(), torch::nn::Linear(kHidden, kLatent),
                                        torch::nn::Linear(kLatent, kHidden), torch::nn::ReLU(), torch::nn::Linear(kHidden, kInput));
            torch::optim::Adam optimizer(model->parameters(), torch::optim::AdamOptions(1e-3));
            const auto index = torch::from_blob(const_cast<std::int64_t *>(starts.data()) + network * kBatch, {kBatch}, torch::kLong);
            for (int step = 0; step < steps; ++step) {
                const auto x = windows.index_select(0, index);
                optimizer.zero_grad();
                torch::mse_loss(model->forward(x), x).backward();
                optimizer.step();
            }
        }
    });
}

} // namespace

int main(int argc, char **argv)
{
    dlopen(LEPTOSCOPE_BIN_DIR "/libleptoscope_torch_cuda.so", RTLD_NOW | RTLD_GLOBAL); // before anything asks Torch for a device
    ml::useOneThread();
    if (wanted(argc, argv, "train.batched")) {
        std::vector<double> ours, theirs;
        for (int run = 0; run < kRuns; ++run) {
            ours.push_back(batched("cpu", 256, 20));
            theirs.push_back(oneByOne(32, 20));
        }
        report({"train.batched", spreadOf(ours), "model steps/s", "libtorch, one by one", spreadOf(theirs).median,
                spreadOf(ours).median / spreadOf(theirs).median, "N=256, one CPU thread"});
    }
    if (wanted(argc, argv, "train.batched_gpu")) {
        if (!ml::gpuUsable()) {
            std::fprintf(stderr, "train.batched_gpu: skipped, no GPU\n");
            return 0;
        }
        std::vector<double> ours;
        for (int run = 0; run < kRuns; ++run)
            ours.push_back(batched("cuda", 4096, 200));
        report({"train.batched_gpu", spreadOf(ours), "model steps/s", "", 0, 0, "N=4096"});
    }
    return 0;
}
