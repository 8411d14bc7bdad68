#include "core/sources/export_scanner.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    ExportScanner scanner;
    const std::string_view bytes = test::view(data, size);
    for (std::size_t at = 0; at < bytes.size(); at += 53)
        scanner.push(bytes.substr(at, 53));
    (void)scanner.finish();
    return 0;
}
