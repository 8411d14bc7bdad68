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
    { "run.suggest", QT_TRANSLATE_NOOP("Words", "Suggest") },
    { "run.plan", QT_TRANSLATE_NOOP("Words", "Plan") },
    { "run.approve", QT_TRANSLATE_NOOP("Words", "Approve") },
    { "run.reject", QT_TRANSLATE_NOOP("Words", "Reject") },
    { "run.dryrun", QT_TRANSLATE_NOOP("Words", "Dry run") },
    { "run.start", QT_TRANSLATE_NOOP("Words", "Start") },
    { "run.step", QT_TRANSLATE_NOOP("Words", "Step") },
    { "run.verify", QT_TRANSLATE_NOOP("Words", "Verify") },
    { "run.rollback", QT_TRANSLATE_NOOP("Words", "Roll back") },
    { "run.stop", QT_TRANSLATE_NOOP("Words", "Stop") },
    { "incident.open", QT_TRANSLATE_NOOP("Words", "Open incident") },
    { "incident.ack", QT_TRANSLATE_NOOP("Words", "Acknowledge") },
    { "incident.verdict", QT_TRANSLATE_NOOP("Words", "Verdict") },
    { "incident.note", QT_TRANSLATE_NOOP("Words", "Note") },
    { "incident.resolve", QT_TRANSLATE_NOOP("Words", "Resolve") },
    { "label.add", QT_TRANSLATE_NOOP("Words", "Label") },
    { "label.remove", QT_TRANSLATE_NOOP("Words", "Remove label") },
    { "model.train", QT_TRANSLATE_NOOP("Words", "Train") },
    { "model.promote", QT_TRANSLATE_NOOP("Words", "Promote model") },
    { "model.rollback", QT_TRANSLATE_NOOP("Words", "Roll back model") },
    { "source.save", QT_TRANSLATE_NOOP("Words", "Save source") },
    { "source.remove", QT_TRANSLATE_NOOP("Words", "Remove source") },
    { "writes.arm", QT_TRANSLATE_NOOP("Words", "Arm write mode") },
    { "writes.disarm", QT_TRANSLATE_NOOP("Words", "Disarm write mode") },
    { "audit.start", QT_TRANSLATE_NOOP("Words", "First start") },
    { "audit.checkpoint", QT_TRANSLATE_NOOP("Words", "Checkpoint") },
};

constexpr Named testSteps[] = {
    { "address", QT_TRANSLATE_NOOP("Words", "Address") },
    { "resolve", QT_TRANSLATE_NOOP("Words", "Name resolves") },
    { "connect", QT_TRANSLATE_NOOP("Words", "Port answers") },
    { "tls", QT_TRANSLATE_NOOP("Words", "TLS") },
    { "login", QT_TRANSLATE_NOOP("Words", "Login") },
    { "server", QT_TRANSLATE_NOOP("Words", "Server") },
    { "query", QT_TRANSLATE_NOOP("Words", "Query") },
    { "freshness", QT_TRANSLATE_NOOP("Words", "Freshness") },
    { "clock", QT_TRANSLATE_NOOP("Words", "Clock") },
    { "limits", QT_TRANSLATE_NOOP("Words", "Limits") },
    { "metadata", QT_TRANSLATE_NOOP("Words", "Metadata") },
    { "scrape", QT_TRANSLATE_NOOP("Words", "Scrape") },
    { "parse", QT_TRANSLATE_NOOP("Words", "Format") },
    { "series", QT_TRANSLATE_NOOP("Words", "Series") },
    { "read", QT_TRANSLATE_NOOP("Words", "Read") },
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
