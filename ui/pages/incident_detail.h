#pragma once

#include "core/incidents/incident.h"
#include "ui/charts/chart_view.h"
#include "ui/models/incident_model.h"

#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace lepto {

class ChartFeed;
class ChartPanel;
class Chip;
class Console;
class ElidedLabel;
class EmptyNote;
class EventLane;
class LabelDesk;
class LabelLane;
class LogLane;
class MarkLabel;
class PaneHead;
class SegmentedButtons;
class SuggestionList;
class SuspectTable;
class TimelineList;
class TimeScale;
class VerdictBar;

/// One incident: head, timeline, charts of its anomalous signals, what came first, the verdict, and what is suggested.
class IncidentDetail : public QWidget {
    Q_OBJECT
public:
    IncidentDetail(Console &console, TimeScale &time, QWidget *parent = nullptr);

    /// Shows the incident; `opened` also moves the shared time to it.
    void show(const Incident &incident, bool opened);
    qint64 incident() const { return m_incident.id; }
    void step(int by, bool anomaliesOnly);
    void focusNote();
    void focusTimeline();
    bool escape();                    ///< leaves the note field or closes the label pop-up; false: nothing was open
    void exportBundle();
    int chartCount() const { return int(m_panels.size()); }
    ChartPanel *panel(int index) const { return m_panels[std::size_t(index)]; }
    static constexpr std::size_t mostCharts = 4;

Q_SIGNALS:
    void closed();
    void planAsked(const QString &plan);
    void seriesAsked(const QString &expr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeTimeline();
    QWidget *makeCentre();
    QWidget *makeSide();
    void connectParts();
    void say();
    void showHead();
    void showCharts();
    void showSide();
    void showLabels();
    void moveTime();
    void pointAt(TimeMs at);

    Console &m_console;
    TimeScale &m_time;
    Incident m_incident;
    std::vector<Suspect> m_suspects;
    ChartFeed *m_feed;
    LabelDesk *m_desk;
    MarkLabel *m_mark;
    ElidedLabel *m_title, *m_facts;
    Chip *m_state;
    QPushButton *m_back, *m_ack, *m_noteButton, *m_resolve, *m_export;
    PaneHead *m_timelineHead, *m_suspectHead, *m_verdictHead, *m_actionHead;
    SegmentedButtons *m_which;
    TimelineList *m_timeline;
    QLineEdit *m_note;
    EventLane *m_events;
    LabelLane *m_lane;
    LogLane *m_logs;
    QSplitter *m_stack;
    EmptyNote *m_noCharts;
    SuspectTable *m_suspectTable;
    QLabel *m_honest, *m_verdictNote;
    VerdictBar *m_verdict;
    SuggestionList *m_suggestions;
    std::vector<ChartPanel *> m_panels;
    std::array<ChartView, mostCharts> m_views; ///< by place, from one incident to the next
    std::vector<Labels> m_drawn;
};

} // namespace lepto
