#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

namespace lepto {

/// Collects bits, most significant first. A plain value.
class BitWriter {
public:
    /// The lowest `count` bits of `value`, whose higher bits are zero; count 0 to 64.
    void write(std::uint64_t value, int count)
    {
        const int room = 64 - m_used;
        if (count < room) {
            m_pending |= value << (room - count);
            m_used += count;
            return;
        }
        flush(m_pending | value >> (count - room), 8);
        m_used = count - room;
        m_pending = m_used == 0 ? 0 : value << (64 - m_used);
    }

    std::size_t size() const { return m_bytes.size() + std::size_t(m_used + 7) / 8; } ///< bytes

    /// Everything written so far, the last byte filled up with zeros.
    std::vector<std::uint8_t> bytes() const
    {
        BitWriter copy(*this);
        copy.flush(m_pending, (m_used + 7) / 8);
        return std::move(copy.m_bytes);
    }

private:
    void flush(std::uint64_t bits, int bytes)
    {
        if constexpr (std::endian::native == std::endian::little)
            bits = __builtin_bswap64(bits);
        const auto *from = reinterpret_cast<const std::uint8_t *>(&bits);
        m_bytes.insert(m_bytes.end(), from, from + bytes);
    }

    std::vector<std::uint8_t> m_bytes;
    std::uint64_t m_pending = 0; ///< left aligned
    int m_used = 0; ///< bits in m_pending, 0 to 63
};

/// Reads bits, most significant first. Reading past the end gives zeros and makes `good()` false; nothing else happens.
class BitReader {
public:
    explicit BitReader(std::span<const std::uint8_t> bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    { }

    std::uint64_t read(int count)
    {
        if (count > 56) {
            const std::uint64_t high = read(count - 32);
            return high << 32 | read(32);
        }
        if (m_held < count)
            refill();
        if (m_held < count) {
            m_good = false;
            m_held = 0;
            m_bits = 0;
            return 0;
        }
        if (count == 0)
            return 0;
        const std::uint64_t value = m_bits >> (64 - count);
        m_bits <<= count;
        m_held -= count;
        return value;
    }
    bool bit() { return read(1) != 0; }

    /// The number of ones before the first zero, at most `limit` (up to 32); the zero is consumed, unless the limit was met.
    int ones(int limit)
    {
        if (m_held <= limit)
            refill();
        const int count = std::min(std::countl_one(m_bits), limit);
        read(count < limit ? count + 1 : limit);
        return count;
    }
    bool good() const { return m_good; }

private:
    void refill()
    {
        if (m_end - m_at >= 8) { // eight bytes at once; those that do not fit whole are read again next time
            std::uint64_t word;
            std::memcpy(&word, m_at, 8);
            if constexpr (std::endian::native == std::endian::little)
                word = __builtin_bswap64(word);
            m_bits |= word >> m_held;
            const int whole = (63 - m_held) / 8;
            m_at += whole;
            m_held += 8 * whole;
            m_bits &= ~0ULL << (64 - m_held);
            return;
        }
        while (m_held <= 56 && m_at != m_end) {
            m_bits |= std::uint64_t(*m_at++) << (56 - m_held);
            m_held += 8;
        }
    }

    const std::uint8_t *m_at;
    const std::uint8_t *m_end;
    std::uint64_t m_bits = 0; ///< next bits, left aligned
    int m_held = 0;
    bool m_good = true;
};

} // namespace lepto
