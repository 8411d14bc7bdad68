#include "ui/desks/self_desk.h"
#include "ui/models/self_rows.h"
#include "ui/models/source_rows.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/connection_test_view.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/look_bar.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/source_form.h"
#include "ui/widgets/source_settings.h"

#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int testWidth = 400;

} // namespace

SourceSettings::SourceSettings(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_model(new CellModel(this))
    , m_trafficModel(new CellModel(this))
{
    setObjectName(QStringLiteral("sourceSettings"));
    buildTable();
    auto *column = flatColumn(this);
    for (QWidget *part : std::initializer_list<QWidget *> { m_rule, m_undo, m_head, m_table, horizontalLine() })
        column->addWidget(part);
    m_test = new ConnectionTestView(console);
    m_test->setMinimumWidth(260);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(scrolled(buildForm()));
    m_split->addWidget(m_test);
    m_split->setStretchFactor(0, 1);
    m_split->setSizes({ 800, testWidth });
    column->addWidget(m_split, 1);
    wire();
    retranslate();
    if (console.sources().empty())
        add(SourceConfig::Kind::Prometheus);
    else
        m_table->selectKey(console.sources().front().name);
}

void SourceSettings::buildTable()
{
    m_rule = new LookBar;
    m_rule->setObjectName(QStringLiteral("sourceRule"));
    m_undo = new LookBar;
    m_undo->setObjectName(QStringLiteral("sourceUndo"));
    m_head = new PaneHead;
    m_head->setFixedHeight(44);
    m_add = makeButton(ButtonKind::Primary, QStringLiteral("plus"));
    m_add->setObjectName(QStringLiteral("addSource"));
    m_head->addRight(m_add);
    m_table = new RowTable(m_model);
    m_table->setObjectName(QStringLiteral("sourcesTable"));
}

QWidget *SourceSettings::buildForm()
{
    auto *holder = new QWidget;
    auto *column = flatColumn(holder);
    m_formHead = new PaneHead;
    m_unsaved = new ElidedLabel(Theme::Type::Caption, "muted");
    m_formHead->addRight(m_unsaved);
    m_form = new SourceForm;
    m_wrong = wrappedLabel(Theme::Type::Body, "critical");
    m_wrong->setContentsMargins(14, 0, 14, 4);
    m_wrong->setObjectName(QStringLiteral("sourceWrong"));
    auto *buttons = new QWidget;
    auto *row = flatRow(buttons);
    row->setSpacing(8);
    m_save = makeButton(ButtonKind::Primary);
    m_save->setObjectName(QStringLiteral("saveSource"));
    m_testButton = makeButton(ButtonKind::Normal, QStringLiteral("plug"));
    m_testButton->setObjectName(QStringLiteral("testSource"));
    m_discard = makeButton(ButtonKind::Normal);
    m_discard->setObjectName(QStringLiteral("discardSource"));
    m_remove = makeButton(ButtonKind::Risky);
    m_remove->setObjectName(QStringLiteral("removeSource"));
    for (QPushButton *button : { m_save, m_testButton, m_discard })
        row->addWidget(button);
    row->addStretch();
    row->addWidget(m_remove);
    m_question = new InPlaceQuestion(buttons);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(14, 6, 14, 14);
    foot->addWidget(buttons);
    foot->addWidget(m_question);
    for (QWidget *part : std::initializer_list<QWidget *> { m_formHead, m_form, m_wrong })
        column->addWidget(part);
    column->addLayout(foot);
    column->addWidget(buildTraffic());
    column->addStretch(1);
    return holder;
}

QWidget *SourceSettings::buildTraffic()
{
    m_trafficPane = new QWidget;
    auto *column = flatColumn(m_trafficPane);
    m_trafficHead = new PaneHead;
    m_about = makeButton(ButtonKind::Link);
    m_about->setObjectName(QStringLiteral("trafficAbout"));
    m_trafficHead->addRight(m_about);
    m_traffic = new RowTable(m_trafficModel);
    m_traffic->setObjectName(QStringLiteral("trafficTable"));
    m_traffic->setSelectable(false);
    column->addWidget(horizontalLine());
    column->addWidget(m_trafficHead);
    column->addWidget(m_traffic);
    m_trafficPane->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return m_trafficPane;
}

void SourceSettings::wire()
{
    connect(m_add, &QPushButton::clicked, this, [this] { add(SourceConfig::Kind::Prometheus); });
    connect(m_table, &RowTable::keyChanged, this, &SourceSettings::choose);
    connect(m_form, &SourceForm::edited, this, &SourceSettings::keepDraft);
    connect(m_save, &QPushButton::clicked, this, &SourceSettings::save);
    connect(m_testButton, &QPushButton::clicked, this, &SourceSettings::test);
    connect(m_discard, &QPushButton::clicked, this, &SourceSettings::discard);
    connect(m_remove, &QPushButton::clicked, this, &SourceSettings::askRemove);
    connect(m_about, &QPushButton::clicked, this, &SourceSettings::aboutWanted);
    connect(m_question, &InPlaceQuestion::confirmed, this, &SourceSettings::remove);
    connect(m_undo, &LookBar::acted, this, &SourceSettings::undo);
    connect(m_rule, &LookBar::acted, this, [this] { m_console.closeBundle(); });
    connect(&m_console, &Console::stateChanged, this, &SourceSettings::showTable);
    if (SelfDesk *desk = m_console.self())
        connect(desk, &SelfDesk::changed, this, &SourceSettings::showTraffic);
    auto *del = new QShortcut(Qt::Key_Delete, m_table);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &SourceSettings::askRemove);
}

void SourceSettings::retranslate()
{
    sayColumns();
    m_trafficModel->setColumns(hostColumns());
    m_head->setTitle(tr("Sources"));
    m_trafficHead->setTitle(tr("What left this machine"));
    m_table->setAccessibleName(tr("Sources"));
    m_traffic->setAccessibleName(tr("What left this machine"));
    m_add->setText(tr("Add source"));
    m_add->setToolTip(QStringLiteral("Ctrl+N"));
    m_save->setText(tr("Save"));
    m_testButton->setText(tr("Test connection"));
    m_testButton->setToolTip(QStringLiteral("Ctrl+T"));
    m_discard->setText(tr("Discard"));
    m_remove->setText(tr("Remove source"));
    m_about->setText(tr("About this console"));
    m_form->retranslate();
    m_test->retranslate();
    show();
}

} // namespace lepto
