#pragma once

#include "core/store/byte_codec.h"

#include <optional>

namespace lepto {

/// CRC-32C (Castagnoli, RFC 3720 appendix B.4), by the processor's instruction where it has one.
std::uint32_t crc32c(ByteView data);

/// Blobs on disk carry their checksum in the last four bytes: SQLite does not notice a flipped bit inside a row.
void appendChecksum(Bytes &data);
/// The blob without its checksum, or nothing where they disagree.
std::optional<ByteView> checkedBlob(ByteView data);

} // namespace lepto
