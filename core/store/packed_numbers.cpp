#include "core/store/packed_numbers.h"

#include "core/store/bit_stream.h"
#include "core/store/zstd_codec.h"

#include <algorithm>

namespace lepto {

namespace {

enum Form : std::uint8_t { Zeros, Sparse, Bits, Squeezed };
constexpr std::size_t kWorthSqueezing = 24; ///< bytes

void writeSparse(std::span<const std::int64_t> numbers, Bytes &out)
{
    ByteWriter writer(out);
    writer.number(numbers.size() - std::size_t(std::count(numbers.begin(), numbers.end(), 0)));
    std::size_t before = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] == 0)
            continue;
        writer.number(i - before);
        writer.signedNumber(numbers[i]);
        before = i;
    }
}

void writeBits(std::span<const std::int64_t> numbers, std::int64_t least, int width, Bytes &out)
{
    ByteWriter(out).signedNumber(least);
    out.push_back(std::uint8_t(width));
    BitWriter bits;
    for (const std::int64_t number : numbers)
        bits.write(std::uint64_t(number) - std::uint64_t(least), width);
    const Bytes packed = bits.bytes();
    out.insert(out.end(), packed.begin(), packed.end());
}

Bytes squeezed(std::span<const std::int64_t> numbers)
{
    Bytes plain;
    ByteWriter writer(plain);
    for (const std::int64_t number : numbers)
        writer.signedNumber(number);
    return plain.size() < kWorthSqueezing ? Bytes() : zstdCompress(plain);
}

bool readSparse(ByteReader &in, std::size_t count, std::vector<std::int64_t> &out)
{
    out.assign(count, 0);
    std::size_t at = 0;
    for (std::uint64_t left = in.number(); left > 0 && in.good(); --left) {
        const std::uint64_t distance = in.number();
        if (distance >= count - at)
            return false;
        at += distance;
        out[at] = in.signedNumber();
    }
    return in.good();
}

bool readBits(ByteReader &in, std::size_t count, std::vector<std::int64_t> &out)
{
    const auto least = std::uint64_t(in.signedNumber());
    const auto width = in.number();
    if (!in.good() || width > 64)
        return false;
    const ByteView packed = in.take((count * width + 7) / 8);
    if (!in.good())
        return false;
    BitReader bits(packed);
    out.resize(count);
    for (std::int64_t &number : out)
        number = std::int64_t(least + bits.read(int(width)));
    return bits.good();
}

bool readSqueezed(ByteReader &in, std::size_t count, std::vector<std::int64_t> &out)
{
    const auto plain = zstdDecompress(in.bytes(), count * 10);
    if (!plain)
        return false;
    ByteReader numbers(*plain);
    out.resize(count);
    for (std::int64_t &number : out)
        number = numbers.signedNumber();
    return numbers.good() && numbers.atEnd();
}

} // namespace

void packNumbers(std::span<const std::int64_t> numbers, Bytes &out)
{
    const auto [least, most] = numbers.empty() ? std::pair<std::int64_t, std::int64_t>() : [&] {
        const auto ends = std::minmax_element(numbers.begin(), numbers.end());
        return std::pair(*ends.first, *ends.second);
    }();
    if (least == 0 && most == 0) {
        out.push_back(Zeros);
        return;
    }
    Bytes best { Bits };
    writeBits(numbers, least, std::bit_width(std::uint64_t(most) - std::uint64_t(least)), best);
    Bytes sparse { Sparse };
    if (std::size_t(std::count(numbers.begin(), numbers.end(), 0)) * 2 > numbers.size())
        writeSparse(numbers, sparse);
    if (sparse.size() > 1 && sparse.size() < best.size())
        best = std::move(sparse);
    if (const Bytes small = squeezed(numbers); !small.empty() && small.size() + 3 < best.size()) {
        best = { Squeezed };
        ByteWriter(best).bytes(small);
    }
    out.insert(out.end(), best.begin(), best.end());
}

bool unpackNumbers(ByteReader &in, std::size_t count, std::vector<std::int64_t> &out)
{
    switch (in.number()) {
    case Zeros:
        out.assign(count, 0);
        return in.good();
    case Sparse:
        return readSparse(in, count, out);
    case Bits:
        return readBits(in, count, out);
    case Squeezed:
        return readSqueezed(in, count, out);
    default:
        return false;
    }
}

} // namespace lepto
