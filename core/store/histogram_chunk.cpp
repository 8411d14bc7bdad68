#include "core/store/histogram_chunk.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace lepto {

namespace {

constexpr std::size_t kMostBuckets = 65'536; ///< of one side; servers stop at a few hundred
constexpr double kWhole = 9007199254740992.0; ///< 2^53: up to here whole numbers are exact

enum Flag : std::uint8_t { NewLayout = 1, WholeCounts = 2, ResetShift = 2 };

bool isWhole(double v)
{
    return v >= 0 && v < kWhole && v == std::floor(v) && !std::signbit(v);
}

bool allWhole(const NativeHistogram &h)
{
    const auto whole = [](const std::vector<double> &counts) { return std::all_of(counts.begin(), counts.end(), isWhole); };
    return isWhole(h.count) && isWhole(h.zeroCount) && whole(h.positiveCounts) && whole(h.negativeCounts);
}

std::uint64_t bits(double v)
{
    return std::bit_cast<std::uint64_t>(v);
}

bool sameBits(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) { return bits(x) == bits(y); });
}

bool sameLayout(const NativeHistogram &a, const NativeHistogram &b)
{
    return a.schema == b.schema && bits(a.zeroThreshold) == bits(b.zeroThreshold) && a.positiveSpans == b.positiveSpans
        && a.negativeSpans == b.negativeSpans && sameBits(a.customBounds, b.customBounds);
}

std::uint64_t bucketsOf(const std::vector<BucketSpan> &spans)
{
    std::uint64_t buckets = 0;
    for (const BucketSpan &span : spans)
        buckets += span.length;
    return buckets;
}

class Encoder {
public:
    explicit Encoder(Bytes &out)
        : m_out(out)
    { }

    void add(const HistogramSample &sample)
    {
        const NativeHistogram &h = sample.value;
        const bool layout = m_first || !sameLayout(h, m_before);
        m_whole = allWhole(h) && (m_first || layout || allWhole(m_before));
        m_out.number(std::uint64_t(h.reset) << ResetShift | (m_whole ? WholeCounts : 0) | (layout ? NewLayout : 0));
        const TimeMs delta = sample.t - m_time;
        m_out.signedNumber(delta - m_delta);
        m_delta = m_first ? 0 : delta;
        m_time = sample.t;
        if (layout)
            writeLayout(h);
        const NativeHistogram none;
        const NativeHistogram &before = layout ? none : m_before;
        count(h.count, before.count);
        count(h.zeroCount, before.zeroCount);
        m_out.near(h.sum, before.sum);
        counts(h.positiveCounts, before.positiveCounts);
        counts(h.negativeCounts, before.negativeCounts);
        m_before = h;
        m_first = false;
    }

private:
    void writeLayout(const NativeHistogram &h)
    {
        m_out.signedNumber(h.schema);
        m_out.near(h.zeroThreshold, 0);
        for (const auto *spans : { &h.positiveSpans, &h.negativeSpans }) {
            m_out.number(spans->size());
            for (const BucketSpan &span : *spans) {
                m_out.signedNumber(span.offset);
                m_out.number(span.length);
            }
        }
        m_out.number(h.customBounds.size());
        for (const double bound : h.customBounds)
            m_out.near(bound, 0);
    }
    void count(double v, double before)
    {
        if (m_whole)
            m_out.signedNumber(std::int64_t(v) - std::int64_t(before));
        else
            m_out.near(v, before);
    }
    void counts(const std::vector<double> &values, const std::vector<double> &before)
    {
        for (std::size_t i = 0; i < values.size(); ++i)
            count(values[i], i < before.size() ? before[i] : 0);
    }

    ByteWriter m_out;
    NativeHistogram m_before;
    TimeMs m_time = 0, m_delta = 0;
    bool m_first = true, m_whole = false;
};

class Decoder {
public:
    explicit Decoder(ByteView data)
        : m_in(data)
    { }

