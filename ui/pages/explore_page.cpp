#include "ui/pages/explore_page.h"

#include "core/base/text.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/label_lane.h"
#include "ui/charts/log_lane.h"
#include "ui/console.h"
#include "ui/models/health_words.h"
#include "ui/models/series_model.h"
#include "ui/models/series_words.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/label_desk.h"
#include "ui/widgets/label_popup.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/query_edit.h"
#include "ui/widgets/query_row.h"
#include "ui/widgets/series_tree.h"
#include "ui/widgets/value_table.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace lepto {

namespace {

constexpr int chartLeft = 64, chartRight = 10, leastChart = 110, firstCharts = 3;
/// More lines than this are drawn without bands: they would cover each other.
constexpr std::size_t mostBands = 3;

bool plainSelector(const QString &expr)
{
    static const QRegularExpression selector(QStringLiteral("^[a-zA-Z_:][a-zA-Z0-9_:]*\\s*(\\{[^{}\\[\\]]*\\})?$"));
    return selector.match(expr).hasMatch();
}

} // namespace

ExplorePage::ExplorePage(Console &console, TimeScale &time, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_time(time)
    , m_feed(new ChartFeed(console, time, this))
    , m_soon(new QTimer(this))
{
    setObjectName(QStringLiteral("explorePage"));
    m_desk = new LabelDesk(console, time, *m_feed, this);
    m_tree = new SeriesTree(console);
    m_tree->setMinimumWidth(180);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(makeCentre());
    splitter->addWidget(makeInspector());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ 228, 884, 420 });
    setFocusProxy(m_tree->view());
    flatColumn(this)->addWidget(splitter);
    m_desk->popup()->raise();
    m_soon->setSingleShot(true);
    m_soon->setInterval(40);
    connect(m_soon, &QTimer::timeout, this, &ExplorePage::showValues);
    connect(&time, &TimeScale::crosshairMoved, this, [this] {
        if (!m_soon->isActive())
            m_soon->start();
    });
    connect(m_feed, &ChartFeed::applied, this, [this] { showValues(), showLabels(), showFacts(); });
    connect(m_feed, &ChartFeed::answered, this, &ExplorePage::receive);
    connect(m_desk, &LabelDesk::labelled, this, [this] { showLabels(); });
    connect(m_tree, &SeriesTree::answered, this, [this] {
        for (const Query &query : m_queries)
            query.row->edit()->setNames(m_tree->model()->metricNames());
    });
    connect(m_tree, &SeriesTree::chosen, this, [this](const QString &expr, bool newRow) {
        const bool reuse = !newRow || (m_queries.size() == 1 && m_queries.front().row->edit()->query().isEmpty())
            || int(m_queries.size()) >= mostQueries;
        Query &query = reuse ? m_queries.back() : addQuery(expr);
        query.row->edit()->setQuery(expr);
        runQuery(query.row);
    });
    connect(m_lane, &LabelLane::removeAsked, this, [this](qint64 id) { m_console.removeLabel(id), m_feed->removeLabel(id); });
    addQuery({});
    arrange();
}

QWidget *ExplorePage::makeCentre()
{
    auto *centre = new QWidget;
    auto *column = flatColumn(centre);
    auto *rows = new QWidget;
    m_rows = flatColumn(rows);
    m_lane = new LabelLane(m_time);
    m_lane->setMargins(chartLeft, chartRight);
    m_stack = new QSplitter(Qt::Vertical);
    m_stack->setObjectName(QStringLiteral("chartStack"));
    m_stack->setHandleWidth(1);
    m_stack->setChildrenCollapsible(false);
    m_empty = new EmptyNote(QStringLiteral("explore"));
    words([this] {
        m_empty->say(tr("No query yet"), tr("Type PromQL above, or double-click a metric at the left"),
            tr("Show the service in most trouble"));
    });
    connect(m_empty, &EmptyNote::acted, this, [this] { showService(worstService(m_console.health())); });
    column->addWidget(rows);
    column->addWidget(m_lane);
    column->addWidget(horizontalLine());
    column->addWidget(m_stack, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(new LogLane(m_console, m_time));
    return centre;
}

QWidget *ExplorePage::makeInspector()
{
    auto *side = new QWidget;
    side->setMinimumWidth(300);
    auto *column = flatColumn(side);
    m_valuesHead = new PaneHead;
    m_values = new ValueTable;
    m_factsHead = new PaneHead;
    m_facts = new KeyValues;
    words([this] { m_factsHead->setTitle(tr("Data in view")); });
    column->addWidget(m_valuesHead);
    column->addWidget(m_values, 1);
    column->addWidget(horizontalLine());
    column->addWidget(m_factsHead);
    column->addWidget(m_facts);
    return side;
}

std::vector<Page::Key> ExplorePage::pageKeys() const
{
    return { { tr("Drag"), tr("zoom; Shift-drag pans, Ctrl-drag labels") },
        { tr("Wheel"), tr("zoom at the pointer; Shift-wheel pans") },
        { tr("Arrows"), tr("crosshair by one point, with Shift by ten") }, { QStringLiteral("L"), tr("label the selection") },
        { QStringLiteral("1 - 5"), tr("class, while the label pop-up is open") },
        { QStringLiteral("Ctrl+Z"), tr("take the last label back") }, { QStringLiteral("Enter"), tr("run the query") },
        { QStringLiteral("Ctrl+Space"), tr("complete") }, { QStringLiteral("Ctrl+D"), tr("duplicate the query") },
        { QStringLiteral("Ctrl+Shift+T"), tr("chart as table") } };
}

QWidget *ExplorePage::filter() const
{
    return m_tree->filter();
}

void ExplorePage::refresh()
{
    showValues();
    showLabels();
    showFacts();
}

void ExplorePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    const bool untouched
        = m_queries.size() == 1 && m_queries.front().expr.isEmpty() && m_queries.front().row->edit()->query().isEmpty();
    if (untouched && !m_console.health().services.empty())
        showService(worstService(m_console.health()));
}

