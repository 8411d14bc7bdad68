#pragma once

#include "core/remediate/runbook.h"

namespace lepto {

/// Makes the immutable plan of a runbook: holes filled, programs found and hashed, times set. Nothing is run.
/// `incident` may be null. Errors: BadInput (parameter), NotFound (program), Refused (target empty, program writable by
/// everybody).
Result<Plan> makePlan(const Runbook &runbook, const Incident *incident, const ParameterValues &given, TimeMs now);

/// Hex SHA-256 of the program's file, links followed. Errors: NotFound (not an executable file), Refused (anybody may change it).
Result<QString> hashProgram(const QString &path);

} // namespace lepto
