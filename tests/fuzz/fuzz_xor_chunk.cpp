#include "core/store/xor_chunk.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)decodeXorChunk({ data, size });
    return 0;
}
