#pragma once

#include "core/store/byte_codec.h"

#include <optional>

namespace lepto {

/// Zstandard without the parts of a frame that a blob with its own checksum and length does not need.
Bytes zstdCompress(ByteView plain);
/// Nothing where the bytes are broken or hold more than `most` bytes.
std::optional<Bytes> zstdDecompress(ByteView data, std::size_t most);

} // namespace lepto
