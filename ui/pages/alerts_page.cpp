#include "ui/pages/alerts_page.h"

#include "core/base/text.h"
#include "ui/console.h"
#include "ui/desks/alert_desk.h"
#include "ui/models/alert_model.h"
#include "ui/models/alert_silences.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/alert_detail.h"
#include "ui/widgets/alert_notice.h"
#include "ui/widgets/alert_pane.h"
#include "ui/widgets/alert_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/silence_detail.h"
#include "ui/widgets/silence_form.h"

#include <QLineEdit>
#include <QStackedWidget>

#include <algorithm>

namespace lepto {

namespace {

constexpr int mostEpisodes = 2000;

const AlertSnapshot &snapshotOf(const AlertDesk *desk)
{
    static const AlertSnapshot none;
    return desk ? desk->snapshot() : none;
}

bool allDead(const AlertSnapshot &snapshot)
{
    return std::ranges::all_of(snapshot.sources, isDead);
}

bool isSettled(const AlertSourceState &source)
{
    return isDead(source) || source.state.lastGood != 0;
}

} // namespace

std::vector<Page::Key> AlertsPage::pageKeys() const
{
    return { { QStringLiteral("J K"), tr("next, previous row") }, { QStringLiteral("/"), tr("filter: words, or matchers such as severity=\"critical\"") },
        { QStringLiteral("S"), tr("silence the alert, or write a new silence") }, { QStringLiteral("E"), tr("change the silence") },
        { QStringLiteral("G"), tr("group as notified, or by severity") }, { QStringLiteral("Ctrl+Enter"), tr("send the form") }, { tr("Esc"), tr("leave the form") } };
}

QWidget *AlertsPage::filter() const
{
    return (tab() == Active ? m_activePane : tab() == Silences ? m_silencePane : m_pastPane)->filter();
}

AlertsPage::Tab AlertsPage::tab() const
{
    return Tab(m_stack->currentIndex());
}

void AlertsPage::open(const QString &object)
{
    if (object == QLatin1String("history"))
        return showTab(History);
    if (object.startsWith(QLatin1String("silence"))) {
        showTab(Silences);
        const QString id = object.section(QLatin1Char(':'), 1);
        const Silence *silence = snapshotOf(m_desk).silence(id);
        m_which->setCurrent(silence && silence->state == SilenceState::Expired ? 1 : 0);
        showSilences();
        m_silenceTable->selectKey(id);
        return;
    }
    showTab(Active);
    if (const QString key = m_alerts->firstKey(object); !object.isEmpty() && !key.isEmpty())
        m_alertTable->selectKey(key);
}

void AlertsPage::showTab(Tab tab)
{
    m_stack->setCurrentIndex(tab);
    m_tabs->setCurrent(tab);
    if (tab == History)
        askPast();
    showSide();
}

void AlertsPage::refresh()
{
    m_alerts->say();
    m_silences->say();
    m_past->say();
    m_detail->retranslate();
    if (m_desk) {
        m_silence->retranslate();
        m_form->retranslate();
    }
    showAll();
}

void AlertsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showAll();
    if (tab() == History)
        askPast();
}

void AlertsPage::showAll()
{
    showHead();
    showSources();
    showAlerts();
    showSilences();
    showPast();
    showSide();
    if (m_form)
        m_form->renew();
}

void AlertsPage::showHead()
{
    const AlertSnapshot &snapshot = snapshotOf(m_desk);
    const AlertCounts counts = countAlerts(snapshot.alerts);
    const auto critical = std::ranges::count_if(snapshot.alerts,
        [](const Alert &alert) { return standingOf(alert) == AlertStanding::Active && severityOf(alert.labels) == Severity::Critical; });
    QString sentence = tr("Alerts");
    if (!snapshot.sources.empty() && allDead(snapshot))
        sentence = tr("Nobody answers; this is how it was");
    else if (counts.active > 0)
        sentence = tr("%n alerts want somebody", nullptr, counts.active) + (critical > 0 ? QStringLiteral(", ") + tr("%n critical", nullptr, int(critical)) : QString());
    else if (std::ranges::any_of(snapshot.sources, isDead))
        sentence = tr("No alert at the sources that answer");
    else if (std::ranges::any_of(snapshot.sources, isSettled))
        sentence = tr("No alert wants anybody");
    m_sentence->setText(sentence);
    m_sentence->updateGeometry();
    const auto running = std::ranges::count_if(snapshot.silences, [](const Silence &s) { return s.state != SilenceState::Expired; });
    m_tabs->setTexts({ tr("Now %1", "tab, with a count").arg(counts.all()), tr("Silences %1", "tab, with a count").arg(running), tr("History") });
    m_standing->setTexts({ tr("All"), tr("Active %1").arg(counts.active), tr("Silenced %1").arg(counts.silenced), tr("Inhibited %1").arg(counts.inhibited) });
}

