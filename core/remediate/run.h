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
    QStringList check;                ///< argv of the dry run, changes nothing; may be empty
    QString binaryHash;               ///< hex SHA-256 of the file behind argv[0] when the plan was made
    QString onFailure;                ///< "rollback", "stop" or "human"
    int timeoutMs = 60000;
};

struct PlanCheck {
    QString expr;                     ///< PromQL over the local store
    QString success;                  ///< "< 0.5"
    QString failure;                  ///< "> 2": counts as harm; may be empty
    int consecutive = 3;              ///< successes one after another that are needed
    int failureLimit = 2;             ///< measurements that meet `failure` before it is harm
};

/// What must not get worse by more than so many percent of its value before the run.
struct PlanHarmCheck {
    QString expr;
    int maxIncreasePercent = 10;
};

/// At most `count` starts in `windowMs`; count 0: no limit.
struct RateLimit {
    int count = 0;
    qint64 windowMs = 0;
};

struct PlanLimits {
    RateLimit perRunbook, perTarget;
    int cooldownMs = 0;               ///< between the end of one run on a target and the start of the next
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
    std::vector<PlanHarmCheck> noHarm;
    PlanLimits limits;
    int approvals = 1;                ///< signatures by different keys that are needed
    int approvalValidMs = 900000;     ///< a run starts within this time after the last signature
    bool dryRunRequired = false;
    int dryRunMaxAgeMs = 600000;
    bool rollBackOnFailure = false, rollBackOnHarm = false;
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
    QString publicKey;                ///< hexadecimal, 32 bytes
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
    double before = 0, after = 0;     ///< verify metric at the start and at the end; NaN: not measured
    std::vector<double> baselines;    ///< of plan.noHarm, measured at the start
    TimeMs startedAt = 0;             ///< 0: nothing has begun
    TimeMs updatedAt = 0;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::Run)
