#pragma once

#include "ui/console.h"
#include "ui/desks/quality_desk.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;

namespace lepto {

class CellModel;
class EmptyNote;
class LookBar;
class RowTable;
class SegmentedButtons;
class SeriesQualityView;
class TimeScale;

/// How far the stored series can be trusted, the worst first, and what cleaning would change. Surveys the range of the time bar when it is
/// shown first and on request; a survey runs elsewhere and can be stopped.
class QualityPage : public Page {
    Q_OBJECT
public:
    QualityPage(Console &console, TimeScale &scale, QWidget *parent = nullptr);
    bool hasTimeAxis() const override { return true; }
    std::vector<Key> pageKeys() const override;
    QWidget *filter() const override;
    QWidget *firstFocus() const override;
    /// A text to filter by, such as a source's name.
    void open(const QString &text) override;

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildList();
    void survey();
    void receive(Result<QualityDesk::Survey> survey);
    void showHead();
    void showRows();
    void showDetail();
    void openGroup(const QString &name);
    void stateChanged();
    bool rangeMoved() const;

    Console &m_console;
    TimeScale &m_scale;
    QualityDesk::Survey m_survey;     ///< null: none yet
    TimeMs m_from = 0, m_to = 0;      ///< of the survey
    TimeMs m_span = 0;                ///< of the time bar when it was made
    bool m_live = false, m_running = false, m_retried = false;
    QString m_bundle;                 ///< what the survey is of; empty: the live history
    QString m_wrong;
    std::size_t m_limit;
    CellModel *m_model;
    RowTable *m_table;
    QLabel *m_sentence, *m_meta, *m_foot;
    QProgressBar *m_progress;
    QPushButton *m_again, *m_more;
    LookBar *m_look;
    QLineEdit *m_filter;
    SegmentedButtons *m_by;
    EmptyNote *m_empty;
    QSplitter *m_split;
    SeriesQualityView *m_detail;
};

} // namespace lepto
