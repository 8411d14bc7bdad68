#include "ui/pages/training_page.h"

#include "ui/models/metric_rows.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/curve_plot.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/series_picker.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int ranges[] = { 1, 3, 7, 14, 28, 90 };
constexpr int firstRange = 3, longestName = 64, mostEpochs = 1000;

} // namespace

QWidget *TrainingPage::buildRecipe()
{
    auto *pane = makePane();
    pane->setMinimumWidth(240);
    auto *column = flatColumn(pane);
    m_recipeHead = new PaneHead;
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("recipeName"));
    m_name->setMaxLength(longestName);
    m_range = new QComboBox;
    m_range->setObjectName(QStringLiteral("recipeRange"));
    for (const int days : ranges)
        m_range->addItem({}, days);
    m_range->setCurrentIndex(firstRange);
    m_epochs = new QSpinBox;
    m_epochs->setObjectName(QStringLiteral("recipeEpochs"));
    m_epochs->setRange(1, mostEpochs);
    m_epochs->setValue(30);
    m_series = new SeriesPicker(m_console);
    m_start = makeButton(ButtonKind::Primary, QStringLiteral("play"));
    m_start->setObjectName(QStringLiteral("startTraining"));
    m_wrong = wrappedLabel(Theme::Type::Body, "critical");
    m_wrong->hide();
    m_cost = wrappedLabel(Theme::Type::Caption, "muted");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    m_nameLabel = plainLabel(Theme::Type::Body, "muted");
    m_rangeLabel = plainLabel(Theme::Type::Body, "muted");
    m_epochsLabel = plainLabel(Theme::Type::Body, "muted");
    m_seriesLabel = plainLabel(Theme::Type::Strong);
    grid->addWidget(m_nameLabel, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_rangeLabel, 1, 0);
    grid->addWidget(m_range, 1, 1);
    grid->addWidget(m_epochsLabel, 2, 0);
    grid->addWidget(m_epochs, 2, 1);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(14, 4, 14, 14);
    body->setSpacing(10);
    body->addLayout(grid);
    body->addWidget(m_seriesLabel);
    body->addWidget(m_series, 1);
    body->addWidget(m_wrong);
    body->addWidget(m_cost);
    body->addWidget(m_start);
    column->addWidget(m_recipeHead);
    column->addLayout(body, 1);
    connect(m_name, &QLineEdit::textChanged, this, &TrainingPage::checkRecipe);
    connect(m_series, &SeriesPicker::changed, this, &TrainingPage::checkRecipe);
    connect(m_range, &QComboBox::activated, this, &TrainingPage::checkRecipe);
    connect(m_epochs, &QSpinBox::valueChanged, this, &TrainingPage::checkRecipe);
    connect(m_start, &QPushButton::clicked, this, &TrainingPage::start);
    words([this] {
        m_recipeHead->setTitle(tr("Recipe"));
        m_nameLabel->setText(tr("Name"));
        m_rangeLabel->setText(tr("Days back"));
        m_epochsLabel->setText(tr("Epochs"));
        m_seriesLabel->setText(tr("Series"));
        m_name->setPlaceholderText(tr("checkout-signals", "example of a model's name"));
        m_name->setAccessibleName(tr("Name"));
        m_range->setAccessibleName(tr("Days back"));
        m_epochs->setAccessibleName(tr("Epochs"));
        for (int i = 0; i < m_range->count(); ++i)
            m_range->setItemText(i, tr("%n days", nullptr, m_range->itemData(i).toInt()));
        m_start->setText(tr("Start training"));
    });
    return pane;
}

