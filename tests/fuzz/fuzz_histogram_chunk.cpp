#include "core/sources/histogram_chunk.h"
#include "tests/fuzz/fuzz_target.h"

using namespace lepto;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)decodeHistogramChunk({ data, size }, ChunkEncoding::Histogram);
    (void)decodeHistogramChunk({ data, size }, ChunkEncoding::FloatHistogram);
    return 0;
}
