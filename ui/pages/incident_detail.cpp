#include "ui/pages/incident_detail.h"

#include "core/base/text.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/event_lane.h"
#include "ui/charts/label_lane.h"
#include "ui/charts/log_lane.h"
#include "ui/console.h"
#include "ui/looks.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label_desk.h"
#include "ui/widgets/label_popup.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/suggestion_list.h"
#include "ui/widgets/suspect_table.h"
#include "ui/widgets/timeline_list.h"
#include "ui/widgets/verdict_bar.h"

#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace lepto {

namespace {

constexpr int chartLeft = 64, leastChart = 100;
constexpr TimeMs minute = 60'000;

std::vector<ChartLimit> limitsOf(const HealthSnapshot &health, const Labels &series)
{
    for (const ServiceState &service : health.services) {
        for (const SignalState &signal : service.signals_) {
            if (signal.series != series)
                continue;
            std::vector<ChartLimit> limits;
            if (signal.warning)
                limits.push_back({ *signal.warning, IncidentDetail::tr("warning") });
            if (signal.critical)
                limits.push_back({ *signal.critical, IncidentDetail::tr("critical") });
            return limits;
        }
    }
    return {};
}

} // namespace

void IncidentDetail::show(const Incident &incident, bool opened)
{
    const bool other = incident.id != m_incident.id;
    m_incident = incident;
    m_suspects = suspectsOf(incident, m_console.health());
    m_desk->setIncident(incident.id);
    if (opened)
        moveTime();
    if (other)
        m_note->clear();
    showHead();
    m_timeline->timeline()->setUtc(m_time.utc());
    m_timeline->timeline()->setEntries(incident.timeline);
    m_events->setEntries(incident.timeline);
    m_logs->setService(qstr(incident.service));
    if (opened)
        m_timeline->follow(incident.detected);
    showCharts();
    showSide();
}

void IncidentDetail::moveTime()
{
    const TimeMs end = m_incident.ended > 0 ? m_incident.ended : m_time.now();
    const TimeMs before = std::max(15 * minute, (end - m_incident.onset) / 2);
    if (m_incident.ended > 0)
        m_time.setRange(m_incident.onset - before, end + before / 2);
    else
        m_time.setLast(end - m_incident.onset + before, std::max(5 * minute, before / 4));
}

void IncidentDetail::pointAt(TimeMs at)
{
    if (at < m_time.from() || at > m_time.to())
        m_time.setRange(at - m_time.span() / 3, at + m_time.span() * 2 / 3);
    m_time.setCrosshair(at);
}

void IncidentDetail::showHead()
{
    m_mark->setMark(markOf(m_incident.severity));
    m_title->setText(text::incident(m_incident.id) + QStringLiteral("  ") + oneLine(m_incident.title, 300));
    m_state->show(markOf(m_incident.state), text::of(m_incident.state));
    const TimeMs end = m_incident.ended > 0 ? m_incident.ended : m_time.now();
    QStringList facts { text::of(m_incident.severity), oneLine(qstr(m_incident.service), 80),
        tr("onset %1").arg(text::when(m_incident.onset, m_time.now(), m_time.utc())),
        tr("detected after %1").arg(text::duration(std::max<TimeMs>(0, m_incident.detected - m_incident.onset))),
        m_incident.ended > 0 ? tr("lasted %1").arg(text::duration(end - m_incident.onset))
                             : tr("for %1").arg(text::duration(end - m_incident.onset)) };
    for (auto entry = m_incident.timeline.rbegin(); entry != m_incident.timeline.rend(); ++entry) {
        if (entry->kind == TimelineEntry::Kind::Acknowledged) {
            facts.append(tr("owner %1").arg(oneLine(entry->actor, 60)));
            break;
        }
    }
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_ack->setEnabled(m_incident.state == IncidentState::Open);
    m_resolve->setEnabled(isOpen(m_incident));
    m_timelineHead->setMeta(tr("%n entries", nullptr, int(m_incident.timeline.size())));
}