QWidget *TrainingPage::buildRun()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    m_runTitle = new ElidedLabel(Theme::Type::PaneTitle);
    m_runMeta = new ElidedLabel(Theme::Type::Caption, "muted");
    m_runMeta->setObjectName(QStringLiteral("runMeta"));
    m_cancel = makeButton(ButtonKind::Normal, QStringLiteral("close"));
    m_cancel->setObjectName(QStringLiteral("cancelTraining"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    auto *head = new QWidget;
    auto *row = flatRow(head);
    row->setSpacing(10);
    row->addWidget(m_runTitle);
    row->addWidget(m_runMeta, 1);
    row->addWidget(m_cancel);
    head->setFixedHeight(30);
    m_question = new InPlaceQuestion(head);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(14, 10, 14, 12);
    top->setSpacing(8);
    top->addWidget(head);
    top->addWidget(m_question);
    top->addWidget(m_progress);
    m_runWrong = wrappedLabel(Theme::Type::Body, "critical");
    m_runWrong->hide();
    top->addWidget(m_runWrong);
    m_lossHead = new PaneHead;
    m_curves = new CurvePlot;
    m_curves->setMinimumHeight(230);
    m_resultHead = new PaneHead;
    m_resultModel = new CellModel(this);
    m_result = new RowTable(m_resultModel);
    m_result->setObjectName(QStringLiteral("resultTable"));
    m_result->setSelectable(false);
    m_noResult = new EmptyNote(QStringLiteral("training"));
    column->addLayout(top);
    column->addWidget(horizontalLine());
    column->addWidget(m_lossHead);
    column->addWidget(m_curves, 1);
    column->addWidget(horizontalLine());
    column->addWidget(m_resultHead);
    column->addWidget(m_result);
    column->addWidget(m_noResult);
    column->addStretch(1);
    m_empty = new EmptyNote(QStringLiteral("training"));
    m_stack = new QStackedWidget;
    m_stack->setMinimumWidth(380);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scrolled(content));
    connect(m_cancel, &QPushButton::clicked, this, &TrainingPage::askCancel);
    connect(m_question, &InPlaceQuestion::confirmed, this, [this] { m_console.cancelTraining(m_job); });
    words([this] {
        m_cancel->setText(tr("Cancel, keep best"));
        m_lossHead->setTitle(tr("Loss"));
        m_lossHead->setMeta(tr("log scale, per epoch"));
        m_curves->setAccessibleName(tr("Loss"));
        m_resultHead->setTitle(tr("Candidate against the baseline"));
        m_resultModel->setColumns(metricColumns());
    });
    return m_stack;
}

QWidget *TrainingPage::buildSide()
{
    auto *pane = makePane();
    pane->setMinimumWidth(240);
    auto *column = flatColumn(pane);
    m_jobsHead = new PaneHead;
    m_jobModel = new CellModel(this);
    m_jobs = new RowTable(m_jobModel);
    m_jobs->setObjectName(QStringLiteral("jobsTable"));
    m_jobs->horizontalHeader()->hide();
    m_jobs->setTwoLines(true);
    m_gatesHead = new PaneHead;
    m_gateModel = new CellModel(this);
    m_gates = new RowTable(m_gateModel);
    m_gates->setObjectName(QStringLiteral("gateList"));
    m_gates->horizontalHeader()->hide();
    m_gates->setSelectable(false);
    m_promote = makeButton(ButtonKind::Primary);
    m_promote->setObjectName(QStringLiteral("promoteButton"));
    m_promoteWrong = wrappedLabel(Theme::Type::Body, "critical");
    m_promoteWrong->hide();
    m_promoteNote = wrappedLabel(Theme::Type::Caption, "muted");
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(14, 12, 14, 14);
    foot->setSpacing(8);
    foot->addWidget(m_promote);
    foot->addWidget(m_promoteWrong);
    foot->addWidget(m_promoteNote);
    column->addWidget(m_jobsHead);
    column->addWidget(m_jobs, 1);
    column->addWidget(horizontalLine());
    column->addWidget(m_gatesHead);
    column->addWidget(m_gates);
    column->addLayout(foot);
    connect(m_jobs, &RowTable::keyChanged, this, [this](const QString &key) {
        if (key.isEmpty() || key == m_job)
            return;
        m_job = key;
        showAll();
    });
    connect(m_promote, &QPushButton::clicked, this, &TrainingPage::promote);
    words([this] {
        m_jobsHead->setTitle(tr("Runs"));
        m_jobModel->setColumns({ { tr("Run"), -1 }, { tr("State"), 130 } });
        m_jobs->setAccessibleName(tr("Runs"));
        m_gatesHead->setTitle(tr("Promotion gates"));
        m_gateModel->setColumns({ { tr("Gate"), -1 } });
        checkRecipe();
    });
    return pane;
}

} // namespace lepto
