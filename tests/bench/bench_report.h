#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace lepto::bench {

/// Seconds that `work` takes.
template <typename Work>
double seconds(Work work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

struct Spread {
    double median = 0, lowest = 0, highest = 0;
};

/// What repeated measurements say.
inline Spread spreadOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return { values[values.size() / 2], values.front(), values.back() };
}

struct Line {
    std::string name;
    Spread value;
    std::string unit;
    std::string peer; ///< empty where there is none to measure here
    double peerValue = 0;
    double ratio = 0; ///< over 1: we are better
    std::string note;
};

/// One JSON line on standard output.
inline void report(const Line &line)
{
    std::printf("{\"name\":\"%s\",\"value\":%.6g,\"low\":%.6g,\"high\":%.6g,\"unit\":\"%s\"", line.name.c_str(),
        line.value.median, line.value.lowest, line.value.highest, line.unit.c_str());
    if (!line.peer.empty())
        std::printf(",\"peer\":\"%s\",\"peer_value\":%.6g,\"ratio\":%.4g", line.peer.c_str(), line.peerValue, line.ratio);
    if (!line.note.empty())
        std::printf(",\"note\":\"%s\"", line.note.c_str());
    std::printf("}\n");
    std::fflush(stdout);
}

/// Whether the arguments ask for `name`: none at all, or a beginning of it.
inline bool wanted(int argc, char **argv, std::string_view name)
{
    return argc < 2 || std::any_of(argv + 1, argv + argc, [name](const char *asked) { return name.starts_with(asked); });
}

} // namespace lepto::bench
