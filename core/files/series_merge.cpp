#include "core/files/series_merge.h"

#include "core/base/text.h"
#include "core/store/xor_chunk.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace lepto {

namespace {

/// A chunk and whose it is.
struct Part {
    SeriesSource *source;
    ChunkSpan span;
};

template <typename T>
void order(std::vector<T> &samples)
{
    const auto earlier = [](const T &a, const T &b) { return a.t < b.t; };
    if (!std::is_sorted(samples.begin(), samples.end(), earlier))
        std::stable_sort(samples.begin(), samples.end(), earlier);
    samples.erase(std::unique(samples.begin(), samples.end(), [](const T &a, const T &b) { return a.t == b.t; }), samples.end());
}

/// One series out of the sources that have it.
class OneSeries {
public:
    OneSeries(std::span<SeriesSource *const> sources, TimeSpan range, SeriesSink &sink)
        : m_sources(sources)
        , m_labels(sources.front()->labels())
        , m_range(range)
        , m_sink(sink)
    { }

    Result<void> hand()
    {
        std::vector<Part> parts;
        for (SeriesSource *source : m_sources)
            for (const ChunkSpan &span : source->chunks())
                if (span.first <= m_range.to && span.last >= m_range.from)
                    parts.push_back({ source, span });
        std::stable_sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.span.first < b.span.first; });
        for (auto begin = parts.begin(); begin != parts.end();) {
            auto end = begin + 1;
            for (TimeMs last = begin->span.last; end != parts.end() && end->span.first <= last; ++end)
                last = std::max(last, end->span.last);
            if (auto handed = group({ begin, end }); !handed)
                return handed;
            begin = end;
        }
        return handHistograms();
    }

private:
    Result<void> group(std::span<const Part> parts);
    Result<void> handSamples();
    Result<void> handHistograms();
    void decode(const Part &part, const ChunkBytes &bytes);
    bool isWhole(const Part &part) const;
    template <typename T>
    void clip(std::vector<T> &samples, const std::vector<TimeSpan> &deleted, std::size_t from) const;

    std::span<SeriesSource *const> m_sources;
    const Labels &m_labels;
    TimeSpan m_range;
    SeriesSink &m_sink;
    std::vector<Sample> m_samples;
    std::vector<HistogramSample> m_histograms;
};

bool OneSeries::isWhole(const Part &part) const
{
    const auto &deleted = part.source->deleted();
    return part.span.first >= m_range.from && part.span.last <= m_range.to
        && std::none_of(deleted.begin(), deleted.end(), [&](const TimeSpan &d) { return d.meets(part.span.first, part.span.last); });
}

Result<void> OneSeries::group(std::span<const Part> parts)
{
    for (const Part &part : parts) {
        const auto bytes = part.source->read(part.span);
        if (!bytes) {
            m_sink.problem(bytes.error());
            continue;
        }
        if (parts.size() == 1 && bytes->encoding == std::uint8_t(ChunkEncoding::Xor) && isWhole(part))
            return m_sink.chunk(m_labels, part.span, bytes->payload);
        decode(part, *bytes);
    }
    return handSamples();
}

template <typename T>
void OneSeries::clip(std::vector<T> &samples, const std::vector<TimeSpan> &deleted, std::size_t from) const
{
    const auto unwanted = [&](const T &sample) {
        return !m_range.holds(sample.t)
            || std::any_of(deleted.begin(), deleted.end(), [&](const TimeSpan &range) { return range.holds(sample.t); });
    };
    samples.erase(std::remove_if(samples.begin() + std::ptrdiff_t(from), samples.end(), unwanted), samples.end());
}

void OneSeries::decode(const Part &part, const ChunkBytes &bytes)
{
    const auto encoding = ChunkEncoding(bytes.encoding);
    if (encoding == ChunkEncoding::Xor) {
        const std::size_t before = m_samples.size();
        if (const auto samples = decodeXorChunk(bytes.payload))
            m_samples.insert(m_samples.end(), samples->begin(), samples->end());
        else
            m_sink.problem(part.source->damagedChunk(part.span, QT_TRANSLATE_NOOP("Files", "the chunk cannot be decoded")));
        clip(m_samples, part.source->deleted(), before);
    } else if (encoding == ChunkEncoding::Histogram || encoding == ChunkEncoding::FloatHistogram) {
        const std::size_t before = m_histograms.size();
        if (auto samples = decodeHistogramChunk(bytes.payload, encoding))
            m_histograms.insert(m_histograms.end(), std::move_iterator(samples->begin()), std::move_iterator(samples->end()));
        else
            m_sink.problem(part.source->damagedChunk(part.span, QT_TRANSLATE_NOOP("Files", "the chunk cannot be decoded")));
        clip(m_histograms, part.source->deleted(), before);
    } else {
        m_sink.problem(part.source->damagedChunk(
            part.span, QT_TRANSLATE_NOOP("Files", "the chunk is of an encoding that this program does not know")));
    }
}

Result<void> OneSeries::handSamples()
{
    order(m_samples);
    const auto handed = m_samples.empty() ? Result<void>() : m_sink.samples(m_labels, m_samples);
    m_samples.clear();
    return handed;
}

/// At once at the end: those outside chunks may lie anywhere.
Result<void> OneSeries::handHistograms()
{
    for (SeriesSource *source : m_sources) {
        auto loose = source->histograms();
        clip(loose, source->deleted(), 0);
        m_histograms.insert(m_histograms.end(), std::move_iterator(loose.begin()), std::move_iterator(loose.end()));
    }
    order(m_histograms);
    return m_histograms.empty() ? Result<void>() : m_sink.histograms(m_labels, m_histograms);
}

} // namespace

Result<void> mergeSeries(std::vector<std::unique_ptr<SeriesSource>> &sources, TimeSpan range, SeriesSink &sink)
{
    std::vector<SeriesSource *> live, same;
    const auto advance = [&](SeriesSource *source) {
        const auto more = source->next();
        if (!more)
            sink.problem(more.error());
        return more && *more;
    };
    for (const auto &source : sources)
        if (advance(source.get()))
            live.push_back(source.get());
    while (!live.empty()) {
        if (!sink.goesOn())
            return Error { ErrorCode::Cancelled, {}, utf8(QCoreApplication::translate("Files", "the import was stopped")) };
        const auto smaller = [](const SeriesSource *a, const SeriesSource *b) { return a->labels() < b->labels(); };
        const Labels least = (*std::min_element(live.begin(), live.end(), smaller))->labels();
        same.clear();
        std::copy_if(live.begin(), live.end(), std::back_inserter(same), [&](auto *source) { return source->labels() == least; });
        if (sink.wants(least))
            if (auto handed = OneSeries(same, range, sink).hand(); !handed)
                return handed;
        std::erase_if(live, [&](SeriesSource *source) {
            return std::find(same.begin(), same.end(), source) != same.end() && !advance(source);
        });
    }
    return {};
}

} // namespace lepto
