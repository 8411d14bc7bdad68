#include "ml/base/safetensors.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)ml::parseTensors(test::view(data, size), "fuzz");
    return 0;
}
