#include "core/sources/histogram_proto.h"

#include "core/sources/proto_reader.h"
#include "core/store/histogram_chunk.h"

namespace lepto {

namespace {

std::int64_t zigzag(std::uint64_t value)
{
    return std::int64_t(value >> 1) ^ -std::int64_t(value & 1);
}

bool readSpan(ByteView message, std::vector<BucketSpan> &spans)
{
    ProtoReader reader(message);
    BucketSpan span;
    while (reader.next()) {
        if (reader.field() == 1)
            span.offset = std::int32_t(zigzag(reader.number()));
        else if (reader.field() == 2)
            span.length = std::uint32_t(reader.number());
    }
    spans.push_back(span);
    return reader.good();
}

/// One side's buckets: integers as differences to their neighbours, or floats as they are; packed or one by one.
struct Side {
    std::vector<double> counts;
    std::int64_t running = 0;
    bool good = true;

    void takeDelta(std::uint64_t value)
    {
        running = std::int64_t(std::uint64_t(running) + std::uint64_t(zigzag(value)));
        counts.push_back(double(running));
    }
    void takeDeltas(const ProtoReader &field)
    {
        if (field.bytes().empty())
            return takeDelta(field.number());
        ByteReader packed(field.bytes());
        while (packed.good() && !packed.atEnd())
            takeDelta(packed.number());
        good = good && packed.good();
    }
    void takeCounts(const ProtoReader &field) { good = takeDoubles(field.bytes(), counts) && good; }

    static bool takeDoubles(ByteView bytes, std::vector<double> &out)
    {
        for (std::size_t at = 0; at + sizeof(double) <= bytes.size(); at += sizeof(double)) {
            double value = 0;
            std::memcpy(&value, bytes.data() + at, sizeof value);
            out.push_back(value);
        }
        return bytes.size() % sizeof(double) == 0;
    }
};

bool settle(NativeHistogram &histogram, Side positive, Side negative)
{
    histogram.positiveCounts = std::move(positive.counts);
    histogram.negativeCounts = std::move(negative.counts);
    return positive.good && negative.good && isSound(histogram);
}

bool readBucket(ByteView message, std::vector<std::pair<double, double>> &buckets)
{
    ProtoReader reader(message);
    double bound = 0, count = 0;
    while (reader.next()) {
        switch (reader.field()) {
        case 1: count = double(reader.number()); break;
        case 2: bound = reader.real(); break;
        case 4: count = reader.real(); break;
        default: break;
        }
    }
    buckets.emplace_back(bound, count);
    return reader.good();
}

} // namespace

std::optional<HistogramSample> readRemoteHistogram(ByteView message)
{
    HistogramSample out;
    NativeHistogram &h = out.value;
    Side positive, negative;
    bool good = true;
    ProtoReader reader(message);
    while (good && reader.next()) {
        switch (reader.field()) {
        case 1: h.count = double(reader.number()); break;
        case 2: h.count = reader.real(); break;
        case 3: h.sum = reader.real(); break;
        case 4: h.schema = std::int32_t(zigzag(reader.number())); break;
        case 5: h.zeroThreshold = reader.real(); break;
        case 6: h.zeroCount = double(reader.number()); break;
        case 7: h.zeroCount = reader.real(); break;
        case 8: good = readSpan(reader.bytes(), h.negativeSpans); break;
        case 9: negative.takeDeltas(reader); break;
        case 10: negative.takeCounts(reader); break;
        case 11: good = readSpan(reader.bytes(), h.positiveSpans); break;
        case 12: positive.takeDeltas(reader); break;
        case 13: positive.takeCounts(reader); break;
        case 14: h.reset = reader.number() < 4 ? NativeHistogram::Reset(reader.number()) : NativeHistogram::Reset::Unknown; break;
        case 15: out.t = reader.signedNumber(); break;
        case 16: good = Side::takeDoubles(reader.bytes(), h.customBounds); break;
        default: break;
        }
    }
    if (!good || !reader.good() || !settle(h, std::move(positive), std::move(negative)))
        return std::nullopt;
    return out;
}

std::optional<ExposedHistogram> readExposedHistogram(ByteView message)
{
    ExposedHistogram out;
    NativeHistogram &h = out.value;
    Side positive, negative;
    bool good = true;
    ProtoReader reader(message);
    while (good && reader.next()) {
        switch (reader.field()) {
        case 1: h.count = double(reader.number()); break;
        case 4: h.count = reader.real(); break;
        case 2: h.sum = reader.real(); break;
        case 3: good = readBucket(reader.bytes(), out.classicBuckets); break;
        case 5: h.schema = std::int32_t(zigzag(reader.number())); break;
        case 6: h.zeroThreshold = reader.real(); break;
        case 7: h.zeroCount = double(reader.number()); break;
        case 8: h.zeroCount = reader.real(); break;
        case 9: good = readSpan(reader.bytes(), h.negativeSpans); break;
        case 10: negative.takeDeltas(reader); break;
        case 11: negative.takeCounts(reader); break;
        case 12: good = readSpan(reader.bytes(), h.positiveSpans); break;
        case 13: positive.takeDeltas(reader); break;
        case 14: positive.takeCounts(reader); break;
        default: break;
        }
    }
    // A native histogram without buckets says so by its threshold or by an empty span.
    out.native = !h.positiveSpans.empty() || !h.negativeSpans.empty() || h.zeroThreshold > 0 || h.zeroCount > 0;
    if (!good || !reader.good() || !settle(h, std::move(positive), std::move(negative)))
        return std::nullopt;
    return out;
}

} // namespace lepto
