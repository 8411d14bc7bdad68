#include "core/sources/histogram_chunk.h"

#include "core/store/bit_stream.h"

#include <bit>
#include <cmath>

namespace lepto {

namespace {

constexpr std::uint64_t mostBuckets = 1 << 16;

/// A number whose ones before the first zero say how many bits follow.
std::uint64_t readUnsigned(BitReader &bits, int *width = nullptr)
{
    constexpr int widths[] = { 0, 3, 6, 9, 12, 18, 25, 56, 64 };
    const int size = widths[bits.ones(8)];
    if (width)
        *width = size;
    return bits.read(size);
}

std::int64_t readSigned(BitReader &bits)
{
    int width = 0;
    const std::uint64_t value = readUnsigned(bits, &width);
    const bool negative = width > 0 && width < 64 && value > (1ULL << (width - 1));
    return std::int64_t(negative ? value - (1ULL << width) : value);
}

double readDouble(BitReader &bits)
{
    return std::bit_cast<double>(bits.read(64));
}

/// A double that is written as XOR with the one before it, in a window of bits that is kept where it fits.
struct XorValue {
    double value = 0;
    int leading = 0, trailing = 0;

    void readNext(BitReader &bits)
    {
        if (!bits.bit())
            return;
        if (bits.bit()) {
            leading = int(bits.read(5));
            const int said = int(bits.read(6)), significant = said == 0 ? 64 : said;
            trailing = std::max(0, 64 - leading - significant);
        }
        const std::uint64_t x = bits.read(64 - leading - trailing) << trailing;
        value = std::bit_cast<double>(std::bit_cast<std::uint64_t>(value) ^ x);
    }
};

/// An integer that is written as itself, then as difference, then as difference of differences.
struct CountValue {
    std::int64_t value = 0, delta = 0;

    void readNext(BitReader &bits, int index)
    {
        const std::int64_t read = readSigned(bits);
        delta = index == 1 ? read : std::int64_t(std::uint64_t(delta) + std::uint64_t(read));
        value = std::int64_t(std::uint64_t(value) + std::uint64_t(delta));
    }
};

double readZeroThreshold(BitReader &bits)
{
    const auto code = int(bits.read(8)); // powers of two take one byte
    return code == 0 ? 0.0 : code == 255 ? readDouble(bits) : std::ldexp(0.5, code - 243);
}

bool readSpans(BitReader &bits, std::vector<BucketSpan> &spans, std::size_t &buckets)
{
    const std::uint64_t count = readUnsigned(bits);
    if (count > mostBuckets)
        return false;
    for (std::uint64_t i = 0; i < count && bits.good(); ++i) {
        const std::uint64_t length = readUnsigned(bits);
        const std::int64_t offset = readSigned(bits);
        buckets += std::size_t(std::min(length, mostBuckets + 1));
        if (buckets > mostBuckets || offset != std::int32_t(offset))
            return false;
        spans.push_back({ std::int32_t(offset), std::uint32_t(length) });
    }
    return bits.good();
}

bool readBounds(BitReader &bits, std::vector<double> &bounds)
{
    const std::uint64_t count = readUnsigned(bits);
    for (std::uint64_t i = 0; i < count && i < mostBuckets && bits.good(); ++i) {
        const std::uint64_t code = readUnsigned(bits); // thousandths and one, or 0 before a whole double
        bounds.push_back(code == 0 ? readDouble(bits) : double(code - 1) / 1000);
    }
    return bits.good() && count <= mostBuckets;
}

/// What all histograms of one chunk share.
struct Layout {
    NativeHistogram empty;
    std::size_t positive = 0, negative = 0;

    bool read(BitReader &bits)
    {
        empty.zeroThreshold = readZeroThreshold(bits);
        empty.schema = std::int32_t(readSigned(bits));
        return readSpans(bits, empty.positiveSpans, positive) && readSpans(bits, empty.negativeSpans, negative)
            && (empty.schema != NativeHistogram::customSchema || readBounds(bits, empty.customBounds));
    }
};

NativeHistogram::Reset resetOf(std::uint8_t flags, int index)
{
    constexpr std::uint8_t mask = 0xC0, yes = 0x80, gauge = 0xC0;
    if ((flags & mask) == gauge)
        return NativeHistogram::Reset::Gauge;
    if (index > 0)
        return NativeHistogram::Reset::No; // a reset begins a new chunk
    return (flags & mask) == yes ? NativeHistogram::Reset::Yes : NativeHistogram::Reset::Unknown;
}

/// Reads one histogram after the other; integers are widened.
class Decoder {
public:
    Decoder(HistogramChunk encoding, ByteView chunk)
        : m_floats(encoding == HistogramChunk::Float), m_flags(chunk[2]), m_bits(chunk.subspan(3))
    {
        m_good = m_layout.read(m_bits);
        m_counts.resize(m_layout.positive + m_layout.negative);
        m_xors.resize(m_floats ? m_counts.size() : 0);
    }

