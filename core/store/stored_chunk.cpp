#include "core/store/stored_chunk.h"

#include "core/store/packed_chunk.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr std::size_t kMark = 3; ///< bytes before the content of a form other than Xor

bool decodeXor(ByteView chunk, std::vector<Sample> &out)
{
    XorDecoder decoder(chunk);
    Sample sample;
    TimeMs before = out.empty() ? kEarliest - 1 : out.back().t;
    while (decoder.next(sample)) {
        if (sample.t <= before)
            return false;
        before = sample.t;
        out.push_back(sample);
    }
    return decoder.good() && decoder.count() > 0;
}

bool decodeJoined(ByteView content, std::vector<Sample> &out)
{
    ByteReader in(content);
    while (!in.atEnd() && in.good())
        if (!decodeXor(in.bytes(), out))
            return false;
    return in.good();
}

bool decodePacked(ByteView content, std::vector<Sample> &out)
{
    const std::size_t start = out.size();
    if (!unpackSamples(content, out))
        return false;
    TimeMs before = start == 0 ? kEarliest - 1 : out[start - 1].t;
    for (std::size_t i = start; i < out.size(); ++i) {
        if (out[i].t <= before)
            return false;
        before = out[i].t;
    }
    return true;
}

bool decodeReduced(ByteView content, ChunkContent &out)
{
    ByteReader in(content);
    out.width = TimeMs(in.number());
    return in.good() && out.width > 0 && decodeBuckets(in.bytes(), out.buckets) && in.atEnd();
}

SealedChunk join(std::span<SealedChunk> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    SealedChunk joined { { 0, 0, std::uint8_t(ChunkForm::Joined) }, {} };
    ByteWriter out(joined.data);
    for (const SealedChunk &part : parts) {
        out.bytes(part.data);
        joined.summary.add(part.summary);
    }
    return joined;
}

} // namespace

ChunkForm formOf(ByteView content)
{
    return content.size() >= kMark && content[0] == 0 && content[1] == 0 ? ChunkForm(content[2]) : ChunkForm::Xor;
}

Summary ChunkContent::summary() const
{
    Summary all;
    for (const Sample &sample : samples)
        all.add(sample);
    for (const Bucket &bucket : buckets)
        all.add(bucket.summary);
    return all;
}

bool decodeStored(ByteView row, ChunkContent &out)
{
    out.samples.clear();
    out.buckets.clear();
    out.width = 0;
    switch (formOf(row)) {
    case ChunkForm::Xor:
        return decodeXor(row, out.samples);
    case ChunkForm::Joined:
        return decodeJoined(row.subspan(kMark), out.samples);
    case ChunkForm::Packed:
        return decodePacked(row.subspan(kMark), out.samples);
    case ChunkForm::Reduced:
        return decodeReduced(row.subspan(kMark), out);
    }
    return false;
}

std::optional<ChunkFacts> inspectXorChunk(ByteView chunk)
{
    XorDecoder decoder(chunk);
    ChunkFacts facts;
    TimeMs before = kEarliest - 1;
    while (decoder.next(facts.last)) {
        if (facts.last.t <= before || facts.last.t > kLatest)
            return std::nullopt;
        before = facts.last.t;
        facts.summary.add(facts.last);
    }
    if (!decoder.good() || facts.summary.n == 0)
        return std::nullopt;
    return facts;
}

SealedChunk packChunk(std::span<const Sample> samples)
{
    SealedChunk chunk;
    XorEncoder encoder;
    for (const Sample &sample : samples) {
        encoder.append(sample);
        chunk.summary.add(sample);
    }
    chunk.data = encoder.bytes();
    const auto packed = packSamples(samples);
    if (packed && packed->size() + kMark < chunk.data.size()) {
        chunk.data = { 0, 0, std::uint8_t(ChunkForm::Packed) };
        chunk.data.insert(chunk.data.end(), packed->begin(), packed->end());
    }
    return chunk;
}

SealedChunk reducedChunk(std::span<const Bucket> buckets, TimeMs width)
{
    SealedChunk chunk { { 0, 0, std::uint8_t(ChunkForm::Reduced) }, {} };
    ByteWriter out(chunk.data);
    out.number(std::uint64_t(width));
    out.bytes(encodeBuckets(buckets));
    for (const Bucket &bucket : buckets)
        chunk.summary.add(bucket.summary);
    return chunk;
}

std::vector<SealedChunk> joinChunks(std::vector<SealedChunk> chunks, std::int64_t samples)
{
    std::vector<SealedChunk> joined;
    const std::span all(chunks);
    std::int64_t held = 0;
    for (std::size_t from = 0, i = 0; i < all.size(); ++i) {
        held += all[i].summary.n;
        const bool fitsOn = i + 1 < all.size() && held + all[i + 1].summary.n <= samples && formOf(all[i].data) == ChunkForm::Xor
            && formOf(all[i + 1].data) == ChunkForm::Xor;
        if (fitsOn)
            continue;
        joined.push_back(join(all.subspan(from, i + 1 - from)));
        from = i + 1;
        held = 0;
    }
    return joined;
}

} // namespace lepto
