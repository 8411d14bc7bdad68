#include "ui/pages/health_page.h"

#include "core/base/text.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/console.h"
#include "ui/models/health_words.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/attention_list.h"
#include "ui/widgets/capacity_table.h"
#include "ui/widgets/change_table.h"
#include "ui/widgets/health_legend.h"
#include "ui/widgets/health_map.h"
#include "ui/widgets/label_desk.h"
#include "ui/widgets/label_popup.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/state_chips.h"
#include "ui/widgets/suggestion_list.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr int headHeight = 46, sideWidth = 432, chartLeft = 46;
constexpr std::array chartNames = { "goldenLatency", "goldenTraffic", "goldenErrors", "goldenSaturation" };

const ServiceState *serviceNamed(const HealthSnapshot &health, const QString &service)
{
    const auto found = std::find_if(
        health.services.begin(), health.services.end(), [&](const ServiceState &s) { return qstr(s.service) == service; });
    return found == health.services.end() ? nullptr : &*found;
}

/// "158 – 228 ms": the unit once where both ends share it.
QString rangeText(double lower, double upper, const QString &unit)
{
    const text::Quantity from = text::quantity(lower, unit), to = text::quantity(upper, unit);
    return (from.unit == to.unit ? from.number : from.text()) + QStringLiteral(" – ") + to.text();
}

} // namespace

HealthPage::HealthPage(Console &console, TimeScale &time, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_time(time)
    , m_feed(new ChartFeed(console, time, this))
{
    setObjectName(QStringLiteral("healthPage"));
    m_desk = new LabelDesk(console, time, *m_feed, this);
    auto *left = new QWidget;
    auto *column = flatColumn(left);
    column->addWidget(makeHead());
    column->addWidget(horizontalLine());
    column->addWidget(makeFleet());
    column->addWidget(horizontalLine());
    column->addWidget(makeCharts(), 1);
    column->addWidget(horizontalLine());
    auto *capacityHead = new PaneHead;
    words([=, this] { capacityHead->setTitle(tr("Capacity")), capacityHead->setMeta(tr("limit reached with 80 % interval")); });
    m_capacity = new CapacityTable(console, time);
    column->addWidget(capacityHead);
    column->addWidget(m_capacity);
    connect(m_capacity, &CapacityTable::counted, this,
        [=, this](int rows) { capacityHead->setVisible(rows > 0), m_capacity->setVisible(rows > 0); });
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(makeSide());
    m_splitter->setStretchFactor(0, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_sideMoved = true; });
    flatColumn(this)->addWidget(m_splitter);
    connectConsole();
    m_desk->popup()->raise();
    refresh();
}

QWidget *HealthPage::makeHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    auto *row = flatRow(head);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(16);
    m_headline = new ElidedLabel(Theme::Type::PageTitle);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_chips = new StateChips;
    row->addWidget(m_headline, 1);
    row->addWidget(m_chips);
    connect(m_chips, &StateChips::chosen, this, [this](Severity severity) {
        for (const ServiceState &service : m_console.health().services) {
            const bool silent = severity == Severity::NoData && service.severity == Severity::Stale;
            if (service.severity == severity || silent)
                return m_map->setCurrent(qstr(service.service)), m_map->setFocus();
        }
    });
    return head;
}

QWidget *HealthPage::makeFleet()
{
    m_fleet = new QWidget;
    auto *column = flatColumn(m_fleet);
    m_fleetHead = new PaneHead;
    m_fleetHead->addRight(new MapLegend);
    m_map = new HealthMap;
    column->addWidget(m_fleetHead);
    column->addWidget(m_map);
    words([this] { m_fleetHead->setTitle(tr("Fleet")); });
    connect(m_map, &HealthMap::currentChanged, this, [this](const QString &service) { chooseService(service); });
    connect(m_map, &HealthMap::heightChanged, this, &HealthPage::fitMap);
    connect(m_map, &HealthMap::opened, this,
        [this](const QString &service) { Q_EMIT goTo(QStringLiteral("explore"), QStringLiteral("service:") + service); });
    return m_fleet;
}

QWidget *HealthPage::makeCharts()
{
    auto *row = new QWidget;
    auto *layout = flatRow(row);
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        if (i > 0)
            layout->addWidget(verticalLine());
        m_charts[i] = new ChartPanel(m_time);
        m_charts[i]->chart()->setObjectName(QLatin1String(chartNames[i]));
        m_charts[i]->chart()->setMargins(chartLeft, true);
        m_desk->serve(m_charts[i]);
        layout->addWidget(m_charts[i], 1);
    }
    row->setMinimumHeight(170);
    return row;
}