    bool next(int index, HistogramSample &out)
    {
        if (!m_good)
            return false;
        readTime(index);
        out.t = m_time;
        out.value = m_layout.empty;
        out.value.reset = resetOf(m_flags, index);
        readTotals(index, out.value);
        if (isStaleMarker(out.value.sum)) {
            out.value = NativeHistogram();
            out.value.sum = m_sum.value;
            return m_bits.good();
        }
        if (m_floats)
            readFloats(index, out.value);
        else
            readIntegers(index, out.value);
        return m_bits.good();
    }

private:
    void readTime(int index)
    {
        if (index == 0)
            m_time = readSigned(m_bits);
        else
            m_timeDelta = index == 1 ? readUnsigned(m_bits) : m_timeDelta + std::uint64_t(readSigned(m_bits));
        m_time = TimeMs(std::uint64_t(m_time) + m_timeDelta);
    }

    void readTotals(int index, NativeHistogram &out)
    {
        if (m_floats && index == 0) {
            m_xorCount.value = readDouble(m_bits);
            m_xorZeros.value = readDouble(m_bits);
        } else if (m_floats) {
            m_xorCount.readNext(m_bits);
            m_xorZeros.readNext(m_bits);
        } else if (index == 0) {
            m_count.value = std::int64_t(readUnsigned(m_bits));
            m_zeros.value = std::int64_t(readUnsigned(m_bits));
        } else {
            m_count.readNext(m_bits, index);
            m_zeros.readNext(m_bits, index);
        }
        if (index == 0)
            m_sum.value = readDouble(m_bits);
        else
            m_sum.readNext(m_bits);
        out.count = m_floats ? m_xorCount.value : double(std::uint64_t(m_count.value));
        out.zeroCount = m_floats ? m_xorZeros.value : double(std::uint64_t(m_zeros.value));
        out.sum = m_sum.value;
    }

    void readIntegers(int index, NativeHistogram &out)
    {
        std::int64_t running = 0; // a bucket is written as difference to its neighbour
        for (std::size_t i = 0; i < m_counts.size() && m_bits.good(); ++i) {
            if (index == 0)
                m_counts[i].value = readSigned(m_bits);
            else
                m_counts[i].readNext(m_bits, index);
            const bool positive = i < m_layout.positive;
            running = std::int64_t(std::uint64_t(i == m_layout.positive ? 0 : running) + std::uint64_t(m_counts[i].value));
            (positive ? out.positiveCounts : out.negativeCounts).push_back(double(running));
        }
    }

    void readFloats(int index, NativeHistogram &out)
    {
        for (std::size_t i = 0; i < m_xors.size() && m_bits.good(); ++i) {
            if (index == 0)
                m_xors[i].value = readDouble(m_bits);
            else
                m_xors[i].readNext(m_bits);
            (i < m_layout.positive ? out.positiveCounts : out.negativeCounts).push_back(m_xors[i].value);
        }
    }

    bool m_floats, m_good = false;
    std::uint8_t m_flags;
    BitReader m_bits;
    Layout m_layout;
    TimeMs m_time = 0;
    std::uint64_t m_timeDelta = 0;
    CountValue m_count, m_zeros;
    XorValue m_xorCount, m_xorZeros, m_sum;
    std::vector<CountValue> m_counts;
    std::vector<XorValue> m_xors;
};

} // namespace

std::optional<std::vector<HistogramSample>> decodeHistogramChunk(HistogramChunk encoding, ByteView chunk)
{
    constexpr std::size_t header = 3;
    if (chunk.size() < header)
        return std::nullopt;
    const int count = chunk[0] << 8 | chunk[1];
    Decoder decoder(encoding, chunk);
    std::vector<HistogramSample> out;
    HistogramSample sample;
    for (int i = 0; i < count; ++i) {
        if (!decoder.next(i, sample) || (!out.empty() && sample.t <= out.back().t))
            return std::nullopt;
        out.push_back(sample);
    }
    return out;
}

} // namespace lepto
