#include "core/store/history_salvage.h"

#include "core/store/checksum.h"

#include <sqlite3.h>

namespace lepto {

RepairReport HistorySalvage::run()
{
    takeSeries();
    for (const SeriesId series : m_series) {
        takeChunks(series);
        takeHistograms(series);
    }
    countOrphans();
    takeJournal();
    m_table.writeTotals();
    const std::int64_t next = m_from.ask("SELECT value FROM meta WHERE key='next_series'", 1);
    const std::int64_t reduced = m_from.ask("SELECT value FROM meta WHERE key='reduced_until'");
    (void)m_from.result();
    const SeriesId highest = m_series.empty() ? 0 : *m_series.rbegin();
    Query(m_to, "UPDATE meta SET value=? WHERE key='next_series'").bind(std::max(next, highest + 1)).run();
    if (reduced > 0)
        Query(m_to, "INSERT OR REPLACE INTO meta VALUES('reduced_until', ?)").bind(reduced).run();
    return m_report;
}

/// All row ids that can be had: from both ends, because a broken page ends a scan.
std::vector<std::int64_t> HistorySalvage::idsOf(const char *ascending, const char *descending)
{
    std::set<std::int64_t> ids;
    for (const char *sql : { ascending, descending }) {
        {
            Query query(m_from, sql);
            while (query.next())
                ids.insert(query.integer(0));
        }
        if (m_from.result())
            break;
    }
    return { ids.begin(), ids.end() };
}

void HistorySalvage::takeSeries()
{
    for (const SeriesId id :
        idsOf("SELECT id FROM series NOT INDEXED ORDER BY id", "SELECT id FROM series NOT INDEXED ORDER BY id DESC")) {
        std::optional<Labels> labels;
        {
            Query query(m_from, "SELECT labels FROM series WHERE id=?");
            if (query.bind(id).next())
                labels = decodeLabels(query.blob(0));
        }
        if (!m_from.result() || !labels) {
            ++m_report.brokenSeries;
            continue;
        }
        Query(m_to, "INSERT INTO series(id, labels) VALUES(?,?)").bind(id, encodeLabels(*labels)).run();
        m_series.insert(id);
        ++m_report.series;
    }
}

/// The summaries of the chunks of a series, page by page, by the index and without it.
std::vector<Summary> HistorySalvage::summariesOf(SeriesId series)
{
    std::map<TimeMs, Summary> found;
    for (const char *sql : { "SELECT data FROM summary WHERE series=? AND level=0",
             "SELECT data FROM summary NOT INDEXED WHERE series=? AND level=0" }) {
        {
            Query query(m_from, sql);
            query.bind(series);
            while (query.next()) {
                const auto content = checkedBlob(query.blob(0));
                const auto page = content ? SummaryPage::decode(*content) : std::nullopt;
                if (!page)
                    continue;
                for (const Summary &summary : page->entries())
                    found.emplace(summary.t0, summary);
            }
        }
        if (m_from.result() && !found.empty())
            break;
    }
    std::vector<Summary> summaries;
    for (const auto &[t0, summary] : found)
        summaries.push_back(summary);
    return summaries;
}

void HistorySalvage::takeChunks(SeriesId series)
{
    std::vector<Summary> taken;
    for (const Summary &stored : summariesOf(series)) {
        m_known.insert(stored.chunk);
        if (takeChunk(stored, taken))
            continue;
        ++m_report.brokenChunks;
        m_report.lostSamples += stored.n;
    }
    m_table.pyramid().append(series, taken);
}

bool HistorySalvage::takeChunk(const Summary &stored, std::vector<Summary> &taken)
{
    Bytes data;
    ChunkContent content;
    {
        Query query(m_from, "SELECT data FROM chunk WHERE id=?");
        if (query.bind(stored.chunk).next())
            if (const auto checked = checkedBlob(query.blob(0)))
                data.assign(checked->begin(), checked->end());
    }
    if (!m_from.result() || data.empty() || !decodeStored(data, content))
        return false;
    const Summary summary = content.summary();
    if (!taken.empty() && summary.t0 <= taken.back().t1)
        return false;
    taken.push_back(m_table.insertRow({ std::move(data), summary }));
    ++m_report.chunks;
    m_report.samples += summary.n;
    return true;
}

void HistorySalvage::takeHistograms(SeriesId series)
{
    const HistogramTable table(m_from);
    const auto rows = table.rows(series, kEarliest, kLatest);
    m_report.brokenHistogramRows += !m_from.result();
    for (const HistogramTable::Row &row : rows) {
        auto samples = table.read(row);
        if (m_from.result() && samples)
            m_report.histograms += m_histograms.insert(series, std::move(*samples));
        else
            ++m_report.brokenHistogramRows;
    }
}

/// What is not sealed yet goes to the journal again, row by row.
void HistorySalvage::takeJournal()
{
    std::int64_t samples = 0, histograms = 0;
    const Journal::Puts puts { [&](const JournalEntry &entry) { return ++samples, m_series.contains(entry.series); },
        [&](SeriesId series, const HistogramSample &) { return ++histograms, m_series.contains(series); } };
    for (const std::int64_t seq : idsOf("SELECT seq FROM journal ORDER BY seq", "SELECT seq FROM journal ORDER BY seq DESC")) {
        samples = histograms = 0;
        const bool whole = Journal(m_from).replayRow(seq, puts) && m_from.result();
        (void)m_from.result();
        if (!whole) {
            ++m_report.brokenJournalRows;
            continue;
        }
        Query row(m_from, "SELECT kind, data FROM journal WHERE seq=?");
        if (row.bind(seq).next())
            Query(m_to, "INSERT INTO journal(seq, kind, data) VALUES(?,?,?)").bind(seq, row.integer(0), row.blob(1)).run();
    }
}

void HistorySalvage::countOrphans()
{
    for (const std::int64_t id : idsOf("SELECT id FROM chunk ORDER BY id", "SELECT id FROM chunk ORDER BY id DESC"))
        m_report.orphanedChunks += !m_known.contains(id);
}

} // namespace lepto
