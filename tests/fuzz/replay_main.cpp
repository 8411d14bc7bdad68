#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/mutator.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

constexpr int kInputs = 3000;
constexpr std::chrono::seconds kSlow { 2 };

std::vector<std::string> seedsIn(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path());
    std::sort(names.begin(), names.end());
    std::vector<std::string> seeds;
    for (const auto &name : names) {
        std::ifstream file(name, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

void feed(const std::string &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
}

} // namespace

/// replay SEEDS: every seed as it is, then a fixed number of inputs made from them, always the same.
int main(int count, char **words)
{
    const auto seeds = count == 2 ? seedsIn(words[1]) : std::vector<std::string>();
    if (seeds.empty()) {
        std::fprintf(stderr, "usage: %s FOLDER, with at least one seed in it\n", words[0]);
        return 2;
    }
    for (const std::string &seed : seeds)
        feed(seed);
    lepto::test::Mutator mutator(seeds, 1);
    for (int i = 0; i < kInputs; ++i) {
        const std::string input = mutator.next();
        const auto begin = std::chrono::steady_clock::now();
        feed(input);
        if (std::chrono::steady_clock::now() - begin > kSlow) {
            std::fprintf(stderr, "input %d of %zu bytes took more than two seconds\n", i, input.size());
            return 1;
        }
    }
    std::printf("%zu seeds, %d inputs\n", seeds.size(), kInputs);
    return 0;
}
