#pragma once

#include "core/store/store.h"

#include <QString>

namespace lepto {

/// One number for a PromQL expression at a time: a scalar, or a vector of exactly one series; NaN where there is no series.
/// Errors: NotFound without a history, BadInput (syntax, or more than one series), those of the evaluation.
Result<double> measureOnce(const Store *store, const QString &expr, TimeMs at);

} // namespace lepto
