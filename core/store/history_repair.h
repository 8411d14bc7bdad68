#pragma once

#include "ml/base/result.h"

#include <QString>

namespace lepto {

/// What a repair found: what is kept, and what is lost.
struct RepairReport {
    std::int64_t series = 0, chunks = 0, samples = 0, histograms = 0; ///< kept
    std::int64_t brokenSeries = 0; ///< whose labels cannot be read: all of theirs is lost
    std::int64_t brokenChunks = 0, lostSamples = 0; ///< lostSamples: as far as a summary still says how many
    std::int64_t orphanedChunks = 0; ///< whole, but nothing says any more whose they are
    std::int64_t brokenHistogramRows = 0, brokenJournalRows = 0;
    QString damagedFile; ///< the file as it was; empty where nothing was broken and nothing was changed

    bool lostNothing() const
    {
        return brokenSeries + brokenChunks + orphanedChunks + brokenHistogramRows + brokenJournalRows == 0;
    }
};

/// Builds a history anew from all rows of a damaged one that can still be read: chunks and journal by their checksums, the
/// indexes and the pyramid from the chunks. The damaged file stays beside it as FILE.damaged-N. A sound file is left alone.
/// Errors: Conflict (a collector holds it), NotFound, Damaged (nothing of it can be read), Exhausted, Unavailable.
Result<RepairReport> repairHistory(const QString &file);

/// Puts a backup in the place of a history, after checking the backup; the history that was there stays beside it as
/// FILE.before-N, whose name is the answer (empty: there was none).
/// Errors: those of opening and checking the backup, Conflict (a collector holds the history), Exhausted, Unavailable.
Result<QString> restoreHistory(const QString &backup, const QString &file);

} // namespace lepto
