#include "core/sources/point_lane.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <bit>

#define LEPTO_SSE41 __attribute__((target("sse4.1")))

namespace lepto {

namespace {

struct Number {
    std::uint64_t mantissa = 0;
    int digits = 0, decimals = 0;
    bool pointed = false, good = false;
};

LEPTO_SSE41 inline __m128i load(const char *p)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
}

LEPTO_SSE41 inline unsigned placesOf(__m128i text, char c)
{
    return unsigned(_mm_movemask_epi8(_mm_cmpeq_epi8(text, _mm_set1_epi8(c))));
}

/// The digits of `text` before `length` (at most 15), which may have one point among them, as one integer.
/// They are moved to the right end, over the point, and then summed in pairs, fours and eights.
LEPTO_SSE41 inline Number readNumber(__m128i text, int length)
{
    const unsigned within = (1u << length) - 1;
    const __m128i digits = _mm_sub_epi8(text, _mm_set1_epi8('0'));
    const __m128i beyond = _mm_subs_epu8(digits, _mm_set1_epi8(9));
    const unsigned others = ~unsigned(_mm_movemask_epi8(_mm_cmpeq_epi8(beyond, _mm_setzero_si128()))) & within;
    const unsigned points = placesOf(text, '.') & within;
    const int point = std::countr_zero(points | 1u << length), count = length - (points != 0);

    const __m128i ramp = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const __m128i place = _mm_add_epi8(ramp, _mm_set1_epi8(char(count - 16))); // negative: a zero
    const __m128i after = _mm_cmpgt_epi8(place, _mm_set1_epi8(char(point - 1)));
    const __m128i moved = _mm_shuffle_epi8(digits, _mm_sub_epi8(place, after));

    const __m128i pairs = _mm_maddubs_epi16(moved, _mm_set1_epi16(0x010A));
    const __m128i fours = _mm_madd_epi16(pairs, _mm_set1_epi32(0x00010064));
    const __m128i packed = _mm_packus_epi32(fours, fours);
    const __m128i eights = _mm_madd_epi16(packed, _mm_set1_epi32(0x00012710));
    const auto both = std::uint64_t(_mm_cvtsi128_si64(eights));
    return { (both & 0xFFFFFFFFu) * 100'000'000 + (both >> 32), count, count - point, points != 0,
        others == points && (points & (points - 1)) == 0 && count > 0 };
}

/// A number of 16 to 20 characters: its last 15 apart from those before.
LEPTO_SSE41 inline Number readLongNumber(const char *p, int length)
{
    constexpr int tailLength = 15;
    constexpr std::uint64_t powers[] = { 100'000'000'000'000, 1'000'000'000'000'000 };
    const Number head = readNumber(load(p), length - tailLength), tail = readNumber(load(p + length - tailLength), tailLength);
    const bool good = head.good && tail.good && !(head.pointed && tail.pointed) && head.digits + tail.digits <= 19;
    return { head.mantissa * powers[tail.digits - tailLength + 1] + tail.mantissa, head.digits + tail.digits,
        head.pointed ? head.decimals + tail.digits : tail.decimals, head.pointed || tail.pointed, good };
}

LEPTO_SSE41 inline const char *readTime(const char *p, TimeMs &out)
{
    constexpr TimeMs scale[] = { 1000, 100, 10, 1 };
    const __m128i text = load(p);
    const unsigned comma = placesOf(text, ',');
    const int length = std::countr_zero(comma | 1u << 16);
    if (length > 15)
        return nullptr;
    const Number number = readNumber(text, length);
    if (!number.good || number.decimals > 3 || p[length + 1] != '"')
        return nullptr;
    out = TimeMs(number.mantissa) * scale[number.decimals];
    return p + length + 2;
}

LEPTO_SSE41 inline const char *readValue(const char *p, double &out)
{
    const char *const begin = p;
    const bool negative = *p == '-';
    p += negative;
    const __m128i text = load(p);
    const unsigned quotes = placesOf(text, '"') | placesOf(load(p + 16), '"') << 16;
    const int length = quotes == 0 ? 32 : std::countr_zero(quotes);
    if (length > 20)
        return readPlainValue(begin, out);
    const Number number = length <= 15 ? readNumber(text, length) : readLongNumber(p, length);
    double value = 0;
    if (!number.good || !divideByPower(number.mantissa, number.decimals, value))
        return nullptr;
    out = negative ? -value : value;
    return p + length;
}

} // namespace

bool hasVectorLane()
{
    return __builtin_cpu_supports("sse4.1");
}

LEPTO_SSE41 const char *readVectorPoints(const char *at, const char *end, std::vector<Sample> &out)
{
    Sample sample;
    while (end - at > pointRoom) {
        const char *next = *at == '[' ? readTime(at + 1, sample.t) : nullptr;
        next = next ? readValue(next, sample.v) : nullptr;
        if (!next || next[1] != ']')
            return at;
        out.push_back(sample);
        at = next + 2 + (next[2] == ',');
        if (next[2] != ',')
            return at;
    }
    return at;
}

} // namespace lepto

#else

namespace lepto {

bool hasVectorLane()
{
    return false;
}

const char *readVectorPoints(const char *at, const char *, std::vector<Sample> &)
{
    return at;
}

} // namespace lepto

#endif
