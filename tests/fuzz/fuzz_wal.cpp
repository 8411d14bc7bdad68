#include "core/files/byte_cursor.h"
#include "core/files/byte_file.h"
#include "core/files/sample_collector.h"
#include "core/files/wal_records.h"
#include "core/files/wal_segment.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    SampleCollector collector;
    WalRecords records(collector);
    const auto take = [&records](ByteView record) { records.take(record); };
    try {
        ByteFile segment = ByteFile::of({ data, size });
        readWalSegment(segment, take);
    } catch (const FileFault &) { }
    try {
        take({ data, size }); // past the pages and their checksums
    } catch (const FileFault &) { }
    return 0;
}
