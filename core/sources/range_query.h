#pragma once

#include "core/sources/query_answer.h"
#include "ml/base/result.h"

#include <functional>
#include <vector>

namespace lepto {

struct TimeRange {
    TimeMs from = 0, to = 0;
};

/// Cuts [from, to] at multiples of `step` from `from` into parts of at most `points` points, so that no point is asked for twice.
/// Servers refuse more than 11,000.
std::vector<TimeRange> splitRange(TimeMs from, TimeMs to, TimeMs step, int points = 11'000);

/// Asks the parts one after another and joins the answers by labels. The first error ends it.
using RangeAnswer = std::function<void(Result<QueryAnswer>)>;
void askInParts(std::vector<TimeRange> parts, std::function<void(const TimeRange &, RangeAnswer)> ask, RangeAnswer answer);

/// Appends `part`, which is later in time, to `whole`; series are matched by labels.
void joinAnswers(QueryAnswer &whole, QueryAnswer part);

} // namespace lepto
