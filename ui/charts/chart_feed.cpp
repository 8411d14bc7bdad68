#include "ui/charts/chart_feed.h"

#include "core/base/text.h"
#include "ui/charts/change_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/greatest_series.h"
#include "ui/console.h"
#include "ui/models/series_words.h"
#include "ui/text.h"
#include "ui/time_scale.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace lepto {

namespace {

constexpr int applyAfterMs = 120, tickMs = 500;
constexpr std::size_t mostLines = 8; ///< of named series, each with its bands
constexpr std::size_t mostFound = 50; ///< of those that an expression finds

qint64 monotonicMs()
{
    static const QElapsedTimer clock = [] {
        QElapsedTimer t;
        t.start();
        return t;
    }();
    return clock.elapsed();
}

template <typename T>
void appendUnique(std::vector<T> &into, const std::vector<T> &from, auto same)
{
    for (const T &item : from) {
        if (std::none_of(into.begin(), into.end(), [&](const T &has) { return same(has, item); }))
            into.push_back(item);
    }
}

} // namespace

ChartFeed::ChartFeed(Console &console, TimeScale &time, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_time(time)
    , m_apply(new QTimer(this))
    , m_tick(new QTimer(this))
    , m_changes(new ChangeFeed(console, time, this))
{
    m_apply->setSingleShot(true);
    m_apply->setInterval(applyAfterMs);
    m_tick->setInterval(tickMs);
    m_tick->start();
    connect(m_apply, &QTimer::timeout, this, &ChartFeed::apply);
    connect(m_tick, &QTimer::timeout, this, &ChartFeed::tick);
    connect(&console, &Console::samplesArrived, this, [this] {
        for (auto &[key, entry] : m_entries)
            entry.again = entry.again || m_time.live();
    });
    connect(&time, &TimeScale::rangeChanged, this, [this] {
        // A live range moves with every second; what it uncovers comes with the next samples.
        if (!m_time.live()) {
            for (auto &[key, entry] : m_entries)
                wait(entry);
            askSoon();
        }
        for (auto &[key, entry] : m_entries)
            entry.again = entry.again || m_time.live();
    });
    connect(&time, &TimeScale::liveChanged, this, &ChartFeed::askSoon);
    connect(m_changes, &ChangeFeed::arrived, this, [this] {
        for (auto &[key, entry] : m_entries)
            showChanges(entry);
    });
}

void ChartFeed::watch(ChartPanel *panel, ChartSubject subject)
{
    drop(panel);
    const quint64 key = m_nextKey++;
    Entry &entry = m_entries[key];
    entry.panel = panel;
    entry.subject = std::move(subject);
    panel->installEventFilter(this);
    connect(panel, &QObject::destroyed, this, [this, key] { m_entries.erase(key); });
    connect(panel, &ChartPanel::retryAsked, this, [this, key] {
        if (const auto found = m_entries.find(key); found != m_entries.end())
            ask(found->second);
    });
    connect(panel, &ChartPanel::viewChanged, this, [this, key] {
        const auto found = m_entries.find(key);
        if (found != m_entries.end() && found->second.shift != found->second.panel->view().shift())
            ask(found->second);
    });
    ask(entry);
}

void ChartFeed::cancel(Entry &entry)
{
    if (entry.question)
        entry.question->deleteLater();
    entry.question = nullptr;
}

void ChartFeed::drop(ChartPanel *panel)
{
    if (Entry *entry = entryOf(panel))
        cancel(*entry);
    std::erase_if(m_entries, [&](const auto &pair) { return pair.second.panel == panel || pair.second.panel.isNull(); });
    disconnect(panel, nullptr, this, nullptr);
}

const ChartFeed::Entry *ChartFeed::entryOf(const ChartPanel *panel) const
{
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [panel](const auto &pair) { return pair.second.panel == panel; });
    return found == m_entries.end() ? nullptr : &found->second;
}

ChartFeed::Entry *ChartFeed::entryOf(const ChartPanel *panel)
{
    return const_cast<Entry *>(std::as_const(*this).entryOf(panel));
}

const ChartSubject *ChartFeed::subject(const ChartPanel *panel) const
{
    const Entry *entry = entryOf(panel);
    return entry ? &entry->subject : nullptr;
}

std::vector<Labels> ChartFeed::seriesOf(const ChartPanel *panel) const
{
    std::vector<Labels> series;
    if (const Entry *entry = entryOf(panel)) {
        for (const ChartLine &line : entry->building.lines) {
            if (line.shift == 0)
                series.push_back(line.labels);
        }
    }
    return series;
}

void ChartFeed::refine(ChartPanel *panel, ChartSubject subject)
{
    if (Entry *entry = entryOf(panel)) {
        entry->subject = std::move(subject);
        ask(*entry);
    }
}

void ChartFeed::askAll()
{
    for (auto &[key, entry] : m_entries)
        ask(entry);
}

