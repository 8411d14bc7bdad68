#pragma once

#include "core/files/byte_file.h"

#include <functional>

namespace lepto {

/// One segment of a Prometheus write-ahead log: pages of 32 KiB with fragments (type, length, CRC-32C, data), put together to records and
/// unpacked (plain, snappy, zstd). The record's bytes are valid inside the call. Source: Prometheus, "WAL Disk Format".
/// Throws FileFault at the first fragment that is damaged or cut; all records before it have been given.
void readWalSegment(ByteFile &segment, const std::function<void(ByteView record)> &take);

} // namespace lepto
