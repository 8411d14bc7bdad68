#pragma once

#include "core/remediate/parameter.h"
#include "core/remediate/run.h"

#include <QRegularExpression>

#include <map>
#include <optional>

namespace lepto {

/// One way in which an incident can call for a runbook; empty parts match everything. Patterns are anchored at both ends.
struct MatchRule {
    std::optional<QRegularExpression> service, signal;
    double minScore = 0;
    std::optional<Severity> severity; ///< at least
};

/// A runbook as its file says it, with holes: commands and expressions are templates over `parameters`.
struct Runbook {
    QString id, title, owner, docs, risk;
    int version = 1;
    bool reversible = false;
    std::vector<MatchRule> any;
    QStringList requireLabels;
    std::map<QString, QStringList> exclude; ///< label -> values
    std::vector<Parameter> parameters;
    QString target;
    std::vector<PlanCheck> guards, verify;
    std::vector<PlanHarmCheck> noHarm;
    PlanLimits limits;
    int approvals = 1, approvalValidMs = 15 * 60'000, planValidMs = 4 * 3'600'000;
    bool dryRunRequired = false;
    int dryRunMaxAgeMs = 10 * 60'000;
    std::vector<PlanStep> steps, rollback;
    bool rollBackOnFailure = false, rollBackOnHarm = false;
    int verifyDelayMs = 0, verifyWindowMs = 10 * 60'000, verifyIntervalMs = 15'000;
    QString file;                     ///< where it was read
    QString hash;                     ///< hex SHA-256 of the file's bytes
};

} // namespace lepto
