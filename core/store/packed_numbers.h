#pragma once

#include "core/store/byte_codec.h"

#include <span>
#include <vector>

namespace lepto {

/// Whole numbers of similar size in few bytes: the shortest of four forms is written.
/// All zero; the few that are not zero with their distance; the distance to the smallest in as many bits as the largest needs;
/// variable length numbers behind Zstandard.
void packNumbers(std::span<const std::int64_t> numbers, Bytes &out);

/// Replaces `out` by `count` numbers; false where the bytes are broken.
bool unpackNumbers(ByteReader &in, std::size_t count, std::vector<std::int64_t> &out);

} // namespace lepto
