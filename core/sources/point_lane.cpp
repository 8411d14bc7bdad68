#include "core/sources/point_lane.h"

#include <bit>
#include <cstring>
#include <limits>

namespace lepto {

namespace {

static_assert(std::endian::native == std::endian::little, "eight digits are read as one little-endian word");

constexpr double powersOfTen[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27 };
constexpr long double widePowersOfTen[] = { 1e0L, 1e1L, 1e2L, 1e3L, 1e4L, 1e5L, 1e6L, 1e7L, 1e8L, 1e9L, 1e10L, 1e11L, 1e12L, 1e13L, 1e14L, 1e15L, 1e16L, 1e17L,
    1e18L, 1e19L, 1e20L, 1e21L, 1e22L, 1e23L, 1e24L, 1e25L, 1e26L, 1e27L };
constexpr std::ptrdiff_t mostDigits = 19;    ///< fit 64 bits
constexpr std::ptrdiff_t exactDecimals = 22; ///< 10^22 is the last power that a double holds exactly
constexpr std::ptrdiff_t mostDecimals = 27;  ///< and 10^27 the last that 64 bits of mantissa hold exactly

unsigned digitOf(char c)
{
    return unsigned(static_cast<unsigned char>(c)) - '0';
}

std::uint64_t load8(const char *p)
{
    std::uint64_t word;
    std::memcpy(&word, p, sizeof word);
    return word;
}

// All eight bytes between '0' and '9': adding 6 or subtracting '0' moves any other byte out of the high half 3.
bool isEightDigits(std::uint64_t word)
{
    return ((word & 0xF0F0F0F0F0F0F0F0ULL) | (((word + 0x0606060606060606ULL) & 0xF0F0F0F0F0F0F0F0ULL) >> 4)) == 0x3333333333333333ULL;
}

// Pairs, then fours, then eight digits are summed inside one word.
std::uint64_t eightDigits(std::uint64_t word)
{
    word = (word & 0x0F0F0F0F0F0F0F0FULL) * 2561 >> 8;
    word = (word & 0x00FF00FF00FF00FFULL) * 6553601 >> 16;
    return (word & 0x0000FFFF0000FFFFULL) * 42949672960001ULL >> 32;
}

// At most 25 digits: a longer run is left standing and then no quote follows.
const char *readDigits(const char *p, std::uint64_t &value)
{
    for (int words = 0; words < 2 && isEightDigits(load8(p)); ++words) {
        value = value * 100'000'000 + eightDigits(load8(p));
        p += 8;
    }
    const char *const limit = p + 9;
    for (unsigned digit = digitOf(*p); digit < 10 && p < limit; digit = digitOf(*++p))
        value = value * 10 + digit;
    return p;
}

std::ptrdiff_t leadingZeros(const char *p)
{
    const char *const begin = p;
    std::ptrdiff_t points = 0;
    for (; *p == '0' || *p == '.'; ++p)
        points += *p == '.';
    return p - begin - points;
}

/// Ten or so digits, a point, up to three more; nullptr for any other shape.
const char *fastTime(const char *p, TimeMs &out)
{
    const char *const begin = p;
    std::uint64_t value = 0;
    p = readDigits(p, value);
    if (p == begin || p - begin > 12)
        return nullptr;
    int decimals = 0;
    if (*p == '.') {
        ++p;
        for (unsigned digit = digitOf(*p); digit < 10; digit = digitOf(*++p)) {
            if (++decimals > 3)
                return nullptr;
            value = value * 10 + digit;
        }
    }
    constexpr std::uint64_t scale[] = { 1000, 100, 10, 1 };
    out = TimeMs(value * scale[decimals]);
    return p;
}

/// mantissa / 10^decimals, exactly rounded, through one division with 64 bits of precision; false where rounding twice could differ
/// from rounding once, which is when the 11 bits that fall away lie at the middle.
bool divideWide(std::uint64_t mantissa, std::ptrdiff_t decimals, double &out)
{
    if constexpr (std::numeric_limits<long double>::digits != 64)
        return false;
    const long double quotient = static_cast<long double>(mantissa) / widePowersOfTen[decimals];
    std::uint64_t bits = 0;
    std::memcpy(&bits, &quotient, sizeof bits);
    constexpr std::uint64_t middle = 0x400;
    const std::uint64_t falling = bits & 0x7FF;
    out = double(quotient);
    return falling + 1 < middle || falling > middle + 1;
}

} // namespace

bool divideByPower(std::uint64_t mantissa, std::ptrdiff_t decimals, double &out)
{
    out = double(mantissa) / powersOfTen[decimals];
    return (mantissa <= (1ULL << 53) && decimals <= exactDecimals) || divideWide(mantissa, decimals, out);
}

const char *readPlainValue(const char *p, double &out)
{
    const bool negative = *p == '-';
    p += negative;
    const char *const begin = p;
    std::uint64_t mantissa = 0;
    p = readDigits(p, mantissa);
    std::ptrdiff_t digits = p - begin, decimals = 0;
    if (*p == '.') {
        const char *const point = ++p;
        p = readDigits(p, mantissa);
        decimals = p - point;
        digits += decimals;
    }
    if (digits > mostDigits)
        digits -= leadingZeros(begin);
    if (*p != '"' || digits == 0 || digits > mostDigits || decimals > mostDecimals)
        return nullptr;
    double value = 0;
    if (!divideByPower(mantissa, decimals, value))
        return nullptr;
    out = negative ? -value : value;
    return p;
}

const char *readPlainPoint(const char *p, Sample &out)
{
    if (*p != '[')
        return nullptr;
    p = fastTime(p + 1, out.t);
    if (!p || p[0] != ',' || p[1] != '"')
        return nullptr;
    p = readPlainValue(p + 2, out.v);
    return p && p[1] == ']' ? p + 2 : nullptr;
}

const char *readFastPoints(const char *at, const char *end, std::vector<Sample> &out)
{
    static const bool vector = hasVectorLane();
    if (vector)
        return readVectorPoints(at, end, out);
    Sample sample;
    while (end - at > pointRoom) {
        const char *const next = readPlainPoint(at, sample);
        if (!next)
            return at;
        out.push_back(sample);
        at = next + (*next == ',');
        if (*next != ',')
            return at;
    }
    return at;
}

} // namespace lepto
