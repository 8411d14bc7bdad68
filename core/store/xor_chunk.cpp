#include "core/store/xor_chunk.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr int kClassBits[] = { 0, 14, 17, 20, 64 }; ///< by the number of ones before the first zero; "1111" has no zero

/// The n-bit class of a delta of delta holds -(2^(n-1) - 1) to 2^(n-1).
constexpr bool fits(std::int64_t dod, int bits)
{
    return dod >= -((1LL << (bits - 1)) - 1) && dod <= 1LL << (bits - 1);
}

constexpr std::uint64_t lowBits(std::uint64_t v, int bits)
{
    return bits == 64 ? v : v & ((1ULL << bits) - 1);
}

} // namespace

void XorEncoder::append(Sample sample)
{
    if (m_count == 0)
        appendFirst(sample);
    else if (m_count == 1)
        appendSecond(sample);
    else {
        const std::uint64_t delta = std::uint64_t(sample.t) - std::uint64_t(m_last.t);
        writeDeltaOfDelta(std::int64_t(delta - m_delta));
        writeValue(sample.v);
        m_delta = delta;
    }
    m_last = sample;
    ++m_count;
}

void XorEncoder::appendFirst(Sample sample)
{
    writeVarint(std::uint64_t(sample.t) << 1 ^ std::uint64_t(sample.t >> 63)); // zigzag, as Go's PutVarint
    m_bits.write(std::bit_cast<std::uint64_t>(sample.v), 64);
}

void XorEncoder::appendSecond(Sample sample)
{
    m_delta = std::uint64_t(sample.t) - std::uint64_t(m_last.t);
    writeVarint(m_delta);
    writeValue(sample.v);
}

void XorEncoder::writeVarint(std::uint64_t v)
{
    for (; v >= 0x80; v >>= 7)
        m_bits.write((v & 0x7f) | 0x80, 8);
    m_bits.write(v, 8);
}

void XorEncoder::writeDeltaOfDelta(std::int64_t dod)
{
    if (dod == 0) {
        m_bits.write(0, 1);
        return;
    }
    int ones = 1;
    while (ones < 4 && !fits(dod, kClassBits[ones]))
        ++ones;
    m_bits.write(ones == 4 ? 0b1111 : (1u << (ones + 1)) - 2, ones == 4 ? 4 : ones + 1);
    m_bits.write(lowBits(std::uint64_t(dod), kClassBits[ones]), kClassBits[ones]);
}

void XorEncoder::writeValue(double v)
{
    const std::uint64_t x = std::bit_cast<std::uint64_t>(v) ^ std::bit_cast<std::uint64_t>(m_last.v);
    if (x == 0) {
        m_bits.write(0, 1);
        return;
    }
    const int leading = std::min(std::countl_zero(x), 31); // five bits hold it
    const int trailing = std::countr_zero(x);
    if (m_leading != 0xff && leading >= m_leading && trailing >= m_trailing) {
        m_bits.write(0b10, 2);
        m_bits.write(x >> m_trailing, 64 - m_leading - m_trailing);
        return;
    }
    m_leading = leading;
    m_trailing = trailing;
    const int significant = 64 - leading - trailing;
    m_bits.write(0b11, 2);
    m_bits.write(std::uint64_t(leading), 5);
    m_bits.write(std::uint64_t(significant) & 63, 6); // 64 is written as 0
    m_bits.write(x >> trailing, significant);
}

Bytes XorEncoder::bytes() const
{
    const Bytes bits = m_bits.bytes();
    Bytes chunk(bits.size() + 2);
    chunk[0] = std::uint8_t(m_count >> 8);
    chunk[1] = std::uint8_t(m_count);
    std::copy(bits.begin(), bits.end(), chunk.begin() + 2);
    return chunk;
}

XorDecoder::XorDecoder(ByteView chunk)
    : m_bits(chunk.size() < 2 ? ByteView() : chunk.subspan(2))
    , m_count(chunk.size() < 2 ? 0 : chunk[0] << 8 | chunk[1])
    , m_good(chunk.size() >= 2)
{ }

bool XorDecoder::next(Sample &sample)
{
    if (m_read == m_count || !m_good)
        return false;
    if (m_read == 0) {
        const std::uint64_t t = readVarint();
        m_last.t = std::int64_t(t >> 1) ^ -std::int64_t(t & 1);
        m_last.v = std::bit_cast<double>(m_bits.read(64));
    } else {
        m_delta = m_read == 1 ? readVarint() : m_delta + std::uint64_t(readDeltaOfDelta());
        m_last.t = TimeMs(std::uint64_t(m_last.t) + m_delta);
        readValue();
    }
    m_good = m_good && m_bits.good();
    ++m_read;
    sample = m_last;
    return m_good;
}

std::uint64_t XorDecoder::readVarint()
{
    std::uint64_t v = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const std::uint64_t byte = m_bits.read(8);
        v |= (byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return v;
    }
    m_good = false;
    return 0;
}

std::int64_t XorDecoder::readDeltaOfDelta()
{
    const int bits = kClassBits[m_bits.ones(4)];
    if (bits == 0)
        return 0;
    const std::uint64_t raw = m_bits.read(bits);
    if (bits < 64 && raw > 1ULL << (bits - 1))
        return std::int64_t(raw) - (1LL << bits);
    return std::int64_t(raw);
}

void XorDecoder::readValue()
{
    if (!m_bits.bit())
        return;
    if (m_bits.bit()) {
        m_leading = int(m_bits.read(5));
        const int significant = int(m_bits.read(6));
        m_significant = significant == 0 ? 64 : significant;
        m_good = m_good && m_leading + m_significant <= 64;
    }
    if (!m_good)
        return;
    const std::uint64_t x = m_bits.read(m_significant) << (64 - m_leading - m_significant);
    m_last.v = std::bit_cast<double>(std::bit_cast<std::uint64_t>(m_last.v) ^ x);
}

std::optional<std::vector<Sample>> decodeXorChunk(ByteView chunk)
{
    XorDecoder decoder(chunk);
    std::vector<Sample> samples;
    samples.reserve(std::size_t(decoder.count()));
    Sample sample;
    while (decoder.next(sample)) {
        if (!samples.empty() && sample.t <= samples.back().t)
            return std::nullopt;
        samples.push_back(sample);
    }
    if (!decoder.good() || samples.empty())
        return std::nullopt;
    return samples;
}

} // namespace lepto
