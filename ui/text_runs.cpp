#include "ui/text.h"

#include <QCoreApplication>

namespace lepto::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Named {
    const char *code;
    const char *words;
};

constexpr Named auditTypes[] = {
    { "console.start", QT_TRANSLATE_NOOP("Words", "Console started") },
    { "run.suggest", QT_TRANSLATE_NOOP("Words", "Suggest") },
    { "run.plan", QT_TRANSLATE_NOOP("Words", "Plan") },
    { "run.approve", QT_TRANSLATE_NOOP("Words", "Approve") },
    { "run.reject", QT_TRANSLATE_NOOP("Words", "Reject") },
    { "run.cancel", QT_TRANSLATE_NOOP("Words", "Cancel") },
    { "run.expire", QT_TRANSLATE_NOOP("Words", "Expired") },
    { "run.dryrun", QT_TRANSLATE_NOOP("Words", "Dry run") },
    { "run.preflight", QT_TRANSLATE_NOOP("Words", "Last checks") },
    { "run.execute", QT_TRANSLATE_NOOP("Words", "Run") },
    { "run.step", QT_TRANSLATE_NOOP("Words", "Step") },
    { "run.settle", QT_TRANSLATE_NOOP("Words", "Settle an open step") },
    { "run.verified", QT_TRANSLATE_NOOP("Words", "Verified") },
    { "run.rollback", QT_TRANSLATE_NOOP("Words", "Roll back") },
    { "run.state", QT_TRANSLATE_NOOP("Words", "State of a run") },
    { "incident.open", QT_TRANSLATE_NOOP("Words", "Open incident") },
    { "incident.anomaly", QT_TRANSLATE_NOOP("Words", "Anomaly joins") },
    { "incident.health", QT_TRANSLATE_NOOP("Words", "Missed target joins") },
    { "incident.state", QT_TRANSLATE_NOOP("Words", "State of an incident") },
    { "incident.verdict", QT_TRANSLATE_NOOP("Words", "Verdict") },
    { "incident.note", QT_TRANSLATE_NOOP("Words", "Note") },
    { "label.add", QT_TRANSLATE_NOOP("Words", "Label") },
    { "label.remove", QT_TRANSLATE_NOOP("Words", "Remove label") },
    { "label.undo", QT_TRANSLATE_NOOP("Words", "Label taken back") },
    { "model.register", QT_TRANSLATE_NOOP("Words", "Store model") },
    { "model.refuse", QT_TRANSLATE_NOOP("Words", "Refuse model") },
    { "model.promote", QT_TRANSLATE_NOOP("Words", "Promote model") },
    { "model.rollback", QT_TRANSLATE_NOOP("Words", "Roll back model") },
    { "source.save", QT_TRANSLATE_NOOP("Words", "Save source") },
    { "source.remove", QT_TRANSLATE_NOOP("Words", "Remove source") },
    { "change.add", QT_TRANSLATE_NOOP("Words", "Change entered") },
    { "change.remove", QT_TRANSLATE_NOOP("Words", "Change removed") },
    { "grafana.annotate", QT_TRANSLATE_NOOP("Words", "Annotate in Grafana") },
    { "layout.save", QT_TRANSLATE_NOOP("Words", "Save view") },
    { "layout.remove", QT_TRANSLATE_NOOP("Words", "Remove view") },
    { "writes.arm", QT_TRANSLATE_NOOP("Words", "Arm write mode") },
    { "writes.disarm", QT_TRANSLATE_NOOP("Words", "Disarm write mode") },
    { "writes.stop", QT_TRANSLATE_NOOP("Words", "Stop all actions") },
    { "writes.resume", QT_TRANSLATE_NOOP("Words", "Resume actions") },
};

constexpr Named testSteps[] = {
    { "address", QT_TRANSLATE_NOOP("Words", "Address") },
    { "name", QT_TRANSLATE_NOOP("Words", "Name resolves") },
    { "connect", QT_TRANSLATE_NOOP("Words", "Port answers") },
    { "tls", QT_TRANSLATE_NOOP("Words", "TLS") },
    { "access", QT_TRANSLATE_NOOP("Words", "Login") },
    { "answer", QT_TRANSLATE_NOOP("Words", "Answer") },
    { "kind", QT_TRANSLATE_NOOP("Words", "Kind of server") },
    { "clock", QT_TRANSLATE_NOOP("Words", "Clock") },
    { "selection", QT_TRANSLATE_NOOP("Words", "Selection") },
    { "series", QT_TRANSLATE_NOOP("Words", "Series") },
};

template <std::size_t N>
QString find(const Named (&table)[N], const QString &code)
{
    for (const Named &entry : table) {
        if (code == QLatin1String(entry.code))
            return Words::tr(entry.words);
    }
    return code;
}

} // namespace

QString of(RunState state)
{
    switch (state) {
    case RunState::Planned: return Words::tr("Proposed");
    case RunState::AwaitingApproval: return Words::tr("Waits for approval");
    case RunState::Approved: return Words::tr("Approved");
    case RunState::Preflight: return Words::tr("Checking");
    case RunState::Running: return Words::tr("Running");
    case RunState::Verifying: return Words::tr("Verifying");
    case RunState::Succeeded: return Words::tr("Verified");
    case RunState::Inconclusive: return Words::tr("No effect shown");
    case RunState::Harmful: return Words::tr("Made it worse");
    case RunState::RollingBack: return Words::tr("Rolling back");
    case RunState::RolledBack: return Words::tr("Rolled back");
    case RunState::RollbackFailed: return Words::tr("Roll-back failed");
    case RunState::Expired: return Words::tr("Expired");
    case RunState::Rejected: return Words::tr("Rejected");
    case RunState::Cancelled: return Words::tr("Cancelled");
    case RunState::Blocked: return Words::tr("Blocked");
    case RunState::NeedsHuman: return Words::tr("Needs a person");
    case RunState::Failed: return Words::tr("Failed");
    }
    return {};
}

QString auditType(const QString &type)
{
    return find(auditTypes, type);
}

QString testStep(const QString &step)
{
    return find(testSteps, step);
}

} // namespace lepto::text
