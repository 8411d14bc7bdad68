#pragma once

#include "core/logs/log_line.h"
#include "core/store/byte_codec.h"

#include <map>
#include <optional>
#include <span>

namespace lepto {

/// Lines of one source that follow one another, as one zstd-compressed blob: columns of times, levels, patterns, services and
/// origins (named once a block), then the texts.
Bytes packLines(std::span<const LogLine> lines);
/// Nothing where the bytes are broken. `bytes` is the unpacked size that the block's row claims.
std::optional<std::vector<LogLine>> unpackLines(ByteView data, std::int64_t bytes);
/// Size of `lines` unpacked, in bytes, as packLines() will write it.
std::int64_t unpackedSize(ByteView data);

/// How many lines of each pattern are in a block.
using PatternCounts = std::map<std::uint64_t, std::int64_t>;
Bytes packHead(const PatternCounts &counts);
std::optional<PatternCounts> unpackHead(ByteView data);

} // namespace lepto
