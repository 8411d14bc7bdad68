#include "core/store/history_writer.h"

#include "core/base/text.h"
#include "core/store/stored_chunk.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepto {

namespace {

constexpr std::int64_t kWorthAdopting = 60; ///< samples; a shorter chunk goes on growing in the head
constexpr std::int64_t kJoined = 480; ///< samples of adopted chunks that share a row

bool contradicts(const EncodedChunk &said, const Summary &found)
{
    const bool bounded = said.t0 != 0 || said.t1 != 0;
    return (said.samples != 0 && said.samples != found.n) || (bounded && (found.t0 < said.t0 || found.t1 > said.t1));
}

Stretch stretchOf(std::vector<Sample> samples)
{
    Stretch stretch;
    for (const Sample &sample : samples)
        stretch.summary.add(sample);
    stretch.samples = std::move(samples);
    return stretch;
}

/// In time order, each time once (the first of them), nothing outside the bounds of time.
std::vector<Sample> inOrder(std::span<const Sample> samples)
{
    std::vector<Sample> sorted;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(sorted),
        [](const Sample &sample) { return sample.t >= kEarliest && sample.t <= kLatest; });
    std::stable_sort(sorted.begin(), sorted.end(), [](const Sample &a, const Sample &b) { return a.t < b.t; });
    const auto same = [](const Sample &a, const Sample &b) { return a.t == b.t; };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
    return sorted;
}

std::vector<Sample> samplesOf(const Stretch &stretch)
{
    return stretch.chunk.empty() ? stretch.samples : decodeXorChunk(stretch.chunk).value_or(std::vector<Sample>());
}

std::string refusal(const Labels &labels)
{
    return Error { ErrorCode::Damaged, utf8(oneLine(qstr(labels.text()))),
        utf8(QCoreApplication::translate("Store", "a chunk is broken or is not what its source says; it was left out")) }
        .text();
}

} // namespace

StagedRuns::Change &HistoryWriter::changeOf(SeriesId id, StagedRuns &staged)
{
    const auto [at, first] = staged.changes.try_emplace(id);
    if (first)
        at->second.head = headOf(id, staged);
    return at->second;
}

void HistoryWriter::stage(std::span<const Sample> samples, StagedRuns::Change &change)
{
    std::vector<Sample> older;
    for (const Sample &sample : samples) {
        if (!change.head.admits(sample.t)) {
            older.push_back(sample);
            continue;
        }
        change.head.push(sample);
        change.open.push_back(sample);
        ++change.added;
        if (change.head.openCount() == 0)
            change.open.clear();
    }
    if (older = inOrder(older); !older.empty())
        change.older.push_back(stretchOf(std::move(older)));
}

/// False where the chunk cannot be taken.
bool HistoryWriter::stage(const EncodedChunk &chunk, StagedRuns::Change &change, ChunksAppended &done)
{
    const auto facts = inspectXorChunk(chunk.data);
    if (!facts || contradicts(chunk, facts->summary))
        return false;
    const Summary &summary = facts->summary;
    if (summary.t1 <= change.head.newest()) {
        change.older.push_back({ summary, chunk.data, {} });
    } else if (summary.t0 > change.head.newest() && summary.n >= kWorthAdopting) {
        change.head.adopt({ Bytes(chunk.data.begin(), chunk.data.end()), summary }, facts->last);
        change.open.clear();
        change.added += summary.n;
        ++done.adopted;
    } else {
        stage(decodeXorChunk(chunk.data).value_or(std::vector<Sample>()), change);
        ++done.merged;
    }
    return true;
}

