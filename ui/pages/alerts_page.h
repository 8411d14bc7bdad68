#pragma once

#include "core/alerts/silence_draft.h"
#include "ui/models/alert_episodes.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <optional>

class QStackedWidget;

namespace lepto {

class AlertDesk;
class AlertDetail;
class AlertModel;
class AlertNotice;
class AlertPane;
class AlertTable;
class Console;
class ElidedLabel;
class EmptyNote;
class RowTable;
class SegmentedButtons;
class SilenceDetail;
class SilenceForm;
class SilenceModel;
class TimeScale;

/// What fires now, what is silenced and what fired: three tables over the desk's snapshot, the chosen row beside them. Silences are made
/// and changed in place of the details. A source that does not answer is named with its age; what it said last stays, marked.
class AlertsPage : public Page {
    Q_OBJECT
public:
    AlertsPage(Console &console, TimeScale &time, QWidget *parent = nullptr);

    bool hasTimeAxis() const override { return true; }
    std::vector<Key> pageKeys() const override;
    /// A fingerprint; "silences", "history"; "silence:ID".
    void open(const QString &object) override;
    QWidget *filter() const override;

    enum Tab { Active, Silences, History };
    Tab tab() const;
    SilenceForm *form() const { return m_form; }

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;

private:
    enum Side { AlertSide, SilenceSide, FormSide };
    QWidget *buildHead();
    QWidget *buildActive();
    QWidget *buildSilences();
    QWidget *buildHistory();
    QWidget *buildSide();
    void buildKeys();
    void connectDesk();
    void showTab(Tab tab);
    void showAll();
    void showHead();
    void showSources();
    void showAlerts();
    void showSilences();
    void showPast();
    void showDetail();
    void showSide();
    void askPast();
    bool noteInstead(AlertPane *pane, bool empty, const QString &sentence, const QString &why = {});
    void acted();
    void beginSilence();
    void leaveForm();
    void offerAgain(const Silence &silence);
    void makeAgain();
    void step(int by);
    const Alert *chosenAlert() const;
    const Silence *chosenSilence() const;

    Console &m_console;
    AlertDesk *m_desk;                 ///< null: this console has no alerts
    TimeScale &m_time;
    ElidedLabel *m_sentence;
    SegmentedButtons *m_tabs, *m_standing, *m_grouping, *m_which;
    AlertNotice *m_dead, *m_notice;
    QStackedWidget *m_stack, *m_side;
    AlertPane *m_activePane, *m_silencePane, *m_pastPane;
    AlertModel *m_alerts;
    AlertTable *m_alertTable;
    SilenceModel *m_silences;
    RowTable *m_silenceTable, *m_pastTable;
    EpisodeModel *m_past;
    AlertDetail *m_detail;
    SilenceDetail *m_silence = nullptr;
    SilenceForm *m_form = nullptr;
    std::vector<AlertEpisode> m_episodes;
    QString m_pastProblem;
    QTimer m_askSoon, m_second;
    std::optional<Silence> m_ended;    ///< the one that is offered again
    bool m_asking = false, m_pastKnown = false, m_writing = false;
};

} // namespace lepto
