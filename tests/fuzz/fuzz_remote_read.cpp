#include "core/sources/remote_read.h"
#include "core/store/byte_codec.h"
#include "core/store/checksum.h"
#include "tests/fuzz/fuzz_target.h"

#include <snappy.h>

using namespace lepto;

namespace {

void decode(bool streamed, std::string_view bytes)
{
    RemoteReadDecoder decoder(streamed, { .to = 2'000'000'000'000, .maxUnpackedBytes = 1 << 20, .target = {} });
    decoder.push(bytes);
    (void)decoder.finish();
}

/// The frame of a streamed answer with the right checksum, so that what lies behind it is reached.
std::string framed(ByteView message)
{
    Bytes head;
    ByteWriter(head).number(message.size());
    const std::uint32_t crc = crc32c(message);
    for (int shift = 24; shift >= 0; shift -= 8)
        head.push_back(std::uint8_t(crc >> shift));
    head.insert(head.end(), message.begin(), message.end());
    return { head.begin(), head.end() };
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = test::view(data, size);
    decode(true, bytes);
    decode(false, bytes);
    decode(true, framed({ data, size }));
    std::string packed;
    snappy::Compress(bytes.data(), bytes.size(), &packed);
    decode(false, packed);
    return 0;
}
