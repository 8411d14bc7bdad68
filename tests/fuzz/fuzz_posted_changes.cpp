#include "core/changes/posted_changes.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)readPostedChanges(QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size)), 1);
    return 0;
}
