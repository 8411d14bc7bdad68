#include "core/base/text.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/event_lane.h"
#include "ui/charts/label_lane.h"
#include "ui/charts/log_lane.h"
#include "ui/console.h"
#include "ui/pages/incident_detail.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label_desk.h"
#include "ui/widgets/label_popup.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/suggestion_list.h"
#include "ui/widgets/suspect_table.h"
#include "ui/widgets/timeline_list.h"
#include "ui/widgets/verdict_bar.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int headHeight = 62, noteLimit = 4000, chartLeft = 64, chartRight = 10;

}

IncidentDetail::IncidentDetail(Console &console, TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_time(time)
    , m_feed(new ChartFeed(console, time, this))
{
    setObjectName(QStringLiteral("incidentDetail"));
    m_desk = new LabelDesk(console, time, *m_feed, this);
    auto *column = flatColumn(this);
    column->addWidget(makeHead());
    column->addWidget(horizontalLine());
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTimeline());
    splitter->addWidget(makeCentre());
    splitter->addWidget(makeSide());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ 320, 820, 390 });
    column->addWidget(splitter, 1);
    m_desk->popup()->raise();
    connectParts();
    say();
}

QWidget *IncidentDetail::makeHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    auto *row = flatRow(head);
    row->setContentsMargins(8, 0, 14, 0);
    row->setSpacing(10);
    m_back = makeIconButton(QStringLiteral("left"));
    m_mark = new MarkLabel(22);
    m_title = new ElidedLabel(Theme::Type::PageTitle);
    m_title->setObjectName(QStringLiteral("incidentTitle"));
    m_state = new Chip;
    m_facts = new ElidedLabel(Theme::Type::Body, "secondary");
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addStretch();
    texts->addWidget(m_title);
    auto *second = new QHBoxLayout;
    second->setSpacing(10);
    second->addWidget(m_state);
    second->addWidget(m_facts, 1);
    texts->addLayout(second);
    texts->addStretch();
    m_ack = makeButton(ButtonKind::Primary);
    m_noteButton = makeButton(ButtonKind::Normal, QStringLiteral("note"));
    m_resolve = makeButton(ButtonKind::Normal, QStringLiteral("check"));
    m_export = makeButton(ButtonKind::Normal, QStringLiteral("download"));
    row->addWidget(m_back);
    row->addWidget(m_mark);
    row->addLayout(texts, 1);
    for (QPushButton *button : { m_noteButton, m_export, m_resolve, m_ack })
        row->addWidget(button);
    return head;
}

QWidget *IncidentDetail::makeTimeline()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(240);
    auto *column = flatColumn(pane);
    m_timelineHead = new PaneHead;
    m_which = new SegmentedButtons(3);
    m_timelineHead->addRight(m_which);
    m_timeline = new TimelineList;
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("incidentNote"));
    m_note->setMaxLength(noteLimit);
    auto *field = new QWidget;
    auto *row = flatRow(field);
    row->setContentsMargins(10, 8, 10, 8);
    row->addWidget(m_note);
    column->addWidget(m_timelineHead);
    column->addWidget(m_timeline, 1);
    column->addWidget(horizontalLine());
    column->addWidget(field);
    return pane;
}

QWidget *IncidentDetail::makeCentre()
{
    auto *pane = new QWidget;
    auto *column = flatColumn(pane);
    m_events = new EventLane(m_time);
    m_events->setMargins(chartLeft, chartRight);
    m_lane = new LabelLane(m_time);
    m_lane->setMargins(chartLeft, chartRight);
    m_lane->hide();
    m_stack = new QSplitter(Qt::Vertical);
    m_stack->setHandleWidth(1);
    m_stack->setChildrenCollapsible(false);
    m_logs = new LogLane(m_console, m_time);
    m_logs->setMargins(chartLeft, chartRight);
    m_noCharts = new EmptyNote(QStringLiteral("explore"));
    for (QWidget *widget : std::initializer_list<QWidget *> { m_events, horizontalLine(), m_lane })
        column->addWidget(widget);
    column->addWidget(m_stack, 1);
    column->addWidget(m_noCharts, 1);
    column->addWidget(m_logs);
    return pane;
}

