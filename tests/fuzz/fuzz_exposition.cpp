#include "core/sources/exposition_parser.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const auto format : { ExpositionFormat::Text, ExpositionFormat::OpenMetrics }) {
        (void)parseExposition(test::view(data, size), { .format = format, .target = {} });
        (void)lintExposition(test::view(data, size), format);
    }
    return 0;
}