    bool atEnd() const { return m_in.atEnd(); }
    bool next(HistogramSample &sample)
    {
        const std::uint64_t head = m_in.number();
        const bool layout = head & NewLayout;
        m_whole = head & WholeCounts;
        if ((m_first && !layout) || head >> ResetShift > std::uint64_t(NativeHistogram::Reset::Gauge))
            return false;
        m_delta = TimeMs(std::uint64_t(m_delta) + std::uint64_t(m_in.signedNumber()));
        sample.t = TimeMs(std::uint64_t(m_first ? 0 : m_time) + std::uint64_t(m_delta));
        if (m_first)
            m_delta = 0;
        const NativeHistogram before = layout ? NativeHistogram() : m_before;
        NativeHistogram &h = sample.value = before;
        if (layout && !readLayout(h))
            return false;
        h.reset = NativeHistogram::Reset(head >> ResetShift);
        h.count = count(before.count);
        h.zeroCount = count(before.zeroCount);
        h.sum = m_in.near(before.sum);
        for (double &v : h.positiveCounts)
            v = count(layout ? 0 : v);
        for (double &v : h.negativeCounts)
            v = count(layout ? 0 : v);
        const bool advances = m_first || sample.t > m_time;
        m_before = h;
        m_time = sample.t;
        m_first = false;
        return m_in.good() && advances;
    }

private:
    bool readLayout(NativeHistogram &h)
    {
        h.schema = std::int32_t(m_in.signedNumber());
        h.zeroThreshold = m_in.near(0);
        for (auto *spans : { &h.positiveSpans, &h.negativeSpans })
            for (std::uint64_t left = m_in.number(); left > 0 && m_in.good() && spans->size() < kMostBuckets; --left) {
                const auto offset = std::int32_t(m_in.signedNumber());
                spans->push_back({ offset, std::uint32_t(m_in.number()) });
            }
        for (std::uint64_t left = m_in.number(); left > 0 && m_in.good() && h.customBounds.size() < kMostBuckets; --left)
            h.customBounds.push_back(m_in.near(0));
        if (!m_in.good() || bucketsOf(h.positiveSpans) > kMostBuckets || bucketsOf(h.negativeSpans) > kMostBuckets)
            return false;
        h.positiveCounts.assign(bucketsOf(h.positiveSpans), 0);
        h.negativeCounts.assign(bucketsOf(h.negativeSpans), 0);
        return true;
    }
    double count(double before)
    {
        if (!m_whole)
            return m_in.near(before);
        if (!(before >= 0 && before < 2 * kWhole))
            return 0; // only where the bytes are broken
        return double(std::int64_t(std::uint64_t(before) + std::uint64_t(m_in.signedNumber())));
    }

    ByteReader m_in;
    NativeHistogram m_before;
    TimeMs m_time = 0, m_delta = 0;
    bool m_first = true, m_whole = false;
};

} // namespace

bool isSound(const NativeHistogram &h)
{
    return bucketsOf(h.positiveSpans) == h.positiveCounts.size() && bucketsOf(h.negativeSpans) == h.negativeCounts.size()
        && std::max({ h.positiveCounts.size(), h.negativeCounts.size(), h.positiveSpans.size(), h.negativeSpans.size(),
               h.customBounds.size() })
        <= kMostBuckets;
}

Bytes encodeHistograms(std::span<const HistogramSample> samples)
{
    Bytes data;
    Encoder encoder(data);
    for (const HistogramSample &sample : samples)
        encoder.add(sample);
    return data;
}

std::optional<std::vector<HistogramSample>> decodeHistograms(ByteView data)
{
    Decoder decoder(data);
    std::vector<HistogramSample> samples;
    while (!decoder.atEnd())
        if (!decoder.next(samples.emplace_back()))
            return std::nullopt;
    if (samples.empty())
        return std::nullopt;
    return samples;
}

} // namespace lepto
