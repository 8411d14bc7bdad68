#include "ui/pages/actions_page.h"

#include "ui/looks.h"
#include "ui/models/run_rows.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/approval_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/run_queue.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace lepto {

namespace {

constexpr int roomyWidth = 1150;

} // namespace

ActionsPage::ActionsPage(Console &console, TimeScale &scale, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_scale(scale)
{
    setObjectName(QStringLiteral("actionsPage"));
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(buildQueue());
    split->addWidget(buildCentre());
    split->addWidget(buildSide());
    split->setStretchFactor(1, 1);
    split->setSizes({ 300, 800, 380 });
    flatColumn(this)->addWidget(split);
    const auto key = [this](Qt::Key letter, auto act) {
        auto *shortcut = new QShortcut(letter, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_D, [this] { dryRun(); });
    const auto press = [this](Qt::Key arrow) {
        QKeyEvent event(QEvent::KeyPress, arrow, Qt::NoModifier);
        QApplication::sendEvent(m_queue, &event);
    };
    key(Qt::Key_J, [press] { press(Qt::Key_Down); });
    key(Qt::Key_K, [press] { press(Qt::Key_Up); });
    connect(&console, &Console::runsChanged, this, &ActionsPage::showQueue);
    connect(&console, &Console::stateChanged, this, &ActionsPage::showPlan);
    connect(&scale, &TimeScale::utcChanged, this, &ActionsPage::showQueue);
    showQueue();
}

std::vector<Page::Key> ActionsPage::pageKeys() const
{
    return { { QStringLiteral("J K"), tr("Next, previous plan") }, { QStringLiteral("D"), tr("Repeat the dry run") },
        { QStringLiteral("Ctrl Shift K"), tr("Stop all actions") } };
}

void ActionsPage::open(const QString &plan)
{
    if (std::ranges::any_of(m_console.runs(), [&](const Run &run) { return run.plan.id == plan && isOver(run.state); })) {
        m_which->setCurrent(1);
        showQueue();
    }
    m_queue->select(plan);
}

void ActionsPage::refresh()
{
    m_approval->retranslate();
    showQueue();
}

void ActionsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // In a narrow window the title needs the room; the hash stands among the plan's facts as well.
    m_hash->setVisible(width() > roomyWidth);
    m_pair->setDirection(width() > roomyWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

const Run *ActionsPage::run() const
{
    const auto &runs = m_console.runs();
    const auto found = std::ranges::find_if(runs, [&](const Run &r) { return r.plan.id == m_plan; });
    return found == runs.end() ? nullptr : &*found;
}

void ActionsPage::showQueue()
{
    const auto &runs = m_console.runs();
    const auto open = std::ranges::count_if(runs, [](const Run &r) { return !isOver(r.state); });
    m_which->setTexts({ tr("Open %1", "filter, with a count").arg(open), tr("All %1").arg(runs.size()) });
    m_queue->show(runs, m_which->current() == 0, m_console.state().now, m_scale.utc());
    m_plan = m_queue->current();
    showPlan();
}

void ActionsPage::showPlan()
{
    const Run *shown = run();
    m_stack->setCurrentIndex(shown ? 1 : 0);
    m_approval->show(shown, m_scale.utc());
    for (PaneHead *head : { m_guardsHead, m_effectHead, m_failureHead })
        head->setVisible(shown);
    for (QWidget *widget : { static_cast<QWidget *>(m_guards), static_cast<QWidget *>(m_effect), static_cast<QWidget *>(m_failure) })
        widget->setVisible(shown);
    if (!shown) {
        const auto &runs = m_console.runs();
        m_empty->say(tr("No suggestion"), runs.empty() ? tr("Plans come from runbooks when an incident fits one.")
                                                       : tr("Last: %1, %2").arg(runs.front().plan.title, text::of(runs.front().state)));
        return;
    }
    const TimeMs now = m_console.state().now;
    showHead(*shown);
    m_facts->setRows(planFacts(shown->plan, now, m_scale.utc()));
    const QString dry = dryRunOutput(*shown);
    m_diff->setOutput(dry.isEmpty() ? m_dryRunning ? tr("Dry run is running…") : tr("No dry run yet. It changes nothing.") : dry);
    m_dryRun->setText(dry.isEmpty() ? tr("Dry run") : tr("Repeat dry run"));
    m_dryRun->setEnabled(!m_dryRunning && !isOver(shown->state) && !isUnderWay(shown->state));
    m_argvModel->setRows(argvRows(shown->plan));
    m_argv->fitHeight();
    m_guardModel->setRows(guardRows(*shown));
    const auto held = std::ranges::count(shown->guards, true, &GuardResult::held);
    m_guardsHead->setMeta(shown->plan.guards.empty() ? tr("none") : tr("%1 of %2 hold").arg(held).arg(shown->plan.guards.size()));
    m_guards->fitHeight();
    m_effect->setRows(effectFacts(*shown));
    m_failure->setRows(failureFacts(shown->plan));
    showLog(*shown);
}

void ActionsPage::showHead(const Run &run)
{
    m_title->setText(run.plan.title);
    m_title->updateGeometry();
    m_reversible->setText(run.plan.reversible ? tr("reversible") : tr("not reversible"));
    m_risk->setText(text::risk(run.plan.risk));
    m_risk->setVisible(!run.plan.risk.isEmpty());
    m_incident->setVisible(run.plan.incident > 0);
    m_incident->setText(text::incident(run.plan.incident));
    m_hash->setText(QStringLiteral("sha256 ") + text::shortHash(run.plan.hash));
    m_hash->updateGeometry();
    m_stages->setStages(runStages(run, m_console.state().now, m_scale.utc()), runStage(run));
    m_reason->setText(run.reason);
    m_reason->setVisible(!run.reason.isEmpty());
}

void ActionsPage::showLog(const Run &run)
{
    m_logModel->setRows(logRows(run, m_scale.utc()));
    m_logHead->setMeta(run.steps.empty() ? tr("nothing has run") : tr("%n steps", nullptr, int(run.steps.size())));
    m_log->setVisible(!run.steps.empty());
    m_log->fitHeight();
    m_rollBack->setVisible(!run.plan.rollback.empty());
    const QString why = whyNotRollBack(run);
    m_rollBack->setEnabled(why.isEmpty());
    m_rollBack->setAccessibleDescription(why);
    m_rollBack->setToolTip(why);
    if (m_log->currentKey().isEmpty() && !run.steps.empty())
        m_log->selectKey(QString::number(run.steps.size() - 1));
    showOutput();
}

void ActionsPage::showOutput()
{
    const Run *shown = run();
    const int at = m_log->currentKey().toInt();
    const bool some = shown && !m_log->currentKey().isEmpty() && at < int(shown->steps.size()) && !shown->steps[std::size_t(at)].output.isEmpty();
    m_output->setVisible(some);
    if (some)
        m_output->setOutput(shown->steps[std::size_t(at)].output);
}

QString ActionsPage::whyNotRollBack(const Run &run) const
{
    const ConsoleState &state = m_console.state();
    const bool ran = std::ranges::any_of(run.steps, [](const StepRecord &s) { return !s.dryRun; });
    if (!ran)
        return tr("nothing has run");
    if (run.state == RunState::RolledBack || run.state == RunState::RollingBack)
        return text::of(run.state);
    if (isUnderWay(run.state))
        return tr("it is running");
    if (state.writeArmedUntil <= state.now)
        return tr("arm write mode first");
    return {};
}

void ActionsPage::dryRun()
{
    if (!run() || !m_dryRun->isEnabled())
        return;
    m_dryRunning = true;
    showPlan();
    m_console.dryRun(m_plan, this, [this](Result<bool> done) {
        m_dryRunning = false;
        answered(done);
        showPlan();
    });
}

void ActionsPage::askRollBack()
{
    if (const Run *shown = run())
        m_question->ask(tr("Roll %1 back to how it was?").arg(shown->plan.target), tr("Roll back %1").arg(shown->plan.target.left(24)), tr("Keep"));
}

void ActionsPage::rollBack()
{
    m_console.rollBackRun(m_plan, this, [this](Result<bool> done) { answered(done); });
}

void ActionsPage::answered(const Result<bool> &done)
{
    m_wrong->setVisible(!done);
    if (!done)
        m_wrong->setText(text::of(done.error()));
}

} // namespace lepto
