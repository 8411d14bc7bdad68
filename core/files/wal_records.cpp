#include "core/files/wal_records.h"

namespace lepto {

namespace {

enum RecordKind : std::uint8_t {
    Series = 1,
    Samples = 2,
    Tombstones = 3,
    Exemplars = 4,
    MmapMarkers = 5,
    Metadata = 6,
    Histograms = 7,
    FloatHistograms = 8,
    CustomHistograms = 9,
    CustomFloatHistograms = 10
};

/// How many entries follow, of which each takes a byte at least.
std::uint64_t readCount(ByteCursor &record)
{
    const std::uint64_t count = record.uvarint();
    if (count > record.left())
        throw record.fault(QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies"));
    return count;
}

std::vector<BucketSpan> readSpans(ByteCursor &record)
{
    std::vector<BucketSpan> spans;
    for (std::uint64_t n = readCount(record); n > 0; --n) {
        const auto offset = std::int32_t(record.varint());
        spans.push_back({ offset, std::uint32_t(record.uvarint()) });
    }
    return spans;
}

/// Differences to the bucket before, of integers; float histograms have the counts themselves.
std::vector<double> readCounts(ByteCursor &record, bool floats)
{
    std::vector<double> counts;
    std::uint64_t count = 0;
    for (std::uint64_t n = readCount(record); n > 0; --n) {
        if (!floats)
            count += std::uint64_t(record.varint());
        counts.push_back(floats ? record.real() : double(std::int64_t(count)));
    }
    return counts;
}

NativeHistogram readHistogram(ByteCursor &record, bool floats)
{
    using Reset = NativeHistogram::Reset;
    constexpr Reset byHint[] = { Reset::Unknown, Reset::Yes, Reset::No, Reset::Gauge };
    NativeHistogram h;
    h.reset = byHint[record.byte() & 3];
    h.schema = std::int32_t(record.varint());
    h.zeroThreshold = record.real();
    h.zeroCount = floats ? record.real() : double(record.uvarint());
    h.count = floats ? record.real() : double(record.uvarint());
    h.sum = record.real();
    h.positiveSpans = readSpans(record);
    h.negativeSpans = readSpans(record);
    h.positiveCounts = readCounts(record, floats);
    h.negativeCounts = readCounts(record, floats);
    if (h.schema == NativeHistogram::customSchema)
        for (std::uint64_t n = readCount(record); n > 0; --n)
            h.customBounds.push_back(record.real());
    return h;
}

} // namespace

void WalRecords::take(ByteView bytes)
{
    ByteCursor record(bytes);
    const std::uint8_t kind = record.byte();
    const bool floats = kind == FloatHistograms || kind == CustomFloatHistograms;
    switch (kind) {
    case Series:
        return takeSeries(record);
    case Samples:
        return takeSamples(record, [&](TimeMs t) { return Sample { t, record.real() }; });
    case Tombstones:
        return takeDeletions(record);
    case Histograms:
    case FloatHistograms:
    case CustomHistograms:
    case CustomFloatHistograms:
        return takeSamples(record, [&](TimeMs t) { return HistogramSample { t, readHistogram(record, floats) }; });
    case Exemplars:
    case MmapMarkers:
    case Metadata:
        return;
    default:
        ++m_unknownKinds;
    }
}

void WalRecords::takeSeries(ByteCursor &record)
{
    while (!record.atEnd()) {
        const std::uint64_t ref = record.be64();
        std::vector<Labels::Pair> pairs;
        for (std::uint64_t n = readCount(record); n > 0; --n) {
            const std::string_view name = record.text();
            pairs.emplace_back(name, record.text());
        }
        m_handles[ref] = m_collector.series(Labels(std::move(pairs)));
    }
}

template <typename Read>
void WalRecords::takeSamples(ByteCursor &record, Read read)
{
    if (record.atEnd())
        return;
    const std::uint64_t ref = record.be64(), time = record.be64();
    while (!record.atEnd()) {
        const std::uint64_t series = ref + std::uint64_t(record.varint());
        auto sample = read(TimeMs(time + std::uint64_t(record.varint())));
        ++m_samples;
        if (const auto at = m_handles.find(series); at != m_handles.end())
            m_collector.add(at->second, std::move(sample));
        else
            ++m_orphans;
    }
}

void WalRecords::takeDeletions(ByteCursor &record)
{
    while (!record.atEnd()) {
        const std::uint64_t series = record.be64();
        const TimeMs from = record.varint(), to = record.varint();
        if (const auto at = m_handles.find(series); at != m_handles.end())
            m_collector.erase(at->second, { from, to });
    }
}

} // namespace lepto
