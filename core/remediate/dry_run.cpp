#include "core/remediate/dry_run.h"

#include "core/base/text.h"

#include <QDir>

namespace lepto {

DryRun::DryRun(const Plan &plan, const QString &folder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_folder(folder + u'/' + plan.id)
    , m_clock(clock)
{ }

void DryRun::start()
{
    QDir().mkpath(m_folder);
    QMetaObject::invokeMethod(this, &DryRun::next, Qt::QueuedConnection);
}

void DryRun::next()
{
    const std::size_t index = m_records.size();
    if (index >= m_plan.steps.size()) {
        Q_EMIT finished(m_records, m_good);
        deleteLater();
        return;
    }
    const PlanStep &step = m_plan.steps[index];
    StepRecord record;
    record.step = step.id;
    record.startedAt = record.endedAt = m_clock.now();
    record.dryRun = true;
    record.state = StepRecord::State::Done;
    record.exitCode = 0;
    record.output = tr("Would run:\n%1\n").arg(step.argv.join(u'\n'));
    m_records.push_back(record);
    const QStringList argv = step.check.isEmpty() ? step.probe : step.check;
    if (argv.isEmpty())
        return next();
    auto *command = new LocalCommand(this);
    connect(command, &LocalCommand::finished, this, &DryRun::take);
    connect(command, &LocalCommand::lost, this, [this] { take({}); });
    CommandOrder order;
    order.argv = argv;
    order.journal = QStringLiteral("%1/dry-%2.journal").arg(m_folder).arg(index);
    order.output = QStringLiteral("%1/dry-%2.out").arg(m_folder).arg(index);
    order.timeoutMs = step.timeoutMs;
    const auto started = command->start(order);
    if (!started)
        take({ CommandResult::State::NotStarted, -1, qstr(started.error()) });
}

void DryRun::take(const CommandResult &result)
{
    StepRecord &record = m_records.back();
    const PlanStep &step = m_plan.steps[m_records.size() - 1];
    record.endedAt = m_clock.now();
    record.exitCode = result.code;
    record.output += result.output;
    // A probe that does not find the effect yet is what one expects; a check that fails is not.
    if (!result.good() && (!step.check.isEmpty() || result.state != CommandResult::State::Exited)) {
        record.state = StepRecord::State::Failed;
        m_good = false;
    }
    next();
}

} // namespace lepto
