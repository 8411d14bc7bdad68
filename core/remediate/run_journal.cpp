#include "core/remediate/run_journal.h"

#include "core/base/text.h"
#include "core/remediate/run_names.h"
#include "core/remediate/run_rows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>

namespace lepto {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RunJournal", text);
}

QString subjectOf(const Run &run)
{
    return tr("plan %1").arg(run.plan.id.left(8));
}

/// What an output was without keeping it in the record that is never deleted.
QJsonObject detailOf(const StepRecord &step)
{
    return { { QStringLiteral("step"), step.step }, { QStringLiteral("state"), nameOf(step.state) },
        { QStringLiteral("exit"), step.exitCode }, { QStringLiteral("rollback"), step.rollback },
        { QStringLiteral("dryRun"), step.dryRun },
        { QStringLiteral("outputSha256"),
            QString::fromLatin1(QCryptographicHash::hash(step.output.toUtf8(), QCryptographicHash::Sha256).toHex()) } };
}

QJsonObject detailOf(const Run &before, const Run &after)
{
    QJsonObject detail { { QStringLiteral("plan"), after.plan.id }, { QStringLiteral("hash"), after.plan.hash },
        { QStringLiteral("runbook"), after.plan.runbook }, { QStringLiteral("target"), after.plan.target },
        { QStringLiteral("state"), nameOf(after.state) }, { QStringLiteral("reason"), after.reason } };
    QJsonArray steps, approvals;
    for (std::size_t i = 0; i < after.steps.size(); ++i)
        if (i >= before.steps.size() || before.steps[i].state != after.steps[i].state)
            steps.append(detailOf(after.steps[i]));
    for (std::size_t i = before.approvals.size(); i < after.approvals.size(); ++i)
        approvals.append(QJsonObject { { QStringLiteral("by"), after.approvals[i].by },
            { QStringLiteral("key"), after.approvals[i].keyFingerprint }, { QStringLiteral("reason"), after.approvals[i].reason },
            { QStringLiteral("signature"), after.approvals[i].signature } });
    if (!steps.isEmpty())
        detail.insert(QStringLiteral("steps"), steps);
    if (!approvals.isEmpty())
        detail.insert(QStringLiteral("approvals"), approvals);
    return detail;
}

} // namespace

RunJournal::RunJournal(OpsDatabase &db, AuditLog &audit, const Clock &clock)
    : m_db(db)
    , m_audit(audit)
    , m_clock(clock)
{ }

Result<std::vector<Run>> RunJournal::readAll() const
{
    return runrows::readAll(m_db);
}

Result<Run> RunJournal::read(const QString &id) const
{
    return runrows::read(m_db, id);
}

Result<void> RunJournal::leave(const Run &before, const Run &after, const QString &actor, const QString &auditType)
{
    auto entry = m_audit.append(actor, auditType, subjectOf(after), detailOf(before, after));
    return entry ? Result<void>() : Result<void>(entry.error());
}

Result<Run> RunJournal::create(Run run, const QString &actor, const QString &auditType)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    run.updatedAt = m_clock.now();
    if (auto done = runrows::insert(m_db, run); !done)
        return done.error();
    if (auto done = leave({}, run, actor, auditType); !done)
        return done.error();
    if (auto done = m_audit.commit(*transaction); !done)
        return done.error();
    return run;
}

Result<Run> RunJournal::change(
    const QString &id, const QString &actor, const QString &auditType, const std::function<Result<void>(Run &)> &edit)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    const auto before = runrows::read(m_db, id);
    if (!before)
        return before;
    if (before->plan.hash.isEmpty())
        return Error { ErrorCode::Damaged, utf8(subjectOf(*before)), utf8(before->reason) };
    Run after = *before;
    if (auto done = edit(after); !done)
        return done.error();
    if (after.state != before->state && !mayFollow(before->state, after.state))
        return Error { ErrorCode::Conflict, utf8(subjectOf(after)),
            utf8(tr("a run that is %1 cannot become %2").arg(nameOf(before->state), nameOf(after.state))) };
    after.updatedAt = m_clock.now();
    if (auto done = runrows::update(m_db, *before, after); !done)
        return done.error();
    if (auto done = leave(*before, after, actor, auditType); !done)
        return done.error();
    if (auto done = m_audit.commit(*transaction); !done)
        return done.error();
    return after;
}

} // namespace lepto
