#include "core/files/sample_collector.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace lepto {

namespace {

constexpr std::size_t kPacked = 240; ///< samples of a chunk, as the store seals them

std::size_t sizeOf(const NativeHistogram &h)
{
    return sizeof h + 8 * (h.positiveSpans.size() + h.negativeSpans.size() + h.positiveCounts.size() + h.negativeCounts.size()
        + h.customBounds.size());
}

template <typename T>
void sortByTime(std::vector<T> &samples)
{
    const auto earlier = [](const T &a, const T &b) { return a.t < b.t; };
    if (!std::is_sorted(samples.begin(), samples.end(), earlier))
        std::stable_sort(samples.begin(), samples.end(), earlier);
    const auto same = [](const T &a, const T &b) { return a.t == b.t; };
    samples.erase(std::unique(samples.begin(), samples.end(), same), samples.end());
}

} // namespace

/// What was gathered, in the order of the labels.
class SampleCollector::Collected final : public SeriesSource {
public:
    explicit Collected(std::vector<Series> series)
        : m_series(std::move(series))
    {
        std::sort(m_series.begin(), m_series.end(), [](const Series &a, const Series &b) { return a.labels < b.labels; });
    }

    Result<bool> next() override
    {
        if (m_next == m_series.size())
            return false;
        if (m_next > 0)
            m_series[m_next - 1] = Series();
        Series &series = m_series[m_next++];
        const auto earlier = [](const auto &a, const auto &b) { return a.first.first < b.first.first; };
        std::stable_sort(series.chunks.begin(), series.chunks.end(), earlier);
        std::sort(series.deleted.begin(), series.deleted.end(), [](auto &a, auto &b) { return a.from < b.from; });
        m_spans.clear();
        for (std::size_t i = 0; i < series.chunks.size(); ++i) {
            series.chunks[i].first.place = i;
            m_spans.push_back(series.chunks[i].first);
        }
        return true;
    }
    const Labels &labels() const override { return now().labels; }
    const std::vector<ChunkSpan> &chunks() const override { return m_spans; }
    const std::vector<TimeSpan> &deleted() const override { return now().deleted; }
    Result<ChunkBytes> read(const ChunkSpan &chunk) override
    {
        return ChunkBytes { std::uint8_t(ChunkEncoding::Xor), now().chunks[std::size_t(chunk.place)].second };
    }
    std::vector<HistogramSample> histograms() override
    {
        sortByTime(m_series[m_next - 1].histograms);
        return std::move(m_series[m_next - 1].histograms);
    }
    Error damagedChunk(const ChunkSpan &, const char *reason) const override { return { ErrorCode::Internal, {}, reason }; }
    double progress() const override { return m_series.empty() ? 1 : double(m_next) / double(m_series.size()); }

private:
    const Series &now() const { return m_series[m_next - 1]; }

    std::vector<Series> m_series;
    std::vector<ChunkSpan> m_spans;
    std::size_t m_next = 0;
};

SampleCollector::Handle SampleCollector::series(const Labels &labels)
{
    const auto [at, fresh] = m_handles.try_emplace(labels, m_series.size());
    if (fresh) {
        m_series.emplace_back().labels = labels;
        m_bytes += sizeof(Series) + 200;
    }
    return at->second;
}

void SampleCollector::add(Handle handle, Sample sample)
{
    Series &series = m_series[handle];
    const std::size_t room = series.open.capacity();
    series.open.push_back(sample);
    m_bytes += (series.open.capacity() - room) * sizeof(Sample);
    if (series.open.size() >= kPacked)
        pack(series);
}

void SampleCollector::add(Handle handle, HistogramSample sample)
{
    m_bytes += sizeOf(sample.value);
    m_series[handle].histograms.push_back(std::move(sample));
}

void SampleCollector::pack(Series &series)
{
    if (series.open.empty())
        return;
    sortByTime(series.open);
    XorEncoder encoder;
    for (const Sample &sample : series.open)
        encoder.append(sample);
    series.chunks.emplace_back(ChunkSpan { series.open.front().t, series.open.back().t }, encoder.bytes());
    m_bytes += series.chunks.back().second.size() + sizeof(series.chunks.back());
    series.open.clear();
}

std::unique_ptr<SeriesSource> SampleCollector::release()
{
    std::vector<Series> taken(m_series.size());
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        pack(m_series[i]);
        m_series[i].open = {};
        taken[i].labels = m_series[i].labels;
        taken[i].chunks = std::exchange(m_series[i].chunks, {});
        taken[i].histograms = std::exchange(m_series[i].histograms, {});
        taken[i].deleted = std::exchange(m_series[i].deleted, {});
    }
    m_bytes = m_series.size() * (sizeof(Series) + 200);
    return std::make_unique<Collected>(std::move(taken));
}

} // namespace lepto
