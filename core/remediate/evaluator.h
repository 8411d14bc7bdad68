#pragma once

#include "ml/base/result.h"
#include "ml/base/series.h"

#include <QString>

#include <functional>

namespace lepto {

/// One number for a PromQL expression at a time; NaN or an error where it cannot be measured. Called in the engine's thread.
using Evaluator = std::function<Result<double>(const QString &expr, TimeMs at)>;

/// The value, NaN for an error.
double measure(const Evaluator &evaluate, const QString &expr, TimeMs at);

} // namespace lepto
