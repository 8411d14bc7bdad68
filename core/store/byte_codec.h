#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace lepto {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// Appends LEB128 numbers, doubles and length-prefixed bytes.
class ByteWriter {
public:
    explicit ByteWriter(Bytes &out)
        : m_out(out)
    { }

    void number(std::uint64_t v)
    {
        while (v >= 0x80) {
            m_out.push_back(std::uint8_t(v | 0x80));
            v >>= 7;
        }
        m_out.push_back(std::uint8_t(v));
    }
    void signedNumber(std::int64_t v) { number(std::uint64_t(v) << 1 ^ std::uint64_t(v >> 63)); }
    /// A double as XOR with a near one, without the zero bytes at both ends; one byte where they are the same.
    void near(double v, double known)
    {
        const std::uint64_t x = std::bit_cast<std::uint64_t>(v) ^ std::bit_cast<std::uint64_t>(known);
        if (x == 0) {
            m_out.push_back(0);
            return;
        }
        const int after = std::countr_zero(x) / 8;
        const int length = 8 - after - std::countl_zero(x) / 8;
        m_out.push_back(std::uint8_t(after << 4 | length));
        for (int i = 0; i < length; ++i)
            m_out.push_back(std::uint8_t(x >> (8 * (after + i))));
    }
    void bytes(ByteView data)
    {
        number(data.size());
        m_out.insert(m_out.end(), data.begin(), data.end());
    }
    void text(std::string_view text) { bytes({ reinterpret_cast<const std::uint8_t *>(text.data()), text.size() }); }

private:
    Bytes &m_out;
};

/// The counterpart. Reading past the end or a malformed number gives zeros and makes `good()` false for ever.
class ByteReader {
public:
    explicit ByteReader(ByteView data)
        : m_data(data)
    { }

    std::uint64_t number()
    {
        std::uint64_t v = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t byte = one();
            v |= std::uint64_t(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return v;
        }
        m_good = false;
        return 0;
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t v = number();
        return std::int64_t(v >> 1) ^ -std::int64_t(v & 1);
    }
    double near(double known)
    {
        const int head = one(), after = head >> 4, length = head & 15;
        if (after + length > 8) {
            m_good = false;
            return 0;
        }
        std::uint64_t x = 0;
        for (int i = 0; i < length; ++i)
            x |= std::uint64_t(one()) << (8 * (after + i));
        return std::bit_cast<double>(x ^ std::bit_cast<std::uint64_t>(known));
    }
    ByteView bytes() { return take(number()); }
    ByteView take(std::uint64_t size)
    {
        if (size > m_data.size() - m_at) {
            m_good = false;
            return {};
        }
        const ByteView part = m_data.subspan(m_at, size);
        m_at += size;
        return part;
    }
    std::string_view text()
    {
        const ByteView part = bytes();
        return { reinterpret_cast<const char *>(part.data()), part.size() };
    }
    bool good() const { return m_good; }
    bool atEnd() const { return m_at == m_data.size(); }
    std::size_t left() const { return m_data.size() - m_at; }

private:
    std::uint8_t one()
    {
        if (m_at == m_data.size()) {
            m_good = false;
            return 0;
        }
        return m_data[m_at++];
    }

    ByteView m_data;
    std::size_t m_at = 0;
    bool m_good = true;
};

} // namespace lepto