void IncidentDetail::showCharts()
{
    std::vector<Labels> wanted;
    for (const Suspect &suspect : m_suspects) {
        if (wanted.size() < mostCharts)
            wanted.push_back(suspect.series);
    }
    m_noCharts->setVisible(wanted.empty());
    m_stack->setVisible(!wanted.empty());
    if (wanted == m_drawn)
        return;
    m_drawn = wanted;
    while (m_panels.size() > wanted.size()) {
        m_feed->drop(m_panels.back());
        m_panels.back()->hide();
        m_panels.back()->deleteLater();
        m_panels.pop_back();
    }
    while (m_panels.size() < wanted.size()) {
        auto *panel = new ChartPanel(m_time);
        panel->setMinimumHeight(leastChart);
        panel->chart()->setObjectName(QStringLiteral("incidentChart%1").arg(m_panels.size()));
        m_stack->addWidget(panel);
        m_desk->serve(panel);
        panel->setView(m_views[m_panels.size()]);
        connect(panel, &ChartPanel::viewChanged, this, [this, panel, at = m_panels.size()] { m_views[at] = panel->view(); });
        m_panels.push_back(panel);
    }
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        const Suspect &suspect = m_suspects[i];
        m_panels[i]->chart()->setMargins(chartLeft, i + 1 == m_panels.size());
        m_panels[i]->setTitle(oneLine(qstr(suspect.service), 60) + QLatin1Char(' ') + oneLine(suspect.title, 60),
            tr("%1, expected %2").arg(text::value(suspect.value, suspect.unit), text::value(suspect.expected, suspect.unit)));
        m_panels[i]->header()->setMark(MarkCode::Anomaly);
        m_panels[i]->setContent({});
        m_feed->watch(m_panels[i],
            { suspect.unit, { suspect.series }, {}, limitsOf(m_console.health(), suspect.series), true, true, int(i) });
    }
}

void IncidentDetail::showSide()
{
    m_suspectTable->setSuspects(m_suspects);
    m_suspectHead->setMeta(m_suspects.size() > mostCharts ? tr("first %1 of %2 drawn").arg(mostCharts).arg(m_suspects.size())
                                                          : tr("by onset, then score"));
    m_honest->setText(m_suspects.empty() ? tr("No anomalous signal is part of this incident.")
                                         : tr("Order of onset shows what moved first. It does not prove a cause."));
    m_verdict->setVerdict(m_incident.verdict);
    m_verdictNote->setText(m_incident.verdict == Verdict::None
            ? tr("One key: T F E W M. Verdicts train the next model.")
            : tr("%1, by %2").arg(text::of(m_incident.verdict), oneLine(m_incident.verdictBy, 60)));
    m_suggestions->setRuns(m_console.runs(), m_incident.id);
}

void IncidentDetail::showLabels()
{
    std::vector<LabelRegion> labels;
    std::set<qint64> seen;
    for (ChartPanel *panel : m_panels) {
        for (const LabelRegion &label : panel->chart()->content().labels) {
            if (seen.insert(label.id).second)
                labels.push_back(label);
        }
    }
    m_lane->setVisible(!labels.empty());
    m_lane->setLabels(std::move(labels));
}

void IncidentDetail::step(int by, bool anomaliesOnly)
{
    m_timeline->step(by, anomaliesOnly);
}

void IncidentDetail::focusNote()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void IncidentDetail::focusTimeline()
{
    m_timeline->setFocus(Qt::OtherFocusReason);
}

bool IncidentDetail::escape()
{
    if (m_desk->popup()->isOpen()) {
        m_desk->popup()->drop();
        return true;
    }
    if (m_note->hasFocus()) {
        focusTimeline();
        return true;
    }
    return false;
}

void IncidentDetail::exportBundle()
{
    auto *dialog = new QFileDialog(this, tr("Save the incident as a bundle"),
        text::incident(m_incident.id) + QStringLiteral(".lepto"), tr("Bundles (*.lepto)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("lepto"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const TimeMs from = m_time.from(), to = std::min(m_time.to(), m_time.now());
    connect(dialog, &QFileDialog::fileSelected, this, [this, from, to](const QString &file) {
        m_console.saveBundle(file, from, to, this, [this, file](Result<bool> answer) {
            const QString id = text::incident(m_incident.id);
            Q_EMIT m_console.message(answer ? Severity::Ok : Severity::Warning,
                answer ? tr("%1 saved").arg(id) : tr("%1 not saved").arg(id), answer ? file : text::of(answer.error()));
        });
    });
    dialog->open();
}

void IncidentDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
        if (m_incident.id != 0)
            showHead(), showSide();
    }
    QWidget::changeEvent(event);
}

} // namespace lepto