/// What is not later than the head's end may lie beside samples that are in no row yet. Where it says something new there, the
/// head is closed first; where it does not, that end of it is cut off.
void HistoryWriter::splitAtHead(StagedRuns::Change &change)
{
    const TimeMs first = change.head.first();
    bool close = false;
    for (Stretch &stretch : change.older) {
        if (stretch.summary.t1 < first)
            continue;
        std::vector<Sample> known, samples = samplesOf(stretch);
        change.head.collect(first, stretch.summary.t1, known);
        const auto before = [](const Sample &a, const Sample &b) { return a.t < b.t; };
        const auto inside = std::lower_bound(samples.begin(), samples.end(), Sample { first, 0 }, before);
        if (!std::includes(known.begin(), known.end(), inside, samples.end(), before)) {
            close = true;
            continue;
        }
        samples.erase(inside, samples.end());
        stretch = stretchOf(std::move(samples));
    }
    std::erase_if(change.older, [](const Stretch &stretch) { return stretch.summary.n == 0; });
    if (close) {
        change.head.seal();
        change.open.clear();
    }
}

Result<void> HistoryWriter::commit(StagedRuns &staged)
{
    for (auto &[id, change] : staged.changes)
        splitAtHead(change);
    WriteTransaction transaction(*m_db);
    insertFresh(staged);
    ChunkTable table(*m_db);
    ChunkMerge merge(table);
    std::vector<JournalEntry> entries;
    for (auto &[id, change] : staged.changes) {
        auto full = joinChunks(change.head.takeFull(), kJoined);
        if (!full.empty())
            noteUnpacked(id, full.front().summary.t0);
        table.insert(id, std::move(full));
        for (const Stretch &stretch : change.older) {
            change.head.reachBack(stretch.summary.t0);
            noteUnpacked(id, stretch.summary.t0);
        }
        const auto done = merge.insert(id, std::move(change.older));
        staged.adopted += done.adopted;
        staged.merged += done.merged;
        staged.samples += done.samples + change.added;
        for (const Sample &sample : change.open)
            entries.push_back({ id, sample });
    }
    table.writeTotals();
    const std::int64_t bytes = entries.empty() ? 0 : Journal(*m_db).append(entries);
    if (auto committed = transaction.commit(); !committed)
        return undo(committed.error());
    {
        const std::unique_lock lock(m_mutex);
        adopt(staged);
        for (auto &[id, change] : staged.changes)
            m_state.head.at(id) = std::move(change.head);
    }
    checkpointWhenGrown(bytes);
    return {};
}

Result<std::vector<SeriesId>> HistoryWriter::appendRuns(std::span<const SeriesRun> runs)
{
    const std::lock_guard writing(m_writing);
    StagedRuns staged(m_nextSeries);
    std::vector<SeriesId> ids;
    for (const SeriesRun &run : runs) {
        ids.push_back(resolve(run.labels, staged));
        if (ids.back() != 0)
            stage(run.samples, changeOf(ids.back(), staged));
    }
    if (auto committed = commit(staged); !committed)
        return committed.error();
    return ids;
}

Result<ChunksAppended> HistoryWriter::appendChunks(std::span<const ChunkRun> runs)
{
    const std::lock_guard writing(m_writing);
    StagedRuns staged(m_nextSeries);
    ChunksAppended done;
    const auto earlier = [](const EncodedChunk *a, const EncodedChunk *b) { return a->t0 < b->t0; };
    for (const ChunkRun &run : runs) {
        done.ids.push_back(resolve(run.labels, staged));
        if (done.ids.back() == 0)
            continue;
        StagedRuns::Change &change = changeOf(done.ids.back(), staged);
        std::vector<const EncodedChunk *> chunks;
        for (const EncodedChunk &chunk : run.chunks)
            chunks.push_back(&chunk);
        std::stable_sort(chunks.begin(), chunks.end(), earlier); // what comes in order is adopted, the rest is merged
        for (const EncodedChunk *chunk : chunks) {
            if (stage(*chunk, change, done))
                continue;
            if (done.refused++ == 0)
                done.firstRefusal = refusal(run.labels);
        }
    }
    if (auto committed = commit(staged); !committed)
        return committed.error();
    done.adopted += staged.adopted;
    done.merged += staged.merged;
    done.samples = staged.samples;
    return done;
}

} // namespace lepto
