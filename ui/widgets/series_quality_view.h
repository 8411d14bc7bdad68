#pragma once

#include "ui/console.h"
#include "ui/desks/quality_desk.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace lepto {

class CellModel;
class ChartPanel;
class EmptyNote;
class KeyValues;
class PaneHead;
class RowTable;
class TimeScale;

/// One surveyed series: what is wrong with it, its values as stored and as cleaned, and where a sample would change or is missing.
class SeriesQualityView : public QWidget {
    Q_OBJECT
public:
    SeriesQualityView(Console &console, TimeScale &scale, QWidget *parent = nullptr);
    /// Null: none is chosen. The row is copied.
    void show(const SurveyedSeries *row, TimeMs from, TimeMs to);
    void retranslate();

private:
    QWidget *buildBody();
    void ask();
    void receive(const Result<SeriesDetail> &detail);
    void showFacts();
    void showDetail();
    SeriesView view() const;
    QString time(TimeMs at) const;

    Console &m_console;
    TimeScale &m_scale;
    std::optional<SurveyedSeries> m_row;
    std::optional<SeriesDetail> m_detail;
    QString m_wrong;
    TimeMs m_from = 0, m_to = 0;
    quint64 m_serial = 0;             ///< of the newest question
    PaneHead *m_head;
    QWidget *m_body;
    EmptyNote *m_empty;
    KeyValues *m_facts, *m_reasons;
    QLabel *m_viewLabel, *m_change;
    QComboBox *m_view;
    ChartPanel *m_chart;
    PaneHead *m_changesHead, *m_gapsHead;
    CellModel *m_changeModel, *m_gapModel;
    RowTable *m_changes, *m_gaps;
};

} // namespace lepto
