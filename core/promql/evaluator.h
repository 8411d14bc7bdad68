#pragma once

#include "core/promql/parser.h"
#include "core/promql/profile.h"
#include "core/promql/value.h"

namespace lepto::promql {

/// Evaluates at one time, with the semantics of Prometheus 3 (ranges open on the left, extrapolated rates), on float
/// samples and native histograms. Samples are selected once; the answer does not depend on the order in which the provider gives series.
/// Errors: BadInput (many-to-many matching, bad parameter), Exhausted (a limit), Cancelled, and whatever the provider says.
/// Uses only its arguments; evaluations in several threads are independent if their providers are.
/// `profile`, where given, is filled with what each node cost.
Result<Value> evaluate(
    const Expr &expr, SeriesProvider &provider, TimeMs at, const Limits &limits = {}, Profile *profile = nullptr);

/// Evaluates at from, from + step, ... <= to. The expression must be a scalar or an instant vector; step > 0.
Result<Matrix> evaluateRange(const Expr &expr, SeriesProvider &provider, TimeMs from, TimeMs to, TimeMs step,
    const Limits &limits = {}, Profile *profile = nullptr);

} // namespace lepto::promql
