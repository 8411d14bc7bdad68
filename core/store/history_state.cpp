#include "core/store/history_state.h"

#include <sqlite3.h>

namespace lepto {

bool HistoryState::load(Database &db)
{
    index.clear();
    head.clear();
    histograms.clear();
    journalSeq = 0;
    generation = db.ask("SELECT value FROM meta WHERE key='generation'");
    return loadSeries(db, 0) && replayJournal(db);
}

bool HistoryState::follow(Database &db)
{
    if (db.ask("SELECT value FROM meta WHERE key='generation'") != generation)
        return load(db);
    if (db.ask("SELECT max(seq) FROM journal") == journalSeq)
        return !db.failed();
    return loadSeries(db, index.highest()) && replayJournal(db);
}

bool HistoryState::loadSeries(Database &db, SeriesId after)
{
    const Pyramid pyramid(db);
    const HistogramTable table(db);
    Query query(db, "SELECT id, labels FROM series WHERE id>? ORDER BY id");
    query.bind(after);
    while (query.next()) {
        const SeriesId id = query.integer(0);
        auto labels = decodeLabels(query.blob(1));
        if (!labels) {
            db.fail(SQLITE_CORRUPT);
            return false;
        }
        index.add({ id, std::move(*labels) });
        HeadSeries &series = head.at(id);
        const auto oldest = pyramid.oldest(id), newest = pyramid.newest(id);
        if (oldest && newest)
            series.setRange(oldest->t0, newest->t1);
        if (const auto reach = table.reach(id))
            histograms[id].reach(reach->first, reach->second);
    }
    return !db.failed();
}

bool HistoryState::replayJournal(Database &db)
{
    const auto putSample = [this](const JournalEntry &entry) {
        if (!index.labels(entry.series))
            return false;
        HeadSeries &series = head.at(entry.series);
        if (entry.sample.t > series.newest()) // rows may hold samples that were sealed meanwhile
            series.push(entry.sample);
        return true;
    };
    const auto putHistogram = [this](SeriesId id, HistogramSample sample) {
        if (!index.labels(id))
            return false;
        HistogramSeries &series = histograms[id];
        if (sample.t > series.newest)
            series.push(std::move(sample));
        return true;
    };
    journalSeq = Journal(db).replay(journalSeq, { putSample, putHistogram });
    return !db.failed();
}

} // namespace lepto
