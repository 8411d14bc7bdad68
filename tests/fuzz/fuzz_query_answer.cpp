#include "core/sources/query_range_scanner.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view json = test::view(data, size);
    const std::size_t step = size > 0 ? 1 + data[0] % 61 : 1; // answers arrive in pieces
    QueryRangeScanner scanner;
    for (std::size_t at = 0; at < json.size(); at += step)
        scanner.push(json.substr(at, step));
    (void)scanner.finish();
    return 0;
}
