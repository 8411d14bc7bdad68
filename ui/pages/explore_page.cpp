#include "ui/pages/explore_page.h"

#include "core/base/text.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/label_lane.h"
#include "ui/charts/time_strip.h"
#include "ui/console.h"
#include "ui/desks/layout_desk.h"
#include "ui/desks/query_desk.h"
#include "ui/models/health_words.h"
#include "ui/models/query_text.h"
#include "ui/time_scale.h"
#include "ui/widgets/dashboard_view.h"
#include "ui/widgets/example_list.h"
#include "ui/widgets/explain_panel.h"
#include "ui/widgets/explore_inspector.h"
#include "ui/widgets/import_panel.h"
#include "ui/widgets/label_desk.h"
#include "ui/widgets/label_popup.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/query_edit.h"
#include "ui/widgets/query_row.h"
#include "ui/widgets/saved_views.h"
#include "ui/widgets/series_tree.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

#include <set>

namespace lepto {

namespace {

constexpr int firstCharts = 3, narrowWidth = 1150, sideLeast = 200;

} // namespace

ExplorePage::ExplorePage(Console &console, TimeScale &time, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_time(time)
    , m_feed(new ChartFeed(console, time, this))
    , m_inspector(new ExploreInspector(console, time))
{
    setObjectName(QStringLiteral("explorePage"));
    m_desk = new LabelDesk(console, time, *m_feed, this);
    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(makeSide());
    makeSheets();
    m_columns->addWidget(m_sheets);
    m_inspector->setMinimumWidth(sideLeast);
    m_columns->addWidget(m_inspector);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({ 236, 880, 384 });
    setFocusProxy(m_tree->view());
    flatColumn(this)->addWidget(m_columns);
    m_desk->popup()->raise();
    connect(m_feed, &ChartFeed::applied, this, [this] { showValues(), showLabels(), askWeek(); });
    connect(m_feed, &ChartFeed::answered, this, &ExplorePage::receive);
    connect(m_desk, &LabelDesk::labelled, this, &ExplorePage::showLabels);
    connect(&console, &Console::incidentsChanged, this, &ExplorePage::showLabels);
    connect(m_lane, &LabelLane::removeAsked, this, [this](qint64 id) { m_console.removeLabel(id), m_feed->removeLabel(id); });
    followTree();
    followViews();
    makeKeys();
    addQuery({});
    arrange();
}

std::vector<Page::Key> ExplorePage::pageKeys() const
{
    return { { tr("Drag"), tr("zoom; Shift-drag pans, Ctrl-drag labels") },
        { tr("Wheel"), tr("zoom at the pointer; Shift-wheel pans") },
        { tr("Arrows"), tr("crosshair by one point, with Shift by ten") }, { QStringLiteral("L"), tr("label the selection") },
        { QStringLiteral("1 - 5"), tr("class, while the label pop-up is open") },
        { QStringLiteral("Ctrl+Z"), tr("take the last label back") }, { QStringLiteral("Enter"), tr("run the query") },
        { QStringLiteral("Ctrl+Space"), tr("complete") }, { QStringLiteral("Ctrl+D"), tr("duplicate the query") },
        { QStringLiteral("Alt+Up, Alt+Down"), tr("move the query") },
        { QStringLiteral("Ctrl+Up, Ctrl+R"), tr("earlier queries") }, { QStringLiteral("Ctrl+I"), tr("explain the query") },
        { QStringLiteral("Ctrl+Shift+F"), tr("lay the query out") },
        { QStringLiteral("Ctrl+S"), tr("save these queries as a view") },
        { QStringLiteral("Ctrl+1 - 9"), tr("open a saved view") }, { QStringLiteral("/"), tr("filter metrics") } };
}

QWidget *ExplorePage::filter() const
{
    return m_tree->filter();
}

void ExplorePage::refresh()
{
    showValues();
    showLabels();
    showExamples();
}

void ExplorePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    const bool untouched
        = m_queries.size() == 1 && m_queries.front().expr.isEmpty() && m_queries.front().row->edit()->query().isEmpty();
    if (untouched && m_sheets->currentIndex() == Charts && !m_console.health().services.empty())
        showService(worstService(m_console.health()));
}

/// A small window belongs to the charts: the columns beside them give way first.
void ExplorePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < narrowWidth;
    if (std::exchange(m_narrow, narrow) != narrow)
        m_columns->setSizes(
            narrow ? QList<int> { sideLeast, width() - 2 * sideLeast, sideLeast } : QList<int> { 236, width() - 620, 384 });
}

void ExplorePage::open(const QString &object)
{
    if (object.startsWith(QLatin1String("import:")))
        return importFile(object.mid(7));
    if (object.startsWith(QLatin1String("layout:")) && m_console.layouts()) {
        m_console.layouts()->find(object.mid(7).toLongLong(), this, [this](Result<ExploreLayout> layout) {
            if (layout)
                openLayout(*layout);
        });
        return;
    }
    if (object.startsWith(QLatin1String("service:")))
        return showService(object.mid(8));
    if (!object.isEmpty())
        showQuery(object, true);
}