/// Each source that does not answer, with the age of its last word and the reason.
void AlertsPage::showSources()
{
    QStringList lines;
    const TimeMs now = m_console.state().now;
    for (const AlertSourceState &source : snapshotOf(m_desk).sources) {
        if (!isDead(source))
            continue;
        const QString name = oneLine(source.state.name, 60), reason = oneLine(source.state.reason, 200);
        lines += source.state.lastGood != 0 ? tr("%1 does not answer; its last word is %2 old: %3").arg(name, text::age(source.state.lastGood, now), reason)
                                            : tr("%1 has never answered: %2").arg(name, reason);
    }
    for (const BrokenRule &rule : snapshotOf(m_desk).brokenRules)
        lines += tr("The rule %1 of %2 is broken and cannot fire: %3").arg(oneLine(rule.name, 80), oneLine(rule.source, 60), oneLine(rule.error, 200));
    constexpr qsizetype most = 4;
    if (lines.size() > most)
        lines = lines.mid(0, most) + QStringList(tr("and %n more", nullptr, int(lines.size() - most)));
    m_dead->say(std::ranges::any_of(snapshotOf(m_desk).sources, isDead) ? MarkCode::Critical : MarkCode::Warning, lines.join(QLatin1Char('\n')), tr("Try now"));
}

bool AlertsPage::noteInstead(AlertPane *pane, bool empty, const QString &sentence, const QString &why)
{
    const AlertSnapshot &snapshot = snapshotOf(m_desk);
    const bool dead = std::ranges::any_of(snapshot.sources, isDead);
    if (m_console.state().offline)
        pane->showNote(tr("A recording carries no alerts"), tr("Leave the recording to see what fires now."));
    else if (snapshot.sources.empty())
        pane->showNote(tr("No Alertmanager is connected"), tr("Alerts come from Alertmanagers and from the rules of Prometheus servers."), tr("Add source"));
    else if (!empty)
        pane->showRows();
    else if (allDead(snapshot))
        pane->showNote(tr("Nothing is known"), tr("No source answers, so whether something fires is not known."), tr("Try now"), MarkCode::Critical);
    else if (!std::ranges::any_of(snapshot.sources, isSettled))
        pane->showNote(tr("Asking the sources…"));
    else
        pane->showNote(sentence, dead ? tr("Some sources do not answer; what they know is missing here.") : why, {}, dead ? MarkCode::Warning : MarkCode::None);
    return empty;
}

void AlertsPage::showAlerts()
{
    auto sieve = AlertSieve::parse(m_activePane->filter()->text());
    m_activePane->setProblem(sieve ? QString() : text::of(sieve.error()));
    AlertView view;
    if (sieve)
        view.sieve = *std::move(sieve);
    if (m_standing->current() > 0)
        view.only = AlertStanding(m_standing->current() - 1);
    view.grouping = AlertGrouping(std::max(0, m_grouping->current()));
    view.now = m_console.state().now;
    view.utc = m_time.utc();
    m_alerts->show(snapshotOf(m_desk), view);
    m_activePane->setFoot(m_alerts->shown() < m_alerts->passed() ? tr("%1 of %2 alerts are shown; filter for the others").arg(m_alerts->shown()).arg(text::count(m_alerts->passed())) : QString());
    const bool all = view.sieve.isOpen() && !view.only;
    noteInstead(m_activePane, m_alerts->rowCount() == 0, all ? tr("No alert fires") : tr("No alert fits"), all ? QString() : tr("Others do; widen the filter."));
    if (m_alertTable->currentKey().isEmpty() || m_alerts->isHeading(m_alertTable->currentIndex().row()))
        m_alertTable->selectKey(m_alerts->firstKey());
}

void AlertsPage::showSilences()
{
    m_silences->show(snapshotOf(m_desk), SilenceShown(std::max(0, m_which->current())), m_silencePane->filter()->text().trimmed(), m_console.state().now, m_time.utc());
    m_silencePane->setFoot(m_silences->rowCount() < m_silences->passed() ? tr("%1 of %2 silences are shown").arg(m_silences->rowCount()).arg(m_silences->passed()) : QString());
    noteInstead(m_silencePane, m_silences->rowCount() == 0, m_which->current() == 1 ? tr("No silence has ended lately") : tr("Nothing is silenced"));
    if (m_silenceTable->currentKey().isEmpty() && m_silences->rowCount() > 0)
        m_silenceTable->selectKey(m_silences->keyOf(0));
}

void AlertsPage::showPast()
{
    auto sieve = AlertSieve::parse(m_pastPane->filter()->text());
    m_pastPane->setProblem(sieve ? m_pastProblem : text::of(sieve.error()));
    const TimeMs now = m_console.state().now, to = std::min(m_time.to(), now);
    m_past->show(pastOf(m_episodes, m_time.from(), to, now), sieve ? *sieve : AlertSieve(), m_time.from(), m_time.to(), now, m_time.utc());
    QString foot;
    if (m_past->rowCount() < m_past->passed())
        foot = tr("%1 of %2 alerts are shown").arg(m_past->rowCount()).arg(m_past->passed());
    else if (int(m_episodes.size()) == mostEpisodes)
        foot = tr("Only the newest %1 times are counted").arg(text::count(mostEpisodes));
    m_pastPane->setFoot(foot);
    noteInstead(m_pastPane, m_past->rowCount() == 0, m_pastKnown ? tr("Nothing fired in this range") : tr("Reading…"), tr("As far as this console watched."));
}

