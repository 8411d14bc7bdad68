#include "core/edge/record_codec.h"

namespace lepto {

namespace {

constexpr std::uint64_t kAnew = 1;
constexpr std::size_t kMaxSamples = 20'000;                              ///< of one record
constexpr std::size_t kRecordLabelBytes = 8u << 20;                      ///< of all label sets a record names, sent before or not
constexpr std::size_t kLongestLabels = 256u << 10;
constexpr std::size_t kWriterSeries = 100'000, kWriterLabelBytes = 32u << 20; ///< then the dictionary begins anew
constexpr std::size_t kReaderSeries = 2 * kWriterSeries, kReaderLabelBytes = 2 * kWriterLabelBytes;
constexpr std::size_t kMaxPairs = 1000;

std::size_t sizeOf(const Labels &labels)
{
    std::size_t size = 0;
    for (const auto &[name, value] : labels.pairs())
        size += name.size() + value.size() + 4;
    return size;
}

void writeLabels(ByteWriter &to, const Labels &labels)
{
    to.number(labels.pairs().size());
    for (const auto &[name, value] : labels.pairs()) {
        to.text(name);
        to.text(value);
    }
}

} // namespace

bool RecordWriter::startAnew()
{
    const bool anew = m_known.empty() || m_known.size() > kWriterSeries || m_labelBytes > kWriterLabelBytes;
    if (anew) {
        m_known.clear();
        m_labelBytes = 0;
    }
    return anew;
}

/// Looks up, and enters where new, the label sets of as many samples as fit; answers how many were looked at.
std::size_t RecordWriter::gather(std::span<const LabelledSample> samples)
{
    m_chosen.clear();
    m_fresh.clear();
    std::size_t looked = 0, bytes = 0;
    for (; looked < samples.size() && m_chosen.size() < kMaxSamples && bytes < kRecordLabelBytes; ++looked) {
        const Labels &labels = samples[looked].labels;
        const auto [it, added] = m_known.try_emplace(labels, Known { std::uint32_t(m_known.size()), 0, 0 });
        if (added) {
            it->second.bytes = sizeOf(labels);
            if (it->second.bytes > kLongestLabels) {
                m_known.erase(it);
                continue;
            }
            m_fresh.push_back(&it->first);
            m_labelBytes += it->second.bytes;
        }
        bytes += it->second.bytes;
        m_chosen.push_back({ &it->second, samples[looked].sample });
    }
    return looked;
}

std::size_t RecordWriter::write(Bytes &out, const EdgeRecord &head, std::span<const LabelledSample> samples)
{
    ByteWriter to(out);
    to.number(startAnew() ? kAnew : 0);
    const std::size_t taken = gather(samples);
    to.number(head.before.seq);
    to.number(head.before.samples);
    to.signedNumber(head.at);
    to.text(head.source);
    to.number(m_fresh.size());
    for (const Labels *labels : m_fresh)
        writeLabels(to, *labels);
    to.number(m_chosen.size());
    std::int64_t expected = 0;
    for (const Chosen &chosen : m_chosen) {
        to.signedNumber(chosen.series->number - expected);
        expected = std::int64_t(chosen.series->number) + 1;
    }
    for (const Chosen &chosen : m_chosen)
        to.signedNumber(TimeMs(std::uint64_t(chosen.sample.t) - std::uint64_t(head.at)));
    for (const Chosen &chosen : m_chosen) {
        to.near(chosen.sample.v, chosen.series->last);
        chosen.series->last = chosen.sample.v;
    }
    return taken;
}

std::optional<EdgeRecord> RecordReader::read(ByteView body)
{
    ByteReader in(body);
    const std::uint64_t flags = in.number();
    if (flags & kAnew) {
        m_known.clear();
        m_labelBytes = 0;
    }
    EdgeRecord record;
    record.before.seq = in.number();
    record.before.samples = in.number();
    record.at = in.signedNumber();
    record.source = in.text();
    const bool plausible = in.good() && flags <= kAnew && record.before.seq < UINT64_MAX / 2 && record.before.samples < UINT64_MAX / 2;
    if (!plausible || !readLabels(in) || !readSamples(in, record) || !in.atEnd())
        return std::nullopt;
    return record;
}

bool RecordReader::readLabels(ByteReader &in)
{
    const std::uint64_t count = in.number();
    if (count > kReaderSeries - m_known.size())
        return false;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t pairs = in.number();
        if (!in.good() || pairs > kMaxPairs || pairs > in.left())
            return false;
        std::vector<Labels::Pair> all;
        for (std::uint64_t p = 0; p < pairs; ++p) {
            const std::string_view name = in.text();
            all.emplace_back(name, in.text());
        }
        Labels labels(std::move(all));
        m_labelBytes += sizeOf(labels);
        if (!in.good() || m_labelBytes > kReaderLabelBytes)
            return false;
        m_known.push_back({ m_relabel ? m_relabel(labels) : std::move(labels), 0 });
    }
    return true;
}

bool RecordReader::readSamples(ByteReader &in, EdgeRecord &record)
{
    const std::uint64_t count = in.number();
    if (count > kMaxSamples || 3 * count > in.left())
        return false;
    std::vector<std::size_t> chosen;
    chosen.reserve(count);
    std::uint64_t expected = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t number = expected + std::uint64_t(in.signedNumber());
        if (number >= m_known.size())
            return false;
        chosen.push_back(number);
        expected = number + 1;
    }
    record.samples.reserve(count);
    for (const std::size_t number : chosen)
        record.samples.push_back({ m_known[number].labels, { TimeMs(std::uint64_t(record.at) + std::uint64_t(in.signedNumber())), 0 } });
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        double &last = m_known[chosen[i]].last;
        record.samples[i].sample.v = last = in.near(last);
    }
    return in.good();
}

} // namespace lepto
