#pragma once

#include "core/sources/raw_history.h"

namespace lepto {

/// A hole in the history of one source: nothing was collected from `from` to `to`.
struct Gap {
    QString source;
    TimeMs from = 0, to = 0;

    friend bool operator==(const Gap &, const Gap &) = default;
};

struct GapReport {
    Gap gap;
    qint64 samples = 0, histograms = 0;    ///< that were not in the store
    qint64 refusedChunks = 0;
    int requests = 0;
    bool cancelled = false;                ///< what is filled stays
    QStringList warnings;
};

/// Where a running fill is: everything before `filledTo` is in the store.
struct GapProgress {
    TimeMs filledTo = 0;
    double fraction = 0;
};

/// Fills a gap slice by slice, so that memory stays bounded however long it is: slices grow while answers are small and shrink when a server
/// or the size limit refuses one. Blocks; for a job's thread, with an event loop of its own. `progress` is called after each slice and now and
/// then in between, and ends the fill by returning false. Errors: the server's, after three tries where trying again can help, and the store's.
Result<GapReport> fillGap(const Gap &gap, const SourceConfig &config, const QString &secret, const SourceLimits &limits, Store &store,
    const std::function<bool(const GapProgress &)> &progress);

/// The hole at the end of a source's history: from its newest sample to `now`, at most `longest` back; nothing when the source has no
/// history, or none that is longer ago than what the source itself asks for when it starts.
std::optional<Gap> gapAtEnd(const Store &store, const SourceConfig &config, TimeMs now, TimeMs longest);

} // namespace lepto
