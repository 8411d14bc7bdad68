#pragma once

#include "core/promql/ast.h"

namespace lepto::promql {

/// What a query would read, before it is run.
struct Estimate {
    std::size_t series = 0; ///< over all selectors
    std::size_t samples = 0; ///< raw samples, counted for a few series and extended to all
    std::size_t points = 0; ///< values of the answer at most: series of the largest selector x steps
    bool capped = false; ///< a selector has more series than were counted
};

/// From the store's index, in milliseconds; `step` 0 means one time, `to`. Errors: those of the store.
Result<Estimate> estimate(const Expr &expr, const Store &store, TimeMs from, TimeMs to, TimeMs step);

} // namespace lepto::promql