void ExplorePage::showSheet(Sheet sheet)
{
    if (sheet == Dashboard && !m_dashboard) {
        m_dashboard = new DashboardView(m_console, m_time);
        m_sheets->insertWidget(Dashboard, m_dashboard);
        connect(m_dashboard, &DashboardView::left, this, [this] { showSheet(Charts); });
    }
    QWidget *shown = sheet == Dashboard ? static_cast<QWidget *>(m_dashboard)
        : sheet == Import               ? m_import
                                        : m_sheets->widget(Charts);
    m_sheets->setCurrentWidget(shown);
    m_inspector->setVisible(sheet == Charts);
    if (sheet == Dashboard)
        shown->setFocus();
}

void ExplorePage::openLayout(const ExploreLayout &layout)
{
    m_time.setLast(layout.rangeMs, m_time.ahead());
    if (!SavedViews::isView(layout.origin)) {
        showSheet(Dashboard);
        return m_dashboard->show(layout);
    }
    QStringList exprs;
    for (const LayoutRow &row : layout.rows) {
        for (const LayoutPanel &panel : row.panels) {
            for (const LayoutQuery &query : panel.queries)
                exprs.append(query.expr);
        }
    }
    setQueries(exprs);
}

void ExplorePage::saveView(const QString &name)
{
    ExploreLayout view;
    view.title = name;
    view.rangeMs = std::max<TimeMs>(60'000, std::min(m_time.to(), m_time.now()) - m_time.from());
    view.rows.push_back({});
    for (const Query &query : m_queries) {
        const QString expr = query.row->edit()->query();
        if (expr.isEmpty())
            continue;
        LayoutPanel panel;
        panel.title = titleOf(expr);
        panel.queries.push_back({ expr, {}, false });
        view.rows.front().panels.push_back(std::move(panel));
    }
    m_views->save(std::move(view));
}

void ExplorePage::importFile(const QString &path)
{
    if (m_views && QFileInfo(path).suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0)
        return m_views->importFile(path);
    if (!m_console.imports())
        return;
    if (!m_import) {
        m_import = new ImportPanel(*m_console.imports());
        m_sheets->addWidget(m_import);
        connect(m_import, &ImportPanel::closed, this, [this] { showSheet(Charts); });
        connect(m_console.imports(), &ImportDesk::finished, this, [this] {
            if (QueryDesk *desk = m_console.queries())
                desk->askNames();
        });
    }
    showSheet(Import);
    m_import->open(path);
}

void ExplorePage::showService(const QString &service)
{
    for (const ServiceState &state : m_console.health().services) {
        if (qstr(state.service) != service || state.signals_.empty())
            continue;
        QStringList exprs;
        for (const SignalState *signal : goldenSignals(state)) {
            if (!signal || exprs.size() == firstCharts)
                continue;
            exprs.append(qstr(signal->series.text()));
            m_known.insert_or_assign(exprs.back(), *signal);
        }
        return setQueries(exprs);
    }
}

void ExplorePage::showValues()
{
    std::vector<ValueTable::Source> sources;
    for (const Query &query : m_queries) {
        if (query.panel->isVisibleTo(m_stack))
            sources.push_back({ query.row->letter(), &query.panel->chart()->content(), query.panel->chart()->columnWidth(),
                m_time.from(), m_time.to() });
    }
    m_inspector->setSources(std::move(sources));
}

void ExplorePage::showLabels()
{
    std::vector<LabelRegion> labels;
    std::set<qint64> seen;
    for (const Query &query : m_queries) {
        for (const LabelRegion &label : query.panel->chart()->content().labels) {
            if (query.panel->isVisibleTo(m_stack) && seen.insert(label.id).second)
                labels.push_back(label);
        }
    }
    m_strip->setMarks(labels, m_console.incidents());
    m_lane->setLabels(std::move(labels));
}

void ExplorePage::showExamples()
{
    m_examples->show(tr("Or begin with one of these"), exampleQueries(*m_tree->names()));
}

/// The strip shows the series behind the first query: stored samples cost the same for a week as for an hour.
void ExplorePage::askWeek()
{
    const auto first
        = std::find_if(m_queries.begin(), m_queries.end(), [](const Query &q) { return !q.expr.isEmpty() && q.row->shown(); });
    const QString selector = first == m_queries.end() ? QString() : firstSelector(first->expr);
    const QString week = selector + QLatin1Char('@') + QString::number(m_strip->to());
    if (selector.isEmpty() || week == m_week)
        return;
    m_week = week;
    m_console.findSeries(selector, 1, this, [this, week](Result<std::vector<SeriesInfo>> found) {
        if (!found || found->empty() || week != m_week)
            return;
        ChartRequest request;
        request.labels = found->front().labels;
        request.from = m_strip->from();
        request.to = m_strip->to();
        request.columns = std::max(100, m_strip->width());
        m_console.chart(request, this, [this, week, name = qstr(request.labels.text())](Result<ChartAnswer> answer) {
            if (answer && week == m_week)
                m_strip->setLine(std::move(answer->data), name);
        });
    });
}

} // namespace lepto
