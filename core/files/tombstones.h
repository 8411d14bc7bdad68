#pragma once

#include "core/files/byte_file.h"
#include "core/files/series_source.h"

#include <unordered_map>

namespace lepto {

/// Deleted ranges by reference of the series, each list in order of time.
using Tombstones = std::unordered_map<std::uint64_t, std::vector<TimeSpan>>;

/// The `tombstones` file of a Prometheus block: magic 0130BA30, version 1, entries (uvarint series, varint first, varint last), CRC-32C of
/// the entries. Errors: Damaged with the place.
Result<Tombstones> readTombstones(ByteFile file);

/// Puts in one range more.
void addTombstone(Tombstones &all, std::uint64_t series, TimeSpan range);

} // namespace lepto
