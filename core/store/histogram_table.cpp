#include "core/store/histogram_table.h"

#include "core/store/checksum.h"
#include "core/store/head.h"
#include "core/store/histogram_chunk.h"

#include <algorithm>

#include <sqlite3.h>

namespace lepto {

void HistogramSeries::reach(TimeMs from, TimeMs to)
{
    oldest = std::min(oldest, from);
    newest = std::max(newest, to);
}

void HistogramSeries::push(HistogramSample sample)
{
    reach(sample.t, sample.t);
    open.push_back(std::move(sample));
}

bool HistogramSeries::holdsOpen(TimeMs t) const
{
    return std::binary_search(open.begin(), open.end(), HistogramSample { t, {} },
        [](const HistogramSample &a, const HistogramSample &b) { return a.t < b.t; });
}

HistogramTable::HistogramTable(Database &db)
    : m_db(db)
    , m_present(db.ask("SELECT count(*) FROM sqlite_schema WHERE name='histogram'") > 0)
{ }

std::int64_t HistogramTable::insert(SeriesId series, std::vector<HistogramSample> samples)
{
    const auto earlier = [](const HistogramSample &a, const HistogramSample &b) { return a.t < b.t; };
    const auto same = [](const HistogramSample &a, const HistogramSample &b) { return a.t == b.t; };
    if (samples.empty())
        return 0;
    const auto [first, last] = std::minmax_element(samples.begin(), samples.end(), earlier);
    std::vector<HistogramSample> all;
    const auto touched = rows(series, first->t, last->t);
    for (const Row &row : touched) {
        auto stored = read(row);
        if (!stored)
            return 0;
        all.insert(all.end(), std::make_move_iterator(stored->begin()), std::make_move_iterator(stored->end()));
    }
    const std::size_t known = all.size();
    all.insert(all.end(), std::make_move_iterator(samples.begin()), std::make_move_iterator(samples.end()));
    std::stable_sort(all.begin(), all.end(), earlier);
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    if (all.size() == known)
        return 0;
    for (const Row &row : touched)
        remove(row);
    for (std::size_t from = 0; from < all.size(); from += HistogramSeries::kFull)
        write(series, std::span(all).subspan(from, std::min<std::size_t>(HistogramSeries::kFull, all.size() - from)));
    return std::int64_t(all.size() - known);
}

void HistogramTable::write(SeriesId series, std::span<const HistogramSample> samples)
{
    Bytes data = encodeHistograms(samples);
    appendChecksum(data);
    Query insert(m_db, "INSERT INTO histogram(series, t0, t1, n, data) VALUES(?,?,?,?,?)");
    insert.bind(series, samples.front().t, samples.back().t, std::int64_t(samples.size()), data).run();
    count(std::int64_t(samples.size()));
}

void HistogramTable::remove(const Row &row)
{
    Query(m_db, "DELETE FROM histogram WHERE id=?").bind(row.id).run();
    count(-row.n);
}

void HistogramTable::count(std::int64_t change)
{
    Query(m_db, "UPDATE meta SET value=value+? WHERE key='histograms'").bind(change).run();
}

std::int64_t HistogramTable::total() const
{
    return m_db.ask("SELECT value FROM meta WHERE key='histograms'");
}

std::vector<HistogramTable::Row> HistogramTable::rows(SeriesId series, TimeMs from, TimeMs to) const
{
    std::vector<Row> found;
    if (!m_present)
        return found;
    Query query(m_db,
        "SELECT id, n, t0, t1 FROM histogram WHERE series=?1 AND t0<=?3 AND t0>="
        "coalesce((SELECT max(t0) FROM histogram WHERE series=?1 AND t0<=?2), ?2) AND t1>=?2 ORDER BY t0");
    query.bind(series, from, to);
    while (query.next())
        found.push_back({ query.integer(0), query.integer(1), query.integer(2), query.integer(3) });
    return found;
}

std::optional<std::vector<HistogramSample>> HistogramTable::read(const Row &row) const
{
    Query query(m_db, "SELECT data FROM histogram WHERE id=?");
    const auto data = query.bind(row.id).next() ? checkedBlob(query.blob(0)) : std::nullopt;
    auto samples = data ? decodeHistograms(*data) : std::nullopt;
    if (samples && samples->front().t == row.t0 && samples->back().t == row.t1 && std::int64_t(samples->size()) == row.n)
        return samples;
    m_db.fail(SQLITE_CORRUPT);
    return std::nullopt;
}

bool HistogramTable::readRange(SeriesId series, TimeMs from, TimeMs to, std::vector<HistogramSample> &out) const
{
    for (const Row &row : rows(series, from, to)) {
        auto samples = read(row);
        if (!samples)
            return false;
        for (HistogramSample &sample : *samples)
            if (sample.t >= from && sample.t <= to && (out.empty() || sample.t > out.back().t))
                out.push_back(std::move(sample));
    }
    return !m_db.failed();
}

std::optional<std::pair<TimeMs, TimeMs>> HistogramTable::reach(SeriesId series) const
{
    if (!m_present)
        return std::nullopt;
    Query query(m_db, "SELECT min(t0), max(t0) FROM histogram WHERE series=?");
    if (!query.bind(series).next() || query.blob(0).empty())
        return std::nullopt;
    const TimeMs last = query.integer(1);
    const auto end = rows(series, last, last);
    return std::pair(query.integer(0), end.empty() ? last : end.back().t1);
}

void HistogramTable::dropBefore(SeriesId series, TimeMs keepFrom)
{
    for (const Row &row : rows(series, kEarliest, keepFrom - 1)) {
        auto samples = read(row);
        if (!samples)
            return;
        remove(row);
        std::erase_if(*samples, [keepFrom](const HistogramSample &sample) { return sample.t < keepFrom; });
        if (!samples->empty())
            write(series, *samples);
    }
}

} // namespace lepto
