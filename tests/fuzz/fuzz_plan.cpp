#include "core/remediate/approval.h"
#include "core/remediate/plan_codec.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json = QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)planOf(json);
    (void)approval::fromJson(json);
    return 0;
}
