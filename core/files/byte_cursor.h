#pragma once

#include "core/store/byte_codec.h"

#include <QtGlobal>

#include <bit>
#include <cstdint>
#include <string_view>

namespace lepto {

/// What is wrong with foreign bytes, and at which byte. Thrown inside the parsers of this room and caught at their border.
struct FileFault {
    std::uint64_t at = 0;
    const char *reason = nullptr; ///< marked QT_TRANSLATE_NOOP("Files", …)
};

/// Walks bytes as Prometheus lays them out: big-endian numbers, LEB128 and zigzag numbers, texts with their length before them.
/// Never reads outside: throws FileFault with the place instead. The bytes outlive it.
class ByteCursor {
public:
    /// `origin` is where the bytes lie in their file.
    explicit ByteCursor(ByteView data, std::uint64_t origin = 0)
        : m_data(data)
        , m_origin(origin)
    { }

    std::uint8_t byte() { return take(1)[0]; }
    std::uint32_t be32() { return std::uint32_t(bigEndian(4)); }
    std::uint64_t be64() { return bigEndian(8); }
    double real() { return std::bit_cast<double>(be64()); }
    std::uint64_t uvarint()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            value |= std::uint64_t(part & 0x7f) << shift;
            if (!(part & 0x80))
                return value;
        }
        throw fault(QT_TRANSLATE_NOOP("Files", "a number has no end"));
    }
    std::int64_t varint()
    {
        const std::uint64_t value = uvarint();
        return std::int64_t(value >> 1) ^ -std::int64_t(value & 1);
    }
    ByteView take(std::uint64_t size)
    {
        if (size > left())
            throw fault(QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies"));
        const ByteView part = m_data.subspan(m_at, std::size_t(size));
        m_at += std::size_t(size);
        return part;
    }
    std::string_view text()
    {
        const ByteView part = take(uvarint());
        return { reinterpret_cast<const char *>(part.data()), part.size() };
    }

    bool atEnd() const { return m_at == m_data.size(); }
    std::uint64_t left() const { return m_data.size() - m_at; }
    std::uint64_t place() const { return m_origin + m_at; }
    FileFault fault(const char *reason) const { return { place(), reason }; }

private:
    std::uint64_t bigEndian(int size)
    {
        std::uint64_t value = 0;
        for (const std::uint8_t part : take(std::uint64_t(size)))
            value = value << 8 | part;
        return value;
    }

    ByteView m_data;
    std::uint64_t m_origin;
    std::size_t m_at = 0;
};

} // namespace lepto
