#include "core/changes/request_reader.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)readWebRequest(QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