QWidget *IncidentDetail::makeSide()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    m_suspectHead = new PaneHead;
    m_suspectTable = new SuspectTable;
    m_honest = wrappedLabel(Theme::Type::Caption, "muted");
    m_honest->setContentsMargins(14, 8, 14, 12);
    m_verdictHead = new PaneHead;
    m_verdict = new VerdictBar;
    m_verdictNote = wrappedLabel(Theme::Type::Caption, "muted");
    m_verdictNote->setContentsMargins(14, 0, 14, 12);
    m_actionHead = new PaneHead;
    m_suggestions = new SuggestionList;
    for (QWidget *widget : std::initializer_list<QWidget *> { m_suspectHead, m_suspectTable, m_honest, horizontalLine(),
             m_verdictHead, m_verdict, m_verdictNote, horizontalLine(), m_actionHead, m_suggestions })
        column->addWidget(widget);
    column->addStretch();
    QScrollArea *area = scrolled(content);
    area->setMinimumWidth(300);
    return area;
}

void IncidentDetail::connectParts()
{
    connect(m_back, &QPushButton::clicked, this, &IncidentDetail::closed);
    connect(m_ack, &QPushButton::clicked, this, [this] { m_console.acknowledge(m_incident.id); });
    connect(m_noteButton, &QPushButton::clicked, this, &IncidentDetail::focusNote);
    connect(m_resolve, &QPushButton::clicked, this, [this] { m_console.resolve(m_incident.id); });
    connect(m_export, &QPushButton::clicked, this, &IncidentDetail::exportBundle);
    connect(m_note, &QLineEdit::returnPressed, this, [this] {
        if (const QString note = m_note->text().trimmed(); !note.isEmpty())
            m_console.addNote(m_incident.id, note), m_note->clear();
    });
    connect(m_which, &SegmentedButtons::chosen, this,
        [this](int which) { m_timeline->timeline()->setFilter(TimelineFilter(which)); });
    connect(m_timeline, &TimelineList::chosen, this, &IncidentDetail::pointAt);
    connect(m_events, &EventLane::chosen, this, [this](TimeMs at) { m_timeline->follow(at), pointAt(at); });
    connect(m_suspectTable, &RowTable::keyChanged, this, [this](const QString &key) {
        for (const Suspect &suspect : m_suspects) {
            if (qstr(suspect.series.text()) == key)
                pointAt(suspect.onset);
        }
    });
    connect(m_suspectTable, &RowTable::activatedKey, this, &IncidentDetail::seriesAsked);
    connect(m_verdict, &VerdictBar::given, this, [this](Verdict verdict) { m_console.setVerdict(m_incident.id, verdict); });
    connect(m_suggestions, &SuggestionList::reviewAsked, this, &IncidentDetail::planAsked);
    connect(m_lane, &LabelLane::removeAsked, this, [this](qint64 id) { m_console.removeLabel(id), m_feed->removeLabel(id); });
    connect(m_feed, &ChartFeed::applied, this, &IncidentDetail::showLabels);
    connect(m_desk, &LabelDesk::labelled, this, [this] { showLabels(); });
    connect(&m_console, &Console::runsChanged, this, [this] { m_suggestions->setRuns(m_console.runs(), m_incident.id); });
}

void IncidentDetail::say()
{
    setIconWords(m_back, tr("Back to the table"), tr("Esc"));
    m_ack->setText(tr("Acknowledge"));
    m_ack->setToolTip(QStringLiteral("A"));
    m_noteButton->setText(tr("Note"));
    m_noteButton->setToolTip(QStringLiteral("N"));
    m_resolve->setText(tr("Resolve"));
    m_export->setText(tr("Save bundle"));
    m_export->setToolTip(QStringLiteral("Ctrl+E"));
    m_timelineHead->setTitle(tr("Timeline"));
    m_which->setTexts({ tr("All"), tr("Signals"), tr("People") });
    m_note->setPlaceholderText(tr("Add a note, Enter saves"));
    m_note->setAccessibleName(tr("Note on this incident"));
    m_suspectHead->setTitle(tr("Anomalous signals"));
    m_verdictHead->setTitle(tr("Your verdict"));
    m_actionHead->setTitle(tr("Suggested actions"));
    m_noCharts->say(tr("No anomalous signal"), tr("This incident was opened by a missed target or by hand"));
}

} // namespace lepto