void ExplorePage::open(const QString &object)
{
    if (object.startsWith(QLatin1String("service:")))
        return showService(object.mid(8));
    if (object.isEmpty())
        return;
    Query &query = m_queries.back().expr.isEmpty() || int(m_queries.size()) >= mostQueries ? m_queries.back() : addQuery(object);
    query.row->edit()->setQuery(object);
    runQuery(query.row);
}

void ExplorePage::showService(const QString &service)
{
    for (const ServiceState &state : m_console.health().services) {
        if (qstr(state.service) != service || state.signals_.empty())
            continue;
        while (m_queries.size() > 1)
            removeQuery(m_queries.back().row);
        int place = 0;
        for (const SignalState *signal : goldenSignals(state)) {
            if (!signal || place == firstCharts)
                continue;
            const QString expr = qstr(signal->series.text());
            m_known.insert_or_assign(expr, *signal);
            Query &query = place == 0 ? m_queries.front() : addQuery(expr);
            query.row->edit()->setQuery(expr);
            runQuery(query.row);
            ++place;
        }
        return;
    }
}

ExplorePage::Query *ExplorePage::find(const QObject *part)
{
    const auto found
        = std::find_if(m_queries.begin(), m_queries.end(), [&](const Query &q) { return q.row == part || q.panel == part; });
    return found == m_queries.end() ? nullptr : &*found;
}

ExplorePage::Query &ExplorePage::addQuery(const QString &expr)
{
    std::set<int> used;
    for (const Query &query : m_queries)
        used.insert(query.row->slot());
    int slot = 0;
    while (used.contains(slot))
        ++slot;
    auto *row = new QueryRow(slot);
    auto *panel = new ChartPanel(m_time);
    panel->setMinimumHeight(leastChart);
    panel->chart()->setObjectName(QStringLiteral("chart") + row->letter());
    row->edit()->setQuery(expr);
    row->edit()->setNames(m_tree->model()->metricNames());
    m_rows->addWidget(row);
    m_stack->addWidget(panel);
    panel->hide();
    m_desk->serve(panel);
    connect(row, &QueryRow::runAsked, this, [this, row] { runQuery(row); });
    connect(row, &QueryRow::duplicateAsked, this, [this, row] {
        if (int(m_queries.size()) < mostQueries)
            runQuery(addQuery(row->edit()->query()).row);
    });
    connect(row, &QueryRow::removeAsked, this, [this, row] { removeQuery(row); });
    connect(row, &QueryRow::shownChanged, this, [this] { arrange(), showValues(); });
    m_queries.push_back({ row, panel, {} });
    arrange();
    return m_queries.back();
}

void ExplorePage::removeQuery(QueryRow *row)
{
    Query *query = find(row);
    if (!query || m_queries.size() == 1)
        return;
    m_feed->drop(query->panel);
    query->panel->hide();
    query->panel->deleteLater();
    query->row->hide();
    query->row->deleteLater();
    m_queries.erase(m_queries.begin() + (query - m_queries.data()));
    arrange();
    refresh();
}

ChartSubject ExplorePage::subjectOf(const QString &expr) const
{
    ChartSubject subject;
    const auto known = m_known.find(expr);
    if (known == m_known.end()) {
        subject.expr = expr;
        return subject;
    }
    subject.unit = known->second.unit;
    subject.series = { known->second.series };
    if (known->second.warning)
        subject.limits.push_back({ *known->second.warning, tr("warning") });
    if (known->second.critical)
        subject.limits.push_back({ *known->second.critical, tr("critical") });
    return subject;
}

