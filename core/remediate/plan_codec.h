#pragma once

#include "core/remediate/run.h"
#include "ml/base/result.h"

namespace lepto {

/// The canonical bytes of a plan: JSON with sorted keys and no spaces, whole numbers and texts only, everything but `hash`.
QByteArray canonicalBytes(const Plan &plan);
/// Hex SHA-256 over "leptoscope-plan-v1", a zero byte and the canonical bytes.
QString hashOf(const QByteArray &canonical);
/// The plan behind stored bytes, with its hash. Errors: Damaged unless the plan spells exactly these bytes again.
Result<Plan> planOf(const QByteArray &canonical);

} // namespace lepto
