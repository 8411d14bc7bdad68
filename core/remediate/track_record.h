#pragma once

#include "core/remediate/run.h"

#include <vector>

namespace lepto {

/// What earlier runs of one runbook came to. Only a measured recovery counts as good; an inconclusive run does not.
struct TrackRecord {
    int ended = 0, good = 0;

    /// The mean of Beta(1, 2) after these runs: a third for what was never tried, slow to believe one success.
    double chance() const { return (good + 1.0) / (ended + 3.0); }
    QString words() const;
};

TrackRecord trackRecordOf(const std::vector<Run> &runs, const QString &runbook);

} // namespace lepto