void ChartFeed::askSoon()
{
    if (std::exchange(m_asksSoon, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { m_asksSoon = false, askAll(); }, Qt::QueuedConnection);
}

void ChartFeed::addLabel(const LabelRegion &label)
{
    m_labels.push_back(label);
    for (auto &[key, entry] : m_entries)
        show(entry);
}

void ChartFeed::removeLabel(qint64 id)
{
    std::erase_if(m_labels, [id](const LabelRegion &label) { return label.id == id; });
    askAll();
}

bool ChartFeed::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &ChartFeed::askShown, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void ChartFeed::askShown()
{
    for (auto &[key, entry] : m_entries) {
        if (entry.again && visible(entry) && entry.open == 0)
            ask(entry);
    }
}

void ChartFeed::wait(Entry &entry)
{
    const PanelLook look = entry.panel ? entry.panel->chart()->panelLook() : PanelLook::Loading;
    if (look != PanelLook::Loading && look != PanelLook::Error && look != PanelLook::Empty)
        entry.panel->chart()->setPanelLook(PanelLook::Loading);
}

bool ChartFeed::visible(const Entry &entry) const
{
    return entry.panel && entry.panel->isVisible() && !entry.panel->window()->isMinimized();
}

void ChartFeed::ask(Entry &entry)
{
    entry.again = !visible(entry);
    if (entry.again)
        return;
    cancel(entry);
    entry.serial = m_nextSerial++;
    entry.askedAt = monotonicMs();
    entry.building = {};
    entry.building.unit = entry.subject.unit;
    entry.building.limits = entry.subject.limits;
    entry.building.now = m_time.now();
    entry.past.clear();
    entry.shift = entry.panel->view().shift();
    entry.error.clear();
    entry.ready = false;
    entry.failed = 0;
    entry.asked = entry.open = entry.subject.series.empty() ? 1 : int(std::min(entry.subject.series.size(), mostLines));
    if (!entry.shown)
        wait(entry);
    const quint64 serial = entry.serial;
    if (entry.subject.series.empty()) {
        askPast(entry);
        return entry.serial == serial ? askExpression(entry) : void();
    }
    const QStringList names = distinctNames(entry.subject.series);
    for (int i = 0; i < entry.asked; ++i)
        entry.building.lines.push_back(
            { entry.subject.series[std::size_t(i)], names[i], entry.asked == 1 ? entry.subject.slot : i, true, {}, {}, {} });
    // An answer may come before `chart` returns; what is open is counted by then.
    askPast(entry);
    for (int i = 0; i < entry.asked && entry.serial == serial; ++i)
        askSeries(entry, std::size_t(i));
}

void ChartFeed::askSeries(Entry &entry, std::size_t line)
{
    ChartRequest request;
    request.labels = entry.building.lines[line].labels;
    request.from = entry.panel->chart()->from();
    request.to = entry.panel->chart()->to();
    request.columns = entry.panel->chart()->columns();
    request.forecast = entry.subject.forecast && request.to > m_time.now();
    request.expected = entry.subject.expected;
    const quint64 serial = entry.serial;
    m_console.chart(request, this, [this, serial, line](Result<ChartAnswer> answer) {
        if (Entry *open = take(serial))
            receive(*open, line, std::move(answer));
    });
}

ChartFeed::Entry *ChartFeed::take(quint64 serial)
{
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto &pair) { return pair.second.serial == serial; });
    if (found != m_entries.end() && found->second.open > 0 && found->second.panel)
        return &found->second;
    ++m_dropped;
    return nullptr;
}

void ChartFeed::receive(Entry &entry, std::size_t line, Result<ChartAnswer> answer)
{
    if (answer) {
        ChartLine &into = entry.building.lines[line];
        into.data = std::move(answer->data);
        into.expected = std::move(answer->expected);
        if (!answer->withheld)
            into.forecast = std::move(answer->forecast);
        into.outlook = { answer->forecastMethod, answer->forecastMase, answer->forecastHeld, answer->withheld };
        appendUnique(entry.building.anomalies, answer->anomalies, [](const Anomaly &a, const Anomaly &b) {
            return a.from == b.from && a.series == b.series && a.detector == b.detector;
        });
        appendUnique(
            entry.building.labels, answer->labels, [](const LabelRegion &a, const LabelRegion &b) { return a.id == b.id; });
    } else {
        ++entry.failed;
        entry.error = text::of(answer.error());
    }
    if (--entry.open == 0)
        finish(entry);
}

void ChartFeed::askExpression(Entry &entry)
{
    TimeChart *chart = entry.panel->chart();
    const quint64 serial = entry.serial;
    entry.question = new QObject(this);
    m_console.query(entry.subject.expr, chart->from(), std::min(chart->to(), std::max(m_time.now(), chart->from() + 1)),
        chart->columns(), entry.question, [this, serial](Result<std::vector<std::pair<Labels, Columns>>> answer) {
            Entry *found = take(serial);
            if (!found)
                return;
            --found->open;
            cancel(*found); // answered
            if (answer)
                takeSeries(*found, *std::move(answer));
            else
                found->failed = 1, found->error = text::of(answer.error());
            if (found->open == 0)
                finish(*found);
        });
}

