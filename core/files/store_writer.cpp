#include "core/files/store_writer.h"

#include "core/store/head.h"
#include "core/store/xor_chunk.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr std::int64_t kBatch = 1'000'000; ///< samples that one transaction takes
constexpr std::size_t kHistogramBatch = 5000, kMostProblems = 10;

std::int64_t samplesOf(const Bytes &chunk) { return chunk.size() < 2 ? 0 : chunk[0] << 8 | chunk[1]; }

} // namespace

void ImportCounts::add(const Error &problem)
{
    if (problems++ < std::int64_t(kMostProblems))
        firstProblems.push_back(problem);
}

void ImportCounts::widen(TimeMs first, TimeMs last)
{
    oldest = std::min(oldest, first);
    newest = std::max(newest, last);
}

StoreWriter::StoreWriter(Store &store, std::string source, MatcherSet match, std::function<bool()> goesOn)
    : m_store(store)
    , m_source(std::move(source))
    , m_match(std::move(match))
    , m_goesOn(std::move(goesOn))
{ }

void StoreWriter::enter(const Labels &labels)
{
    if (!m_labels.empty() && labels == m_original)
        return;
    m_original = labels;
    const std::string_view before = labels.get("source");
    m_labels = (before.empty() || before == m_source ? labels : labels.with("exported_source", before)).with("source", m_source);
    ++m_counts.series;
}

void StoreWriter::hold(TimeMs first, TimeMs last, Bytes payload)
{
    if (m_batch.empty() || !m_batch.back().labels.sharesBodyWith(m_labels))
        m_batch.push_back({ m_labels, {} });
    m_held += samplesOf(payload);
    m_counts.widen(first, last);
    m_batch.back().chunks.emplace_back(ChunkSpan { first, last }, std::move(payload));
}

Result<void> StoreWriter::chunk(const Labels &labels, const ChunkSpan &span, ByteView xorPayload)
{
    enter(labels);
    hold(span.first, span.last, Bytes(xorPayload.begin(), xorPayload.end()));
    return m_held >= kBatch ? storeChunks() : Result<void>();
}

Result<void> StoreWriter::samples(const Labels &labels, std::span<const Sample> samples)
{
    enter(labels);
    const auto first = std::find_if(samples.begin(), samples.end(), [](const Sample &s) { return s.t >= kEarliest; });
    const auto end = std::find_if(first, samples.end(), [](const Sample &s) { return s.t > kLatest; });
    m_counts.refused += std::int64_t(samples.size()) - (end - first);
    for (auto at = first; at != end;) {
        XorEncoder encoder;
        const TimeMs begin = at->t;
        for (; at != end && encoder.count() < HeadSeries::kFewestSamples; ++at)
            encoder.append(*at);
        hold(begin, encoder.lastTime(), encoder.bytes());
    }
    return m_held >= kBatch ? storeChunks() : Result<void>();
}

Result<void> StoreWriter::histograms(const Labels &labels, std::span<const HistogramSample> samples)
{
    enter(labels);
    m_counts.widen(samples.front().t, samples.back().t);
    for (const HistogramSample &sample : samples)
        m_histograms.push_back({ m_labels, sample });
    return m_histograms.size() >= kHistogramBatch ? storeHistograms() : Result<void>();
}

/// Which chunks the store would not have, by looking: it says only how many they were.
void StoreWriter::countRefused()
{
    for (const Run &run : m_batch)
        for (const auto &[span, payload] : run.chunks) {
            const auto samples = decodeXorChunk(payload);
            const bool good = samples && samples->front().t == span.first && samples->back().t == span.last && span.first >= kEarliest
                && span.last <= kLatest;
            if (good)
                continue;
            m_counts.refused += samplesOf(payload);
            m_held -= samplesOf(payload);
        }
}

Result<void> StoreWriter::storeChunks()
{
    std::vector<std::vector<EncodedChunk>> chunks;
    std::vector<ChunkRun> runs;
    for (const Run &run : m_batch) {
        std::vector<EncodedChunk> &mine = chunks.emplace_back();
        for (const auto &[span, payload] : run.chunks)
            mine.push_back({ span.first, span.last, samplesOf(payload), payload });
        runs.push_back({ run.labels, mine });
    }
    const auto done = m_store.appendChunks(runs);
    if (!done)
        return done.error();
    if (done->refused > 0) {
        countRefused();
        for (std::int64_t i = 0; i < done->refused; ++i)
            m_counts.add({ ErrorCode::Damaged, {}, done->firstRefusal });
    }
    m_counts.added += done->samples;
    m_counts.duplicate += m_held - done->samples;
    m_held = 0;
    m_batch.clear();
    return {};
}

Result<void> StoreWriter::storeHistograms()
{
    const std::int64_t before = m_store.stats().histograms, handed = std::int64_t(m_histograms.size());
    const auto ids = m_store.appendHistograms(m_histograms);
    m_histograms.clear();
    if (!ids && ids.error().code == ErrorCode::Refused) {
        m_counts.histogramsNotStored += handed;
        return {};
    }
    if (!ids)
        return ids.error();
    const std::int64_t added = m_store.stats().histograms - before, refused = std::count(ids->begin(), ids->end(), 0);
    m_counts.histograms += added;
    m_counts.histogramsNotStored += refused;
    m_counts.histogramsDuplicate += handed - refused - added;
    return {};
}

Result<void> StoreWriter::finish()
{
    if (auto stored = m_batch.empty() ? Result<void>() : storeChunks(); !stored)
        return stored;
    return m_histograms.empty() ? Result<void>() : storeHistograms();
}

} // namespace lepto
