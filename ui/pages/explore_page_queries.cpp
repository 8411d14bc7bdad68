#include "core/base/text.h"
#include "core/promql/explain.h"
#include "core/promql/parser.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/label_lane.h"
#include "ui/console.h"
#include "ui/desks/query_desk.h"
#include "ui/models/health_words.h"
#include "ui/models/series_words.h"
#include "ui/pages/explore_page.h"
#include "ui/time_scale.h"
#include "ui/widgets/explain_panel.h"
#include "ui/widgets/history_popup.h"
#include "ui/widgets/label_desk.h"
#include "ui/widgets/query_edit.h"
#include "ui/widgets/query_row.h"
#include "ui/widgets/series_tree.h"

#include <QRegularExpression>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace lepto {

namespace {

constexpr int chartLeft = 64, leastChart = 110, titleLimit = 200;
/// More lines than this are drawn without bands: they would cover each other.
constexpr std::size_t mostBands = 3;

bool plainSelector(const QString &expr)
{
    static const QRegularExpression selector(QStringLiteral("^[a-zA-Z_:][a-zA-Z0-9_:]*\\s*(\\{[^{}\\[\\]]*\\})?$"));
    return selector.match(expr).hasMatch();
}

Result<promql::ExplainNode> explained(const QString &query)
{
    const auto expr = promql::parse(utf8(query));
    return expr ? Result<promql::ExplainNode>(promql::explain(*expr)) : expr.error();
}

} // namespace

ExplorePage::Query *ExplorePage::find(const QObject *part)
{
    const auto found = std::find_if(
        m_queries.begin(), m_queries.end(), [&](const Query &q) { return part && (q.row == part || q.panel == part); });
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
    row->edit()->setNames(m_tree->names());
    if (QueryDesk *desk = m_console.queries())
        row->edit()->setHistory(desk->history());
    m_rows->addWidget(row);
    m_stack->addWidget(panel);
    panel->hide();
    m_desk->serve(panel);
    followRow(row);
    m_queries.push_back({ row, panel, {} });
    arrange();
    return m_queries.back();
}

void ExplorePage::followRow(QueryRow *row)
{
    connect(row, &QueryRow::runAsked, this, [this, row] { runQuery(row); });
    connect(row, &QueryRow::cancelAsked, this, [this, row] { cancelQuery(row); });
    connect(row, &QueryRow::duplicateAsked, this, [this, row] {
        if (int(m_queries.size()) < mostQueries)
            runQuery(addQuery(row->edit()->query()).row);
    });
    connect(row, &QueryRow::removeAsked, this, [this, row] { removeQuery(row); });
    connect(row, &QueryRow::moveAsked, this, [this, row](int by) { moveQuery(row, by); });
    connect(row, &QueryRow::explainAsked, this, [this, row] { explain(row); });
    connect(row, &QueryRow::historyAsked, this, [this, row] { showHistory(row); });
    connect(row, &QueryRow::wellFormed, this, [this, row] { estimate(row); });
    connect(row, &QueryRow::shownChanged, this, [this] { arrange(), showValues(); });
    connect(row->edit(), &QPlainTextEdit::cursorPositionChanged, this, [this, row] { m_current = row; });
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
    if (m_explained == row)
        m_explain->hide();
    m_queries.erase(m_queries.begin() + (query - m_queries.data()));
    arrange();
    refresh();
}

void ExplorePage::moveQuery(QueryRow *row, int by)
{
    const Query *query = find(row);
    const auto from = query ? query - m_queries.data() : 0, to = from + by;
    if (!query || to < 0 || to >= std::ptrdiff_t(m_queries.size()))
        return;
    std::swap(m_queries[std::size_t(from)], m_queries[std::size_t(to)]);
    m_rows->removeWidget(row);
    m_rows->insertWidget(int(to), row);
    m_stack->insertWidget(int(to), m_queries[std::size_t(to)].panel);
    arrange();
    showValues();
    row->edit()->setFocus();
}

void ExplorePage::setQueries(const QStringList &exprs)
{
    showSheet(Charts);
    while (m_queries.size() > 1)
        removeQuery(m_queries.back().row);
    for (int i = 0; i < std::min<int>(mostQueries, std::max<int>(1, int(exprs.size()))); ++i) {
        Query &query = i == 0 ? m_queries.front() : addQuery({});
        query.row->edit()->setQuery(exprs.value(i));
        runQuery(query.row);
    }
}