/// All that was found where it is little, else the series with the greatest last values, in the order of the answer either way.
void ChartFeed::takeSeries(Entry &entry, std::vector<std::pair<Labels, Columns>> answer)
{
    entry.found = int(answer.size());
    if (answer.size() > mostFound) {
        entry.building.found = answer.size();
        keepGreatest(answer, mostFound);
    }
    std::vector<Labels> series;
    for (const auto &[labels, data] : answer)
        series.push_back(labels);
    const QStringList names = series.empty() ? QStringList() : distinctNames(series);
    for (std::size_t i = 0; i < series.size(); ++i)
        entry.building.lines.push_back({ series[i], names[qsizetype(i)], series.size() == 1 ? entry.subject.slot : int(i), true,
            std::move(answer[i].second), {}, {} });
    if (entry.building.unit.isEmpty() && !series.empty())
        entry.building.unit = seriesUnit(series.front());
}

void ChartFeed::finish(Entry &entry)
{
    const bool unknown = entry.failed == entry.asked && !entry.subject.series.empty() && !entry.subject.expr.isEmpty();
    if (unknown) {
        // What the expression found is not stored under that name: keep to the expression.
        entry.subject.series.clear();
        entry.subject.expected = false;
        return ask(entry);
    }
    mergePast(entry);
    entry.ready = true;
    Q_EMIT answered(
        entry.panel, entry.error, monotonicMs() - entry.askedAt, entry.subject.series.empty() ? entry.found : entry.asked);
    if (!m_apply->isActive())
        m_apply->start();
}

void ChartFeed::apply()
{
    bool any = false;
    for (auto &[key, entry] : m_entries) {
        if (!entry.ready || !entry.panel)
            continue;
        entry.ready = false;
        entry.shown = true;
        show(entry);
        any = true;
    }
    if (any)
        Q_EMIT applied();
}

void ChartFeed::show(Entry &entry)
{
    if (!entry.panel || entry.open > 0 || !entry.shown)
        return;
    ChartContent content = entry.building;
    for (const LabelRegion &label : m_labels) {
        const bool ours = std::any_of(
            content.lines.begin(), content.lines.end(), [&](const ChartLine &l) { return l.labels == label.series; });
        if (ours)
            appendUnique(content.labels, { label }, [](const LabelRegion &a, const LabelRegion &b) { return a.id == b.id; });
    }
    const bool empty
        = std::all_of(content.lines.begin(), content.lines.end(), [](const ChartLine &l) { return l.data.columns.empty(); });
    entry.panel->setContent(content);
    showChanges(entry);
    if (entry.failed > 0 && entry.failed == entry.asked)
        entry.panel->setPanelLook(PanelLook::Error, entry.error);
    else if (empty)
        entry.panel->setPanelLook(
            PanelLook::Empty, content.lines.empty() ? tr("No series match this query") : tr("No samples in this range"));
    else if (entry.failed > 0)
        entry.panel->setPanelLook(PanelLook::Partial, tr("%1 of %2 series").arg(entry.asked - entry.failed).arg(entry.asked));
    else if (content.found > 0)
        entry.panel->setPanelLook(PanelLook::Partial,
            tr("%1 of %2 drawn, top by last value").arg(text::count(mostFound), text::count(qint64(content.found))));
    else if (total(entry) > std::size_t(entry.asked) && !entry.subject.series.empty())
        entry.panel->setPanelLook(PanelLook::Partial, tr("%1 of %2 drawn").arg(entry.asked).arg(total(entry)));
    else if (m_console.state().offline)
        entry.panel->setPanelLook(PanelLook::Offline, tr("Bundle, %1").arg(text::day(m_console.state().now, m_time.utc())));
    else
        entry.panel->setPanelLook(PanelLook::Good);
    entry.panel->tick(m_time.now(), m_time.live() && !m_console.state().offline);
}

std::size_t ChartFeed::total(const Entry &entry) const
{
    return entry.subject.series.empty() ? std::size_t(entry.found) : entry.subject.series.size();
}

TimeMs ChartFeed::restBetween(const Entry &entry) const
{
    // New samples cannot show before they fill half a column; asking more often only burns power.
    return std::clamp<TimeMs>(entry.panel->chart()->columnWidth() / 2, 250, 2000);
}

void ChartFeed::tick()
{
    for (auto &[key, entry] : m_entries) {
        if (!entry.panel)
            continue;
        if (visible(entry))
            entry.panel->tick(m_time.now(), m_time.live() && !m_console.state().offline);
        if (entry.again && visible(entry) && entry.open == 0 && monotonicMs() - entry.askedAt >= restBetween(entry))
            ask(entry);
    }
}

} // namespace lepto
