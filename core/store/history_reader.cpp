#include "core/store/history_reader.h"

#include "core/base/text.h"
#include "core/store/column_query.h"
#include "core/store/history_file.h"
#include "core/store/series_limiter.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace lepto {

namespace {

constexpr int kMostColumns = 100'000;

TimeMs inBounds(TimeMs t)
{
    return std::clamp(t, kEarliest, kLatest);
}

} // namespace

HistoryReader::HistoryReader(const QString &file, Role role)
    : m_file(file)
    , m_role(role)
    , m_pool(file, role == Role::Frozen ? Database::Access::Immutable : Database::Access::ReadOnly)
{ }

Result<std::unique_ptr<Store>> HistoryReader::open(const QString &file, Source source, int applicationId)
{
    if (!QFileInfo::exists(file))
        return Error { ErrorCode::NotFound, utf8(file), utf8(QCoreApplication::translate("Store", "the file does not exist")) };
    std::unique_ptr<HistoryReader> reader(new HistoryReader(file, source == Source::Frozen ? Role::Frozen : Role::Follower));
    auto view = reader->m_pool.view();
    if (!view)
        return view.error();
    if (auto ours = history_file::identify(view->db(), applicationId); !ours)
        return ours.error();
    if (!reader->m_state.load(view->db()))
        return view->db().result().error();
    return std::unique_ptr<Store>(std::move(reader));
}

Error HistoryReader::refused() const
{
    return { ErrorCode::Refused, utf8(m_file),
        utf8(QCoreApplication::translate("Store", "the history is open for reading only")) };
}

Result<std::vector<SeriesId>> HistoryReader::append(std::span<const LabelledSample>)
{
    return refused();
}
Result<void> HistoryReader::maintain(TimeMs, const std::function<bool(double)> &)
{
    return refused();
}

/// A view whose moment and m_state are the same moment.
Result<ReadPool::View> HistoryReader::view() const
{
    auto view = m_pool.view();
    if (!view || m_role != Role::Follower)
        return view;
    if (!m_state.follow(view->db()))
        return view->db().result().error();
    return view;
}

/// A view, and before it what the head adds to it.
Result<ReadPool::View> HistoryReader::view(const std::function<void()> &copyHead) const
{
    if (m_role == Role::Follower) {
        const std::unique_lock lock(m_mutex);
        auto followed = view();
        if (followed)
            copyHead();
        return followed;
    }
    {
        const std::shared_lock lock(m_mutex);
        copyHead();
    }
    return m_pool.view();
}

void HistoryReader::copyHead(SeriesId id, TimeMs from, TimeMs to, HeadSamples &part) const
{
    const HeadSeries *head = m_state.head.find(id);
    part.first = head ? head->first() : kLatest + 1;
    if (head)
        head->collect(from, to, part.samples);
}

/// The state in memory, brought up to date; where another process's database cannot be read, as it was.
std::shared_lock<std::shared_mutex> HistoryReader::currentState() const
{
    if (m_role == Role::Follower) {
        const std::unique_lock lock(m_mutex);
        (void)view();
    }
    return std::shared_lock(m_mutex);
}

std::optional<SeriesInfo> HistoryReader::series(SeriesId id) const
{
    const auto lock = currentState();
    const Labels *labels = m_state.index.labels(id);
    return labels ? std::optional(SeriesInfo { id, *labels }) : std::nullopt;
}

std::optional<SeriesId> HistoryReader::find(const Labels &labels) const
{
    const auto lock = currentState();
    return m_state.index.find(labels);
}

Cardinality HistoryReader::cardinality(std::size_t top) const
{
    const auto lock = currentState();
    return cardinalityOf(m_state.index, top);
}

std::vector<std::string> HistoryReader::labelNames() const
{
    const auto lock = currentState();
    return m_state.index.labelNames();
}

std::vector<std::string> HistoryReader::labelValues(std::string_view name, std::size_t limit) const
{
    const auto lock = currentState();
    return m_state.index.labelValues(name, limit);
}

HistoryReader::Touch HistoryReader::touched(SeriesId id, TimeMs from, TimeMs to) const
{
    Touch touch = Touch::None;
    const auto consider = [&](TimeMs oldest, TimeMs newest) {
        if (newest < from || oldest > to)
            return;
        const bool endInside = newest <= to || oldest >= from;
        touch = endInside || touch == Touch::Certain ? Touch::Certain : Touch::Perhaps;
    };
    if (const HeadSeries *head = m_state.head.find(id))
        consider(head->oldest(), head->newest());
    if (const auto at = m_state.histograms.find(id); at != m_state.histograms.end())
        consider(at->second.oldest, at->second.newest);
    return touch;
}

