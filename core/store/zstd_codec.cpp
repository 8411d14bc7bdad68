#include "core/store/zstd_codec.h"

#include <memory>

#define ZSTD_STATIC_LINKING_ONLY // the format without a magic number is among what is not frozen in the library's interface
#include <zstd.h>

namespace lepto {

namespace {

constexpr int kLevel = 6;

/// One for each thread: making one costs more than a small blob.
ZSTD_CCtx *compressor()
{
    static thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context = [] {
        std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> made(ZSTD_createCCtx(), &ZSTD_freeCCtx);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_compressionLevel, kLevel);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_format, ZSTD_f_zstd1_magicless);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_contentSizeFlag, 1);
        return made;
    }();
    return context.get();
}

ZSTD_DCtx *decompressor()
{
    static thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context = [] {
        std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> made(ZSTD_createDCtx(), &ZSTD_freeDCtx);
        ZSTD_DCtx_setParameter(made.get(), ZSTD_d_format, ZSTD_f_zstd1_magicless);
        return made;
    }();
    return context.get();
}

} // namespace

Bytes zstdCompress(ByteView plain)
{
    Bytes data(ZSTD_compressBound(plain.size()));
    const std::size_t size = ZSTD_compress2(compressor(), data.data(), data.size(), plain.data(), plain.size());
    data.resize(ZSTD_isError(size) ? 0 : size);
    return data;
}

std::optional<Bytes> zstdDecompress(ByteView data, std::size_t most)
{
    Bytes plain(most);
    const std::size_t size = ZSTD_decompressDCtx(decompressor(), plain.data(), plain.size(), data.data(), data.size());
    if (ZSTD_isError(size))
        return std::nullopt;
    plain.resize(size);
    return plain;
}

} // namespace lepto
