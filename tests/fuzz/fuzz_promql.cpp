#include "core/promql/parser.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)promql::parse(test::view(data, size));
    return 0;
}