Result<bool> HistoryReader::hasSamples(SeriesId id, TimeMs from, TimeMs to) const
{
    const auto samples = range(id, from, to);
    if (!samples)
        return samples.error();
    if (!samples->empty())
        return true;
    const auto histograms = histogramRange(id, from, to);
    return histograms ? Result<bool>(!histograms->empty()) : Result<bool>(histograms.error());
}

Result<std::vector<SeriesInfo>> HistoryReader::select(
    std::span<const Matcher> matchers, TimeMs from, TimeMs to, std::size_t limit) const
{
    const auto compiled = MatcherSet::compile(matchers);
    if (!compiled)
        return compiled.error();
    struct Candidate {
        SeriesInfo info;
        bool certain;
    };
    std::vector<Candidate> candidates;
    {
        const auto lock = currentState();
        for (SeriesInfo &info : m_state.index.select(*compiled)) {
            const auto touches = touched(info.id, from, to);
            if (touches != Touch::None)
                candidates.push_back({ std::move(info), touches == Touch::Certain });
        }
    }
    std::sort(candidates.begin(), candidates.end(),
        [](const Candidate &a, const Candidate &b) { return a.info.labels < b.info.labels; });
    std::vector<SeriesInfo> found;
    for (Candidate &candidate : candidates) {
        if (found.size() == limit)
            break;
        if (candidate.certain) {
            found.push_back(std::move(candidate.info));
            continue;
        }
        const auto inside = hasSamples(candidate.info.id, from, to); // a hole may be as long as the range
        if (!inside)
            return inside.error();
        if (*inside)
            found.push_back(std::move(candidate.info));
    }
    return found;
}

Result<std::vector<Sample>> HistoryReader::range(SeriesId id, TimeMs from, TimeMs to) const
{
    from = inBounds(from);
    to = inBounds(to);
    HeadSamples head;
    auto opened = view([&] { copyHead(id, from, to, head); });
    if (!opened)
        return opened.error();
    std::vector<Sample> samples;
    if (!ChunkTable(opened->db()).readRange(id, from, std::min(to, head.first - 1), samples))
        return opened->db().result().error();
    samples.insert(samples.end(), head.samples.begin(), head.samples.end());
    return samples;
}

Result<std::vector<HistogramSample>> HistoryReader::histogramRange(SeriesId id, TimeMs from, TimeMs to) const
{
    if (const auto lock = currentState(); !m_state.histograms.contains(id))
        return std::vector<HistogramSample>(); // most series have none, and need not ask the database
    from = inBounds(from);
    to = inBounds(to);
    std::vector<HistogramSample> open, samples;
    auto opened = view([&] {
        if (const auto at = m_state.histograms.find(id); at != m_state.histograms.end())
            std::copy_if(at->second.open.begin(), at->second.open.end(), std::back_inserter(open),
                [&](const HistogramSample &sample) { return sample.t >= from && sample.t <= to; });
    });
    if (!opened)
        return opened.error();
    if (!HistogramTable(opened->db()).readRange(id, from, to, samples))
        return opened->db().result().error();
    const auto earlier = [](const HistogramSample &a, const HistogramSample &b) { return a.t < b.t; };
    std::vector<HistogramSample> all;
    std::merge(samples.begin(), samples.end(), open.begin(), open.end(), std::back_inserter(all), earlier);
    const auto same = [](const HistogramSample &a, const HistogramSample &b) { return a.t == b.t; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end()); // sealed in between: in both
    return all;
}

Result<Columns> HistoryReader::columns(SeriesId id, TimeMs from, TimeMs to, int columns) const
{
    from = inBounds(from);
    to = inBounds(to);
    if (to < from)
        return Columns();
    HeadSamples head;
    auto opened = view([&] { copyHead(id, from, to, head); });
    if (!opened)
        return opened.error();
    columns = std::clamp(columns, 1, kMostColumns);
    ColumnBuilder builder(from, to, columns);
    const ChunkTable chunks(opened->db());
    if (!ColumnQuery(chunks, m_fine, builder).run(id, from, std::min(to, head.first - 1), (to - from) / columns))
        return opened->db().result().error();
    for (const Sample &sample : head.samples)
        builder.add(sample);
    return builder.take();
}

std::optional<Sample> HistoryReader::last(SeriesId id) const
{
    TimeMs newest = 0;
    {
        const auto lock = currentState();
        const HeadSeries *head = m_state.head.find(id);
        if (!head || head->newest() < kEarliest)
            return std::nullopt;
        if (head->last())
            return head->last();
        newest = head->newest();
    }
    const auto samples = range(id, newest, newest);
    return samples && !samples->empty() ? std::optional(samples->back()) : std::nullopt;
}

} // namespace lepto