void ExplorePage::showQuery(const QString &expr, bool newRow)
{
    showSheet(Charts);
    const bool blank = m_queries.size() == 1 && m_queries.front().row->edit()->query().isEmpty();
    const bool reuse = !newRow || blank || m_queries.back().expr.isEmpty() || int(m_queries.size()) >= mostQueries;
    Query &query = reuse ? (!newRow && find(m_current) ? *find(m_current) : m_queries.back()) : addQuery(expr);
    query.row->edit()->setQuery(expr);
    runQuery(query.row);
}

void ExplorePage::addMatcher(const QString &metric, const QString &label, const QString &value)
{
    Query *query = find(m_current) ? find(m_current) : &m_queries.back();
    const QString narrowed = withMatcher(query->row->edit()->query(), metric, label, value);
    if (narrowed.isEmpty())
        return showQuery(selectorQuery(metric, label, value), true);
    query->row->edit()->replaceQuery(narrowed);
    runQuery(query->row);
}

QString ExplorePage::titleOf(const QString &expr) const
{
    const auto known = m_known.find(expr);
    return known == m_known.end()
        ? oneLine(expr.simplified(), titleLimit)
        : oneLine(qstr(known->second.service), 60) + QLatin1Char(' ') + oneLine(known->second.title, 60);
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
    if (!query || !row->checkText())
        return;
    query->expr = row->edit()->query();
    row->setIdle();
    if (query->expr.isEmpty()) {
        m_feed->drop(query->panel);
        query->panel->setContent({});
        return arrange();
    }
    if (QueryDesk *desk = m_console.queries())
        desk->remember(query->expr);
    row->setRunning();
    const auto known = m_known.find(query->expr);
    query->panel->setTitle(titleOf(query->expr), row->letter());
    query->panel->header()->setMark(known == m_known.end() ? MarkCode::None : markOf(known->second.severity));
    ChartSubject subject = subjectOf(query->expr);
    subject.slot = row->slot();
    arrange();
    m_feed->watch(query->panel, std::move(subject));
}

void ExplorePage::cancelQuery(QueryRow *row)
{
    const Query *query = find(row);
    if (!query)
        return;
    m_feed->drop(query->panel);
    row->setCancelled();
    const bool empty = query->panel->chart()->content().lines.empty();
    query->panel->setPanelLook(empty ? PanelLook::Empty : PanelLook::Stale, tr("Cancelled"), tr("Run asks again"));
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

void ExplorePage::estimate(QueryRow *row)
{
    const Query *query = find(row);
    const QString expr = row->edit()->query();
    if (!m_console.queries() || !query || expr == query->expr)
        return;
    m_console.queries()->estimate(expr, m_time.from(), m_time.to(), std::max<TimeMs>(1000, m_time.span() / 400), row,
        [row, expr](Result<promql::Estimate> cost) {
            if (cost && row->edit()->query() == expr)
                row->setEstimate(*cost);
        });
}

void ExplorePage::explain(QueryRow *row)
{
    m_explained = row;
    const QString expr = row->edit()->query(), letter = row->letter();
    m_explain->show();
    QueryDesk *desk = m_console.queries();
    if (!desk)
        return m_explain->show(letter, explained(expr));
    m_explain->setWaiting(letter);
    const TimeMs at = m_time.crosshair() > 0 ? m_time.crosshair() : std::min(m_time.to(), m_time.now());
    desk->explain(expr, at, row, [this, row, letter](Result<promql::ExplainNode> tree) {
        if (m_explained == row)
            m_explain->show(letter, tree);
    });
}

void ExplorePage::showHistory(QueryRow *row)
{
    if (!m_history)
        m_history = new HistoryPopup(window());
    m_history->disconnect(this);
    connect(m_history, &HistoryPopup::chosen, this, [this, row](const QString &query) {
        if (find(row))
            row->edit()->replaceQuery(query), row->edit()->setFocus();
    });
    m_history->open(m_console.queries() ? m_console.queries()->history() : QStringList(), row->edit());
}

void ExplorePage::arrange()
{
    ChartPanel *last = nullptr;
    for (std::size_t i = 0; i < m_queries.size(); ++i) {
        const Query &query = m_queries[i];
        const bool shown = !query.expr.isEmpty() && query.row->shown();
        query.panel->setVisible(shown);
        query.row->setPlace(i == 0, i + 1 == m_queries.size());
        query.panel->chart()->setMargins(chartLeft, false);
        last = shown ? query.panel : last;
    }
    if (last)
        last->chart()->setMargins(chartLeft, true);
    m_stackArea->setVisible(last != nullptr);
    m_lane->setVisible(last != nullptr);
    m_nothing->setVisible(last == nullptr);
}

} // namespace lepto
