#include "core/store/bucket.h"

#include "core/store/packed_chunk.h"
#include "core/store/packed_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lepto {

namespace {

constexpr std::size_t kMostBuckets = 65'535;

using Numbers = std::vector<std::int64_t>;

TimeMs indexOf(TimeMs t, TimeMs width)
{
    return t >= 0 ? t / width : -((-t + width - 1) / width);
}

/// The columns of whole numbers that a blob begins with, one a bucket.
constexpr std::array kColumns {
    +[](const Bucket &b, const Bucket &before) { return b.summary.t0 - before.summary.t1; },
    +[](const Bucket &b, const Bucket &) { return b.summary.t1 - b.summary.t0; },
    +[](const Bucket &b, const Bucket &) { return b.summary.n; },
    +[](const Bucket &b, const Bucket &) { return b.summary.n - b.numbers; },
    +[](const Bucket &b, const Bucket &) { return b.numbers > 0 ? b.summary.t1 - b.lastNumber : 0; },
    +[](const Bucket &b, const Bucket &) { return std::int64_t(b.ended); },
};

void writeNumbers(std::span<const Bucket> buckets, Bytes &out)
{
    for (const auto column : kColumns) {
        Numbers numbers;
        Bucket before;
        for (const Bucket &bucket : buckets) {
            numbers.push_back(column(bucket, before));
            before = bucket;
        }
        const std::int64_t usual = numbers[numbers.size() / 2];
        for (std::int64_t &number : numbers)
            number = std::int64_t(std::uint64_t(number) - std::uint64_t(usual));
        ByteWriter(out).signedNumber(usual);
        packNumbers(numbers, out);
    }
}

bool readNumbers(ByteReader &in, std::size_t count, std::array<Numbers, kColumns.size()> &columns)
{
    for (Numbers &numbers : columns) {
        const auto usual = std::uint64_t(in.signedNumber());
        if (!unpackNumbers(in, count, numbers))
            return false;
        for (std::int64_t &number : numbers)
            number = std::int64_t(std::uint64_t(number) + usual);
    }
    return in.good();
}

bool fill(std::span<Bucket> buckets, const std::array<Numbers, kColumns.size()> &columns)
{
    TimeMs before = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        Bucket &bucket = buckets[i];
        Summary &summary = bucket.summary;
        summary.t0 = TimeMs(std::uint64_t(before) + std::uint64_t(columns[0][i]));
        summary.t1 = TimeMs(std::uint64_t(summary.t0) + std::uint64_t(columns[1][i]));
        summary.n = columns[2][i];
        bucket.numbers = TimeMs(std::uint64_t(summary.n) - std::uint64_t(columns[3][i]));
        bucket.lastNumber = TimeMs(std::uint64_t(summary.t1) - std::uint64_t(columns[4][i]));
        bucket.ended = columns[5][i] != 0;
        summary.plotted = bucket.numbers > 0;
        const bool advances = (i == 0 || summary.t0 > before) && summary.t1 >= summary.t0 && bucket.lastNumber <= summary.t1;
        if (!advances || summary.n < 1 || bucket.numbers < 0 || bucket.numbers > summary.n)
            return false;
        before = summary.t1;
    }
    return true;
}

constexpr std::array kValues { +[](Bucket &b) { return &b.summary.last; }, +[](Bucket &b) { return &b.summary.first; },
    +[](Bucket &b) { return &b.summary.min; }, +[](Bucket &b) { return &b.summary.max; }, +[](Bucket &b) { return &b.sum; } };

/// What a value is likely to be, from what is decoded before it: a counter's first is near the last before it, its least is the
/// first, its most the last.
double expected(std::size_t value, const Bucket &bucket, const Bucket &before)
{
    const Summary &s = bucket.summary;
    switch (value) {
    case 0:
        return before.summary.last;
    case 1:
        return s.last;
    case 2:
        return std::min(s.first, s.last);
    case 3:
        return std::max(s.first, s.last);
    default:
        return s.min == s.max ? s.min * double(bucket.numbers) : before.sum;
    }
}

enum Form : std::uint8_t { AsExpected, PackedValues, NearExpected };

void writeValues(std::span<const Bucket> buckets, std::size_t value, Bytes &data)
{
    std::vector<Sample> column;
    Bytes plain;
    ByteWriter writer(plain);
    Bucket before;
    for (Bucket bucket : buckets) {
        column.push_back({ TimeMs(column.size()), *kValues[value](bucket) });
        writer.near(column.back().v, expected(value, bucket, before));
        before = bucket;
    }
    if (std::all_of(plain.begin(), plain.end(), [](std::uint8_t byte) { return byte == 0; })) {
        data.push_back(AsExpected);
        return;
    }
    const auto packed = packSamples(column);
    const bool small = packed && packed->size() < plain.size();
    data.push_back(small ? PackedValues : NearExpected);
    ByteWriter(data).bytes(small ? *packed : plain);
}

bool readValues(ByteReader &in, std::size_t value, std::span<Bucket> buckets)
{
    const std::uint64_t form = in.number();
    const ByteView content = form == AsExpected ? ByteView() : in.bytes();
    std::vector<Sample> column;
    if (form > NearExpected || !in.good())
        return false;
    if (form == PackedValues && (!unpackSamples(content, column) || column.size() != buckets.size()))
        return false;
    ByteReader plain(content);
    Bucket before;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const double likely = expected(value, buckets[i], before);
        double &v = *kValues[value](buckets[i]);
        v = form == AsExpected ? likely : form == PackedValues ? column[i].v : plain.near(likely);
        before = buckets[i];
    }
    return plain.good();
}

} // namespace

void Bucket::add(Sample sample)
{
    summary.add(sample);
    ended = isStaleMarker(sample.v);
    if (std::isnan(sample.v))
        return;
    ++numbers;
    sum += sample.v;
    lastNumber = sample.t;
}

std::vector<Bucket> bucketsOf(std::span<const Sample> samples, TimeMs width)
{
    std::vector<Bucket> buckets;
    for (const Sample &sample : samples) {
        if (buckets.empty() || indexOf(buckets.back().summary.t0, width) != indexOf(sample.t, width))
            buckets.emplace_back();
        buckets.back().add(sample);
    }
    return buckets;
}

void samplesOf(std::span<const Bucket> buckets, std::vector<Sample> &out)
{
    for (const Bucket &bucket : buckets) {
        if (bucket.numbers > 0)
            out.push_back({ bucket.lastNumber, bucket.summary.last });
        if (bucket.ended)
            out.push_back({ bucket.summary.t1, staleMarker() });
    }
}

Bytes encodeBuckets(std::span<const Bucket> buckets)
{
    Bytes data;
    ByteWriter(data).number(buckets.size());
    writeNumbers(buckets, data);
    for (std::size_t value = 0; value < kValues.size(); ++value)
        writeValues(buckets, value, data);
    return data;
}

bool decodeBuckets(ByteView data, std::vector<Bucket> &out)
{
    ByteReader in(data);
    const std::uint64_t count = in.number();
    if (!in.good() || count == 0 || count > kMostBuckets)
        return false;
    const std::size_t start = out.size();
    out.resize(start + count);
    const std::span<Bucket> buckets(out.data() + start, count);
    std::array<Numbers, kColumns.size()> columns;
    if (!readNumbers(in, count, columns) || !fill(buckets, columns))
        return false;
    for (std::size_t value = 0; value < kValues.size(); ++value)
        if (!readValues(in, value, buckets))
            return false;
    return in.atEnd();
}

} // namespace lepto
