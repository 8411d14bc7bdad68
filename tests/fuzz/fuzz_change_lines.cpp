#include "core/changes/change_lines.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
    ChangeLines lines;
    for (qsizetype at = 0; at < text.size(); at += 37)
        lines.push(text.mid(at, 37));
    lines.finish();
    return 0;
}
