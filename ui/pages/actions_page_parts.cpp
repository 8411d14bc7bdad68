#include "ui/pages/actions_page.h"

#include "core/base/text.h"
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
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

QWidget *ActionsPage::buildQueue()
{
    auto *pane = makePane();
    pane->setMinimumWidth(190);
    auto *column = flatColumn(pane);
    m_queueHead = new PaneHead;
    m_which = new SegmentedButtons(2);
    m_queueHead->addRight(m_which);
    m_queueHead->setFixedHeight(44);
    m_queue = new RunQueue;
    column->addWidget(m_queueHead);
    column->addWidget(m_queue, 1);
    connect(m_which, &SegmentedButtons::chosen, this, &ActionsPage::showQueue);
    connect(m_queue, &RunQueue::chosen, this, [this](const QString &plan) {
        m_plan = plan;
        m_wrong->hide();
        showPlan();
    });
    words([this] {
        m_queueHead->setTitle(tr("Queue"));
        m_queue->setAccessibleName(tr("Queue"));
    });
    return pane;
}

QWidget *ActionsPage::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(6);
    m_title = new ElidedLabel(Theme::Type::PageTitle);
    m_title->setObjectName(QStringLiteral("planTitle"));
    m_reversible = tagLabel();
    m_risk = tagLabel();
    m_incident = makeButton(ButtonKind::Link);
    m_hash = new ElidedLabel(Theme::Type::Number, "secondary", Qt::ElideMiddle);
    m_hash->setObjectName(QStringLiteral("planHash"));
    m_copyHash = makeIconButton(QStringLiteral("copy"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    row->addWidget(m_reversible);
    row->addWidget(m_risk);
    row->addWidget(m_incident);
    row->addWidget(m_hash);
    row->addWidget(m_copyHash);
    m_stages = new StageLine;
    m_reason = wrappedLabel(Theme::Type::Body, "secondary");
    column->addLayout(row);
    column->addWidget(m_stages);
    column->addWidget(m_reason);
    connect(m_incident, &QPushButton::clicked, this, [this] {
        if (const Run *shown = run())
            Q_EMIT goTo(QStringLiteral("incidents"), QString::number(shown->plan.incident));
    });
    connect(m_copyHash, &QPushButton::clicked, this, [this] {
        if (const Run *shown = run())
            QApplication::clipboard()->setText(shown->plan.hash);
    });
    words([this] { setIconWords(m_copyHash, tr("Copy the plan's hash")); });
    return head;
}

QWidget *ActionsPage::buildDryRun()
{
    auto *pane = new QWidget;
    auto *column = flatColumn(pane);
    m_dryHead = new PaneHead;
    m_diff = new DiffView;
    m_diff->setObjectName(QStringLiteral("dryRunView"));
    m_diff->setMinimumHeight(120);
    m_copyScript = makeButton(ButtonKind::Normal, QStringLiteral("copy"));
    m_dryRun = makeButton(ButtonKind::Normal, QStringLiteral("refresh"));
    m_dryRun->setObjectName(QStringLiteral("dryRunButton"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 8, 14, 10);
    buttons->setSpacing(8);
    buttons->addWidget(m_dryRun);
    buttons->addWidget(m_copyScript);
    buttons->addStretch();
    column->addWidget(m_dryHead);
    column->addWidget(m_diff, 1);
    column->addLayout(buttons);
    connect(m_dryRun, &QPushButton::clicked, this, &ActionsPage::dryRun);
    connect(m_copyScript, &QPushButton::clicked, this, [this] {
        if (const Run *shown = run())
            QApplication::clipboard()->setText(asScript(shown->plan));
    });
    words([this] {
        m_dryHead->setTitle(tr("Dry run"));
        m_dryHead->setMeta(tr("against what is there now"));
        m_copyScript->setText(tr("Copy as script"));
        m_diff->setAccessibleName(tr("Dry run"));
    });
    return pane;
}

QWidget *ActionsPage::buildCentre()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    m_pair = new QHBoxLayout;
    m_pair->setSpacing(0);
    auto *facts = new QWidget;
    auto *factsColumn = flatColumn(facts);
    m_factsHead = new PaneHead;
    m_facts = new KeyValues;
    factsColumn->addWidget(m_factsHead);
    factsColumn->addWidget(m_facts);
    factsColumn->addStretch();
    m_pair->addWidget(facts, 1);
    m_pair->addWidget(verticalLine());
    m_pair->addWidget(buildDryRun(), 1);
    m_runsHead = new PaneHead;
    m_argvModel = new CellModel(this);
    m_argv = new RowTable(m_argvModel);
    m_argv->setObjectName(QStringLiteral("argvTable"));
    m_argv->horizontalHeader()->hide();
    m_argv->setSelectable(false);
    m_argv->setDense();
    column->addWidget(buildHead());
    column->addWidget(horizontalLine());
    column->addLayout(m_pair);
    column->addWidget(horizontalLine());
    column->addWidget(m_runsHead);
    column->addWidget(m_argv);
    column->addSpacing(6);
    column->addWidget(horizontalLine());
    column->addWidget(buildLog());
    column->addStretch();
    m_empty = new EmptyNote(QStringLiteral("actions"));
    m_stack = new QStackedWidget;
    m_stack->setMinimumWidth(380);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scrolled(content));
    words([this] {
        m_factsHead->setTitle(tr("Plan"));
        m_factsHead->setMeta(tr("immutable"));
        m_runsHead->setTitle(tr("Exactly what runs"));
        m_runsHead->setMeta(tr("argument lists, one element a line, no shell"));
        m_argvModel->setColumns(argvColumns());
        m_argv->setAccessibleName(tr("Exactly what runs"));
    });
    return m_stack;
}

