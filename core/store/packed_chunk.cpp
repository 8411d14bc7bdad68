#include "core/store/packed_chunk.h"

#include "core/store/packed_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace lepto {

namespace {

constexpr std::size_t kMostSamples = 65'535;
constexpr int kMostDigits = 15; ///< after the point
constexpr double kWhole = 9007199254740992.0; ///< 2^53
constexpr int kOrders = 3; ///< differences: none, first, second

constexpr std::array<double, kMostDigits + 1> kTens { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
    1e14, 1e15 };

bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// The whole number that gives `v` back exactly when divided by 10^digits.
std::optional<std::int64_t> asWhole(double v, int digits)
{
    const double scaled = std::nearbyint(v * kTens[std::size_t(digits)]);
    if (!(std::abs(scaled) < kWhole))
        return std::nullopt;
    const auto whole = std::int64_t(scaled);
    return sameBits(double(whole) / kTens[std::size_t(digits)], v) ? std::optional(whole) : std::nullopt; // -0 is none
}

struct Exception {
    std::size_t at;
    double v;
};

/// Values as whole multiples of 10^-digits; an exception repeats the number before it.
struct Decimals {
    int digits = 0;
    std::vector<std::int64_t> wholes;
    std::vector<Exception> exceptions;
};

/// The digits that most values need: a value that cannot be had with any number of them does not count.
int digitsOf(std::span<const Sample> samples)
{
    int digits = 0;
    for (const Sample &sample : samples) {
        int needed = digits;
        while (needed <= kMostDigits && !asWhole(sample.v, needed))
            ++needed;
        if (needed <= kMostDigits)
            digits = needed;
    }
    return digits;
}

std::optional<Decimals> decimals(std::span<const Sample> samples)
{
    Decimals found { digitsOf(samples), {}, {} };
    found.wholes.reserve(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto whole = asWhole(samples[i].v, found.digits);
        if (!whole)
            found.exceptions.push_back({ i, samples[i].v });
        found.wholes.push_back(whole.value_or(found.wholes.empty() ? 0 : found.wholes.back()));
        if (found.exceptions.size() * 8 > samples.size() + 8)
            return std::nullopt;
    }
    return found;
}

std::uint64_t bitsFor(std::span<const std::int64_t> numbers)
{
    std::uint64_t bits = 0;
    for (const std::int64_t number : numbers)
        bits += std::uint64_t(std::bit_width(std::uint64_t(number) << 1 ^ std::uint64_t(number >> 63)));
    return bits;
}

/// In place; `firsts` take what the differences begin with.
void differ(std::vector<std::int64_t> &numbers, std::vector<std::int64_t> &firsts)
{
    firsts.push_back(numbers.front());
    std::adjacent_difference(numbers.begin(), numbers.end(), numbers.begin());
    numbers.erase(numbers.begin());
}

void writeWholes(std::vector<std::int64_t> wholes, ByteWriter &out, Bytes &data)
{
    std::vector<std::int64_t> firsts { wholes.front() };
    for (std::int64_t &whole : wholes)
        whole -= firsts.front();
    std::vector<std::int64_t> best = wholes, bestFirsts = firsts;
    std::uint64_t least = bitsFor(best);
    for (int order = 1; order < kOrders && wholes.size() > 1; ++order) {
        differ(wholes, firsts);
        if (const std::uint64_t bits = bitsFor(wholes); bits < least) {
            least = bits;
            best = wholes;
            bestFirsts = firsts;
        }
    }
    std::int64_t divisor = 0;
    for (const std::int64_t number : best)
        divisor = std::gcd(divisor, number);
    divisor = std::max<std::int64_t>(divisor, 1);
    for (std::int64_t &number : best)
        number /= divisor;
    out.number(bestFirsts.size() - 1);
    for (const std::int64_t first : bestFirsts)
        out.signedNumber(first);
    out.number(std::uint64_t(divisor));
    packNumbers(best, data);
}

bool readWholes(ByteReader &in, std::size_t count, std::vector<std::int64_t> &wholes)
{
    const std::uint64_t order = in.number();
    if (order >= kOrders || order >= count)
        return false;
    std::array<std::int64_t, kOrders> firsts {};
    for (std::size_t i = 0; i <= order; ++i)
        firsts[i] = in.signedNumber();
    const std::uint64_t divisor = in.number();
    if (!in.good() || !unpackNumbers(in, count - order, wholes))
        return false;
    if (divisor != 1)
        for (std::int64_t &number : wholes)
            number = std::int64_t(std::uint64_t(number) * divisor);
    for (std::size_t left = order; left > 0; --left) {
        std::uint64_t sum = std::uint64_t(firsts[left]);
        for (std::int64_t &number : wholes)
            number = std::int64_t(std::exchange(sum, sum + std::uint64_t(number)));
        wholes.push_back(std::int64_t(sum));
    }
    for (std::int64_t &number : wholes)
        number = std::int64_t(std::uint64_t(number) + std::uint64_t(firsts[0]));
    return true;
}

void writeTimes(std::span<const Sample> samples, ByteWriter &out, Bytes &data)
{
    out.signedNumber(samples.front().t);
    if (samples.size() == 1)
        return;
    std::vector<std::int64_t> spacings;
    for (std::size_t i = 1; i < samples.size(); ++i)
        spacings.push_back(samples[i].t - samples[i - 1].t);
    std::vector<std::int64_t> sorted(spacings);
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const std::int64_t usual = *middle;
    out.signedNumber(usual);
    for (std::int64_t &spacing : spacings)
        spacing -= usual;
    packNumbers(spacings, data);
}

bool readTimes(ByteReader &in, std::span<Sample> samples, std::vector<std::int64_t> &spacings)
{
    auto t = std::uint64_t(in.signedNumber());
    samples.front().t = TimeMs(t);
    if (samples.size() == 1)
        return in.good();
    const auto usual = std::uint64_t(in.signedNumber());
    if (!unpackNumbers(in, samples.size() - 1, spacings))
        return false;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        t += usual + std::uint64_t(spacings[i - 1]);
        samples[i].t = TimeMs(t);
    }
    return true;
}

} // namespace

