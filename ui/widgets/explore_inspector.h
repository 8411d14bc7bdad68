#pragma once

#include "core/quality/quality_survey.h"
#include "ui/widgets/value_table.h"

#include <QWidget>

class QTimer;

namespace lepto {

class Console;
class KeyValues;
class PaneHead;
class TimeScale;

/// What the charts in view say in numbers: values at the crosshair as they were stored, the selected stretch, the forecast and
/// how good its method has been, how far the series can be trusted and why. Questions go out a moment after the last move; what
/// was overtaken is dropped.
class ExploreInspector : public QWidget {
    Q_OBJECT
public:
    ExploreInspector(Console &console, TimeScale &time, QWidget *parent = nullptr);

    /// The charts in view; their content lives as long as they do. Shows all again.
    void setSources(std::vector<ValueTable::Source> sources);
    ValueTable *values() const { return m_values; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAll();
    void showValues();
    void askRaw();
    void showSelection();
    void showForecast();
    void askQuality();
    void showQuality(const Result<std::vector<SurveyedSeries>> &survey);
    void showFacts();
    std::vector<Labels> stored(std::size_t most) const; ///< series of the lines, in the table's order

    Console &m_console;
    TimeScale &m_time;
    std::vector<ValueTable::Source> m_sources;
    PaneHead *m_valuesHead, *m_selectionHead, *m_forecastHead, *m_qualityHead, *m_factsHead;
    ValueTable *m_values;
    KeyValues *m_selection, *m_forecast, *m_quality, *m_facts;
    QTimer *m_soon, *m_rest;
    quint64 m_rawAsked = 0, m_qualityAsked = 0;
    QString m_qualityOf; ///< series and range that were judged last
};

} // namespace lepto
