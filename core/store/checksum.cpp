#include "core/store/checksum.h"

#include <array>

namespace lepto {

namespace {

constexpr std::uint32_t kPolynomial = 0x82f63b78; ///< reflected

constexpr std::array<std::uint32_t, 256> makeTable()
{
    std::array<std::uint32_t, 256> table {};
    for (std::uint32_t i = 0; i < 256; ++i) {
        table[i] = i;
        for (int bit = 0; bit < 8; ++bit)
            table[i] = table[i] >> 1 ^ (table[i] & 1 ? kPolynomial : 0);
    }
    return table;
}

constexpr auto kTable = makeTable();

std::uint32_t byTable(std::uint32_t crc, ByteView data)
{
    for (const std::uint8_t byte : data)
        crc = crc >> 8 ^ kTable[(crc ^ byte) & 0xff];
    return crc;
}

#if defined(__x86_64__) && defined(__GNUC__)
__attribute__((target("sse4.2"))) std::uint32_t byInstruction(std::uint32_t crc, ByteView data)
{
    std::uint64_t wide = crc;
    while (data.size() >= 8) {
        std::uint64_t word;
        std::memcpy(&word, data.data(), 8);
        wide = __builtin_ia32_crc32di(wide, word);
        data = data.subspan(8);
    }
    return byTable(std::uint32_t(wide), data);
}
bool hasInstruction()
{
    return __builtin_cpu_supports("sse4.2");
}
#else
std::uint32_t byInstruction(std::uint32_t crc, ByteView data)
{
    return byTable(crc, data);
}
bool hasInstruction()
{
    return false;
}
#endif

} // namespace

std::uint32_t crc32c(ByteView data)
{
    static const bool instruction = hasInstruction();
    return ~(instruction ? byInstruction(~0u, data) : byTable(~0u, data));
}

void appendChecksum(Bytes &data)
{
    const std::uint32_t crc = crc32c(data);
    for (int shift = 0; shift < 32; shift += 8)
        data.push_back(std::uint8_t(crc >> shift));
}

std::optional<ByteView> checkedBlob(ByteView data)
{
    if (data.size() < 4)
        return std::nullopt;
    const ByteView content = data.first(data.size() - 4);
    std::uint32_t crc = 0;
    for (std::size_t i = 0; i < 4; ++i)
        crc |= std::uint32_t(data[content.size() + i]) << (8 * i);
    return crc == crc32c(content) ? std::optional(content) : std::nullopt;
}

} // namespace lepto
