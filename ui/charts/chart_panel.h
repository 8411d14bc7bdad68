#pragma once

#include "ui/charts/chart_header.h"
#include "ui/charts/time_chart.h"

class QLabel;
class QPushButton;

namespace lepto {

class ElidedLabel;

/// A chart as the pages show it: header, live value where the page wants one, plot, and the way out of its states.
/// Keeps its size in every look. The right mouse button copies the picture, the numbers as CSV, or shows the table.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    explicit ChartPanel(TimeScale &time, QWidget *parent = nullptr);

    TimeChart *chart() const { return m_chart; }
    ChartHeader *header() const { return m_header; }

    void setTitle(const QString &title, const QString &meta = QString());
    /// The large number under the header; an empty number hides the row.
    void setLiveValue(const QString &number, const QString &unit, const QString &note);
    void setContent(const ChartContent &content);
    void setPanelLook(PanelLook look, const QString &words = QString(), const QString &detail = QString());
    /// Says the age of the newest sample again; called by a slow clock.
    void tick(TimeMs now, bool live);
    /// When the newest sample was taken, where the page knows better than the columns do; 0: it does not.
    void setSampleTime(TimeMs at) { m_sampleAt = at; }

    void copyPicture() const;
    void copyCsv() const;
    void showTable();

Q_SIGNALS:
    void retryAsked();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    TimeScale &m_time;
    ChartHeader *m_header;
    QWidget *m_valueRow;
    QLabel *m_number, *m_unit;
    ElidedLabel *m_note;
    TimeChart *m_chart;
    QPushButton *m_retry;
    TimeMs m_newest = 0, m_interval = 0, m_sampleAt = 0;
};

/// "time,series,min,max,last" with one row a column, RFC 4180, UTC. A field that a spreadsheet would run as a formula is quoted off.
QString chartCsv(const ChartContent &content);

} // namespace lepto
