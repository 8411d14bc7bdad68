#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/series.h"

#include <bit>
#include <cstring>

namespace lepto {

/// Walks the fields of one protobuf message. Unknown fields are passed over; broken bytes end the walk and make good() false.
class ProtoReader {
public:
    explicit ProtoReader(ByteView message) : m_message(message) {}

    /// Moves to the next field; false at the end.
    bool next()
    {
        if (!m_good || m_at >= m_message.size())
            return false;
        const std::uint64_t key = varint();
        m_field = int(key >> 3);
        m_value = 0;
        m_bytes = {};
        switch (key & 7) {
        case 0: m_value = varint(); break;
        case 1: take(8); break;
        case 2: take(varint()); break;
        case 5: take(4); break;
        default: m_good = false;
        }
        return m_good;
    }
    int field() const { return m_field; }
    std::uint64_t number() const { return m_value; }
    std::int64_t signedNumber() const { return std::int64_t(m_value); }
    ByteView bytes() const { return m_bytes; }
    std::string_view text() const { return { reinterpret_cast<const char *>(m_bytes.data()), m_bytes.size() }; }
    double real() const
    {
        std::uint64_t bits = 0;
        if (m_bytes.size() == sizeof bits)
            std::memcpy(&bits, m_bytes.data(), sizeof bits);
        return std::bit_cast<double>(bits);
    }
    bool good() const { return m_good; }

private:
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && m_at < m_message.size(); shift += 7) {
            const std::uint8_t byte = m_message[m_at++];
            value |= std::uint64_t(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        m_good = false;
        return 0;
    }
    void take(std::uint64_t size)
    {
        if (!m_good || size > m_message.size() - m_at) {
            m_good = false;
            return;
        }
        m_bytes = m_message.subspan(m_at, std::size_t(size));
        m_at += std::size_t(size);
    }

    ByteView m_message, m_bytes;
    std::size_t m_at = 0;
    int m_field = 0;
    std::uint64_t m_value = 0;
    bool m_good = true;
};

/// A label as exposition and remote read write it: name in field 1, value in field 2.
inline bool readLabelPair(ByteView message, Labels::Pair &out)
{
    ProtoReader reader(message);
    while (reader.next()) {
        if (reader.field() == 1)
            out.first = reader.text();
        else if (reader.field() == 2)
            out.second = reader.text();
    }
    return reader.good();
}

} // namespace lepto
