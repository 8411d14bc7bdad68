#include "core/edge/edge_messages.h"
#include "core/edge/record_codec.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FrameReader reader(edgeProtocol);
    reader.feed({ data, size });
    while (const auto frame = reader.next())
        (void)EdgeStatus::read(frame->body);
    (void)parseFrame({ data, size });
    (void)RecordReader().read({ data, size }); // past the checksum
    (void)EdgeHello::read({ data, size });
    return 0;
}