QWidget *HealthPage::makeSide()
{
    auto *side = new QWidget;
    side->setMinimumWidth(280);
    auto *column = flatColumn(side);
    m_attentionHead = new PaneHead;
    m_actionsHead = new PaneHead;
    m_changesHead = new PaneHead;
    m_attention = new AttentionList;
    m_quiet = new EmptyNote(QStringLiteral("check"));
    m_suggestions = new SuggestionList;
    m_changes = new ChangeTable(m_console, m_time);
    auto *stack = new QStackedWidget;
    stack->addWidget(m_attention);
    stack->addWidget(m_quiet);
    column->addWidget(m_attentionHead);
    column->addWidget(stack, 1);
    for (QWidget *widget : std::initializer_list<QWidget *> {
             horizontalLine(), m_actionsHead, m_suggestions, horizontalLine(), m_changesHead, m_changes })
        column->addWidget(widget);
    words([this] {
        m_attentionHead->setTitle(tr("Needs attention"));
        m_actionsHead->setTitle(tr("Suggested actions"));
        m_changesHead->setTitle(tr("Recent changes"));
    });
    connect(m_changes, &ChangeTable::counted, this,
        [this](int rows) { m_changesHead->setMeta(rows > 0 ? QString() : tr("none recorded")); });
    connect(m_suggestions, &SuggestionList::reviewAsked, this,
        [this](const QString &plan) { Q_EMIT goTo(QStringLiteral("actions"), plan); });
    connect(m_attention, &AttentionList::verdictGiven, this,
        [this](qint64 incident, Verdict verdict) { m_console.setVerdict(incident, verdict); });
    connect(m_attention, &AttentionList::acknowledged, this, [this](qint64 incident) { m_console.acknowledge(incident); });
    connect(m_attention, &AttentionList::opened, this, &HealthPage::openItem);
    connect(m_attention, &AttentionList::serviceChosen, this, [this](const QString &service) {
        if (m_attention->hasFocus())
            m_map->setCurrent(service);
    });
    return side;
}

void HealthPage::connectConsole()
{
    connect(&m_console, &Console::healthChanged, this, [this] { showHealth(), showAttention(); });
    connect(&m_console, &Console::incidentsChanged, this, &HealthPage::showAttention);
    connect(&m_console, &Console::runsChanged, this, [this] { m_suggestions->setRuns(m_console.runs()), m_changes->ask(); });
    connect(&m_console, &Console::stateChanged, this, [this] {
        m_actionsHead->setMeta(m_console.state().writeArmedUntil > m_time.now() ? QString() : tr("read-only: review, not run"));
    });
    connect(&m_time, &TimeScale::utcChanged, this, [this] { refresh(); });
    connect(m_feed, &ChartFeed::applied, this, &HealthPage::showCharts); // the expected band is known now
}

std::vector<Page::Key> HealthPage::pageKeys() const
{
    return { { tr("Arrows"), tr("move in the fleet") }, { tr("Enter"), tr("open the service in Explore") },
        { QStringLiteral("J K"), tr("next, previous item") }, { QStringLiteral("A"), tr("acknowledge") },
        { QStringLiteral("T F E W M"), tr("verdict: true, false, expected, wrong scope, missed") },
        { QStringLiteral("O"), tr("open the incident") }, { QStringLiteral("L"), tr("label the selected stretch of a chart") } };
}

void HealthPage::open(const QString &service)
{
    if (serviceNamed(m_console.health(), service))
        m_map->setCurrent(service);
}

void HealthPage::refresh()
{
    showHealth();
    showAttention();
    m_suggestions->setRuns(m_console.runs());
    m_changes->ask();
    m_actionsHead->setMeta(m_console.state().writeArmedUntil > m_time.now() ? QString() : tr("read-only: review, not run"));
}

void HealthPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const int side = std::clamp(width() * 28 / 100, 300, sideWidth);
    if (!m_sideMoved)
        m_splitter->setSizes({ width() - side, side });
    fitMap();
}

void HealthPage::fitMap()
{
    m_map->setFixedHeight(std::clamp(m_map->wantedHeight(), 60, std::max(60, height() * 2 / 5)));
}

void HealthPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_changes->ask();
}

