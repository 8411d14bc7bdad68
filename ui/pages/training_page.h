#pragma once

#include "ui/console.h"
#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace lepto {

class CellModel;
class CurvePlot;
class ElidedLabel;
class EmptyNote;
class InPlaceQuestion;
class PaneHead;
class RowTable;
class SeriesPicker;
class Stepper;
class TimeScale;

/// Guided retraining: series, recipe, run, result against the baseline, promotion.
class TrainingPage : public Page {
    Q_OBJECT
public:
    TrainingPage(Console &console, TimeScale &scale, QWidget *parent = nullptr);
    std::vector<Key> pageKeys() const override;
    void open(const QString &job) override;
    QWidget *filter() const override;

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildRecipe();
    QWidget *buildRun();
    QWidget *buildSide();
    void showAll();
    void showSteps();
    void showRun();
    void showJobs();
    void showGates();
    void checkRecipe();
    void start();
    void askCancel();
    void promote();
    const TrainingJob *job() const;
    const ModelVersion *candidate() const;
    QString runLine(const TrainingJob &job) const;

    Console &m_console;
    TimeScale &m_scale;
    QString m_job;
    bool m_started = false, m_searched = false, m_promoting = false;
    Stepper *m_steps;
    PaneHead *m_recipeHead, *m_lossHead, *m_resultHead, *m_jobsHead, *m_gatesHead;
    QLineEdit *m_name;
    QComboBox *m_range;
    QSpinBox *m_epochs;
    SeriesPicker *m_series;
    QPushButton *m_start, *m_cancel, *m_promote;
    QLabel *m_nameLabel, *m_rangeLabel, *m_epochsLabel, *m_seriesLabel, *m_wrong, *m_runWrong, *m_cost, *m_promoteWrong, *m_promoteNote;
    ElidedLabel *m_runTitle, *m_runMeta;
    QProgressBar *m_progress;
    InPlaceQuestion *m_question;
    CurvePlot *m_curves;
    CellModel *m_resultModel, *m_jobModel, *m_gateModel;
    RowTable *m_result, *m_jobs, *m_gates;
    QStackedWidget *m_stack;
    EmptyNote *m_empty, *m_noResult;
};

} // namespace lepto
