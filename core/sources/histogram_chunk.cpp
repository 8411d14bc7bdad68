#include "core/sources/histogram_chunk.h"

#include "core/store/bit_stream.h"

#include <cmath>

namespace lepto {

namespace {

struct Broken { };

constexpr int kVarbitBits[] = { 0, 3, 6, 9, 12, 18, 25, 56, 64 }; ///< by the number of ones before the first zero, at most 8

std::uint64_t readVarbitUint(BitReader &bits) { return bits.read(kVarbitBits[bits.ones(8)]); }

/// The n-bit class holds -(2^(n-1) - 1) to 2^(n-1).
std::int64_t readVarbitInt(BitReader &bits)
{
    const int size = kVarbitBits[bits.ones(8)];
    const std::uint64_t raw = bits.read(size);
    if (size > 0 && size < 64 && raw > 1ULL << (size - 1))
        return std::int64_t(raw) - (1LL << size);
    return std::int64_t(raw);
}

/// A double as XOR with the one before, as in XOR chunks.
class XorValue {
public:
    double first(BitReader &bits) { return m_value = std::bit_cast<double>(bits.read(64)); }
    double next(BitReader &bits)
    {
        if (!bits.bit())
            return m_value;
        if (bits.bit()) {
            m_leading = int(bits.read(5));
            const int significant = int(bits.read(6));
            m_significant = significant == 0 ? 64 : significant;
        }
        if (m_leading + m_significant > 64)
            throw Broken();
        const std::uint64_t x = bits.read(m_significant) << (64 - m_leading - m_significant);
        return m_value = std::bit_cast<double>(std::bit_cast<std::uint64_t>(m_value) ^ x);
    }

private:
    double m_value = 0;
    int m_leading = 0, m_significant = 64;
};

/// A whole number as delta of delta with the ones before; the second is a delta, which is the same with a delta of 0 before.
class DodValue {
public:
    std::int64_t first(std::int64_t value) { return std::int64_t(m_value = std::uint64_t(value)); }
    std::int64_t next(BitReader &bits)
    {
        m_delta += std::uint64_t(readVarbitInt(bits));
        return std::int64_t(m_value += m_delta);
    }

private:
    std::uint64_t m_value = 0, m_delta = 0; ///< unsigned: wraps as Go's integers do
};

HistogramSample staleHistogram(const HistogramSample &sample)
{
    HistogramSample stale;
    stale.t = sample.t;
    stale.value.sum = sample.value.sum;
    return stale;
}

class HistogramDecoder {
public:
    HistogramDecoder(ByteView chunk, ChunkEncoding encoding)
        : m_bits(chunk.subspan(3))
        , m_count(chunk[0] << 8 | chunk[1])
        , m_room(8 * chunk.size())
        , m_float(encoding == ChunkEncoding::FloatHistogram)
        , m_flags(chunk[2] >> 6)
    { }

    std::vector<HistogramSample> decode()
    {
        readLayout();
        std::vector<HistogramSample> samples;
        for (int i = 0; i < m_count; ++i) {
            samples.push_back(m_float ? readFloat(i == 0) : readInteger(i == 0));
            if (!m_bits.good() || (i > 0 && samples[std::size_t(i)].t <= samples[std::size_t(i) - 1].t))
                throw Broken();
        }
        return samples;
    }

private:
    void readLayout();
    std::vector<BucketSpan> readSpans(std::size_t &buckets);
    std::vector<double> readBounds();
    double readZeroThreshold();
    HistogramSample start(std::int64_t t, bool first) const;
    HistogramSample readInteger(bool first);
    HistogramSample readFloat(bool first);
    std::vector<double> integerCounts(std::vector<DodValue> &buckets, bool first);
    std::vector<double> floatCounts(std::vector<XorValue> &buckets, bool first);