void HealthPage::showHealth()
{
    const HealthSnapshot &health = m_console.health();
    const HealthCounts counts = countHealth(health);
    m_headline->setText(headline(health, m_time.utc()));
    m_chips->setCounts(counts);
    m_chips->setVisible(!health.services.empty());
    m_fleetHead->setMeta(tr("%n services", nullptr, int(health.services.size())) + QStringLiteral(", ")
        + tr("%n instances", nullptr, counts.instances));
    m_map->setHealth(health);
    fitMap();
    m_capacity->setHealth(health);
    if (!m_chosen || !serviceNamed(health, m_service)) {
        const QSignalBlocker quiet(m_map);
        m_service = worstService(health);
        m_map->setCurrent(m_service);
    }
    showCharts();
}

void HealthPage::showAttention()
{
    std::vector<AttentionItem> items = attentionItems(m_console.health(), m_console.incidents(), m_time.now(), m_time.utc());
    m_attentionHead->setMeta(items.empty() ? QString() : tr("%n, worst first", nullptr, int(items.size())));
    auto *stack = qobject_cast<QStackedWidget *>(m_attention->parentWidget());
    stack->setCurrentWidget(items.empty() ? static_cast<QWidget *>(m_quiet) : m_attention);
    m_quiet->say(m_console.health().services.empty() ? tr("Nothing is watched yet") : tr("Nothing needs you"));
    m_attention->setItems(std::move(items));
}

void HealthPage::chooseService(const QString &service)
{
    m_chosen = true;
    m_service = service;
    showCharts();
}

void HealthPage::showCharts()
{
    const ServiceState *service = serviceNamed(m_console.health(), m_service);
    const auto golden = service ? goldenSignals(*service) : std::array<const SignalState *, 4> {};
    for (std::size_t i = 0; i < golden.size(); ++i)
        showChart(i, service ? *service : ServiceState {}, golden[i]);
}

void HealthPage::showChart(std::size_t place, const ServiceState &service, const SignalState *signal)
{
    ChartPanel *panel = m_charts[place];
    if (!signal) {
        static const char *const kinds[]
            = { QT_TR_NOOP("Latency"), QT_TR_NOOP("Traffic"), QT_TR_NOOP("Errors"), QT_TR_NOOP("Saturation") };
        m_feed->drop(panel);
        m_shown[place] = {};
        panel->setTitle(tr(kinds[place]), oneLine(qstr(service.service), 60));
        panel->header()->setMark(MarkCode::None);
        panel->setLiveValue({}, {}, {});
        panel->setContent({});
        panel->setPanelLook(PanelLook::Empty, service.service.empty() ? tr("No signal yet") : tr("No such signal"),
            service.service.empty() ? QString() : tr("No rule measures it for this service"));
        return;
    }
    panel->setTitle(oneLine(signal->title, 60), oneLine(qstr(service.service), 60));
    panel->header()->setMark(markOf(signal->severity));
    showLive(place, *signal);
    if (m_shown[place] == signal->series)
        return;
    m_shown[place] = signal->series;
    ChartSubject subject { signal->unit, { signal->series }, {}, {}, true, true };
    if (signal->warning)
        subject.limits.push_back({ *signal->warning, tr("warning") });
    if (signal->critical)
        subject.limits.push_back({ *signal->critical, tr("critical") });
    panel->setContent({});
    m_feed->watch(panel, subject);
}

void HealthPage::showLive(std::size_t place, const SignalState &signal)
{
    const text::Quantity value = text::quantity(signal.value, signal.unit);
    QString note;
    const ChartContent &content = m_charts[place]->chart()->content();
    if (!content.lines.empty() && !content.lines.front().expected.empty() && content.lines.front().labels == signal.series) {
        const BandPoint &band = content.lines.front().expected.back();
        if (std::isfinite(band.lower) && std::isfinite(band.upper))
            note = tr("expected %1").arg(rangeText(band.lower, band.upper, signal.unit));
    } else if (!std::isfinite(signal.value)) {
        note = signal.at > 0 ? tr("last value at %1").arg(text::when(signal.at, m_time.now(), m_time.utc())) : tr("no value yet");
    }
    m_charts[place]->setSampleTime(signal.at);
    m_charts[place]->setLiveValue(value.number, value.unit, note);
}

void HealthPage::openItem(const AttentionItem &item)
{
    if (item.incident != 0)
        Q_EMIT goTo(QStringLiteral("incidents"), QString::number(item.incident));
    else
        Q_EMIT goTo(QStringLiteral("explore"), QStringLiteral("service:") + item.service);
}

} // namespace lepto