QWidget *ActionsPage::buildLog()
{
    auto *pane = new QWidget;
    auto *column = flatColumn(pane);
    m_logHead = new PaneHead;
    m_rollBack = makeButton(ButtonKind::Risky, QStringLiteral("undo"));
    m_rollBack->setObjectName(QStringLiteral("rollBackButton"));
    m_rollBack->setProperty("size", QStringLiteral("small"));
    m_logHead->addRight(m_rollBack);
    auto *headHolder = new QWidget;
    flatColumn(headHolder)->addWidget(m_logHead);
    m_question = new InPlaceQuestion(headHolder);
    m_question->setContentsMargins(14, 4, 14, 4);
    m_logModel = new CellModel(this);
    m_log = new RowTable(m_logModel);
    m_log->setObjectName(QStringLiteral("runLog"));
    m_output = new DiffView;
    m_output->setObjectName(QStringLiteral("stepOutput"));
    m_output->setMinimumHeight(110);
    m_wrong = wrappedLabel(Theme::Type::Body, "critical");
    m_wrong->setContentsMargins(14, 6, 14, 6);
    m_wrong->hide();
    column->addWidget(headHolder);
    column->addWidget(m_question);
    column->addWidget(m_wrong);
    column->addWidget(m_log);
    column->addWidget(m_output);
    connect(m_rollBack, &QPushButton::clicked, this, &ActionsPage::askRollBack);
    connect(m_question, &InPlaceQuestion::confirmed, this, &ActionsPage::rollBack);
    connect(m_log, &RowTable::keyChanged, this, &ActionsPage::showOutput);
    words([this] {
        m_logHead->setTitle(tr("Run log"));
        m_rollBack->setText(tr("Roll back"));
        m_logModel->setColumns(logColumns());
        m_log->setAccessibleName(tr("Run log"));
        m_output->setAccessibleName(tr("Output of the step"));
    });
    return pane;
}

QWidget *ActionsPage::buildSide()
{
    auto *pane = makePane();
    pane->setMinimumWidth(290);
    auto *column = flatColumn(pane);
    auto *content = new QWidget;
    auto *list = flatColumn(content);
    m_guardsHead = new PaneHead;
    m_guardModel = new CellModel(this);
    m_guards = new RowTable(m_guardModel);
    m_guards->setObjectName(QStringLiteral("guardList"));
    m_guards->horizontalHeader()->hide();
    m_guards->setSelectable(false);
    m_guards->setTwoLines(true);
    m_effectHead = new PaneHead;
    m_effect = new KeyValues;
    m_failureHead = new PaneHead;
    m_failure = new KeyValues(KeyValues::Side::Left);
    list->addWidget(m_guardsHead);
    list->addWidget(m_guards);
    list->addSpacing(4);
    list->addWidget(m_effectHead);
    list->addWidget(m_effect);
    list->addWidget(horizontalLine());
    list->addWidget(m_failureHead);
    list->addWidget(m_failure);
    list->addStretch();
    m_approval = new ApprovalPanel(m_console);
    column->addWidget(scrolled(content), 1);
    column->addWidget(m_approval);
    words([this] {
        m_guardsHead->setTitle(tr("Guards"));
        m_guardModel->setColumns(guardColumns());
        m_guards->setAccessibleName(tr("Guards"));
        m_effectHead->setTitle(tr("Effect"));
        m_effectHead->setMeta(tr("measured, not assumed"));
        m_failureHead->setTitle(tr("If it does not work"));
    });
    return pane;
}

} // namespace lepto
