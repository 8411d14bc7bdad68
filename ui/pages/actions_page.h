#pragma once

#include "ui/console.h"
#include "ui/pages/page.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace lepto {

class ApprovalPanel;
class CellModel;
class DiffView;
class ElidedLabel;
class EmptyNote;
class InPlaceQuestion;
class KeyValues;
class PaneHead;
class RowTable;
class RunQueue;
class SegmentedButtons;
class StageLine;
class TimeScale;

/// From suggestion to verified effect with a second pair of eyes, and back. The plan shown is byte for byte what runs.
class ActionsPage : public Page {
    Q_OBJECT
public:
    ActionsPage(Console &console, TimeScale &scale, QWidget *parent = nullptr);
    std::vector<Key> pageKeys() const override;
    void open(const QString &plan) override;
    QString current() const { return m_plan; }

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildQueue();
    QWidget *buildHead();
    QWidget *buildCentre();
    QWidget *buildDryRun();
    QWidget *buildLog();
    QWidget *buildSide();
    void showQueue();
    void showPlan();
    void showHead(const Run &run);
    void showLog(const Run &run);
    void showOutput();
    void dryRun();
    void askRollBack();
    void rollBack();
    const Run *run() const;
    QString whyNotRollBack(const Run &run) const;
    void answered(const Result<bool> &done);

    Console &m_console;
    TimeScale &m_scale;
    QString m_plan;
    bool m_dryRunning = false;
    RunQueue *m_queue;
    SegmentedButtons *m_which;
    PaneHead *m_queueHead, *m_factsHead, *m_dryHead, *m_runsHead, *m_logHead, *m_guardsHead, *m_effectHead, *m_failureHead;
    QBoxLayout *m_pair;               ///< plan and dry run, beside or below each other
    QStackedWidget *m_stack;
    EmptyNote *m_empty;
    ElidedLabel *m_title, *m_hash;
    QLabel *m_reversible, *m_risk, *m_reason;
    QPushButton *m_incident, *m_copyHash, *m_copyScript, *m_dryRun, *m_rollBack;
    StageLine *m_stages;
    KeyValues *m_facts, *m_effect, *m_failure;
    DiffView *m_diff, *m_output;
    CellModel *m_argvModel, *m_logModel, *m_guardModel;
    RowTable *m_argv, *m_log, *m_guards;
    InPlaceQuestion *m_question;
    QLabel *m_wrong;
    ApprovalPanel *m_approval;
};

} // namespace lepto