void AlertsPage::askPast()
{
    if (!m_desk || m_asking || m_console.state().offline)
        return;
    m_asking = true;
    m_desk->episodes(m_time.from(), std::min(m_time.to(), m_console.state().now), mostEpisodes, this, [this](Result<std::vector<AlertEpisode>> found) {
        m_asking = false;
        m_pastKnown = true;
        m_pastProblem = found ? QString() : text::of(found.error());
        if (found)
            m_episodes = *std::move(found);
        showPast();
    });
}

const Alert *AlertsPage::chosenAlert() const
{
    const QString fingerprint = AlertModel::fingerprintOf(m_alertTable->currentKey());
    return fingerprint.isEmpty() ? nullptr : snapshotOf(m_desk).find(fingerprint);
}

const Silence *AlertsPage::chosenSilence() const
{
    return snapshotOf(m_desk).silence(m_silenceTable->currentKey());
}

void AlertsPage::showDetail()
{
    const Alert *alert = chosenAlert();
    AlertDetail::Around around { m_console.state().now, m_time.utc(), alert ? incidentOf(*alert, m_console.incidents()) : 0, &snapshotOf(m_desk), {} };
    const QStringList managers = alertmanagersOf(snapshotOf(m_desk));
    if (alert && !std::ranges::any_of(alert->sources, [&](const QString &source) { return managers.contains(source); }))
        around.whyNotSilence = tr("no Alertmanager has this alert, so nobody is notified of it");
    m_detail->show(alert, around);
    if (m_silence)
        m_silence->show(chosenSilence(), m_console.state().now, m_time.utc());
}

void AlertsPage::showSide()
{
    showDetail();
    const AlertSnapshot &snapshot = snapshotOf(m_desk);
    const bool alerts = tab() == Active && m_alerts->rowCount() > 0, silences = tab() == Silences && m_silences->rowCount() > 0;
    if (m_writing)
        m_side->setCurrentIndex(FormSide);
    else if (m_silence && tab() == Silences)
        m_side->setCurrentIndex(SilenceSide);
    else
        m_side->setCurrentIndex(AlertSide);
    m_side->setVisible(m_writing || (!snapshot.sources.empty() && (alerts || silences)));
}

void AlertsPage::beginSilence()
{
    if (!m_form || snapshotOf(m_desk).sources.empty())
        return;
    m_writing = true;
    showSide();
    const Alert *alert = tab() == Active ? chosenAlert() : nullptr;
    const QStringList managers = alertmanagersOf(snapshotOf(m_desk));
    QString source;
    if (alert) {
        const auto found = std::ranges::find_if(alert->sources, [&](const QString &name) { return managers.contains(name); });
        source = found == alert->sources.end() ? QString() : *found;
    }
    m_form->begin(alert ? alert->labels : Labels(), source);
}

void AlertsPage::leaveForm()
{
    m_writing = false;
    showSide();
    (tab() == Silences ? static_cast<QWidget *>(m_silenceTable) : m_alertTable)->setFocus(Qt::OtherFocusReason);
}

void AlertsPage::offerAgain(const Silence &silence)
{
    m_ended = silence;
    m_notice->say(MarkCode::Info, tr("The silence “%1” is ended.").arg(oneLine(silence.comment, 80)),
        silence.endsAt > m_console.state().now ? tr("Make it again") : QString(), whyReadOnly(m_console));
}

void AlertsPage::makeAgain()
{
    if (!m_ended)
        return;
    SilenceDraft draft { m_ended->matchers, std::max<TimeMs>(0, m_ended->startsAt > m_console.state().now ? m_ended->startsAt : 0), m_ended->endsAt, 0,
        m_console.state().user, m_ended->comment, true };
    m_desk->createSilence(m_ended->sources.value(0), draft, this, [this](const Result<SilenceWritten> &made) {
        if (made)
            m_ended.reset();
        m_notice->say(made ? MarkCode::Ok : MarkCode::Critical, made ? tr("The silence is made again.") : text::of(made.error()), made ? QString() : tr("Make it again"));
    });
}

void AlertsPage::acted()
{
    if (snapshotOf(m_desk).sources.empty())
        Q_EMIT goTo(QStringLiteral("settings"), QStringLiteral("new:alertmanager"));
    else if (m_desk)
        m_desk->refresh();
}

void AlertsPage::step(int by)
{
    if (tab() == Active)
        return m_alertTable->step(by);
    RowTable *table = tab() == Silences ? m_silenceTable : m_pastTable;
    const int row = std::clamp(table->currentIndex().row() + by, 0, std::max(0, table->cells()->rowCount() - 1));
    table->setCurrentIndex(table->cells()->index(row, 0));
}

} // namespace lepto
