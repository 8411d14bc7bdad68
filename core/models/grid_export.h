#pragma once

#include "core/incidents/incident.h"
#include "core/store/store.h"
#include "ml/base/training_data.h"

#include <functional>

namespace lepto {

/// A regular grid over [from, to]: row i holds each series' last sample in (t - step, t], or a missing value.
/// `keepGoing` is asked between series. Errors: NotFound (a series is not in the store), BadInput (range, more than 2,000,000 rows),
/// Cancelled, those of the store. Thread-safe as the store is.
Result<ml::TrainingData> exportGrid(const Store &store, const std::vector<Labels> &series, TimeMs from, TimeMs to, TimeMs step,
                                    const std::function<bool()> &keepGoing = {});

/// Incidents become abnormal rows; bad data, maintenance and deploys are excluded; "normal" marks nothing.
void markRegions(ml::TrainingData &data, const std::vector<LabelRegion> &regions);

/// A step of whole seconds, 10 s at least, that gives at most 20,000 rows.
TimeMs gridStep(TimeMs from, TimeMs to);

} // namespace lepto
