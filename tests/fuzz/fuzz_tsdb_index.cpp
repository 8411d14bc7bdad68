#include "core/files/tombstones.h"
#include "core/files/tsdb_index.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)readTombstones(ByteFile::of({ data, size }));
    auto index = TsdbIndex::open(ByteFile::of({ data, size }));
    if (!index)
        return 0;
    TsdbSeries series;
    for (auto more = index->next(series); more && *more; more = index->next(series)) { }
    (void)index->checkTables();
    return 0;
}
