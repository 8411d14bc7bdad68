#pragma once

#include "ml/base/series.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

/// What a step may do to the world, and hence what may be done after a crash.
enum class Effect : quint8 { Read, Idempotent, AtMostOnce };

struct PlanStep {
    QString id;
    QString engine;                   ///< "local"
    Effect effect = Effect::AtMostOnce;
    QStringList argv;                 ///< exact; argv[0] is an absolute path
    QStringList probe;                ///< argv that exits 0 when the effect is there; may be empty
    int timeoutMs = 60000;
};

struct PlanCheck {
    QString expr;                     ///< PromQL over the local store
    QString success;                  ///< "< 0.5"
    int consecutive = 3;
};

/// The immutable thing that is approved and run. `hash` = hex SHA-256 over the canonical bytes of everything else.
struct Plan {
    QString id;                       ///< uuid
    QString runbook, runbookHash, title;
    int runbookVersion = 0;
    qint64 incident = 0;
    QString target;                   ///< what is changed, typed by the approver to confirm
    bool reversible = false;
    QString risk;                     ///< low, medium, high
    QJsonObject parameters;           ///< name -> value, as resolved
    std::vector<PlanStep> steps, rollback;
    std::vector<PlanCheck> verify, guards;
    int verifyDelayMs = 0, verifyWindowMs = 600000, verifyIntervalMs = 15000;
    TimeMs createdAt = 0, expiresAt = 0;
    QString hash;
};

enum class RunState : quint8 {
    Planned, AwaitingApproval, Approved, Preflight, Running, Verifying, Succeeded, Inconclusive, Harmful,
    RollingBack, RolledBack, RollbackFailed, Expired, Rejected, Cancelled, Blocked, NeedsHuman, Failed
};

struct StepRecord {
    enum class State : quint8 { Pending, Intent, Done, Failed, TimedOut, Unknown };
    QString step;
    State state = State::Pending;
    TimeMs startedAt = 0, endedAt = 0;
    int exitCode = -1;
    QString output;                   ///< untrusted, capped
    bool rollback = false, dryRun = false;
};

struct Approval {
    QString by, keyFingerprint, reason, planHash, signature;
    TimeMs at = 0;
};

struct GuardResult {
    QString expr, success;
    double value = 0;                 ///< NaN: cannot be measured, counts as not held
    bool held = false;
};

/// A plan on its way, as the Actions page and the command line show it.
struct Run {
    Plan plan;
    RunState state = RunState::Planned;
    QString reason;                   ///< why it stands there, one sentence
    std::vector<StepRecord> steps;
    std::vector<Approval> approvals;
    std::vector<GuardResult> guards;
    double before = 0, after = 0;     ///< verify metric at the start and at the end
    TimeMs updatedAt = 0;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::Run)