    BitReader m_bits;
    int m_count;
    std::size_t m_room; ///< bits: each bucket takes one at least, so a longer list lies
    bool m_float;
    int m_flags;
    NativeHistogram m_layout;
    DodValue m_time, m_countDod, m_zeroDod;
    XorValue m_sum, m_countXor, m_zeroXor;
    std::vector<DodValue> m_positiveDod, m_negativeDod;
    std::vector<XorValue> m_positiveXor, m_negativeXor;
};

void HistogramDecoder::readLayout()
{
    m_layout.zeroThreshold = readZeroThreshold();
    const std::int64_t schema = readVarbitInt(m_bits);
    if (schema != NativeHistogram::customSchema && (schema < -4 || schema > 8))
        throw Broken();
    m_layout.schema = std::int32_t(schema);
    std::size_t positive = 0, negative = 0;
    m_layout.positiveSpans = readSpans(positive);
    m_layout.negativeSpans = readSpans(negative);
    if (schema == NativeHistogram::customSchema)
        m_layout.customBounds = readBounds();
    if (!m_bits.good())
        throw Broken();
    m_positiveDod.resize(m_float ? 0 : positive);
    m_negativeDod.resize(m_float ? 0 : negative);
    m_positiveXor.resize(m_float ? positive : 0);
    m_negativeXor.resize(m_float ? negative : 0);
}

double HistogramDecoder::readZeroThreshold()
{
    const std::uint64_t code = m_bits.read(8);
    if (code == 255)
        return std::bit_cast<double>(m_bits.read(64));
    return code == 0 ? 0 : std::ldexp(1, int(code) - 244); // 1 is 2^-243, 254 is 2^10
}

std::vector<BucketSpan> HistogramDecoder::readSpans(std::size_t &buckets)
{
    const std::uint64_t count = readVarbitUint(m_bits);
    if (count > m_room)
        throw Broken();
    std::vector<BucketSpan> spans;
    for (std::uint64_t i = 0; i < count && m_bits.good(); ++i) {
        const std::uint64_t length = readVarbitUint(m_bits);
        const std::int64_t offset = readVarbitInt(m_bits);
        if (length > m_room - buckets || offset != std::int32_t(offset))
            throw Broken();
        buckets += std::size_t(length);
        spans.push_back({ std::int32_t(offset), std::uint32_t(length) });
    }
    return spans;
}

/// Bounds with few decimals are whole thousandths plus one; others begin with a zero bit.
std::vector<double> HistogramDecoder::readBounds()
{
    const std::uint64_t count = readVarbitUint(m_bits);
    if (count > m_room)
        throw Broken();
    std::vector<double> bounds;
    for (std::uint64_t i = 0; i < count && m_bits.good(); ++i) {
        const std::uint64_t thousandths = readVarbitUint(m_bits);
        bounds.push_back(thousandths == 0 ? std::bit_cast<double>(m_bits.read(64)) : double(thousandths - 1) / 1000);
    }
    return bounds;
}

HistogramSample HistogramDecoder::start(std::int64_t t, bool first) const
{
    using Reset = NativeHistogram::Reset;
    constexpr Reset byFlags[] = { Reset::Unknown, Reset::No, Reset::Yes, Reset::Gauge };
    HistogramSample sample { t, m_layout };
    sample.value.reset = first || m_flags == 3 ? byFlags[m_flags] : Reset::No;
    return sample;
}

std::vector<double> HistogramDecoder::integerCounts(std::vector<DodValue> &buckets, bool first)
{
    std::vector<double> counts;
    counts.reserve(buckets.size());
    std::uint64_t count = 0; // buckets are written as differences to their neighbours
    for (DodValue &bucket : buckets) {
        count += std::uint64_t(first ? bucket.first(readVarbitInt(m_bits)) : bucket.next(m_bits));
        counts.push_back(double(std::int64_t(count)));
        if (!m_bits.good())
            throw Broken();
    }
    return counts;
}

std::vector<double> HistogramDecoder::floatCounts(std::vector<XorValue> &buckets, bool first)
{
    std::vector<double> counts;
    counts.reserve(buckets.size());
    for (XorValue &bucket : buckets) {
        counts.push_back(first ? bucket.first(m_bits) : bucket.next(m_bits));
        if (!m_bits.good())
            throw Broken();
    }
    return counts;
}

HistogramSample HistogramDecoder::readInteger(bool first)
{
    HistogramSample sample = start(first ? m_time.first(readVarbitInt(m_bits)) : m_time.next(m_bits), first);
    const auto whole = [&](DodValue &value) {
        return double(std::uint64_t(first ? value.first(std::int64_t(readVarbitUint(m_bits))) : value.next(m_bits)));
    };
    sample.value.count = whole(m_countDod);
    sample.value.zeroCount = whole(m_zeroDod);
    sample.value.sum = first ? m_sum.first(m_bits) : m_sum.next(m_bits);
    if (!first && isStaleMarker(sample.value.sum)) // nothing follows: a stale marker has no buckets
        return staleHistogram(sample);
    sample.value.positiveCounts = integerCounts(m_positiveDod, first);
    sample.value.negativeCounts = integerCounts(m_negativeDod, first);
    return sample;
}

HistogramSample HistogramDecoder::readFloat(bool first)
{
    HistogramSample sample = start(first ? m_time.first(readVarbitInt(m_bits)) : m_time.next(m_bits), first);
    const auto real = [&](XorValue &value) { return first ? value.first(m_bits) : value.next(m_bits); };
    sample.value.count = real(m_countXor);
    sample.value.zeroCount = real(m_zeroXor);
    sample.value.sum = real(m_sum);
    if (!first && isStaleMarker(sample.value.sum))
        return staleHistogram(sample);
    sample.value.positiveCounts = floatCounts(m_positiveXor, first);
    sample.value.negativeCounts = floatCounts(m_negativeXor, first);
    return sample;
}

} // namespace

std::optional<std::vector<HistogramSample>> decodeHistogramChunk(ByteView chunk, ChunkEncoding encoding)
{
    if (chunk.size() < 3 || encoding == ChunkEncoding::Xor || (chunk[0] == 0 && chunk[1] == 0))
        return std::nullopt;
    try {
        return HistogramDecoder(chunk, encoding).decode();
    } catch (const Broken &) {
        return std::nullopt;
    }
}

} // namespace lepto