void ExplorePage::runQuery(QueryRow *row)
{
    Query *query = find(row);
    if (!query)
        return;
    query->expr = row->edit()->query();
    row->setAnswer({}, 0, 0);
    if (query->expr.isEmpty()) {
        m_feed->drop(query->panel);
        query->panel->setContent({});
        return arrange();
    }
    row->setRunning();
    const auto known = m_known.find(query->expr);
    const QString title = known == m_known.end()
        ? oneLine(query->expr, 200)
        : oneLine(qstr(known->second.service), 60) + QLatin1Char(' ') + oneLine(known->second.title, 60);
    query->panel->setTitle(title, row->letter());
    query->panel->header()->setMark(known == m_known.end() ? MarkCode::None : markOf(known->second.severity));
    ChartSubject subject = subjectOf(query->expr);
    subject.slot = row->slot();
    arrange();
    m_feed->watch(query->panel, std::move(subject));
}

void ExplorePage::receive(ChartPanel *panel, const QString &error, qint64 tookMs, int series)
{
    Query *query = find(panel);
    if (!query)
        return;
    query->row->setAnswer(error, tookMs, series);
    const ChartSubject *subject = m_feed->subject(panel);
    if (!error.isEmpty() || !subject || !subject->series.empty() || !subject->expected || !plainSelector(query->expr))
        return;
    // Stored series, not a computation: ask for them by name, which brings bands, anomalies and labels with them.
    const std::vector<Labels> found = m_feed->seriesOf(panel);
    if (found.empty() || found.size() > mostBands)
        return;
    ChartSubject named = *subject;
    named.series = found;
    named.unit = named.unit.isEmpty() ? seriesUnit(found.front()) : named.unit;
    m_feed->refine(panel, std::move(named));
}

void ExplorePage::arrange()
{
    ChartPanel *last = nullptr;
    for (const Query &query : m_queries) {
        const bool shown = !query.expr.isEmpty() && query.row->shown();
        query.panel->setVisible(shown);
        query.row->setRemovable(m_queries.size() > 1);
        query.panel->chart()->setMargins(chartLeft, false);
        last = shown ? query.panel : last;
    }
    if (last)
        last->chart()->setMargins(chartLeft, true);
    m_stack->setVisible(last != nullptr);
    m_lane->setVisible(last != nullptr);
    m_empty->setVisible(last == nullptr);
}

void ExplorePage::showValues()
{
    const TimeMs at = m_time.crosshair();
    m_valuesHead->setTitle(at > 0 ? tr("At %1").arg(text::time(at, m_time.utc())) : tr("Newest values"));
    m_valuesHead->setMeta(m_time.utc() ? tr("UTC") : tr("local time"));
    std::vector<ValueTable::Source> sources;
    for (const Query &query : m_queries) {
        if (query.panel->isVisibleTo(this))
            sources.push_back({ query.row->letter(), &query.panel->chart()->content(), query.panel->chart()->columnWidth(),
                m_time.from(), m_time.to() });
    }
    m_values->show(sources, at);
}

void ExplorePage::showLabels()
{
    std::vector<LabelRegion> labels;
    std::set<qint64> seen;
    for (const Query &query : m_queries) {
        for (const LabelRegion &label : query.panel->chart()->content().labels) {
            if (query.panel->isVisibleTo(this) && seen.insert(label.id).second)
                labels.push_back(label);
        }
    }
    m_lane->setLabels(std::move(labels));
}

void ExplorePage::showFacts()
{
    std::int64_t samples = 0, reduced = 1;
    int series = 0;
    std::size_t anomalies = 0, gaps = 0;
    for (const Query &query : m_queries) {
        const ChartContent &content = query.panel->chart()->content();
        anomalies += content.anomalies.size();
        for (const ChartLine &line : content.lines) {
            samples += line.data.samples;
            reduced = std::max(reduced, line.data.reduced);
            gaps += lineSegments(line.data, m_time.from(), query.panel->chart()->columnWidth()).gaps.size();
            ++series;
        }
    }
    m_facts->setRows({ { tr("Series"), text::count(series), true }, { tr("Samples"), text::count(samples), true },
        { tr("Drawn"), reduced > 1 ? tr("min/max 1:%1").arg(reduced) : tr("every sample"), true },
        { tr("Gaps"), text::count(qint64(gaps)), true }, { tr("Anomalies"), text::count(qint64(anomalies)), true } });
}

} // namespace lepto
