#pragma once

#include "core/store/bit_stream.h"
#include "core/store/byte_codec.h"
#include "ml/base/series.h"

#include <optional>
#include <vector>

namespace lepto {

/// Writes the payload of a Prometheus XOR chunk (encoding 1), bit for bit what Prometheus writes: a 16-bit big-endian count,
/// then times as delta of delta (classes of 0, 14, 17, 20 and 64 bits) and values as XOR with the one before.
/// Source: T. Pelkonen et al., "Gorilla: A fast, scalable, in-memory time series database", VLDB 2015, sections 4.1.1 and
/// 4.1.2, with the classes that the Prometheus chunk format documents for milliseconds. Not thread-safe.
class XorEncoder {
public:
    static constexpr int kMaxSamples = 65'535;

    void append(Sample sample); ///< samples in time order, at most kMaxSamples
    int count() const { return m_count; }
    TimeMs lastTime() const { return m_last.t; }
    std::size_t size() const { return m_bits.size() + 2; } ///< bytes
    Bytes bytes() const; ///< the chunk as it stands; the encoder may go on

private:
    void appendFirst(Sample sample);
    void appendSecond(Sample sample);
    void writeDeltaOfDelta(std::int64_t dod);
    void writeVarint(std::uint64_t v);
    void writeValue(double v);

    BitWriter m_bits;
    Sample m_last;
    std::uint64_t m_delta = 0;
    int m_count = 0;
    int m_leading = 0xff, m_trailing = 0; ///< bit window of the last XOR; 0xff = none yet
};

/// Reads such a payload sample by sample, within the bounds of the bytes. Trailing bytes are allowed.
class XorDecoder {
public:
    explicit XorDecoder(ByteView chunk);

    int count() const { return m_count; }
    bool next(Sample &sample); ///< false at the end, or where the bytes are broken
    bool good() const { return m_good; } ///< false once the bytes turned out broken

private:
    std::uint64_t readVarint();
    std::int64_t readDeltaOfDelta();
    void readValue();

    BitReader m_bits;
    int m_count, m_read = 0;
    Sample m_last;
    std::uint64_t m_delta = 0;
    int m_leading = 0, m_significant = 64;
    bool m_good;
};

/// The whole chunk, or nothing where it is broken or its times do not advance.
std::optional<std::vector<Sample>> decodeXorChunk(ByteView chunk);

} // namespace lepto
