#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// One reader of foreign bytes: it may refuse, it may not crash, hang or run out of bounds. The name and shape are libFuzzer's, which
/// calls it under `./test --fuzz`; in the ordinary tests `replay_main.cpp` does, with the seeds and with seeds gone wrong.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace lepto::test {

inline std::string_view view(const std::uint8_t *data, std::size_t size)
{
    return { reinterpret_cast<const char *>(data), size };
}

} // namespace lepto::test
