#include "core/layouts/dashboard_import.h"
#include "core/layouts/layout_variables.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (const auto layout = importDashboard(QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size)), {}))
        (void)resolveText(*layout, layout->title, {});
    return 0;
}
