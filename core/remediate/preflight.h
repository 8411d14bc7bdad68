#pragma once

#include "core/base/clock.h"
#include "core/remediate/catalogue.h"
#include "core/remediate/evaluator.h"
#include "core/remediate/run.h"

namespace lepto {

/// What the last look before the first effect found.
struct PreflightFinding {
    enum class Kind {
        Go,
        AskAgain,                     ///< a guard does not hold or an approval has run out: the approvals are void
        Block                         ///< the runbook or a program is not what was approved: this plan never runs
    };
    Kind kind = Kind::Go;
    QString reason;
    std::vector<GuardResult> guards;
};

/// Each guard measured now; one that cannot be measured is not held.
std::vector<GuardResult> measureGuards(const Plan &plan, const Evaluator &evaluate, TimeMs now);

/// Checks expiry, signatures (enough, by different known keys), the runbook's and the programs' hashes and the guards. Runs
/// nothing.
PreflightFinding preflight(
    const Run &run, const Catalogue &catalogue, const QList<QByteArray> &trusted, const Evaluator &evaluate, TimeMs now);

/// An empty text when every program of these steps still has the hash of the plan.
QString changedProgram(const std::vector<PlanStep> &steps);

} // namespace lepto
