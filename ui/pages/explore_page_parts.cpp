#include "ui/charts/label_lane.h"
#include "ui/charts/log_lane.h"
#include "ui/charts/time_strip.h"
#include "ui/console.h"
#include "ui/desks/layout_desk.h"
#include "ui/desks/query_desk.h"
#include "ui/models/health_words.h"
#include "ui/models/query_text.h"
#include "ui/pages/explore_page.h"
#include "ui/widgets/example_list.h"
#include "ui/widgets/explain_panel.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/query_edit.h"
#include "ui/widgets/query_row.h"
#include "ui/widgets/saved_views.h"
#include "ui/widgets/series_tree.h"

#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace lepto {

namespace {

constexpr int chartLeft = 64, chartRight = 10;

} // namespace

QWidget *ExplorePage::makeSide()
{
    auto *side = new QWidget;
    side->setMinimumWidth(190);
    auto *column = flatColumn(side);
    m_tree = new SeriesTree(m_console);
    column->addWidget(m_tree, 1);
    if (LayoutDesk *desk = m_console.layouts()) {
        m_views = new SavedViews(*desk);
        column->addWidget(m_views);
    }
    return side;
}

void ExplorePage::makeSheets()
{
    m_sheets = new QStackedWidget;
    m_sheets->setObjectName(QStringLiteral("exploreSheets"));
    m_sheets->addWidget(makeCharts());
}

QWidget *ExplorePage::makeCharts()
{
    auto *centre = new QWidget;
    auto *column = flatColumn(centre);
    m_strip = new TimeStrip(m_time);
    auto *rows = new QWidget;
    m_rows = flatColumn(rows);
    m_explain = new ExplainPanel;
    m_explain->hide();
    m_lane = new LabelLane(m_time);
    m_lane->setMargins(chartLeft, chartRight);
    m_stack = new QSplitter(Qt::Vertical);
    m_stack->setObjectName(QStringLiteral("chartStack"));
    m_stack->setHandleWidth(1);
    m_stack->setChildrenCollapsible(false);
    m_nothing = new QWidget;
    auto *nothing = flatColumn(m_nothing);
    m_empty = new EmptyNote(QStringLiteral("explore"));
    m_examples = new ExampleList;
    nothing->addWidget(m_empty, 2);
    nothing->addWidget(m_examples, 1);
    words([this] {
        m_empty->say(tr("No query yet"), tr("Type PromQL above, or double-click a metric at the left"),
            tr("Show the service in most trouble"));
    });
    connect(m_empty, &EmptyNote::acted, this, [this] { showService(worstService(m_console.health())); });
    connect(m_examples, &ExampleList::chosen, this, [this](const QString &query) { showQuery(query, false); });
    connect(m_explain, &ExplainPanel::closed, this, [this] {
        m_explain->hide();
        if (find(m_explained))
            m_explained->edit()->setSpotlight({}), m_explained->edit()->setFocus();
    });
    connect(m_explain, &ExplainPanel::partChosen, this, [this](std::size_t at, std::size_t end) {
        if (find(m_explained))
            m_explained->edit()->setSpotlight(spanOf(m_explained->edit()->toPlainText(), at, end));
    });
    for (QWidget *part :
        std::initializer_list<QWidget *> { m_strip, horizontalLine(), rows, m_explain, m_lane, horizontalLine() })
        column->addWidget(part);
    m_stackArea = scrolled(m_stack);
    column->addWidget(m_stackArea, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(new LogLane(m_console, m_time));
    return centre;
}

void ExplorePage::makeKeys()
{
    const auto on = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    if (!m_views)
        return;
    for (int i = 1; i <= 9; ++i)
        on(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + i)), [this, i] { m_views->openNumber(i); });
    on(QKeySequence::Save, [this] { Q_EMIT m_views->proposalAsked(); });
}

void ExplorePage::followTree()
{
    connect(m_tree, &SeriesTree::answered, this, [this] {
        for (const Query &query : m_queries)
            query.row->edit()->setNames(m_tree->names());
        showExamples();
    });
    connect(m_tree, &SeriesTree::chosen, this, &ExplorePage::showQuery);
    connect(m_tree, &SeriesTree::matcherChosen, this, &ExplorePage::addMatcher);
    if (QueryDesk *desk = m_console.queries())
        connect(desk, &QueryDesk::historyChanged, this, [this, desk] {
            for (const Query &query : m_queries)
                query.row->edit()->setHistory(desk->history());
        });
}

void ExplorePage::followViews()
{
    if (!m_views)
        return;
    connect(m_views, &SavedViews::opened, this, &ExplorePage::openLayout);
    connect(m_views, &SavedViews::saveAsked, this, &ExplorePage::saveView);
    connect(
        m_views, &SavedViews::proposalAsked, this, [this] { m_views->askName(titleOf(m_queries.front().row->edit()->query())); });
}

} // namespace lepto
