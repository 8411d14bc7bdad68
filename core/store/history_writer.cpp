#include "core/store/history_writer.h"

#include "core/base/text.h"
#include "core/store/history_file.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr std::int64_t kJournalLimit = 2 << 20; ///< bytes of journal that cost a checkpoint

} // namespace

HistoryWriter::HistoryWriter(const QString &file, std::unique_ptr<CollectorLock> lock, std::unique_ptr<Database> db)
    : HistoryReader(file, Role::Writer)
    , m_lock(std::move(lock))
    , m_db(std::move(db))
    , m_journalLimit(kJournalLimit)
{ }

Result<std::unique_ptr<HistoryWriter>> HistoryWriter::open(const QString &file, int applicationId)
{
    auto lock = CollectorLock::take(file);
    if (!lock)
        return lock.error();
    auto db = Database::open(file, Database::Access::ReadWrite);
    if (!db)
        return db.error();
    if (auto ready = history_file::prepare(**db, applicationId); !ready)
        return ready.error();
    std::unique_ptr<HistoryWriter> writer(new HistoryWriter(file, std::move(*lock), std::move(*db)));
    Database &own = *writer->m_db;
    writer->m_state.load(own);
    writer->m_nextSeries
        = std::max(own.ask("SELECT value FROM meta WHERE key='next_series'"), writer->m_state.index.highest() + 1);
    writer->m_journalBytes = own.ask("SELECT sum(length(data)) FROM journal");
    if (auto loaded = own.result(); !loaded)
        return loaded.error();
    return writer;
}

SeriesId HistoryWriter::resolve(const Labels &labels, Staged &staged)
{
    if (const auto known = m_state.index.find(labels))
        return *known;
    if (const auto at = staged.freshIds.find(labels); at != staged.freshIds.end())
        return at->second;
    if (!m_limiter.admit(labels))
        return 0;
    staged.freshIds.emplace(labels, staged.next);
    staged.fresh.push_back({ staged.next, labels });
    return staged.next++;
}

Error HistoryWriter::undo(const Error &error)
{
    m_limiter.recount(m_state.index);
    m_order.clear(); // some of it may point to heads that never came to be
    return error;
}

void HistoryWriter::setLimits(const SeriesLimits &limits)
{
    const std::lock_guard writing(m_writing);
    m_limiter.setLimits(limits, m_state.index);
    m_order.clear();
}

Cardinality HistoryWriter::cardinality(std::size_t top) const
{
    const std::lock_guard writing(m_writing);
    Cardinality found = HistoryReader::cardinality(top);
    m_limiter.report(m_state.index, top, found);
    return found;
}

HeadSeries &HistoryWriter::headOf(SeriesId id, Staged &staged)
{
    return id >= m_nextSeries ? staged.freshHeads.at(id) : m_state.head.at(id);
}

void HistoryWriter::insertFresh(const Staged &staged)
{
    Query insert(*m_db, "INSERT INTO series(id, labels) VALUES(?,?)");
    for (const SeriesInfo &series : staged.fresh)
        insert.bind(series.id, encodeLabels(series.labels)).run();
}

void HistoryWriter::adopt(Staged &staged)
{
    m_state.head.adopt(std::move(staged.freshHeads));
    for (SeriesInfo &series : staged.fresh) {
        m_state.head.at(series.id); // a head for all, so that no later batch has to make one beside readers
        m_state.index.add(std::move(series));
    }
    m_nextSeries = staged.next;
}

void HistoryWriter::stage(std::span<const LabelledSample> batch, StagedBatch &staged)
{
    staged.ids.reserve(batch.size());
    staged.entries.reserve(batch.size());
    staged.heads.reserve(batch.size());
    m_order.resize(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
        Known &known = m_order[i];
        if (!known.head || !known.labels.sharesBodyWith(batch[i].labels)) {
            known.labels = batch[i].labels;
            known.id = resolve(known.labels, staged);
            known.head = known.id == 0 ? nullptr : &headOf(known.id, staged);
        }
        staged.ids.push_back(known.id);
        if (!known.head)
            continue;
        if (!known.head->admits(batch[i].sample.t))
            continue;
        known.head->reserve(batch[i].sample.t);
        staged.entries.push_back({ known.id, batch[i].sample });
        staged.heads.push_back(known.head);
    }
}

Result<std::vector<SeriesId>> HistoryWriter::append(std::span<const LabelledSample> batch)
{
    const std::lock_guard writing(m_writing);
    StagedBatch staged(m_nextSeries);
    stage(batch, staged);
    if (staged.entries.empty() && staged.fresh.empty())
        return std::move(staged.ids);
    WriteTransaction transaction(*m_db);
    insertFresh(staged);
    const std::int64_t bytes = Journal(*m_db).append(staged.entries);
    if (auto committed = transaction.commit(); !committed) {
        for (HeadSeries *head : staged.heads)
            head->release();
        return undo(committed.error());
    }
    {
        const std::unique_lock lock(m_mutex);
        adopt(staged);
        for (std::size_t i = 0; i < staged.entries.size(); ++i)
            staged.heads[i]->push(staged.entries[i].sample);
    }
    checkpointWhenGrown(bytes);
    return std::move(staged.ids);
}

void HistoryWriter::checkpointWhenGrown(std::int64_t journalBytes)
{
    m_journalBytes += journalBytes;
    if (m_journalBytes > m_journalLimit)
        (void)checkpoint({}); // the journal has everything; where there is no space now the next batch tries again
}

Result<void> HistoryWriter::checkpoint(const SealRule &sealNow)
{
    std::map<SeriesId, HeadSeries> sealed;
    std::vector<HeadPart> parts;
    for (const auto &[id, head] : std::as_const(m_state.head)) {
        const bool early = sealNow && head.openCount() > 0 && sealNow({ head.openCount(), head.openSince(), head.newest() });
        if (early || !head.full().empty()) {
            HeadSeries &copy = sealed.emplace(id, head).first->second;
            if (early)
                copy.seal();
            parts.push_back({ id, &copy });
        } else if (head.openCount() > 0) {
            parts.push_back({ id, &head });
        }
    }
    WriteTransaction transaction(*m_db);
    ChunkTable table(*m_db);
    for (auto &[id, head] : sealed)
        table.insert(id, head.takeFull());
    const auto ended = sealHistograms(sealNow);
    table.writeTotals();
    const std::int64_t bytes = Journal(*m_db).replaceWith(parts, m_state.histograms, ended);
    if (auto committed = transaction.commit(); !committed)
        return committed;
    const std::unique_lock lock(m_mutex);
    for (auto &[id, head] : sealed) {
        noteUnpacked(id, m_state.head.at(id).first());
        m_state.head.at(id) = std::move(head);
    }
    for (const SeriesId id : ended)
        m_state.histograms.at(id).open.clear();
    m_journalBytes = bytes;
    m_journalLimit = kJournalLimit + bytes;
    return {};
}

void HistoryWriter::noteUnpacked(SeriesId id, TimeMs from)
{
    TimeMs &since = m_unpacked.try_emplace(id, from).first->second;
    since = std::min(since, from);
}

Result<void> HistoryWriter::sealAll()
{
    const std::lock_guard writing(m_writing);
    return checkpoint([](const OpenPart &) { return true; });
}

} // namespace lepto