std::optional<Bytes> packSamples(std::span<const Sample> samples)
{
    if (samples.empty() || samples.size() > kMostSamples)
        return std::nullopt;
    const auto values = decimals(samples);
    if (!values)
        return std::nullopt;
    Bytes data;
    ByteWriter out(data);
    out.number(samples.size());
    writeTimes(samples, out, data);
    out.number(std::uint64_t(values->digits));
    writeWholes(values->wholes, out, data);
    std::size_t before = 0;
    for (const Exception &exception : values->exceptions) {
        out.number(exception.at - before);
        out.near(exception.v, 0);
        before = exception.at;
    }
    return data;
}

bool unpackSamples(ByteView data, std::vector<Sample> &out)
{
    static thread_local std::vector<std::int64_t> numbers;
    ByteReader in(data);
    const std::uint64_t count = in.number();
    if (!in.good() || count == 0 || count > kMostSamples)
        return false;
    const std::size_t start = out.size();
    out.resize(start + count);
    const std::span<Sample> samples(out.data() + start, count);
    if (!readTimes(in, samples, numbers))
        return false;
    const std::uint64_t digits = in.number();
    if (digits > kMostDigits || !readWholes(in, count, numbers))
        return false;
    const double scale = kTens[digits];
    for (std::size_t i = 0; i < count; ++i)
        samples[i].v = double(numbers[i]) / scale;
    for (std::size_t at = 0; !in.atEnd() && in.good();) {
        const std::uint64_t distance = in.number();
        if (distance >= count - at)
            return false;
        at += distance;
        samples[at].v = in.near(0);
    }
    return in.good();
}

} // namespace lepto
